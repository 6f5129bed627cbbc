"""Late dates and floats of a leveled schedule: as in a plain one, but no one is overbooked or on leave.

A task that is delayed within its free float takes no one away from another task and does not fall on
leave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pathwayctl.levelling.bookings import before
from pathwayctl.levelling.demands import Demands
from pathwayctl.levelling.handover import Linked, ResourceHandOver
from pathwayctl.scheduling.floats import free_floats, late_finishes
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.passes import backward
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.solve import Floats, Solution, project_finish
from pathwayctl.scheduling.workdays import WorkCalendar
from pathwayctl.scheduling.workings import ResourceWait


def solution(
    linked: Linked,
    work: Work,
    calendar: WorkCalendar,
    finish_by: date | None,
    demands: Demands,
    early: ForwardPass,
    release: list[int],
) -> Solution:
    """The boundaries and floats of a levelled schedule."""
    size, days = linked.network.size, work.remaining

    def pull(row: int, start: int) -> int:
        if row in demands.held or not (row in demands.needs or row in demands.pauses):
            return start
        start = min(start, linked.fixed.get(row, start + days[row]) - days[row])
        if row in demands.pauses:
            return _before_pauses(demands, row, start, days[row])
        return before(demands.leave.get(row, ()), start, days[row])

    def floats() -> Floats:
        late = backward(linked.network, work, early, project_finish(work, early, calendar, finish_by), pull)
        free = free_floats(linked.every, work, early)
        for row in {**demands.needs, **demands.pauses}:
            begin = early.at[size + row] - days[row]
            free[row] = pull(row, begin + free[row]) - begin
        for row, alone in late.alone.items():
            if row in demands.needs or row in demands.pauses:
                late.alone[row] = pull(row, alone - days[row]) + days[row]
        return late_finishes(linked.network, work, early, late), free

    return Solution(early, release, floats)


def _before_pauses(demands: Demands, row: int, start: int, days: int) -> int:
    """The last boundary up to ``start`` for a task of so many days with the pauses that it has now.

    It begins no later, and with the pauses it has then it is over no later than ``days`` after ``start``.
    """
    pause, leave = demands.pauses[row], demands.leave.get(row, ())
    begin = pause.begin_by(start + days)
    while gone := [
        max(first, gone)
        for first, end in pause.worked(begin, pause.finish(begin))
        for gone, back in leave
        if gone < end and first < back
    ]:
        begin = pause.begin_by(min(gone))
    return min(begin, pause.finish(begin) - days)


def waits(
    demands: Demands,
    found: Sequence[ResourceHandOver],
    early: ForwardPass,
    begins: Mapping[int, int],
    known: Mapping[int, ResourceWait],
) -> dict[int, ResourceWait]:
    """The rows that begin later than links and dates ask for, and whom they wait for.

    ``known`` are the waits before a change, for rows that are kept in their place by nothing else.
    """
    over: dict[tuple[int, int], int] = {}  # who becomes free at a boundary, and of which row
    for row in list(demands.needs)[::-1]:
        for who, _ in demands.needs[row]:
            over[who, begins[row] + demands.length[row]] = row
    handed = {
        (one.taker, one.who): one.giver
        for one in found[::-1]
        if begins[one.giver] + demands.length[one.giver] == begins[one.taker]
    }
    late = (row for row in begins if begins[row] > max(early.asked[row], demands.release[row]))
    waiting = {
        row: _wait(demands, row, begins[row], over, handed) or known.get(row)
        for row in late
        if row not in demands.held
    }
    return {row: wait for row, wait in waiting.items() if wait}


def _wait(
    demands: Demands,
    row: int,
    begin: int,
    over: Mapping[tuple[int, int], int],
    handed: Mapping[tuple[int, int], int],
) -> ResourceWait | None:
    """Who keeps a task from beginning a day earlier: someone it gets from another, or someone on leave."""
    people = [who for who, _ in demands.needs.get(row, ())]
    for who in people:
        if (row, who) in handed:
            return ResourceWait(demands.givers[who].id, handed[row, who])
    for who in people:
        if any(end == begin for _, end in demands.givers[who].leave):
            return ResourceWait(demands.givers[who].id, None)
    if row in demands.pauses and begin in demands.pauses[row].closed:
        return ResourceWait(demands.pauses[row].closed[begin], None)
    # Held tasks that overbook someone hand over less than they take.
    busy = (ResourceWait(demands.givers[who].id, over[who, begin]) for who in people if (who, begin) in over)
    return next(busy, None)
