"""Checks of the risk register."""
