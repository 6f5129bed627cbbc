"""Writes plans like those of PSPLIB, for `levelling.py` where its sets themselves are not at hand.

    .venv/bin/python benchmarks/progen.py FOLDER TASKS [PLANS_PER_CELL]
    .venv/bin/python benchmarks/levelling.py FOLDER normal

The parameters are those of ProGen (Kolisch, Sprecher and Drexl 1995): a cell for each network complexity,
resource factor, and resource strength. Nobody knows the best lengths, so the CSV holds those of the critical
paths. The literature compares methods on 60 tasks and more by the mean distance to these: about 11.3 % for 60
tasks and 34 % for 120 with 1,000 schedules, 11.0 % and 33 % with 5,000.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from random import Random

from psplib import Problem, critical_path, write, write_lengths

COMPLEXITIES = 1.5, 1.8, 2.1
"""Links per task."""
FACTORS = 0.25, 0.5, 0.75, 1.0
"""Resources that a task needs, of the four."""
STRENGTHS = {120: (0.1, 0.2, 0.3, 0.4, 0.5)}
"""Capacity: 0 lets the most demanding task run alone, 1 all that the critical path method runs at once."""
USUAL_STRENGTHS = 0.2, 0.5, 0.7, 1.0
MOST_NEIGHBORS = 3
RESOURCES = 4
LONGEST = MOST_NEEDED = 10


def links(tasks: int, complexity: float, chance: Random) -> list[set[int]]:
    """What follows each task; 0 and the last are the start and the finish of the plan."""
    last = tasks + 1
    following: list[set[int]] = [set() for _ in range(last + 1)]
    before = [0] * (last + 1)

    def link(one: int, other: int) -> None:
        following[one].add(other)
        before[other] += 1

    for task in range(1, MOST_NEIGHBORS + 1):
        link(0, task)
        link(last - task, last)
    for task in range(MOST_NEIGHBORS + 1, last):
        free = [
            one for one in range(1, min(task, last - MOST_NEIGHBORS)) if len(following[one]) < MOST_NEIGHBORS
        ]
        link(chance.choice(free), task)
    for task in range(last - MOST_NEIGHBORS - 1, 0, -1):
        free = [one for one in range(max(task, MOST_NEIGHBORS) + 1, last) if before[one] < MOST_NEIGHBORS]
        if not following[task]:
            link(task, chance.choice(free or [last]))
    wanted = round(complexity * (tasks + 2))
    for _ in range(100 * tasks):
        if sum(map(len, following)) >= wanted:
            break
        one, other = sorted(chance.sample(range(1, last), 2))
        fits = len(following[one]) < MOST_NEIGHBORS and before[other] < MOST_NEIGHBORS
        if (
            fits
            and other > MOST_NEIGHBORS
            and one < last - MOST_NEIGHBORS
            and not is_redundant(following, one, other)
        ):
            link(one, other)
    return following


def is_redundant(following: list[set[int]], one: int, other: int) -> bool:
    """Whether links lead from a task to another already, or a link between them would make one redundant."""
    after = reached(following, one)
    heads = [task for task in range(len(following)) if one in reached(following, task)]
    return other in after or any(
        following[head] & ({other} | reached(following, other)) for head in [one, *heads]
    )


def reached(following: list[set[int]], task: int) -> set[int]:
    """All that comes after a task."""
    found: set[int] = set()
    ahead = list(following[task])
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead += following[one]
    return found


def needs(tasks: int, factor: float, chance: Random) -> list[list[int]]:
    """What each task needs of each resource."""
    pairs = chance.sample(list(product(range(tasks), range(RESOURCES))), round(factor * RESOURCES * tasks))
    found = [[0] * RESOURCES for _ in range(tasks)]
    for task, resource in pairs:
        found[task][resource] = chance.randint(1, MOST_NEEDED)
    return [[0] * RESOURCES, *found, [0] * RESOURCES]


def problem(tasks: int, cell: tuple[float, float, float], chance: Random) -> Problem:
    """A plan of a cell."""
    complexity, factor, strength = cell
    following = links(tasks, complexity, chance)
    days = [0, *(chance.randint(1, LONGEST) for _ in range(tasks)), 0]
    needed = needs(tasks, factor, chance)
    start = [0] * len(days)
    for task, after in enumerate(following):
        for one in after:
            start[one] = max(start[one], start[task] + days[task])
    capacity = []
    for column in zip(*needed, strict=True):
        load = [0] * (start[-1] + 1)
        for task, units in enumerate(column):
            for day in range(start[task], start[task] + days[task]):
                load[day] += units
        capacity.append(max(column) + round(strength * (max(load) - max(column))))
    after_each = {n: [one + 1 for one in sorted(after)] for n, after in enumerate(following, 1)}
    return Problem(dict(enumerate(days, 1)), dict(enumerate(needed, 1)), after_each, capacity)


def main() -> None:
    """Write the plans of all cells."""
    if len(sys.argv) < 3:
        print(__doc__)
        raise SystemExit(2)
    folder, tasks = Path(sys.argv[1]), int(sys.argv[2])
    plans = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    folder.mkdir(parents=True, exist_ok=True)
    chance = Random(tasks)
    lengths = {}
    cells = product(COMPLEXITIES, FACTORS, STRENGTHS.get(tasks, USUAL_STRENGTHS))
    for number, cell in enumerate(cells, 1):
        for plan in range(1, plans + 1):
            name = f"j{tasks}{number}_{plan}.sm"
            made = problem(tasks, cell, chance)
            write(folder / name, made)
            lengths[name] = critical_path(made)
    write_lengths(folder, lengths)


if __name__ == "__main__":
    main()
