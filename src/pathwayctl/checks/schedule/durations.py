"""Durations: too long to track, missing, or all without a three-point estimate."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.shared_gaps import Lack, few_or_one, gathered
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.risks.register import risk_register
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row


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
        long,
        lambda one: LONG.at((*one[0].path, "duration"), _message(*one)),
        lambda: f"{count(len(long), 'task')} are longer than {LONGEST} working days: {_names(long)}.",
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
        rows = [row for row in index.still_open if row.task.duration is None and row.task.date is None]
        lacks = [Lack(row.path, row.task.title, "no duration") for row in rows]
        yield from gathered(NO_DURATION, lacks, "task")


def _message(row: Row, days: int) -> str:
    return f"{quoted(row.task.title)} takes {days} working days, more than {LONGEST}."


def _names(long: list[tuple[Row, int]]) -> str:
    return named([row.task.title for row, _ in long])
