"""Findings and schedules as text for people and programs, a format per file."""
