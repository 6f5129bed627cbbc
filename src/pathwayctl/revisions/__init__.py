"""Earlier states of a project: its files in revisions of git, read without a checkout."""
