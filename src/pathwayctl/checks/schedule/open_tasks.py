"""Open tasks that are too long, have a fixed date, or have no duration, owner, or assignment.

Projects that follow the guide for a whole system get its own rules about owners and durations instead.
Meetings, milestones, one-day tasks, and events that run through days off may have fixed dates: others set
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.shared_gaps import SharedGap, few_or_one, gathered
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.risks import risk_register
from pathwayctl.evidence.work.recurring import is_occurrence, without_repeats
from pathwayctl.model.vocabulary import Guide
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.scheduling.remaining_work import planned_days, runs_through
from pathwayctl.wording import count, long_day

LONG: Final = Rule("PW619")
NO_DURATION: Final = Rule("PW620")
NO_RANGES: Final = Rule("PW621")

LONGEST: Final = 44
_SURELY_SHORT: Final = 6
"""A duration of this many days or weeks is never too long, even with seven working days a week."""
_A_PLAN: Final = 10


@check(LONG, needs_schedule=True)
def lengths(index: PlanIndex) -> Iterator[Problem]:
    """Open tasks that last too long."""
    week = index.calendar.week
    long = [(row, days) for row, days in _estimated(index, _SURELY_SHORT, week) if days > LONGEST]
    yield from few_or_one(
        index,
        long,
        _too_long,
        f"tasks are longer than {LONGEST} working days",
        lambda one: one[0].task.title,
    )


@check(NO_RANGES, needs_schedule=True, needs_all=True)
def certainty(index: PlanIndex) -> Iterator[Problem]:
    """A plan of some size without a three-point estimate and without a risk that the simulation includes."""
    if index.ask(risk_register).simulated:
        return
    for row in index.still_open:
        estimate = row.task.duration
        if estimate is not None and estimate.low is not estimate.high and estimate.low != estimate.high:
            return
    estimated = list(_estimated(index, 0, index.calendar.week))
    if len(estimated) >= _A_PLAN:
        longest, _ = max(estimated, key=itemgetter(1))
        number = count(len(estimated), "duration")
        message = f"None of {number} is a three-point estimate, and no risk delays a task."
        yield NO_RANGES.at((*longest.path, "duration"), message)


def _estimated(index: PlanIndex, least: int, week: int) -> Iterator[tuple[Row, int]]:
    """The open tasks of more than ``least`` days or weeks, with their likely duration in working days."""
    for row in index.still_open:
        estimate = row.task.duration
        if estimate is not None and estimate.likely.amount > least:
            yield row, estimate.likely.days(week)


@check(NO_DURATION, needs_schedule=True)
def durations(index: PlanIndex) -> Iterator[Problem]:
    """Tasks without a duration; the guide that asks for durations has its own rule."""
    if Guide.CCRS not in index.plan.project.guides:
        once = without_repeats(index, index.still_open)
        rows = [row for row in once if row.task.duration is None and row.task.date is None]
        lacks = [SharedGap(row.path, row.task.title, "no duration") for row in rows]
        yield from gathered(index, NO_DURATION, lacks, "task")


def _too_long(case: tuple[Row, int]) -> Problem:
    row, days = case
    message = f"{quoted(row.task.title)} takes {days} working days, more than {LONGEST}."
    return LONG.at((*row.path, "duration"), message)


HELD: Final = Rule("PW614")

_MANY_HELD: Final = 5
_ONE_OF: Final = 20
"""More than one task in twenty: more than 5 percent."""


@check(HELD, needs_schedule=True)
def held(index: PlanIndex) -> Iterator[Problem]:
    """Each task of several days with a fixed date, or all fixed dates if there are too many."""
    dated = [row for row in index.still_open if row.task.date is not None and not runs_through(row.task)]
    if not dated:
        return
    meetings = {meeting.task for meeting in index.plan.meetings}
    dated = [row for row in dated if row.task.id not in meetings and not is_occurrence(index, row)]
    if len(dated) > _MANY_HELD and len(dated) * _ONE_OF > len(index.still_open):
        share = f"{len(dated)} of {count(len(index.still_open), 'open task')}"
        names = named(index, [row.task.title for row in dated])
        message = f"{share} have a fixed date, not counting meetings: {names}."
        yield HELD.at((*dated[0].path, "date"), message)
        return
    week = index.calendar.week
    long = [row for row in dated if planned_days(row.task, week) > 1]
    yield from few_or_one(
        index,
        long,
        lambda row: HELD.at((*row.path, "date"), _held_message(row, week)),
        "tasks of several days have a fixed date",
        lambda row: row.task.title,
    )


def _held_message(row: Row, week: int) -> str:
    days = count(planned_days(row.task, week), "working day")
    day = long_day(row.task.date) if row.task.date else ""
    return f"{quoted(row.task.title)} takes {days}, but has the fixed date {day}, so no predecessor moves it."


NO_OWNER: Final = Rule("PW623")
UNASSIGNED: Final = Rule("PW624")


@check(NO_OWNER, needs_schedule=True)
def owners(index: PlanIndex) -> Iterator[Problem]:
    """Tasks and milestones without an owner, once there is anyone to own them."""
    if Guide.CCRS not in index.plan.project.guides and index.parties:
        rows = [row for row in without_repeats(index, index.still_open) if row.task.owner is None]
        lacks = [SharedGap(row.path, row.task.title, "no owner") for row in rows]
        yield from gathered(index, NO_OWNER, lacks, "task")


@check(UNASSIGNED, needs_schedule=True)
def assigned(index: PlanIndex) -> Iterator[Problem]:
    """Work with an owner but no one assigned, in a plan that assigns people to some of its work."""
    idle = [row for row in index.still_open if not row.task.assigned]
    if len(idle) < len(index.still_open):
        lacks = [SharedGap(row.path, row.task.title, "no one assigned") for row in idle if _is_work(row)]
        yield from gathered(index, UNASSIGNED, lacks, "task")


def _is_work(row: Row) -> bool:
    task = row.task
    return task.owner is not None and (task.duration is None or task.duration.likely.amount > 0)
