"""Why a task falls on its dates, in words and as JSON: a format per file."""
