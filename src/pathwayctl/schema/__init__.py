"""The JSON Schema of a project's files, by which editors complete, explain, and check them."""
