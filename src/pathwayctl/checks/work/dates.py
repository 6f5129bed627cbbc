"""Dates that a task sets for itself: too early, against each other, or on a day off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import OURS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.vocabulary import Span, Status
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from pathwayctl.model.work import Task
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
    Severity.WARNING,
    "A date on a day off",
    "Weekends, holidays, and closures are days off in the project's calendar. The task stays on its date, "
    "and what waits for it starts on the next working day; but few people may come.",
    "If the day is worked, add it to openings: under calendar:, or to openings: of those who work that day. "
    "Otherwise write another date.",
    OURS,
    bad="""\
tasks:
  - {id: launch, title: Hold the launch meeting, date: 2027-04-17}
""",
    good="""\
calendar:
  openings:
    - {name: Launch meeting, date: 2027-04-17}
tasks:
  - {id: launch, title: Hold the launch meeting, date: 2027-04-17}
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
SPAN_WITHOUT_DATE: Final = Rule(
    "PW438",
    Severity.WARNING,
    "A span of calendar days without a date",
    "Only an event that is held on its date runs on through days off. All other tasks count working days.",
    "Add date: with its first day. For a waiting time, write a lag of calendar days, such as notice FS+30ed.",
    OURS,
    bad="""\
tasks:
  - {id: fair, title: Hold the fair, duration: 3d, span: calendar}
""",
    good="""\
tasks:
  - {id: fair, title: Hold the fair, date: 2027-04-16, duration: 3d, span: calendar}
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
    SPAN_WITHOUT_DATE,
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
        elif row.task.span is Span.CALENDAR and not row.is_summary:
            message = f"{quoted(row.task.title)} has span: calendar but no date, so it counts working days."
            yield SPAN_WITHOUT_DATE.at((*row.path, "span"), message)
        if bounds != _UNBOUND:
            yield from _bounds(facts, row)


def day_off_for(facts: Facts, day: date, parties: Iterable[str | None]) -> str | None:
    """Why a day is a day off; ``None`` if it is worked, or opened by one of some people and organizations."""
    reason = facts.calendar.day_off(day)
    if reason is None:
        return None
    openings = [one for party in parties if party in facts.parties for one in facts.parties[party].openings]
    return None if any(one.first <= day <= one.last for one in openings) else reason


def open_or_move(facts: Facts, day: date) -> str:
    """What to write where something is held on a day off: an opening, or the next working day."""
    calendar = facts.calendar
    following = calendar.day(calendar.on_or_after(day.toordinal()))
    opening = f"write openings: [{{date: {day}}}] under calendar:"
    if facts.plan.calendar.openings:
        opening = f"add {{date: {day}}} to openings: under calendar:"
    move = f"write date: {following}, the next working day, or another"
    return f"If that day is worked, {opening}. If not, {move}."


def workers(task: Task) -> Iterator[str | None]:
    """Who holds a task: its owner, and those assigned to it."""
    yield task.owner
    for one in task.assigned:
        yield one.resource


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
    today = facts.plan.project.status_date
    if today is not None and day < today and task.started is None and task.status in NOT_BEGUN:
        message = f"{quoted(task.title)} is held on {long_day(day)}, which has passed, and it has not begun."
        yield DAY_HAS_PASSED.at(path, message)
    elif task.status in NOT_BEGUN and task.span is not Span.CALENDAR:
        reason = day_off_for(facts, day, workers(task))
        if reason is not None:
            message = f"{quoted(task.title)} is held on {long_day(day)}, a day off: {reason}."
            yield HELD_ON_DAY_OFF.at(path, message, open_or_move(facts, day))


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
