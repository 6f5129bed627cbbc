"""How long tasks take: too long to be watched, not estimated, or all estimated without any doubt."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.grouping import Lack, few_or_one, gathered
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.sources import DCMA, GAO
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row

_DURATIONS: Final = f"{GAO}, best practice 4: establishing the durations of all activities"

LONG: Final = Rule(
    "PW619",
    Severity.NOTE,
    "A task that lasts longer than two months",
    "For two months nobody can tell from the plan whether it is on its way; when it is late, it is late "
    "for good.",
    "Break it down into tasks under it, each with something to show.",
    f"{_DURATIONS}; 44 working days is the figure of the {DCMA}",
    bad="""\
tasks:
  - {id: lessons, title: Write the lessons, duration: 60d}
""",
    good="""\
tasks:
  - id: lessons
    title: Write the lessons
    tasks:
      - {id: first, title: Write those of the fall, duration: 30d}
      - {id: second, title: Write those of the spring, duration: 30d, depends_on: [first]}
""",
)
NO_DURATION: Final = Rule(
    "PW620",
    Severity.NOTE,
    "A task without a duration",
    "It counts as one day, so everything after it is too early.",
    "Add duration: with an estimate such as 5d, or 0d if it is a milestone.",
    _DURATIONS,
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [sector]}
tasks:
  - {id: draft, title: Draft the agreement}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [sector]}
tasks:
  - {id: draft, title: Draft the agreement, duration: 5d}
""",
)
NO_DOUBT: Final = Rule(
    "PW621",
    Severity.NOTE,
    "A plan in which nothing is uncertain",
    "Each task has one length and no risk moves any, so nobody can say how likely the finish is.",
    "Give the least certain tasks three lengths, {low: 5d, likely: 10d, high: 20d}, and see the odds with "
    "pathwayctl simulate.",
    f"{GAO}, best practice 8: conducting a schedule risk analysis (from ten tasks on is our reading)",
    bad="""\
tasks:
  - {id: task-1, title: List the schools, duration: 2d}
  - {id: task-2, title: Call the schools, duration: 5d, depends_on: [task-1]}
  - {id: task-3, title: List the employers, duration: 2d, depends_on: [task-2]}
  - {id: task-4, title: Call the employers, duration: 5d, depends_on: [task-3]}
  - {id: task-5, title: Find a room, duration: 2d, depends_on: [task-4]}
  - {id: task-6, title: Write the agenda, duration: 2d, depends_on: [task-5]}
  - {id: task-7, title: Invite everyone, duration: 5d, depends_on: [task-6]}
  - {id: task-8, title: Meet, duration: 1d, depends_on: [task-7]}
  - {id: task-9, title: Write the minutes, duration: 2d, depends_on: [task-8]}
  - {id: task-10, title: Draft the agreement, duration: 10d, depends_on: [task-9]}
""",
    good="""\
tasks:
  - {id: task-1, title: List the schools, duration: 2d}
  - {id: task-2, title: Call the schools, duration: {low: 3d, likely: 5d, high: 9d}, depends_on: [task-1]}
  - {id: task-3, title: List the employers, duration: 2d, depends_on: [task-2]}
  - {id: task-4, title: Call the employers, duration: {low: 3d, likely: 5d, high: 9d}, depends_on: [task-3]}
  - {id: task-5, title: Find a room, duration: 2d, depends_on: [task-4]}
  - {id: task-6, title: Write the agenda, duration: 2d, depends_on: [task-5]}
  - {id: task-7, title: Invite everyone, duration: 5d, depends_on: [task-6]}
  - {id: task-8, title: Meet, duration: 1d, depends_on: [task-7]}
  - {id: task-9, title: Write the minutes, duration: 2d, depends_on: [task-8]}
  - {id: task-10, title: Draft it, duration: {low: 5d, likely: 10d, high: 20d}, depends_on: [task-9]}
""",
)

LONGEST: Final = 44
_SURELY_SHORT: Final = 6
"""Not even as many weeks of seven days are too long."""
_A_PLAN: Final = 10


def lengths(facts: Facts) -> Iterator[Problem]:
    """Tasks that last too long, of those still to be done."""
    week = facts.calendar.week
    long = [(row, days) for row, days in _estimated(facts, _SURELY_SHORT, week) if days > LONGEST]
    yield from few_or_one(
        long,
        lambda one: LONG.at((*one[0].path, "duration"), _told(*one)),
        lambda: f"{count(len(long), 'task')} last longer than {LONGEST} working days: {_names(long)}.",
    )


def certainty(facts: Facts) -> Iterator[Problem]:
    """A plan of some size without any estimate of three lengths, and without a risk that is reckoned with."""
    if any(risk.probability is not None and risk.delays for risk in facts.plan.risks):
        return
    for row in facts.still_open:
        estimate = row.task.duration
        if estimate is not None and estimate.low is not estimate.high and estimate.low != estimate.high:
            return
    estimated = list(_estimated(facts, 0, facts.calendar.week))
    if len(estimated) >= _A_PLAN:
        longest, _ = max(estimated, key=itemgetter(1))
        message = (
            f"None of {count(len(estimated), 'estimate')} gives three lengths, and no risk moves a task."
        )
        yield NO_DOUBT.at((*longest.path, "duration"), message)


def _estimated(facts: Facts, least: int, week: int) -> Iterator[tuple[Row, int]]:
    """The tasks with an estimate of more than ``least`` days or weeks, with the likely working days."""
    for row in facts.still_open:
        estimate = row.task.duration
        if estimate is not None and estimate.likely.amount > least:
            yield row, estimate.likely.days(week)


def durations(facts: Facts) -> Iterator[Problem]:
    """Tasks that nobody has estimated; the guide that asks for estimates has a rule of its own."""
    if Guide.CCRS not in facts.plan.project.guides:
        rows = [row for row in facts.still_open if row.task.duration is None and row.task.date is None]
        lacks = [Lack(row.path, row.task.title, "no duration") for row in rows]
        yield from gathered(NO_DURATION, lacks, "task")


def _told(row: Row, days: int) -> str:
    return f"{quoted(row.task.title)} lasts {days} working days, more than {LONGEST}."


def _names(long: list[tuple[Row, int]]) -> str:
    return named([row.task.title for row, _ in long])
