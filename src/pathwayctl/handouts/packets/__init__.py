"""Handouts about packets of handouts."""
