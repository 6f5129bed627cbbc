"""Writes plans like those of projects, for `levelling.py`: 100 to 300 tasks, done by people of one unit each.

    .venv/bin/python benchmarks/projects.py FOLDER
    .venv/bin/python benchmarks/projects.py FOLDER cp-sat  # with pathwayctl[bench]; ten seconds a plan
    .venv/bin/python benchmarks/levelling.py FOLDER normal

Each task waits for one or two of the twenty before it and needs one person, seldom two or three. A person
has from few tasks (so links decide how long the plan is) to many (so the work does). The CSV has the lengths
of the critical paths first, then those that CP-SAT finds; these depend on the machine.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from random import Random

from psplib import Problem, critical_path, read, write, write_lengths

SIZES = 100, 150, 200, 250, 300
TASKS_PER_PERSON = 5, 10, 15, 20
NEAR = 20
LONGEST = 10
SECONDS = 10


def project(tasks: int, people: int, chance: Random) -> Problem:
    """A plan; the last job is its end."""
    following: dict[int, list[int]] = {job: [] for job in range(1, tasks + 2)}
    needs = {tasks + 1: [0] * people}
    for job in range(1, tasks + 1):
        earlier = range(max(1, job - NEAR), job)
        for one in chance.sample(earlier, min(len(earlier), chance.choice((1, 1, 2)))):
            following[one].append(job)
        helpers = chance.sample(range(people), chance.choice((1, 1, 1, 1, 2, 3)))
        needs[job] = [int(who in helpers) for who in range(people)]
    for job in range(1, tasks + 1):
        following[job] = following[job] or [tasks + 1]
    days = {job: chance.randint(1, LONGEST) for job in range(1, tasks + 1)}
    return Problem({**days, tasks + 1: 0}, needs, following, [1] * people)


def cp_sat(problem: Problem) -> int:
    """The shortest length that CP-SAT finds in its time, with two threads."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    end = sum(problem.days.values())
    begin = {job: model.new_int_var(0, end, "") for job in problem.days}
    spans = {job: model.new_fixed_size_interval_var(begin[job], problem.days[job], "") for job in begin}
    for job, after in problem.following.items():
        for one in after:
            model.add(begin[one] >= begin[job] + problem.days[job])
    for column in range(len(problem.capacity)):
        model.add_no_overlap([spans[job] for job in spans if problem.needs[job][column]])
    model.minimize(begin[max(begin)])
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = SECONDS
    solver.parameters.num_workers = 2
    solver.solve(model)
    return int(solver.objective_value)


def main() -> None:
    """Write the plans, or read them again and write the lengths that CP-SAT finds."""
    if len(sys.argv) < 2:
        print(__doc__)
        raise SystemExit(2)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    lengths = {}
    for tasks, share in product(SIZES, TASKS_PER_PERSON):
        name = f"p{tasks}_{share}.sm"
        if sys.argv[2:] == ["cp-sat"]:
            lengths[name] = cp_sat(read(folder / name))
            continue
        made = project(tasks, tasks // share, Random(1000 * tasks + share))
        write(folder / name, made)
        lengths[name] = critical_path(made)
    write_lengths(folder, lengths)


if __name__ == "__main__":
    main()
