"""Checks of the schedule as a whole: calendar, health, baselines."""
