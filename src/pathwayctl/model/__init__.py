"""The shape of a project: frozen models, a file per topic. No input or output, no places."""
