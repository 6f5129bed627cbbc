"""Microsoft Project XML (MSPDI), the format that Microsoft Project, ProjectLibre, and GanttProject share."""
