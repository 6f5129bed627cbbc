"""Times the simulation against a bare forward pass of numpy, and large plans with their memory.

The bare pass is what anybody would write: an array per task with its lengths in all the runs, made
beforehand; for each link the finish of the predecessor plus the lag, and the maximum of these; plus the
length. Ours is ``simulate`` as a whole: random numbers, lengths, forward and back, criticality,
sensitivity, percentiles and chances of every task. The plan is that of ``large_plans.py``: three
lengths for every task, some two links each of several kinds, in a summary for every fifty tasks.
"""

from __future__ import annotations

import gc
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import large_plans
import numpy as np

from pathwayctl.loading.project import load
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.schedule import Schedule, make_schedule, workings_of
from pathwayctl.simulation.distributions import lengths, quantiles
from pathwayctl.simulation.simulate import simulate

TASKS, RUNS, TIMES, RISKS = 1_000, 10_000, 9, 10
BOUND = 5.0


def plan_of(tasks: int, risks: int = 0) -> tuple[Plan, Schedule]:
    """The plan of ``large_plans.py`` with so many tasks and risks, and its schedule."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "plan")
        large_plans.write_project(root, tasks)
        rows = [
            f"  - id: risk-{n}\n    title: Risk {n}\n    kind: internal\n    category: People\n"
            f"    probability: 0.3\n    delays: [{{task: task-{n * tasks // risks}, by: 10d}}]\n"
            for n in range(risks)
        ]
        (root / "risks.yaml").write_text("".join(["risks:\n", *rows]) if rows else "risks: []\n", "utf-8")
        plan = load(root).plan
    schedule = make_schedule(plan)
    if not isinstance(schedule, Schedule):
        raise SystemExit("the plan has no schedule")
    return plan, schedule


def bare(schedule: Schedule, taken: Sequence[Any]) -> Any:
    """The finishes of all tasks in all runs, with nothing else."""
    network = workings_of(schedule).network
    size = network.size
    at: dict[int, Any] = {}
    for row in network.order:
        if row >= size or not network.is_leaf[row]:
            continue
        start = np.zeros(RUNS)
        for source, lag in network.to_start[row]:
            start = np.maximum(start, at[source] + lag)
        for source, lag in network.to_finish[row]:
            start = np.maximum(start, at[source] + lag - taken[row])
        at[row], at[size + row] = start, start + taken[row]
    return at


def seconds(work: Callable[[], object]) -> float:
    """The time of one call, without garbage collection, as every command has it."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def fresh(plan: Plan, schedule: Schedule) -> object:
    """A simulation that has no tables yet, as in a command."""
    lengths.cache_clear()
    quantiles.cache_clear()
    return simulate(plan, schedule, RUNS)


def compare(title: str, risks: int, bound: float | None) -> None:
    """Time both in turn, so that both see the same machine, and print the median ratio."""
    plan, schedule = plan_of(TASKS, risks)
    chance = np.random.default_rng(1)
    taken = [chance.uniform(1, 20, RUNS) for _ in range(workings_of(schedule).network.size)]
    fresh(plan, schedule)
    pairs = [
        (seconds(lambda: fresh(plan, schedule)), seconds(lambda: bare(schedule, taken))) for _ in range(TIMES)
    ]
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    said = f"   bound {bound}" if bound else ""
    print(f"{title:52} {mine:8.3f} s {other:8.3f} s   ratio {ratio:6.2f}{said}")


def main() -> None:
    """Print a line per comparison, then a line per size with its memory."""
    gc.disable()
    print(f"{RUNS:,} runs of {TASKS:,} tasks, all that simulate does / a bare forward pass of numpy")
    compare("without risks", 0, BOUND)
    compare(f"with the value of removing each of {RISKS} risks", RISKS, None)
    for tasks in (1_000, 10_000):
        plan, schedule = plan_of(tasks)
        took = seconds(lambda plan=plan, schedule=schedule: fresh(plan, schedule))  # type: ignore[misc] # bound now
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{RUNS:,} runs of {tasks:6,} tasks {took:8.2f} s   {peak:6.0f} MB at most, the plan included")


if __name__ == "__main__":
    main()
