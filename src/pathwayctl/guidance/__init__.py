"""The progress of a project in each guide and what to do next, worded from the gaps in its evidence."""
