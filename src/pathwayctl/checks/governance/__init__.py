"""Checks of how partners work together: partnership, teams, responsibilities, agreements."""
