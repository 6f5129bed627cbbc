"""What the files show of what the system is for: definition, beliefs, priorities, goals."""
