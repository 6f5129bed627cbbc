"""Edits of project files: planned on the parsed text, made as splices, and checked before saving."""
