"""What each rule on the health of a plan costs, in processor time, beside all other checks together.

python benchmarks/plan_health.py [TASKS]
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from pathlib import Path

from large_plans import write_project

from pathwayctl.checks.registry import all_checks
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.loading.project import load
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import make_schedule

FIRST = "PW611"
ROUNDS = 5


def measure(tasks: int) -> dict[str, float]:
    """The least milliseconds of each check over some rounds, by the code of its first rule."""
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder), tasks)
        plan = load(Path(folder)).plan
    breakdown = break_down(plan.tasks)
    schedule = make_schedule(plan, breakdown)
    least: dict[str, float] = {}
    gc.disable()  # as it is while a command runs
    for _ in range(ROUNDS):
        index = PlanIndex(plan, breakdown, schedule)
        for check in all_checks():
            if check.applies(index):
                begun = time.process_time()
                list(check(index))
                spent = 1000 * (time.process_time() - begun)
                code = check.rules[0].code
                least[code] = min(spent, least.get(code, spent))
    return least


def main() -> None:
    """Print a line for each check on health, and the sums."""
    tasks = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    least = measure(tasks)
    health = {code: spent for code, spent in sorted(least.items()) if code >= FIRST}
    for code, spent in health.items():
        print(f"{code} {spent:8.2f} ms")
    print(f"health of {tasks:,} tasks {sum(health.values()):.1f} ms")
    print(f"all other checks {sum(least.values()) - sum(health.values()):.1f} ms")


if __name__ == "__main__":
    main()
