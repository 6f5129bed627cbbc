"""Levels the plans of a folder of PSPLIB files and says how far from the best known lengths it ends.

PSPLIB (Kolisch and Sprecher 1996) is the collection that methods for this are compared on:

    .venv/bin/python benchmarks/levelling.py FOLDER [EFFORT]...

``FOLDER`` is one that `psplib.py` reads. One period is a working day of a seven-day week, each renewable
resource an organization with that capacity. Each schedule is checked day by day, apart from the engine,
before it counts.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from psplib import Problem, best_lengths, read

from pathwayctl.levelling.level import EFFORTS, Levelled, level
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.schedule import Schedule, make_schedule

WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def as_plan(problem: Problem) -> Plan:
    """The problem as a project."""
    waits: dict[int, list[str]] = {job: [] for job in problem.days}
    for job, following in problem.following.items():
        for other in following:
            waits[other].append(f"j{job}")
    tasks: list[dict[str, Any]] = [
        {
            "id": f"j{job}",
            "title": f"Job {job}",
            "duration": f"{days}d",
            "depends_on": waits[job],
            "assigned": {f"r{n}": units for n, units in enumerate(problem.needs[job]) if units},
        }
        for job, days in problem.days.items()
    ]
    pools = [
        {"id": f"r{n}", "name": f"R {n}", "category": "k-12", "capacity": units}
        for n, units in enumerate(problem.capacity)
    ]
    header = {"name": "Benchmark", "start": "2027-01-04"}
    calendar = {"working_days": WEEK}
    return Plan.model_validate(
        {"project": header, "calendar": calendar, "organizations": pools, "tasks": tasks}
    )


def length(problem: Problem, schedule: Schedule) -> int:
    """The length of a schedule in days; stops if it breaks a link, a length or a capacity."""
    first = schedule.start.toordinal()
    begin = {job: schedule.by_id[f"j{job}"].start.toordinal() - first for job in problem.days}
    end = {job: schedule.by_id[f"j{job}"].finish.toordinal() - first + 1 for job in problem.days}
    for job, days in problem.days.items():
        assert not days or end[job] - begin[job] == days, "a job is split"
        for other in problem.following[job]:
            assert not problem.days[other] or not days or begin[other] >= end[job], "a link is broken"
    whole = max(end.values())
    for day in range(whole):
        running = [job for job in problem.days if problem.days[job] and begin[job] <= day < end[job]]
        for n, units in enumerate(problem.capacity):
            assert sum(problem.needs[job][n] for job in running) <= units, "a capacity is exceeded"
    return whole


def measure(folder: Path, effort: str) -> str:
    """A row of the table: how far from the best lengths, and how long it took."""
    best = best_lengths(folder)
    over, seconds, tried = [], [], []
    for name in sorted(best):
        problem = read(folder / name)
        plan = as_plan(problem)
        schedule = make_schedule(plan)
        assert isinstance(schedule, Schedule)
        begun = time.process_time()
        found = level(plan, schedule, effort)
        seconds.append(time.process_time() - begun)
        assert isinstance(found, Levelled)
        over.append(100 * (length(problem, found.schedule) / best[name] - 1))
        tried.append(found.tried)
    number = len(over)
    reached = sum(one <= 0 for one in over)
    return (
        f"| {effort} | {sum(over) / number:.2f} % | {max(over):.1f} % | {reached} of {number} | "
        f"{sum(tried) / number:,.0f} | {sum(seconds) / number:.2f} s | {max(seconds):.2f} s |"
    )


def main() -> None:
    """Print the table for the efforts that are named, or for all."""
    if len(sys.argv) < 2:
        print(__doc__)
        raise SystemExit(2)
    print("| effort | mean above best | most | best reached | schedules | mean time | longest |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for effort in sys.argv[2:] or EFFORTS:
        print(measure(Path(sys.argv[1]), effort), flush=True)


if __name__ == "__main__":
    main()
