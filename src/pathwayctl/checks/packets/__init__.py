"""Checks of packets of handouts."""
