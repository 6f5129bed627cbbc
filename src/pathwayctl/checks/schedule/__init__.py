"""Checks of the schedule as a whole: calendar, links, progress, and baselines."""
