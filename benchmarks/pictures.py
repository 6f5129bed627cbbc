"""Times the two pictures of a schedule beside the table of the same plan, drawing alone.

.venv/bin/python benchmarks/pictures.py
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import large_plans

from pathwayctl.loading.project import load
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.registry import SCHEDULE
from pathwayctl.reporters.schedule.view import ScheduleReport
from pathwayctl.scheduling.schedule import Schedule, make_schedule

SIZES = (500, 2_000, 10_000)
FORMS = ("table", "gantt", "network")


def main() -> None:
    """Print a line per size of plan: the seconds and the megabytes of each format."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            large_plans.write_project(Path(folder, "plan"), size)
            plan = load(Path(folder, "plan")).plan
        made = make_schedule(plan)
        assert isinstance(made, Schedule)
        report, told = ScheduleReport(plan, made), []
        assert report.tasks  # the records are made once, and not in the first format's time
        for form in FORMS:
            begin = time.perf_counter()
            text = plain(SCHEDULE.writer(form)(report, 120))
            told.append(f"{form} {time.perf_counter() - begin:6.2f} s {len(text) / 1e6:5.1f} MB")
        print(f"{size:6,} tasks: {'   '.join(told)}")


if __name__ == "__main__":
    main()
