"""Checks of the talent landscape: occupations, skills, programs, credentials."""
