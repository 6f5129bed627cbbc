"""What a schedule is: a record for each task, and the whole of them, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

from pathwayctl.diagnostics import Path
from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.network import Network
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.solve import Solution
from pathwayctl.scheduling.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class ScheduledTask:
    """One task with its dates. Durations and floats are in working days.

    ``kind`` is ``task``, ``milestone`` or ``summary``; ``duration`` is the number of working days from the
    start to the finish, for a task that has not begun the same as planned. A summary has the first
    start and last finish, the least floats, the costs together and the progress of what is in it.

    ``early`` and ``late`` are boundaries between working days, (start, finish), as the engine counts:
    boundary ``b`` lies just before working day ``b``. ``asked`` is the boundary before which the links do
    not let what remains of a task start (0 without links). If it is less than ``early[0]``, something
    other than a link puts the task there; if it is greater, the links push against the task's ``date``
    or against the start it really had.
    """

    id: str
    wbs: str
    title: str
    kind: str
    depth: int
    owner: str | None
    duration: int
    start: date
    finish: date
    late_start: date
    late_finish: date
    total_float: int
    free_float: int
    critical: bool
    status: Status
    complete: int
    cost: float | None
    depends_on: tuple[str, ...]
    task: Task
    path: Path
    early: tuple[int, int]
    late: tuple[int, int]
    asked: int


class Records(Protocol):
    """Gives the record of each row of a work breakdown."""

    @property
    def breakdown(self) -> Breakdown:
        """The rows, in outline order."""

    def record(self, index: int) -> ScheduledTask:
        """The record of one row."""


@dataclass(frozen=True, slots=True)
class Wait:
    """That someone's time holds a task back in a levelled schedule.

    ``task`` is the row of the task that the person or pool works on until then, or nothing where they
    are on leave.
    """

    resource: str
    task: int | None


@dataclass(frozen=True, slots=True)
class Workings:
    """What the dates were calculated from, for questions such as why and what if.

    ``waits`` has the rows that a levelled schedule starts later than their links and dates ask for;
    a plain schedule has none. ``levelled`` tells which of the two it is.
    """

    network: Network
    work: Work
    solution: Solution
    waits: Mapping[int, Wait] = field(default_factory=dict)
    levelled: bool = False


@dataclass(frozen=True)
class Schedule:
    """A plan with its dates.

    ``start`` is the project's first working day, or the day on which work really began if that was
    before. ``critical_path`` holds the ids of critical tasks and milestones in order of start.
    """

    start: date
    finish: date
    critical_path: tuple[str, ...]
    calendar: WorkCalendar
    records: Records
    workings: Workings

    @cached_property
    def tasks(self) -> tuple[ScheduledTask, ...]:
        """All tasks, in outline order."""
        return tuple(map(self.records.record, range(len(self.records.breakdown.rows))))

    @cached_property
    def by_id(self) -> Mapping[str, ScheduledTask]:
        """All tasks by their ids; of two with one id, the first."""
        return {id_: self.tasks[index] for id_, index in self.records.breakdown.by_id.items()}

    def at(self, index: int) -> ScheduledTask:
        """The task of one row; quicker than ``tasks`` where only a few are looked at."""
        return self.records.record(index)

    def find(self, task: str) -> ScheduledTask | None:
        """The task with an id, or ``None``."""
        index = self.records.breakdown.by_id.get(task)
        return None if index is None else self.records.record(index)


@dataclass(frozen=True, slots=True)
class NoSchedule:
    """Why a plan has no dates.

    ``cycles``: rings of task ids, each waiting for the next and the last for the first, beginning with
    the one that comes first in the plan; where a ring runs through a summary, the summary's id stands
    in it. ``too_far``: the id of the first task that cannot be dated, since the last year is 9999.
    """

    cycles: tuple[tuple[str, ...], ...]
    too_far: str | None
