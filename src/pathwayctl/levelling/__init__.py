"""Dates that overbook no one."""
