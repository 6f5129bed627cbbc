"""Results as text for people and programs: a folder per kind of report, a module per format."""
