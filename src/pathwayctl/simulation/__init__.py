"""Monte Carlo simulation of a plan: the odds of its dates under uncertain durations and risks."""
