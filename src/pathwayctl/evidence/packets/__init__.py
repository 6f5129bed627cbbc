"""Which packets of handouts a project has."""
