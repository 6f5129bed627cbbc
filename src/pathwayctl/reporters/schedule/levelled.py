"""What levelling has done to a schedule, in a few sentences, and why it could not be done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import Status
from pathwayctl.reporters.schedule.view import ScheduleReport
from pathwayctl.wording import count, listed, long_day

if TYPE_CHECKING:
    from pathwayctl.levelling.level import CannotLevel, Levelled
    from pathwayctl.levelling.limits import Obstacle
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.records import Schedule

_MOVED: Final = 3
"""Tasks that are named because they moved furthest."""
_TOLD: Final = 10
"""More obstacles than these are only counted."""


def levelled_in_words(levelled: Levelled, names: dict[str, str]) -> Iterator[str]:
    """Where the plan ends now, and which tasks have moved most and wait for whom."""
    opening = "Levelled: nobody is used above capacity or on leave."
    if levelled.held:
        opening = "Levelled: only tasks held on their dates ask for more than people can give."
    plain, schedule = levelled.plain, levelled.schedule
    later = _boundary(schedule) - _boundary(plain)
    if later > 0:
        days = count(later, "working day")
        yield f"{opening} The plan ends {days} later, on {long_day(schedule.finish)}."
    else:
        yield f"{opening} The plan ends on the same day, {long_day(schedule.finish)}."
    told = [_moved(schedule, row, days, names) for days, row in _furthest(levelled)]
    if told:
        yield f"Moved most: {listed(told)}."


def _boundary(schedule: Schedule) -> int:
    return schedule.workings.solution.early.at[-1]


def _furthest(levelled: Levelled) -> list[tuple[int, int]]:
    """The tasks that finish the most working days later than in the plain schedule."""
    schedule = levelled.schedule
    size = schedule.workings.network.size
    now, before = schedule.workings.solution.early.at, levelled.plain.workings.solution.early.at
    moved = [
        (now[size + row.index] - before[size + row.index], row.index)
        for row in schedule.records.breakdown.rows
        if not row.is_summary and row.task.status not in (Status.DONE, Status.DROPPED)
    ]
    moved = [one for one in moved if one[0] > 0]
    return sorted(moved, key=lambda one: (-one[0], one[1]))[:_MOVED]


def _moved(schedule: Schedule, row: int, days: int, names: dict[str, str]) -> str:
    one, wait = schedule.records.breakdown.rows[row], schedule.workings.waits.get(row)
    told = f"{one.wbs} {' '.join(one.task.title.split())} by {count(days, 'day')}"
    return f"{told} (waits for {names.get(wait.resource, wait.resource)})" if wait else told


def why_not(found: CannotLevel, schedule: Schedule, plan: Plan) -> list[str]:
    """A sentence for each task that cannot be done without asking someone for too much."""
    names = ScheduleReport(plan, schedule).owners()
    told = [_obstacle(one, schedule, names) for one in found.obstacles[:_TOLD]]
    more = len(found.obstacles) - _TOLD
    return [*told, f"{more:,} more tasks are like that."] if more > 0 else told


def _obstacle(one: Obstacle, schedule: Schedule, names: dict[str, str]) -> str:
    from pathwayctl.levelling.limits import Hindrance

    row = schedule.records.breakdown.rows[one.row]
    task, who = f"“{' '.join(row.task.title.split())}”", names.get(one.resource, one.resource)
    if one.hindrance is Hindrance.TOO_MUCH:
        return (
            f"{task} needs {one.units:g} a day of {who}, whose capacity is {one.capacity:g}. "
            f"Write assigned: {{{one.resource}: {one.capacity:g}}}, or raise capacity: of that entry."
        )
    if one.hindrance is Hindrance.AWAY:
        return (
            f"{task} needs {who}, who goes on leave for good before there is time for it. "
            "Assign someone else, or end the leave earlier."
        )
    return f"{task} would not be done by the year 9999. Shorten tasks, or share the work among more people."
