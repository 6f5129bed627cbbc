"""A baseline: the plan's dates, durations, and costs on the day it was saved.

Boundaries are not kept: only the dates that people agreed on. What follows from others is not kept
either: a summary takes its dates and cost from what is in it, so that one changed task is one changed
line of the file. Dropped tasks are no part of a plan, and so of no baseline.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from math import fsum

from pathwayctl.model.values import Link
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import Schedule, ScheduledTask


@dataclass(frozen=True, slots=True)
class Frozen:
    """One task as it was planned.

    ``start`` and ``finish`` are the days that were shown, ``None`` for a summary; ``days`` is the length
    in working days, 0 for a milestone and for a summary. ``parent`` is the id of the summary it is in.
    ``cost`` is its own. ``held`` is the task's ``date``.
    """

    id: str
    title: str
    parent: str | None = None
    start: date | None = None
    finish: date | None = None
    days: int = 0
    cost: float | None = None
    complete: int = 0
    depends_on: tuple[Link, ...] = ()
    held: date | None = None
    not_before: date | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class BaselineSpan:
    """The first and the last day of a task or summary, and what all in it was to cost."""

    start: date
    finish: date
    cost: float | None


@dataclass(frozen=True)
class Baseline:
    """A plan as it was saved; the tasks are in the order of the work breakdown.

    ``status_date`` is the day as of which progress was judged then.
    """

    name: str
    start: date
    finish: date
    status_date: date | None
    tasks: tuple[Frozen, ...]

    @property
    def cost(self) -> float | None:
        """What all tasks together were to cost, ``None`` if none has a cost."""
        costs = [task.cost for task in self.tasks if task.cost is not None]
        return fsum(costs) if costs else None

    @cached_property
    def by_id(self) -> Mapping[str, Frozen]:
        """The tasks by their ids."""
        return {task.id: task for task in self.tasks}

    @property
    def days(self) -> dict[str, tuple[date, date]]:
        """The first and last day of each task and summary by its id."""
        return {name: (span.start, span.finish) for name, span in self.spans.items()}

    @cached_property
    def spans(self) -> Mapping[str, BaselineSpan]:
        """The dates and costs by ids, those of summaries from what is in them.

        A summary with nothing in it has none.
        """
        found: dict[str, BaselineSpan] = {}
        for task in reversed(self.tasks):
            span = _own(task, found.get(task.id))
            if span is None:
                continue
            found[task.id] = span
            if task.parent is not None:
                found[task.parent] = _joined(span, found.get(task.parent))
        return found


def _own(task: Frozen, inside: BaselineSpan | None) -> BaselineSpan | None:
    """The span of a task, or of a summary whose parts have been put together."""
    if task.start is not None and task.finish is not None:
        return BaselineSpan(task.start, task.finish, task.cost)
    return inside and BaselineSpan(inside.start, inside.finish, added(inside.cost, task.cost))


def _joined(one: BaselineSpan, other: BaselineSpan | None) -> BaselineSpan:
    if other is None:
        return one
    return BaselineSpan(
        min(one.start, other.start), max(one.finish, other.finish), added(one.cost, other.cost)
    )


def added(one: float | None, other: float | None) -> float | None:
    """The sum of two costs, where either may not be known."""
    return one if other is None else other if one is None else one + other


def freeze(schedule: Schedule, name: str, status_date: date | None) -> Baseline:
    """The baseline of a schedule."""
    rows = schedule.records.breakdown.rows
    ids = {row.index: row.task.id for row in rows}
    live = [row for row in rows if schedule.counts(row.index)]
    tasks = tuple(_frozen(schedule.at(row.index), ids.get(row.parent)) for row in live)
    return Baseline(name, schedule.start, schedule.finish, status_date, tasks)


def _frozen(placed: ScheduledTask, parent: str | None) -> Frozen:
    task, is_summary = placed.task, placed.kind == "summary"
    return Frozen(
        id=task.id,
        title=task.title,
        parent=parent,
        start=None if is_summary else placed.start,
        finish=None if is_summary else placed.finish,
        days=0 if is_summary else placed.duration,
        cost=task.cost,
        complete=0 if is_summary else placed.complete,
        depends_on=task.depends_on,
        held=None if is_summary else task.date,
        not_before=task.not_before,
        late=task.as_late_as_possible,
    )
