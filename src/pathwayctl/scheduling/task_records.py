"""Tasks with their dates: numbers become records here, and day counts become dates, on demand.

A check looks at a few tasks of a large plan; records of all of them would take as long as the dates did.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathwayctl.model.values import Link
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.scheduling.breakdown import Breakdown, Row
from pathwayctl.scheduling.critical import Margins
from pathwayctl.scheduling.displayed_dates import Spans
from pathwayctl.scheduling.events import days_off_worked
from pathwayctl.scheduling.records import ScheduledTask
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.totals import Totals
from pathwayctl.scheduling.workdays import LAST_DAY


@dataclass(frozen=True, slots=True)
class Listing:
    """What the records are made of: columns with an entry for each row, in outline order."""

    breakdown: Breakdown
    work: Work
    days: Spans
    margins: Margins
    sums: Totals
    asked: list[int]

    def record(self, index: int) -> ScheduledTask:
        """The record of one row."""
        row, days, margins, sums = self.breakdown.rows[index], self.days, self.margins, self.sums
        task = row.task
        early = days.early[0][index], days.early[1][index]
        return ScheduledTask(
            id=task.id,
            wbs=row.wbs,
            title=task.title,
            kind=_kind(row, self.work.duration[index]),
            depth=row.depth,
            owner=task.owner,
            duration=early[1] - early[0] + self._days_off(row),
            start=date_of(days.shown[0][index]),
            finish=date_of(days.shown[1][index]),
            late_start=date_of(days.shown_late[0][index]),
            late_finish=date_of(days.shown_late[1][index]),
            total_float=margins.total[index],
            free_float=margins.free[index],
            critical=margins.critical[index],
            status=sums.status[index],
            complete=sums.complete[index],
            cost=sums.cost[index],
            depends_on=tuple([written(link) for link in task.depends_on]),
            task=task,
            path=row.path,
            early=early,
            late=(days.late[0][index], days.late[1][index]),
            asked=self.asked[index],
        )

    def _days_off(self, row: Row) -> int:
        """On how many days off a task is worked, or what is in a summary."""
        events = self.work.events
        if not events:
            return 0
        inside = range(row.index, row.end) if row.is_summary else (row.index,)
        return days_off_worked([events[index] for index in inside if index in events])


def date_of(count: int) -> date:
    """The date of a day count; one outside of the dates there are gives the nearest."""
    return date.fromordinal(min(max(count, 1), LAST_DAY))


def written(link: Link) -> str:
    """A link as it is written at its shortest: ``kickoff``, ``draft SS``, ``charter FS+3d``."""
    lag = link.lag
    if lag.amount or lag.elapsed:
        return f"{link.predecessor} {link.type}{lag.amount:+d}{lag.unit}"
    return link.predecessor if link.type is LinkType.FS else f"{link.predecessor} {link.type}"


def _kind(row: Row, duration: int) -> str:
    if row.task.tasks:
        return "summary"
    return "task" if duration else "milestone"
