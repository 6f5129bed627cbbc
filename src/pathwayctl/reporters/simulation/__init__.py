"""The odds of a plan in every format."""
