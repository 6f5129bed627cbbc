"""Facts about the work breakdown: tasks, links, dates, progress, and assignments."""
