"""Handouts about the talent landscape: occupations, skills, programs, and credentials."""
