"""How long tasks take: too long to be watched, not estimated, or all estimated without any doubt."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import Lack, few_or_one, gathered
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row


LONG: Final = Rule("PW619")
NO_DURATION: Final = Rule("PW620")
NO_DOUBT: Final = Rule("PW621")

LONGEST: Final = 44
_SURELY_SHORT: Final = 6
"""Not even as many weeks of seven days are too long."""
_A_PLAN: Final = 10


@check(LONG, needs_schedule=True)
def lengths(index: PlanIndex) -> Iterator[Problem]:
    """Tasks that last too long, of those still to be done."""
    week = index.calendar.week
    long = [(row, days) for row, days in _estimated(index, _SURELY_SHORT, week) if days > LONGEST]
    yield from few_or_one(
        long,
        lambda one: LONG.at((*one[0].path, "duration"), _told(*one)),
        lambda: f"{count(len(long), 'task')} last longer than {LONGEST} working days: {_names(long)}.",
    )


@check(NO_DOUBT, needs_schedule=True, needs_all=True)
def certainty(index: PlanIndex) -> Iterator[Problem]:
    """A plan of some size without any estimate of three lengths, and without a risk that is reckoned with."""
    if any(risk.probability is not None and risk.delays for risk in index.plan.risks):
        return
    for row in index.still_open:
        estimate = row.task.duration
        if estimate is not None and estimate.low is not estimate.high and estimate.low != estimate.high:
            return
    estimated = list(_estimated(index, 0, index.calendar.week))
    if len(estimated) >= _A_PLAN:
        longest, _ = max(estimated, key=itemgetter(1))
        message = (
            f"None of {count(len(estimated), 'estimate')} gives three lengths, and no risk moves a task."
        )
        yield NO_DOUBT.at((*longest.path, "duration"), message)


def _estimated(index: PlanIndex, least: int, week: int) -> Iterator[tuple[Row, int]]:
    """The tasks with an estimate of more than ``least`` days or weeks, with the likely working days."""
    for row in index.still_open:
        estimate = row.task.duration
        if estimate is not None and estimate.likely.amount > least:
            yield row, estimate.likely.days(week)


@check(NO_DURATION, needs_schedule=True)
def durations(index: PlanIndex) -> Iterator[Problem]:
    """Tasks that nobody has estimated; the guide that asks for estimates has a rule of its own."""
    if Guide.CCRS not in index.plan.project.guides:
        rows = [row for row in index.still_open if row.task.duration is None and row.task.date is None]
        lacks = [Lack(row.path, row.task.title, "no duration") for row in rows]
        yield from gathered(NO_DURATION, lacks, "task")


def _told(row: Row, days: int) -> str:
    return f"{quoted(row.task.title)} lasts {days} working days, more than {LONGEST}."


def _names(long: list[tuple[Row, int]]) -> str:
    return named([row.task.title for row, _ in long])
