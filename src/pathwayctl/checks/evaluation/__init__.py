"""Checks of the evaluation: measures, evaluation seats, and reflections."""
