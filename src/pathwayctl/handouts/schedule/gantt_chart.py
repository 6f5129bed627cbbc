"""The Gantt chart of a schedule, as facts: its bars, the links between them, and the shaded days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.due_dates import due_milestones
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pathwayctl.evidence.funding import Due
    from pathwayctl.handouts.context import Context
    from pathwayctl.scheduling.schedule import ScheduledTask

SHADED_UP_TO: Final = 25 * 366
"""Days. In a longer chart, a day off is thinner than a line, so only the plan's closures are shaded."""
CLOSURE_FROM: Final = 7
"""Days. Closures of this length or more are shaded in a chart of any length."""
FURTHER: Final = 6
"""Deadlines and baselines may extend a chart by one part in this many of its length."""
DAY: Final = timedelta(days=1)

Dates = tuple[date, date]
"""A first and a last day, both included."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the chart; ``complete`` is in percent, ``note`` is the owner of the task.

    ``near``: whether the task is nearly critical. ``slack``: the total float of an open task in working
    days. ``late``: the last day it can finish. ``missed``: whether it finishes after its deadline.
    ``baseline``: its start and finish in the baseline.
    """

    label: str
    wbs: str
    kind: str
    depth: int
    start: date
    finish: date
    critical: bool
    complete: int
    note: str
    near: bool = False
    slack: int = 0
    late: date | None = None
    deadline: date | None = None
    missed: bool = False
    baseline: Dates | None = None


@dataclass(frozen=True, slots=True)
class ChartLink:
    """A dependency between two bars: their positions in ``bars``, and FS, SS, FF, or SF."""

    before: int
    after: int
    kind: str = "FS"


@dataclass(frozen=True, slots=True)
class GanttChart:
    """A chart from ``start`` to ``finish``, both days included.

    ``shaded`` are periods of days off, both ends included. A task that is not critical and has a float of
    ``near`` working days or less is nearly critical. ``first_rows``: the rows of its first drawing on a page,
    where this does not stand below a title, or is short. ``upright``: made for a sheet that is not turned.
    ``aside`` is the title over the notes.
    """

    start: date
    finish: date
    bars: tuple[Bar, ...]
    links: tuple[ChartLink, ...]
    shaded: tuple[Dates, ...]
    status_date: date | None
    near: int = 0
    first_rows: int = 0
    upright: bool = False
    aside: str = marked("Owner")

    def part(self, first: int, end: int) -> GanttChart:
        """The chart of its bars from ``first`` up to, but not including, ``end``, over their days.

        Its links are those of the whole chart.
        """
        bars = self.bars[first:end]
        start, finish = _reach(bars)
        judged = self.status_date
        is_within = judged is not None and start <= judged <= finish
        shaded = tuple([one for one in self.shaded if one[0] <= finish and start <= one[1]])
        status_date = judged if is_within else None
        return replace(self, start=start, finish=finish, bars=bars, shaded=shaded, status_date=status_date)


def gantt(context: Context, *, critical_only: bool = False) -> GanttChart | None:
    """The chart of the schedule without dropped tasks, or ``None`` if there are no tasks."""
    tasks = [task for task in context.live if task.critical or not critical_only]
    if not tasks:
        return None
    return chart_of(tasks, () if critical_only else context.index.ask(due_milestones), context)


def chart_of(
    tasks: Sequence[ScheduledTask], dues: Iterable[Due], context: Context, *, links: bool = True
) -> GanttChart:
    """The chart of some tasks, and of due dates that are nobody's task."""
    bars = [*(_bar(task, context) for task in tasks), *(_due_bar(due, context) for due in dues)]
    start, finish = _reach(bars)
    judged = context.plan.project.status_date
    return GanttChart(
        start,
        finish,
        tuple(bars),
        tuple(_links(tasks)) if links else (),
        tuple(_shaded(context, start, finish)),
        judged if judged and start <= judged <= finish else None,
        context.plan.project.near_critical_float,
    )


def _bar(task: ScheduledTask, context: Context) -> Bar:
    is_open = task.status is not Status.DONE
    due = task.task.deadline
    waits = is_open and task.kind != "summary" and task.total_float > 0
    near = task.total_float <= context.plan.project.near_critical_float
    return Bar(
        label=task.title,
        wbs=task.wbs,
        kind=task.kind,
        depth=task.depth,
        start=task.start,
        finish=task.finish,
        critical=task.critical,
        complete=task.complete,
        note=context.owners(task),
        near=is_open and near and not task.critical,
        slack=task.total_float if waits else 0,
        late=task.late_finish if waits else None,
        deadline=due,
        missed=due is not None and task.finish > due,
        baseline=context.baseline.get(task.id),
    )


def _due_bar(due: Due, context: Context) -> Bar:
    """The milestone of a due date that is not the deadline of a task."""
    day, owner = due.due or context.schedule.finish, context.name(due.owner)
    done = 100 if due.done else 0
    return Bar(
        phrase("Due: {due}", due=due.title),
        "",
        "milestone",
        0,
        day,
        day,
        critical=False,
        complete=done,
        note=owner,
    )


def _reach(bars: Sequence[Bar]) -> Dates:
    """The first and last day of a chart: all bars, and the other marks that are close to them."""
    start = min(bar.start for bar in bars)
    finish = max(start, *(bar.finish for bar in bars))
    more = ((finish - start).days + 1) // FURTHER
    others = [day for bar in bars for day in (bar.deadline, *(bar.baseline or ())) if day]
    near = [day for day in others if -more <= (day - start).days and (day - finish).days <= more]
    return min([start, *near]), max([finish, *near])


def _links(tasks: Sequence[ScheduledTask]) -> Iterator[ChartLink]:
    place = {task.id: index for index, task in enumerate(tasks)}
    for index, task in enumerate(tasks):
        for link in task.task.depends_on:
            first = place.get(link.predecessor)
            if first is not None and first != index:
                yield ChartLink(first, index, link.type.value)


def _shaded(context: Context, start: date, finish: date) -> Iterator[Dates]:
    """Periods of days off; in a very long chart, only the longer closures of the plan."""
    length = (finish - start).days + 1
    if length <= SHADED_UP_TO:
        calendar = context.schedule.calendar
        begin, end = calendar.on_or_after(start.toordinal()), calendar.on_or_before(finish.toordinal())
        worked = set(map(calendar.count, range(begin, end + 1)))
        yield from _periods([day for day in _days(start, length) if day.toordinal() not in worked])
        return
    opened = sorted((opening.first, opening.last) for opening in context.plan.calendar.openings)
    for closure in sorted(context.plan.calendar.closures, key=lambda one: (one.first, one.last)):
        for first, last in _without(opened, max(closure.first, start), min(closure.last, finish)):
            if (last - first).days + 1 >= CLOSURE_FROM:
                yield first, last


def _without(opened: list[Dates], first: date, last: date) -> Iterator[Dates]:
    """What is left from one day to another without the days that are opened there."""
    for begin, end in opened:
        if first <= end and begin <= last:
            if first < begin:
                yield first, begin - DAY
            if end >= last:
                return
            first = end + DAY
    yield first, last


def _days(start: date, length: int) -> list[date]:
    return [start + number * DAY for number in range(length)]


def _periods(off: list[date]) -> Iterator[Dates]:
    """The first and last day of each run of consecutive days."""
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
