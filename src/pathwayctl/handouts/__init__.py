"""What stands on each page: pure views of a plan and its schedule, as frozen values of plain text."""
