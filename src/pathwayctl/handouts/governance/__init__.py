"""Handouts about how partners work together: partnership, teams, responsibilities, agreements."""
