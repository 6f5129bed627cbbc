"""What the files show of the schedule as a whole: whether it keeps the target date."""
