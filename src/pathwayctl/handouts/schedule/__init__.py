"""Handouts about the schedule as a whole: chart, network, and board report."""
