"""Where a date comes from: the point of another task that it follows, on either side of a task.

What ``scheduling.drivers`` says of a task's work is said here of its start and its finish, so that one
can go back from the end of a plan to its beginning without a gap.
"""

from __future__ import annotations

from collections.abc import Iterator

from pathwayctl.analysis.variance.moves import Point
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH, Bond, Cause, Driver, bonds, driver
from pathwayctl.scheduling.schedule import Schedule, ScheduledTask


@dataclass(frozen=True, slots=True)
class Source:
    """A point that is followed: by a link, or without one by someone's time, or as a part of a group."""

    point: Point
    bond: Bond | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """What places a task.

    ``cause`` places its finish if ``at_finish``, else its start; the other side follows from its length.
    It is nothing for a group, whose dates are those of a task in it. ``row`` is where the cause is
    written. Of several ``sources`` each alone would place it there.
    """

    cause: Cause | None
    at_finish: bool
    row: int
    sources: tuple[Source, ...] = ()


def origin(schedule: Schedule, point: Point) -> Origin:
    """Where the date of a point comes from."""
    row = point.row
    if schedule.records.breakdown.rows[row].is_summary:
        return Origin(None, point.at_finish, row, tuple(_ends(schedule, point)))
    if schedule.is_under_way(row) and point.at_finish:
        found = _placed(schedule, driver(schedule, row), at_finish=True)
        if found.sources:
            return found
    if schedule.is_under_way(row) or schedule.is_done(row):
        return Origin(Cause.DONE, at_finish=False, row=row, sources=tuple(_last(schedule, row)))
    return _placed(schedule, driver(schedule, row), at_finish=False)


def ends(schedule: Schedule, rows: range, *, at_finish: bool) -> tuple[Source, ...]:
    """The tasks in a stretch of rows that are the last to finish, or the first to start."""
    plan = schedule.records.breakdown.rows
    tasks = [(row, schedule.tasks[row]) for row in rows if schedule.counts(row) and not plan[row].is_summary]
    if not tasks:
        return ()
    edge = max(task.finish for _, task in tasks) if at_finish else min(task.start for _, task in tasks)
    return tuple(
        Source(Point(row, at_finish)) for row, task in tasks if _side(task, at_finish=at_finish) == edge
    )


def _side(task: ScheduledTask, *, at_finish: bool) -> object:
    return task.finish if at_finish else task.start


def _ends(schedule: Schedule, point: Point) -> Iterator[Source]:
    row = schedule.records.breakdown.rows[point.row]
    yield from ends(schedule, range(row.index + 1, row.end), at_finish=point.at_finish)


def _placed(schedule: Schedule, found: Driver, *, at_finish: bool) -> Origin:
    """What places work that can still move; ``at_finish`` is for what remains of work under way."""
    sources: tuple[Source, ...] = ()
    if found.cause is Cause.LINK:
        at_finish = at_finish or found.bonds[0].link.type in TO_FINISH
        sources = tuple(_source(bond) for bond in found.bonds)
    elif found.cause is Cause.PERSON:
        task = schedule.waits[found.row].task
        sources = () if task is None else (Source(Point(task, at_finish=True)),)
    return Origin(found.cause, at_finish, found.row, sources)


def _last(schedule: Schedule, row: int) -> Iterator[Source]:
    """What a start that has really happened came after: the links that allowed it last."""
    found = [bond for bond in bonds(schedule, row) if bond.link.type not in TO_FINISH]
    latest = max((bond.asks for bond in found), default=0)
    return (_source(bond) for bond in found if bond.asks == latest)


def _source(bond: Bond) -> Source:
    return Source(Point(bond.source, bond.link.type in FROM_FINISH), bond)
