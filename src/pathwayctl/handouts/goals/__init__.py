"""Handouts about what the system is for: definition, beliefs, priorities, goals."""
