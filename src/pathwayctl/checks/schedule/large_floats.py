"""Tasks with so much float that a link to a successor is likely missing.

The check looks at free float, at the task where the float arises, not at all the tasks before it that
share it. Work that waits for a date, such as a launch in August, is no sign of a missing link.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.schedule.open_tasks import LONGEST
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.scheduling.calendar_anchors import wait_for_the_calendar
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.wording import count

MUCH_FLOAT: Final = Rule("PW622")

_ONE_OF: Final = 20
"""More than one task in twenty: more than 5 percent."""


@check(MUCH_FLOAT, needs_schedule=True)
def floats(index: PlanIndex) -> Iterator[Problem]:
    """The tasks with a large float, in one finding, unless they are only a few of many."""
    schedule = index.schedule
    if not isinstance(schedule, Schedule):
        return
    free = {row.index: schedule.free_float(row.index) for row in index.still_open}
    loose = [
        row
        for row in index.still_open
        if free[row.index] > LONGEST and not schedule.is_held(row.index) and row.task.deadline is None
    ]
    loose = [row for row in loose if index.ties.awaited[row.index]]
    if len(loose) * _ONE_OF <= len(index.still_open):
        return
    today = schedule.calendar.index(index.today) if index.today else 0
    held = wait_for_the_calendar(schedule, [row.index for row in loose], today)
    loose = [row for row in loose if row.index not in held]
    if len(loose) * _ONE_OF > len(index.still_open):
        yield MUCH_FLOAT.at(loose[0].path, _message(index, loose, free))


def _message(index: PlanIndex, loose: list[Row], free: dict[int, int]) -> str:
    if len(loose) == 1:
        title, days = quoted(loose[0].task.title), count(free[loose[0].index], "working day")
        return f"{title} could finish {days} later without delaying any successor."
    loose = sorted(loose, key=lambda row: -free[row.index])
    names = named(index, [row.task.title for row in loose])
    return (
        f"{len(loose):,} tasks could finish more than {LONGEST} working days later without delaying any "
        f"successor, the first of them {free[loose[0].index]} days later: {names}."
    )
