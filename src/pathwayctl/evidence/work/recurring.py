"""Recurring tasks of a plan, and their occurrences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.work import Task
from pathwayctl.quick_pattern import pattern
from pathwayctl.scheduling.breakdown import Row

_STAMP: Final = pattern(r"-\d{4}-\d{2}(?:-\d{2})?")


def has_occurrences(task: Task) -> bool:
    """Whether a task recurs, and the tasks in it are its occurrences."""
    return (
        task.every is not None
        and bool(task.tasks)
        and all(
            one.id.startswith(task.id) and _STAMP.fullmatch(one.id.removeprefix(task.id))
            for one in task.tasks
        )
    )


def is_occurrence(index: PlanIndex, row: Row) -> bool:
    """Whether a task is one occurrence of a recurring task."""
    return row.parent >= 0 and has_occurrences(index.breakdown.rows[row.parent].task)


def without_repeats(index: PlanIndex, rows: Iterable[Row]) -> list[Row]:
    """The rows with the first occurrence only of each recurring task: the others say the same."""
    seen: set[int] = set()
    found = []
    for row in rows:
        if is_occurrence(index, row):
            if row.parent in seen:
                continue
            seen.add(row.parent)
        found.append(row)
    return found
