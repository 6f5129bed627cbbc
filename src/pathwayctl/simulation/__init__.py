"""The plan lived through many times with other durations and risks, for the odds of its dates."""
