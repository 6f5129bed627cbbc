"""Checks of communications, marketing, and meetings."""
