"""Why a task has its dates: its drivers, what would bring it forward, and what waits for it."""
