"""Runs each command on plans of 2,500, 5,000, and 10,000 tasks, and prints how its processor time grows.

The exponent is that of the number of tasks: 1 if twice the tasks take twice the time. What a plan of ten
tasks takes is left out of it. The least of a few runs counts, since others may be using the machine.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import large_plans
from run import PATHWAYCTL, revise

SMALL = 10
SIZES = (2_500, 5_000, 10_000)
RUNS = 3
BOUND = 1.15
COMMANDS = (
    "validate", "schedule", "schedule --level", "simulate --runs 500", "why task-{last}", "next", "status",
    "diff HEAD~1", "set task-{last}.complete 60 --dry-run", "replace person-3 person-4 --dry-run",
    "fmt --check", "render --handout 4b -o {folder}", "export xlsx -o {folder}/plan.xlsx",
    "export csv --section tasks -o {folder}/plan.csv",
    "export json -o {folder}/plan.json", "export ics --tasks -o {folder}/plan.ics",
    "export msproject -o {folder}/plan.xml", "import {folder}/plan.xlsx --dry-run",
    "import {folder}/plan.csv --as tasks --dry-run", "import {folder}/plan.xml --dry-run",
)  # fmt: skip
"""The files of the exports are those that are imported."""


def processor_seconds(command: list[str]) -> float:
    """The processor time of a command with its second process; stops if the command cannot be run."""
    before = os.times()
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    after = os.times()
    if done.returncode > 1:
        sys.exit(f"{' '.join(command)}: {done.stderr or done.stdout}")
    return after.children_user + after.children_system - before.children_user - before.children_system


def least(command: str, project: Path, tasks: int) -> float:
    """The least processor time of a command on a plan."""
    words = command.format(last=tasks - 1, folder=project.parent).split()
    where = ["-p", str(project)]
    return min(processor_seconds([PATHWAYCTL, *words, *where]) for _ in range(RUNS))


def exponent(times: list[float], fixed: float) -> float:
    """The slope of the line through the first and the last time, both as logarithms."""
    first, last = (max(one - fixed, 0.001) for one in (times[0], times[-1]))
    return math.log(last / first) / math.log(SIZES[-1] / SIZES[0])


def main(wanted: list[str]) -> None:
    """Print a line for each command, or for those that begin with a wanted word."""
    with tempfile.TemporaryDirectory() as folder:
        for tasks in (SMALL, *SIZES):
            large_plans.write_project(Path(folder, str(tasks), "plan"), tasks)
            revise(Path(folder, str(tasks), "plan"))
        for command in COMMANDS:
            if wanted and not command.startswith(tuple(wanted)):
                continue
            fixed, *times = (
                least(command, Path(folder, str(tasks), "plan"), tasks) for tasks in (SMALL, *SIZES)
            )
            found = exponent(times, fixed)
            shown = " ".join(f"{one:7.2f}" for one in (fixed, *times))
            print(f"{command:44} {shown} s   exponent {found:5.2f}{'   above' if found > BOUND else ''}")


if __name__ == "__main__":
    main(sys.argv[1:])
