"""Dates that a task sets for itself: too early, against each other, or on a day nobody works."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import OURS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row

TWO_STARTS: Final = Rule(
    "PW407",
    Severity.ERROR,
    "Both date and not_before",
    "A date holds the task on that day; not_before lets it come later. Only one of the two can hold.",
    "Keep date for something held on a set day, or not_before for the earliest day.",
    OURS,
    bad="""\
tasks:
  - {id: launch, title: Hold the launch meeting, date: 2027-04-15, not_before: 2027-04-01}
""",
    good="""\
tasks:
  - {id: launch, title: Hold the launch meeting, date: 2027-04-15}
""",
)
HELD_TOO_EARLY: Final = Rule(
    "PW408",
    Severity.ERROR,
    "A date before the project starts",
    "Nothing is scheduled before the project's start, so the date cannot be kept.",
    "Correct the date, or set the project's start earlier.",
    OURS,
    bad="""\
tasks:
  - {id: launch, title: Hold the launch meeting, date: 2026-12-01}
""",
    good="""\
tasks:
  - {id: launch, title: Hold the launch meeting, date: 2027-04-15}
""",
)
BOUND_TOO_EARLY: Final = Rule(
    "PW409",
    Severity.WARNING,
    "A not_before or deadline before the project starts",
    "The plan begins later than this day, so it says nothing, or cannot be met.",
    "Correct the day, or take it out.",
    OURS,
    bad="""\
tasks:
  - {id: draft, title: Draft the agreement, deadline: 2026-12-01}
""",
    good="""\
tasks:
  - {id: draft, title: Draft the agreement, deadline: 2027-03-01}
""",
)
HELD_ON_DAY_OFF: Final = Rule(
    "PW410",
    Severity.ERROR,
    "A date on a day nobody works",
    "Weekends, holidays and closures are days off in the project's calendar.",
    "Move it to a working day, or make that day a working day in the calendar.",
    OURS,
    bad="""\
tasks:
  - {id: launch, title: Hold the launch meeting, date: 2027-04-17}
""",
    good="""\
tasks:
  - {id: launch, title: Hold the launch meeting, date: 2027-04-15}
""",
)
AFTER_DEADLINE: Final = Rule(
    "PW428",
    Severity.WARNING,
    "A deadline before the task may begin",
    "The task cannot be done by its deadline if it starts only after it.",
    "Correct one of the two days.",
    OURS,
    bad="""\
tasks:
  - {id: draft, title: Draft the agreement, not_before: 2027-03-01, deadline: 2027-02-01}
""",
    good="""\
tasks:
  - {id: draft, title: Draft the agreement, not_before: 2027-01-11, deadline: 2027-02-01}
""",
)
DAY_HAS_PASSED: Final = Rule(
    "PW429",
    Severity.WARNING,
    "The day of a task has passed, and it is not done",
    "The day can no longer be kept, so the plan treats it as not_before: the status date. "
    "The task now waits for its predecessors.",
    "Write status: done if it took place, or set date to the new day.",
    OURS,
    bad="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-05-03}
tasks:
  - {id: launch, title: Hold the launch meeting, date: 2027-04-15}
""",
    good="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-05-03}
tasks:
  - {id: launch, title: Hold it, date: 2027-04-15, status: done, finished: 2027-04-15}
""",
)
HELD_AND_LATE: Final = Rule(
    "PW431",
    Severity.WARNING,
    "A date on a task that is to be as late as possible",
    "The date holds the task where it is, so as_late_as_possible does nothing.",
    "Keep date for something held on a set day, or as_late_as_possible for what may move.",
    OURS,
    bad="""\
tasks:
  - {id: print, title: Print the agenda, date: 2027-04-14, as_late_as_possible: true}
""",
    good="""\
tasks:
  - {id: print, title: Print the agenda, as_late_as_possible: true}
""",
)
RULES: Final = (
    TWO_STARTS,
    HELD_TOO_EARLY,
    BOUND_TOO_EARLY,
    HELD_ON_DAY_OFF,
    AFTER_DEADLINE,
    DAY_HAS_PASSED,
    HELD_AND_LATE,
)

_days_of: Final = attrgetter("date", "not_before", "deadline")
_UNBOUND: Final = [None, None]
NOT_BEGUN: Final = frozenset((Status.PLANNED, Status.BLOCKED))


def dates(facts: Facts) -> Iterator[Problem]:
    """The dates of every task that sets any; a date of a summary is reported elsewhere."""
    for row in facts.live:
        day, *bounds = _days_of(row.task)
        if day is not None and not row.is_summary:
            yield from _held(facts, row, day)
        if bounds != _UNBOUND:
            yield from _bounds(facts, row)


def next_working_day(facts: Facts, day: date) -> str:
    """What to write in place of a day off."""
    calendar = facts.calendar
    following = calendar.day(calendar.on_or_after(day.toordinal()))
    return f"Write date: {following}, the next working day, or another one."


def _held(facts: Facts, row: Row, day: date) -> Iterator[Problem]:
    task = row.task
    path = (*row.path, "date")
    if task.not_before is not None:
        yield TWO_STARTS.at(
            (*row.path, "not_before"), f"{quoted(task.title)} has both a date and a not_before."
        )
    if task.as_late_as_possible:
        message = f"{quoted(task.title)} is held on {long_day(day)}, and is to be as late as possible."
        yield HELD_AND_LATE.at((*row.path, "as_late_as_possible"), message)
    if day < facts.plan.project.start:
        message = f"{quoted(task.title)} is held on {long_day(day)}, before the project starts on"
        yield HELD_TOO_EARLY.at(path, f"{message} {long_day(facts.plan.project.start)}.")
        return
    reason = facts.calendar.day_off(day)
    if reason is not None:
        message = f"{quoted(task.title)} is held on {long_day(day)}, a day off: {reason}."
        yield HELD_ON_DAY_OFF.at(path, message, next_working_day(facts, day))
        return
    today = facts.plan.project.status_date
    if today is not None and day < today and task.started is None and task.status in NOT_BEGUN:
        message = f"{quoted(task.title)} is held on {long_day(day)}, which has passed, and it has not begun."
        yield DAY_HAS_PASSED.at(path, message)


def _bounds(facts: Facts, row: Row) -> Iterator[Problem]:
    task, start = row.task, facts.plan.project.start
    for field, day in (("not_before", task.not_before), ("deadline", task.deadline)):
        if day is not None and day < start:
            message = f"The {field} of {quoted(task.title)}, {long_day(day)}, is before the project starts on"
            yield BOUND_TOO_EARLY.at((*row.path, field), f"{message} {long_day(start)}.")
    first = task.date or task.not_before
    if task.deadline is not None and first is not None and start <= task.deadline < first:
        begins = "is held on" if task.date else "does not begin before"
        message = f"{quoted(task.title)} {begins} {long_day(first)}, after its deadline on"
        yield AFTER_DEADLINE.at((*row.path, "deadline"), f"{message} {long_day(task.deadline)}.")
