"""Why a task falls on its dates: what places it, what led there, what would buy a day, what waits for it."""
