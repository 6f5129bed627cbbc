"""Per guide, where a project stands and what comes next, from the evidence in its files."""
