"""The status of a project, in each format."""
