"""What the files show of communications, marketing, and meetings."""
