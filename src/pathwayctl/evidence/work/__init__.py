"""What the files show of the work breakdown: tasks, links, dates, progress, assignments."""
