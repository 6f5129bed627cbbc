"""Reads and writes plans as PSPLIB does, and the lengths that they are compared with; needs no other package.

A folder holds ``.sm`` files and a CSV with the columns ``problem`` and ``optimum`` (or ``best``).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """What a file says: for each job its length, what it needs and what follows it; and what there is."""

    days: dict[int, int]
    needs: dict[int, list[int]]
    following: dict[int, list[int]]
    capacity: list[int]


def read(file: Path) -> Problem:
    """The problem in a ``.sm`` file."""
    found = Problem({}, {}, {}, [])
    part = ""
    for text in file.read_text("utf-8").splitlines():
        if text[:1].isupper():
            part = text.split(":")[0]
        numbers = text.split()
        if not numbers or not all(word.isdigit() for word in numbers):
            continue
        job, *rest = map(int, numbers)
        if part.startswith("PRECEDENCE"):
            found.following[job] = rest[2:]
        elif part.startswith("REQUESTS"):
            found.days[job], found.needs[job] = rest[1], rest[2:]
        elif part.startswith("RESOURCEAVAILABILITIES"):
            found.capacity.extend([job, *rest])
    return found


def write(file: Path, problem: Problem) -> None:
    """Write a ``.sm`` file with what ``read`` reads of it."""
    lines = ["PRECEDENCE RELATIONS:"]
    for job, after in problem.following.items():
        lines.append(" ".join(map(str, [job, 1, len(after), *after])))
    lines.append("REQUESTS/DURATIONS:")
    lines += [" ".join(map(str, [job, 1, days, *problem.needs[job]])) for job, days in problem.days.items()]
    lines += ["RESOURCEAVAILABILITIES:", " ".join(map(str, problem.capacity))]
    file.write_text("\n".join(lines) + "\n", "utf-8")


def critical_path(problem: Problem) -> int:
    """The length without regard to resources; each job comes after what it waits for."""
    start = dict.fromkeys(problem.days, 0)
    for job, after in problem.following.items():
        for one in after:
            start[one] = max(start[one], start[job] + problem.days[job])
    return max(start[job] + days for job, days in problem.days.items())


def best_lengths(folder: Path) -> dict[str, int]:
    """The length that each problem is compared with."""
    found = {}
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                found[row["problem"]] = int(row.get("optimum") or row["best"])
    return found


def write_lengths(folder: Path, lengths: Mapping[str, int]) -> None:
    """Write the CSV of a folder."""
    rows = ["problem,best", *(f"{name},{length}" for name, length in lengths.items())]
    (folder / "best.csv").write_text("\n".join(rows) + "\n", "utf-8")
