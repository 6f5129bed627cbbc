"""Handouts about communications, marketing, and meetings."""
