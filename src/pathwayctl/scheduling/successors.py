"""The successors of a task: the links that wait for it, and the room before each of them moves something."""

from __future__ import annotations

from collections.abc import Iterator

from pathwayctl.model.values import Link
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH, counts_from_day_off
from pathwayctl.scheduling.floats import room_of
from pathwayctl.scheduling.network import FAR
from pathwayctl.scheduling.schedule import Schedule, workings_of


@dataclass(frozen=True, slots=True)
class Waiter:
    """A link that waits for a task: the row it is written on, and the row it names.

    ``named`` is the task itself or a summary it is in. ``room`` is by how many working days the task can slip
    before the link moves something, negative where a link asks for more than a date lets happen.
    ``is_held`` tells that what waits is held on its date, and would not move.
    """

    row: int
    link: Link
    named: int
    room: int
    is_held: bool


def waiters(schedule: Schedule, row: int) -> Iterator[Waiter]:
    """The links on a task and on the summaries it is in, of what counts and is not done.

    What waits for the start of a task that has begun does not wait any more.
    """
    rows = schedule.records.breakdown.rows
    names = _names(schedule, row)
    begun = schedule.is_under_way(row) and not rows[row].is_summary
    for other in rows:
        for link in other.task.depends_on:
            named = names.get(link.predecessor)
            if named is None or other.index == named or (begun and link.type not in FROM_FINISH):
                continue
            bound = _open_tasks(schedule, other.index)
            if not bound or not schedule.counts(row):
                continue
            found = _waiter(schedule, row, other.index, link, named, bound)
            if found is not None:
                yield found


def _names(schedule: Schedule, row: int) -> dict[str, int]:
    """The ids by which links mean a row: its own, and those of the summaries it is in."""
    breakdown = schedule.records.breakdown
    found: dict[str, int] = {}
    while row >= 0:
        name = breakdown.rows[row].task.id
        if breakdown.by_id[name] == row:
            found[name] = row
        row = breakdown.rows[row].parent
    return found


def _open_tasks(schedule: Schedule, row: int) -> list[int]:
    """The open tasks of a row: the task itself, or those in a summary, if they count."""
    return [one for one in schedule.tasks_in(row) if schedule.is_open(one)]


def _waiter(
    schedule: Schedule, row: int, other: int, link: Link, named: int, bound: list[int]
) -> Waiter | None:
    """What a link does when a task slips; ``None`` if it waits for a start that another task keeps."""
    early, work = workings_of(schedule).solution.early, workings_of(schedule).work
    target, to_finish = _target(schedule, link, bound)
    until, latest = _source(schedule, link, target, to_finish=to_finish)
    if named != row and link.type not in FROM_FINISH:
        following = _next_start(schedule, row, named)
        if following <= latest or following <= early.moments.position(row):
            return None
    if work.is_moment(row) and not schedule.records.breakdown.rows[row].is_summary:
        room = room_of(work, row, early, latest)
    elif link.type in FROM_FINISH:
        room = (latest >> 1) - schedule.span(row)[1]
    elif row in work.events and until is not None and early.instants is not None:
        room = early.instants.event_finish(work.events[row], until) - schedule.span(row)[1]
    elif row in work.events:
        room = early.moments.over(row, (latest - 1) >> 1) - schedule.span(row)[1]
    else:
        room = ((latest - 1) >> 1) - early.at[row]
    is_held = [schedule.is_held(one) for one in bound]
    if not any(is_held):
        room = max(room, 0)  # what is not held keeps the link, even one that counts from a day off
    return Waiter(other, link, named, room, all(is_held))


def _target(schedule: Schedule, link: Link, bound: list[int]) -> tuple[int, bool]:
    """The last position at which nothing that a link binds shows another day, and whether of a finish."""
    early, work = workings_of(schedule).solution.early, workings_of(schedule).work
    to_finish = link.type in TO_FINISH
    latest = FAR
    for one in bound:
        if work.is_moment(one):
            position = early.moments.position(one)
            latest = min(latest, position + position % 2)
        else:
            boundary = schedule.span(one)[1] if to_finish else schedule.work_start(one)
            latest = min(latest, 2 * boundary + 1)
    source = schedule.records.breakdown.by_id[link.predecessor]
    if counts_from_day_off(schedule, link, source) and all(map(work.is_moment, bound)):
        to_finish = False
    return latest, to_finish


def _source(schedule: Schedule, link: Link, target: int, *, to_finish: bool) -> tuple[int | None, int]:
    """The last instant, if it counts from one, and the last position of what a link waits for."""
    instants = workings_of(schedule).solution.early.instants
    lag, source = link.lag.days(schedule.calendar.week), schedule.records.breakdown.by_id[link.predecessor]
    if instants is not None and (link.lag.elapsed or counts_from_day_off(schedule, link, source)):
        until = instants.until(target, lag, to_finish=to_finish)
        return until, instants.latest(until)
    return None, (target | (lag > 0)) - 2 * lag


def _next_start(schedule: Schedule, row: int, summary: int) -> int:
    """The position at which a summary would start if a task or summary in it did not."""
    end, position = (
        schedule.records.breakdown.rows[row].end,
        workings_of(schedule).solution.early.moments.position,
    )
    others = [one for one in schedule.tasks_in(summary) if not row <= one < end and schedule.counts(one)]
    return min(map(position, others), default=FAR)
