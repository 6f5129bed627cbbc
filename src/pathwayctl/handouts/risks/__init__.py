"""Handouts about the risk register."""
