"""What the files show of the evaluation: measures, evaluation seats, and reflections."""
