"""Dates at which nobody is needed for more than they can give."""
