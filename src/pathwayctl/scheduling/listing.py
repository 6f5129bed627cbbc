"""The list of tasks with their dates: numbers become records here, and day counts dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pathwayctl.model.values import Link
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.scheduling.breakdown import Breakdown, Row
from pathwayctl.scheduling.critical import Margins
from pathwayctl.scheduling.progress import Work
from pathwayctl.scheduling.records import ScheduledTask
from pathwayctl.scheduling.shown import Spans
from pathwayctl.scheduling.totals import Totals
from pathwayctl.scheduling.workdays import LAST_DAY


def tasks_of(
    breakdown: Breakdown, work: Work, days: Spans, margins: Margins, sums: Totals, asked: list[int]
) -> Iterator[ScheduledTask]:
    """A record for each row, in outline order. What is given are columns with an entry for each row."""
    known: dict[int, date] = {}
    start, finish, late_start, late_finish = (
        [known[day] if day in known else known.setdefault(day, date_of(day)) for day in column]
        for column in (*days.shown, *days.shown_late)
    )
    early, late = (list(zip(*span, strict=True)) for span in (days.early, days.late))
    for index, row in enumerate(breakdown.rows):
        task, span = row.task, early[index]
        yield ScheduledTask(
            id=task.id,
            wbs=row.wbs,
            title=task.title,
            kind=_kind(row, work.duration[index]),
            depth=row.depth,
            owner=task.owner,
            duration=span[1] - span[0],
            start=start[index],
            finish=finish[index],
            late_start=late_start[index],
            late_finish=late_finish[index],
            total_float=margins.total[index],
            free_float=margins.free[index],
            critical=margins.critical[index],
            status=sums.status[index],
            complete=sums.complete[index],
            cost=sums.cost[index],
            depends_on=tuple([written(link) for link in task.depends_on]),
            task=task,
            path=row.path,
            early=span,
            late=late[index],
            asked=asked[index],
        )


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
