"""Workbooks that partners fill in: written, and merged back into the project."""
