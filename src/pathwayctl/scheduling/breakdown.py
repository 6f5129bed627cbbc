"""The work breakdown as a flat list: every task in outline order, with its number and its place.

A tree is what people write; a list in which each task knows its parent and where its own part ends
is what everything else works on. Nothing here, or after it, needs recursion.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from pathwayctl.diagnostics import Path
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One task in the outline.

    ``wbs`` is its outline number (``1.2.3``), ``depth`` is 0 at the top and ``parent`` the index of
    the task it belongs to, -1 at the top. The rows from ``index + 1`` up to ``end`` (not included)
    are all that is under it.
    """

    index: int
    task: Task
    path: Path
    wbs: str
    depth: int
    parent: int
    end: int

    @property
    def is_summary(self) -> bool:
        """Whether there are tasks under it, so that its dates come from them."""
        return bool(self.task.tasks)


@dataclass(frozen=True)
class Breakdown:
    """All rows in outline order, and the row of each id; of two with one id, the first holds it.

    ``worked`` has, for tasks that pause while someone is closed, the working days left without pauses.
    """

    rows: tuple[Row, ...]
    by_id: Mapping[str, int]
    worked: Mapping[int, int] = field(default_factory=dict)


def break_down(tasks: tuple[Task, ...]) -> Breakdown:
    """Number the tasks depth-first: each one comes before what is under it."""
    found: list[tuple[Task, Path, str, int, int]] = []
    waiting: list[tuple[Task, Path, str, int, int]] = []
    waiting.extend((task, ("tasks", n), str(n + 1), 0, -1) for n, task in enumerate(tasks))
    waiting.reverse()
    while waiting:
        entry = waiting.pop()
        task, path, wbs, depth, _ = entry
        index = len(found)
        found.append(entry)
        if task.tasks:
            children = enumerate(task.tasks)
            if task.every is None:
                under = [(t, (*path, "tasks", n), f"{wbs}.{n + 1}", depth + 1, index) for n, t in children]
            else:  # its occurrences are written where it is
                under = [(t, path, f"{wbs}.{n + 1}", depth + 1, index) for n, t in children]
            waiting += under[::-1]
    ends = _ends([parent for *_, parent in found])
    rows = tuple(Row(index, *entry, ends[index]) for index, entry in enumerate(found))
    by_id: dict[str, int] = {}
    for row in rows:
        by_id.setdefault(row.task.id, row.index)
    return Breakdown(rows, by_id)


def _ends(parents: list[int]) -> list[int]:
    """Where the part of each row ends, from the bottom up."""
    ends = list(range(1, len(parents) + 1))
    for index in range(len(parents) - 1, -1, -1):
        parent = parents[index]
        if parent >= 0 and ends[index] > ends[parent]:
            ends[parent] = ends[index]
    return ends
