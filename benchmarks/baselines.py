"""Times what a baseline adds to a schedule: written, read again, and compared task by task.

The plan is that of ``large_plans.py``; the plan that it is compared with has every tenth task longer. The
figures to look at are the last three, beside the schedule itself.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import large_plans

from pathwayctl.analysis.variance.comparison import compare
from pathwayctl.baselines.file_text import to_text
from pathwayctl.baselines.frozen import freeze
from pathwayctl.baselines.reading import from_text
from pathwayctl.loading.project import load
from pathwayctl.model.plan import Plan
from pathwayctl.model.values import read_estimate
from pathwayctl.model.work import Task
from pathwayctl.scheduling.schedule import Schedule, make_schedule

TASKS = 10_000
Made = TypeVar("Made")


def timed(what: str, work: Callable[[], Made]) -> Made:
    """What the work gives; how long it took is printed."""
    begun = time.process_time()
    made = work()
    print(f"{what:44} {time.process_time() - begun:8.3f} s")
    return made


def scheduled(plan: Plan) -> Schedule:
    """The schedule of a plan, with all its records."""
    made = make_schedule(plan)
    if not isinstance(made, Schedule):
        raise SystemExit("the plan has no schedule")
    len(made.tasks)  # which makes them
    return made


def changed(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    """The same tasks, every tenth of them longer."""
    found = []
    for number, task in enumerate(tasks):
        more = {"duration": read_estimate("12w")} if number % 10 == 0 and not task.tasks else {}
        found.append(task.model_copy(update={**more, "tasks": changed(task.tasks)}))
    return tuple(found)


def main(tasks: int) -> None:
    """Print the time of each step."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "plan")
        large_plans.write_project(root, tasks)
        plan = load(root).plan
    schedule = timed("schedule, with a record of each task", lambda: scheduled(plan))
    text = timed("baseline to text", lambda: to_text(freeze(schedule, "approved", None)).encode())
    print(f"{'':44} {len(text) / 1e6:8.1f} MB")
    later = scheduled(plan.model_copy(update={"tasks": changed(plan.tasks)}))
    baseline, _ = timed("text to baseline", lambda: from_text(text, "approved", "approved.yaml"))
    if baseline is None:
        raise SystemExit("the baseline cannot be read")
    compared = compare(baseline, later)
    timed("what moved the finish", lambda: compared.causes)
    timed("every task compared", lambda: [compared.of(task.id) for task in later.tasks])
    print(f"{compared.finish_variance:+d} working days from {len(compared.causes)} causes")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TASKS)
