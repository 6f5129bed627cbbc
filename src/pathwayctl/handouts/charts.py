"""The bar chart of a schedule, as facts: which bars, which links between them, which days are shaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import Weekday

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.handouts.context import Context
    from pathwayctl.scheduling.schedule import ScheduledTask

WEEKENDS_UP_TO: Final = 190
"""Days, about half a year: in a longer chart shaded weekends would be a grey veil and no help."""
SHADED_UP_TO: Final = 5 * 366
"""Days: in a chart of more than five years a closure is thinner than a line."""
DAY: Final = timedelta(days=1)
_WEEK: Final = tuple(Weekday)


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the chart; ``complete`` is in percent, ``note`` says who answers for the task."""

    label: str
    wbs: str
    kind: str
    depth: int
    start: date
    finish: date
    critical: bool
    complete: int
    note: str


@dataclass(frozen=True, slots=True)
class GanttChart:
    """A chart from ``start`` to ``finish``, both days included.

    ``links`` are pairs of positions in ``bars``: the second waits for the first. ``shaded`` are
    stretches of days off, both ends included.
    """

    start: date
    finish: date
    bars: tuple[Bar, ...]
    links: tuple[tuple[int, int], ...]
    shaded: tuple[tuple[date, date], ...]
    status_date: date | None


def gantt(context: Context) -> GanttChart | None:
    """The chart of the whole schedule without what was dropped, or nothing where there are no tasks."""
    tasks = context.live
    if not tasks:
        return None
    start = min(task.start for task in tasks)
    finish = max(start, *(task.finish for task in tasks))
    judged = context.plan.project.status_date
    return GanttChart(
        start,
        finish,
        tuple(_bar(task, context) for task in tasks),
        tuple(_links(tasks)),
        tuple(_shaded(context, start, finish)),
        judged if judged and start <= judged <= finish else None,
    )


def _bar(task: ScheduledTask, context: Context) -> Bar:
    return Bar(
        label=task.title,
        wbs=task.wbs,
        kind=task.kind,
        depth=task.depth,
        start=task.start,
        finish=task.finish,
        critical=task.critical,
        complete=task.complete,
        note=context.name(task.owner),
    )


def _links(tasks: tuple[ScheduledTask, ...]) -> Iterator[tuple[int, int]]:
    place = {task.id: index for index, task in enumerate(tasks)}
    for index, task in enumerate(tasks):
        for link in task.task.depends_on:
            first = place.get(link.predecessor)
            if first is not None and first != index:
                yield first, index


def _shaded(context: Context, start: date, finish: date) -> Iterator[tuple[date, date]]:
    """Stretches of days off; where the chart is long, only those that a working weekday is in."""
    length = (finish - start).days + 1
    if length > SHADED_UP_TO:
        return
    calendar = context.schedule.calendar
    worked = {_WEEK.index(day) for day in context.plan.calendar.working_days}
    off = [day for day in _days(start, length) if not calendar.is_working(day)]
    for first, last in _stretches(off):
        whole = _days(first, (last - first).days + 1)
        if length <= WEEKENDS_UP_TO or any(day.weekday() in worked for day in whole):
            yield first, last


def _days(start: date, length: int) -> list[date]:
    return [start + number * DAY for number in range(length)]


def _stretches(off: list[date]) -> Iterator[tuple[date, date]]:
    """Days that follow each other, put together as first and last day."""
    first: date | None = None
    last = date.min
    for day in off:
        if first is None or day - last != DAY:
            if first is not None:
                yield first, last
            first = day
        last = day
    if first is not None:
        yield first, last
