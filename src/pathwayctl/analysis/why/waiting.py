"""What waits for a task: what its links bind, how far it can slip, and what moves when it slips further."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.model.values import Link
from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH, counts_from_day_off, remaining_from
from pathwayctl.scheduling.floats import room_of
from pathwayctl.scheduling.network import FAR
from pathwayctl.scheduling.remaining_work import HELD, UNDER_WAY

if TYPE_CHECKING:
    from pathwayctl.analysis.why.what_if import Trials
    from pathwayctl.scheduling.schedule import Schedule


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


@dataclass(frozen=True, slots=True)
class Slip:
    """What happens when a task slips by so many working days.

    ``moved`` are the tasks that move with it and ``pushed`` those that stay on their dates although their
    links now ask for later ones; ``late`` are those of both and the task itself that then miss a deadline,
    having kept it. ``finish`` is when the project finishes then.
    """

    days: int
    moved: tuple[int, ...]
    pushed: tuple[int, ...]
    late: tuple[int, ...]
    finish: date


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a task, nearest first, and two slips: just past its free float and past its total float.

    Both are left out for summaries, and for what is done or dropped. ``people`` has the tasks that wait for
    somebody who works on this one, in a levelled schedule.
    """

    waiters: tuple[Waiter, ...]
    first: Slip | None = None
    last: Slip | None = None
    people: tuple[int, ...] = ()


def waiting(trials: Trials, row: int) -> Waiting:
    """What waits for a task or a summary."""
    schedule = trials.schedule
    found = sorted(_waiters(schedule, row), key=lambda one: (one.room, one.row))
    workings, placed = schedule.workings, schedule.at(row)
    if not workings.network.is_leaf[row] or not workings.work.is_open(row):
        return Waiting(tuple(found))
    people = tuple(sorted(other for other, wait in workings.waits.items() if wait.task == row))
    free, total = placed.free_float, placed.total_float
    first = _slip(trials, row, free + 1)
    last = _slip(trials, row, total + 1) if total > free else first
    return Waiting(tuple(found), first, last, people)


def _slip(trials: Trials, row: int, days: int) -> Slip:
    trial = trials.delayed(row, days)
    moved = [one for one in trials.moved(trial) if one != row]
    late = [one for one in (row, *moved) if _misses(trials, trial, one)]
    return Slip(days, tuple(moved), tuple(trials.pushed(trial)), tuple(late), trials.project_finish(trial))


def _misses(trials: Trials, trial: Schedule, row: int) -> bool:
    """Whether a task misses its deadline in a trial, and does not as it is."""
    due = trials.schedule.records.breakdown.rows[row].task.deadline
    return due is not None and trials.finish(trials.schedule, row) <= due < trials.finish(trial, row)


def _waiters(schedule: Schedule, row: int) -> Iterator[Waiter]:
    """The links on a task and on the summaries it is in, of what counts and is not done.

    What waits for the start of a task that has begun does not wait any more.
    """
    rows, work = schedule.records.breakdown.rows, schedule.workings.work
    names = _names(schedule, row)
    begun = work.form[row] == UNDER_WAY and schedule.workings.network.is_leaf[row]
    for other in rows:
        for link in other.task.depends_on:
            named = names.get(link.predecessor)
            if named is None or other.index == named or (begun and link.type not in FROM_FINISH):
                continue
            bound = _open_tasks(schedule, other.index)
            if not bound or not work.live[row]:
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
    """A task, or those in a summary, as far as they count and are not done."""
    network, work = schedule.workings.network, schedule.workings.work
    span = range(row, schedule.records.breakdown.rows[row].end)
    return [one for one in span if network.is_leaf[one] and work.is_open(one)]


def _waiter(
    schedule: Schedule, row: int, other: int, link: Link, named: int, bound: list[int]
) -> Waiter | None:
    """What a link does when a task slips; nothing if it waits for a start that another task keeps."""
    early, work = schedule.workings.solution.early, schedule.workings.work
    latest = _latest(schedule, link, bound)
    if named != row and link.type not in FROM_FINISH:
        following = _next_start(schedule, row, named)
        if following <= latest or following <= early.moments.position(row):
            return None
    if link.type not in FROM_FINISH and not work.is_moment(row):
        room = ((latest - 1) >> 1) - early.at[row]
    elif work.is_moment(row) and schedule.workings.network.is_leaf[row]:
        room = room_of(work, row, early, latest)
    else:
        room = (latest >> 1) - early.at[schedule.workings.network.size + row]
    held = all(work.form[one] == HELD for one in bound)
    return Waiter(other, link, named, room, held)


def _latest(schedule: Schedule, link: Link, bound: list[int]) -> int:
    """The last position of what a link waits for at which nothing that is bound shows another day."""
    early, size = schedule.workings.solution.early, schedule.workings.network.size
    to_finish = link.type in TO_FINISH
    latest = FAR
    for one in bound:
        if schedule.workings.work.is_moment(one):
            position = early.moments.position(one)
            latest = min(latest, position + position % 2)
        else:
            boundary = early.at[size + one] if to_finish else remaining_from(schedule, one)
            latest = min(latest, 2 * boundary + 1)
    lag = link.lag.days(schedule.calendar.week)
    source = schedule.records.breakdown.by_id[link.predecessor]
    after_day_off = counts_from_day_off(schedule, link, source)
    if after_day_off and all(map(schedule.workings.work.is_moment, bound)):
        to_finish = False
    if (link.lag.elapsed or after_day_off) and early.instants is not None:
        return early.instants.latest(early.instants.until(latest, lag, to_finish=to_finish))
    return (latest | (lag > 0)) - 2 * lag


def _next_start(schedule: Schedule, row: int, summary: int) -> int:
    """The position at which a summary would start if a task or summary in it did not."""
    rows, workings = schedule.records.breakdown.rows, schedule.workings
    inside = [one for one in range(summary + 1, rows[summary].end) if not row <= one < rows[row].end]
    position = workings.solution.early.moments.position
    leaves = (one for one in inside if workings.network.is_leaf[one] and workings.work.live[one])
    return min(map(position, leaves), default=FAR)
