"""The effect of leveling on a schedule, in a few sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count, listed, long_day

if TYPE_CHECKING:
    from pathwayctl.levelling.level import Levelled
    from pathwayctl.scheduling.schedule import Schedule

_MOVED: Final = 3
"""The most tasks that are named because they finish later."""


def levelled_in_words(levelled: Levelled, names: dict[str, str]) -> Iterator[str]:
    """The new finish, and the tasks that finish the most days later, with who they wait for."""
    opening = "Leveled: no one works above capacity or on leave."
    if levelled.held:
        opening = "Leveled: only tasks with fixed dates still need more than people have."
    plain, schedule = levelled.plain, levelled.schedule
    later = schedule.end - plain.end
    if later > 0:
        days = count(later, "working day")
        yield f"{opening} The plan finishes {days} later, on {long_day(schedule.finish)}."
    else:
        yield f"{opening} The plan still finishes on {long_day(schedule.finish)}."
    named = [_moved(schedule, row, days, names) for days, row in _furthest(levelled)]
    if named:
        yield f"Moved most: {listed(named)}."


def _furthest(levelled: Levelled) -> list[tuple[int, int]]:
    """The tasks that finish the most working days later than in the plain schedule."""
    schedule, plain = levelled.schedule, levelled.plain
    moved = [
        (schedule.span(row.index)[1] - plain.span(row.index)[1], row.index)
        for row in schedule.records.breakdown.rows
        if not row.is_summary and row.task.status not in (Status.DONE, Status.DROPPED)
    ]
    moved = [one for one in moved if one[0] > 0]
    return sorted(moved, key=lambda one: (-one[0], one[1]))[:_MOVED]


def _moved(schedule: Schedule, row: int, days: int, names: dict[str, str]) -> str:
    one, wait = schedule.records.breakdown.rows[row], schedule.waits.get(row)
    said = f"{one.wbs} {' '.join(one.task.title.split())} by {count(days, 'day')}"
    return f"{said} (waits for {names.get(wait.resource, wait.resource)})" if wait else said
