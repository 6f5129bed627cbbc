"""Schedules kept to compare with later: made, written, read, and listed."""
