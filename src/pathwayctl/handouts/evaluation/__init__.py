"""Handouts about how success is judged: measures, evaluation seats, reflections."""
