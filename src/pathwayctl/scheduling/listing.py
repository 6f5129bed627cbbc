"""The list of tasks with their dates: numbers become records here, and day counts dates."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Listing:
    """All that has been found out about the rows, in columns."""

    work: Work
    spans: Spans
    margins: Margins
    totals: Totals
    asked: list[int]

    def tasks(self, breakdown: Breakdown) -> tuple[ScheduledTask, ...]:
        """A record for each row, in outline order."""
        return tuple(self._task(row) for row in breakdown.rows)

    def _task(self, row: Row) -> ScheduledTask:
        index, task, spans = row.index, row.task, self.spans
        early = spans.early[0][index], spans.early[1][index]
        return ScheduledTask(
            id=task.id,
            wbs=row.wbs,
            title=task.title,
            kind=_kind(row, self.work.duration[index]),
            depth=row.depth,
            owner=task.owner,
            duration=early[1] - early[0],
            start=date_of(spans.shown[0][index]),
            finish=date_of(spans.shown[1][index]),
            late_start=date_of(spans.shown_late[0][index]),
            late_finish=date_of(spans.shown_late[1][index]),
            total_float=self.margins.total[index],
            free_float=self.margins.free[index],
            critical=self.margins.critical[index],
            status=self.totals.status[index],
            complete=self.totals.complete[index],
            cost=self.totals.cost[index],
            depends_on=tuple(map(written, task.depends_on)),
            task=task,
            path=row.path,
            early=early,
            late=(spans.late[0][index], spans.late[1][index]),
            asked=self.asked[index],
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
    if row.is_summary:
        return "summary"
    return "task" if duration else "milestone"
