"""What the files show of how success is judged: measures, evaluation seats, reflections."""
