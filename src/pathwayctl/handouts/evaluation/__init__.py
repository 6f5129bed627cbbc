"""Handouts about the evaluation: measures, evaluation seats, and reflections."""
