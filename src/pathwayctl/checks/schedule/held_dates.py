"""Work that has a fixed date instead of following from its predecessors.

Meetings, milestones, one-day tasks, and events that run through days off are excepted: others set their
dates.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.shared_gaps import few_or_one
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.scheduling.remaining_work import planned_days, runs_through
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row

HELD: Final = Rule("PW614")

_MANY: Final = 5
_ONE_OF: Final = 20
"""More than one task in twenty: more than 5 percent."""


@check(HELD, needs_schedule=True)
def held(index: PlanIndex) -> Iterator[Problem]:
    """Each task of several days with a fixed date, or all fixed dates if there are too many."""
    dated = [row for row in index.still_open if row.task.date is not None and not runs_through(row.task)]
    if not dated:
        return
    meetings = {meeting.task for meeting in index.plan.meetings}
    dated = [row for row in dated if row.task.id not in meetings]
    if len(dated) > _MANY and len(dated) * _ONE_OF > len(index.still_open):
        share = f"{len(dated)} of {count(len(index.still_open), 'open task')}"
        message = f"{share} have a fixed date, not counting meetings: {_names(dated)}."
        yield HELD.at((*dated[0].path, "date"), message)
        return
    week = index.calendar.week
    long = [row for row in dated if planned_days(row.task, week) > 1]
    yield from few_or_one(
        long,
        lambda row: HELD.at((*row.path, "date"), _message(row, week)),
        lambda: f"{count(len(long), 'task')} of several days have a fixed date: {_names(long)}.",
    )


def _message(row: Row, week: int) -> str:
    days = count(planned_days(row.task, week), "working day")
    day = long_day(row.task.date) if row.task.date else ""
    return f"{quoted(row.task.title)} takes {days}, but has the fixed date {day}, so no predecessor moves it."


def _names(rows: list[Row]) -> str:
    return named([row.task.title for row in rows])
