"""Times the answer to why at the end of a long chain in a large plan, beside the schedule and a bare pass."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import large_plans

from pathwayctl.analysis.why.answer import why
from pathwayctl.loading.opening import begin_reading
from pathwayctl.loading.project import put_together
from pathwayctl.scheduling.critical_paths import critical_paths
from pathwayctl.scheduling.passes import forward
from pathwayctl.scheduling.schedule import Schedule, make_schedule, workings_of

TASKS = 10_000
RUNS = 5


def seconds(run: Callable[[], object]) -> float:
    """The median of a few runs."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        run()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def main() -> None:
    """Make the plan and print a line per figure."""
    with tempfile.TemporaryDirectory() as folder:
        large_plans.write_project(Path(folder), TASKS)
        plan = put_together(begin_reading(Path(folder))).plan
    gc.disable()  # as it is while a command runs
    made = make_schedule(plan)
    if not isinstance(made, Schedule):
        return
    workings = workings_of(made)
    last = max(range(TASKS), key=lambda row: (workings.network.is_leaf[row], made.span(row)[0]))
    answer = why(plan, made, last)
    print(f"{TASKS:,} tasks; a chain of {len(answer.chain):,}, {answer.purchases.tried} changes tried")
    print(f"schedule       {seconds(lambda: make_schedule(plan)):8.3f} s")
    release = workings.work.release
    one = seconds(lambda: forward(workings.network, workings.work, release, made.calendar))
    print(f"forward pass   {one:8.3f} s")
    print(f"why            {seconds(lambda: why(plan, made, last)):8.3f} s")
    print(f"critical paths {seconds(lambda: critical_paths(made, 0)):8.3f} s")


if __name__ == "__main__":
    main()
