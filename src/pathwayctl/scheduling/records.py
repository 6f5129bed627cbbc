"""Tasks with their dates: numbers become records here, and day counts become dates, on demand.

A check looks at a few tasks of a large plan; records of all of them would take as long as the dates did.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache
from typing import Protocol

from pathwayctl.diagnostics import Path
from pathwayctl.model.values import Link
from pathwayctl.model.vocabulary import LinkType, Status
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown, Row
from pathwayctl.scheduling.critical import Margins, critical_path, margins
from pathwayctl.scheduling.displayed_dates import Spans, days_shown, early_spans, late_spans
from pathwayctl.scheduling.events import days_off_worked
from pathwayctl.scheduling.remaining_work import DONE, UNDER_WAY
from pathwayctl.scheduling.totals import Totals, totals
from pathwayctl.scheduling.workdays import LAST_DAY, WorkCalendar
from pathwayctl.scheduling.workings import Workings


@dataclass(frozen=True, slots=True)
class ScheduledTask:
    """One task with its dates. Durations and floats are in working days.

    ``kind`` is ``task``, ``milestone``, or ``summary``; ``duration`` is the number of working days from the
    start to the finish, which for a task that has not started is the planned duration. A summary has the
    first start, the last finish, and the least floats of the tasks in it, and their total cost and progress.

    ``early`` and ``late`` are boundaries between working days, (start, finish), as the engine counts:
    boundary ``b`` is just before working day ``b``. ``asked`` is the boundary before which the links do
    not let what remains of a task start (0 without links). If it is less than ``early[0]``, something
    other than a link puts the task there; if it is greater, the links push against the task's ``date``
    or its actual start.
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
    """The records of a work breakdown, and what follows from all of them."""

    @property
    def breakdown(self) -> Breakdown:
        """The rows, in outline order."""

    @property
    def start(self) -> date:
        """The first day of the project."""

    @property
    def finish(self) -> date:
        """The last day of the project."""

    @property
    def critical_path(self) -> tuple[str, ...]:
        """The ids of critical tasks and milestones in order of start."""

    def record(self, index: int) -> ScheduledTask:
        """The record of one row."""

    def days(self, row: int) -> tuple[date, date]:
        """The first and last day that a task (not a summary) shows."""


@dataclass(frozen=True)
class Listing:
    """The records of a schedule, from its boundaries; each column is calculated when it is first needed."""

    breakdown: Breakdown
    calendar: WorkCalendar
    workings: Workings
    critical_float: int

    @cached_property
    def start(self) -> date:
        """The first working day, or the day on which work actually began if that was earlier."""
        first = self.calendar.day(0)
        return min(first, date_of(self._early.shown[0][-1])) if self.breakdown.rows else first

    @cached_property
    def finish(self) -> date:
        """The last day on which a task that is not dropped is shown; if all are, the last of them.

        Only tasks that can be the last are looked at, since what-if asks for this many times.
        """
        network, work, at = self.workings.network, self.workings.work, self.workings.solution.early.at
        size, form = network.size, work.form
        leaves = [row for row in range(size - 1) if network.is_leaf[row]]
        last = [
            row
            for row in leaves
            if work.live[row]
            and (
                at[size + row] == at[-1]
                or form[row] == DONE
                or (form[row] == UNDER_WAY and not work.remaining[row])
            )
        ]
        if not leaves:
            return self.calendar.day(0)
        return date_of(max(self.day_counts(row)[1] for row in last or leaves))

    def days(self, row: int) -> tuple[date, date]:
        """The first and last day that a task (not a summary) shows."""
        first, last = self.day_counts(row)
        return date_of(first), date_of(last)

    def day_counts(self, row: int) -> tuple[int, int]:
        """The counts of the first and last day that a task (not a summary) shows."""
        early, size = self.workings.solution.early, self.workings.network.size
        span = early.at[row], early.at[size + row]
        return days_shown(self.workings.work, self.calendar, row, span, early)

    @cached_property
    def critical_path(self) -> tuple[str, ...]:
        """The ids of critical tasks and milestones in order of start."""
        return critical_path(self.breakdown, self._margins.critical, self._early.shown[0])

    @cached_property
    def _early(self) -> Spans:
        return early_spans(self.workings.network, self.workings.work, self.calendar, self.workings.solution)

    @cached_property
    def _late(self) -> Spans:
        return late_spans(self.workings.network, self.workings.work, self.calendar, self.workings.solution)

    @cached_property
    def _margins(self) -> Margins:
        workings = self.workings
        return margins(
            self.breakdown, workings.network, workings.work, workings.solution, self.critical_float
        )

    @cached_property
    def _totals(self) -> Totals:
        return totals(self.breakdown, self.workings.work, self.calendar.week)

    def record(self, index: int) -> ScheduledTask:
        """The record of one row."""
        row, days, late = self.breakdown.rows[index], self._early, self._late
        task, floats, sums = row.task, self._margins, self._totals
        early = days.boundaries[0][index], days.boundaries[1][index]
        return ScheduledTask(
            id=task.id,
            wbs=row.wbs,
            title=task.title,
            kind=_kind(row, self.workings.work.duration[index]),
            depth=row.depth,
            owner=task.owner,
            duration=early[1] - early[0] + self._days_off(row),
            start=date_of(days.shown[0][index]),
            finish=date_of(days.shown[1][index]),
            late_start=date_of(late.shown[0][index]),
            late_finish=date_of(late.shown[1][index]),
            total_float=floats.total[index],
            free_float=floats.free[index],
            critical=floats.critical[index],
            status=sums.status[index],
            complete=sums.complete[index],
            cost=sums.cost[index],
            depends_on=tuple([written(link) for link in task.depends_on]),
            task=task,
            path=row.path,
            early=early,
            late=(late.boundaries[0][index], late.boundaries[1][index]),
            asked=self.workings.solution.early.asked[index],
        )

    def _days_off(self, row: Row) -> int:
        """The number of days off on which a task, or something in a summary, is worked."""
        events = self.workings.work.events
        if not events:
            return 0
        inside = range(row.index, row.end) if row.is_summary else (row.index,)
        return days_off_worked([events[index] for index in inside if index in events])


@lru_cache(maxsize=1 << 16)
def date_of(count: int) -> date:
    """The date of a day count; for one outside the calendar, the nearest date."""
    return date.fromordinal(min(max(count, 1), LAST_DAY))


def written(link: Link) -> str:
    """A link in its shortest notation: ``kickoff``, ``draft SS``, ``charter FS+3d``."""
    lag = link.lag
    if lag.amount or lag.elapsed:
        return f"{link.predecessor} {link.type}{lag.amount:+d}{lag.unit}"
    return link.predecessor if link.type is LinkType.FS else f"{link.predecessor} {link.type}"


def _kind(row: Row, duration: int) -> str:
    if row.task.tasks:
        return "summary"
    return "task" if duration else "milestone"
