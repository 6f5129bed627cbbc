"""Checks of how success is judged: measures, evaluation seats, reflections."""
