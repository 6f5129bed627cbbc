"""What changed between two states of a project: as text, Markdown, or JSON."""
