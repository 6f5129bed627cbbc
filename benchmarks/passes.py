"""Times the passes of the critical path method against a bare one on plain lists, and 100,000 tasks.

The bare one is what anybody would write in a few lines: Kahn's order, a forward pass, a backward
pass and the total float, for finish-to-start links alone. Ours does the four kinds of links with lags,
summaries, dates, progress and both floats on the same plan.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import large_plans

from pathwayctl.loading.project import load
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.network import Network, connect
from pathwayctl.scheduling.remaining_work import work_as_of
from pathwayctl.scheduling.schedule import get_ready, make_schedule
from pathwayctl.scheduling.solve import solve
from pathwayctl.scheduling.workdays import work_calendar

RUNS = 9


def plan_of(tasks: int) -> Plan:
    """The plan of ``large_plans.py`` with so many tasks."""
    with tempfile.TemporaryDirectory() as folder:
        large_plans.write_project(Path(folder, "plan"), tasks)
        return load(Path(folder, "plan")).plan


def milliseconds(work: Callable[[], object]) -> float:
    """The median time of several runs, without garbage collection, as every command has it."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1000


def bare(durations: list[int], links: list[list[int]]) -> list[int]:
    """The total floats, by Kahn's order and two passes on plain lists."""
    size = len(durations)
    following: list[list[int]] = [[] for _ in range(size)]
    waiting = [0] * size
    for task, sources in enumerate(links):
        waiting[task] = len(sources)
        for source in sources:
            following[source].append(task)
    order = [task for task in range(size) if not waiting[task]]
    for task in order:
        for after in following[task]:
            waiting[after] -= 1
            if not waiting[after]:
                order.append(after)
    start = [0] * size
    for task in order:
        finish = start[task] + durations[task]
        for after in following[task]:
            start[after] = max(start[after], finish)
    last = max(start[task] + durations[task] for task in range(size))
    late = [last] * size
    for task in reversed(order):
        for after in following[task]:
            late[task] = min(late[task], late[after] - durations[after])
    return [late[task] - durations[task] - start[task] for task in range(size)]


def main() -> None:
    """Print the figures."""
    get_ready()
    gc.disable()
    wholes = {}
    for tasks in (10_000, 100_000):
        plan = plan_of(tasks)
        breakdown = break_down(plan.tasks)
        calendar = work_calendar(plan)
        work = work_as_of(plan, breakdown, calendar)
        network = connect(breakdown, work.live, calendar.week)
        assert isinstance(network, Network)
        leaves = [row for row in breakdown.rows if not row.is_summary]
        number = {row.task.id: place for place, row in enumerate(leaves)}
        links = [[number[link.predecessor] for link in row.task.depends_on] for row in leaves]
        durations = [work.duration[row.index] for row in leaves]
        floor = milliseconds(lambda durations=durations, links=links: bare(durations, links))  # type: ignore[misc] # mypy does not type a lambda's defaults
        passes = milliseconds(
            lambda network=network, work=work, calendar=calendar: solve(network, work, calendar, None)  # type: ignore[misc] # the same
        )
        wholes[tasks] = milliseconds(lambda plan=plan: make_schedule(plan))  # type: ignore[misc] # the same
        print(
            f"{tasks:7,} tasks: passes {passes:7.1f} ms, bare {floor:7.1f} ms, ratio {passes / floor:.2f}"
            f" (bound 3); whole schedule {wholes[tasks]:8.1f} ms"
        )
    print(f"100,000 tasks cost {wholes[100_000] / wholes[10_000]:.1f} times 10,000 (bound 12)")


if __name__ == "__main__":
    main()
