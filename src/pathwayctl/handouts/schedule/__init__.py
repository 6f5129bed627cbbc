"""Handouts about the schedule as a whole: calendar, health, baselines."""
