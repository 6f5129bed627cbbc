"""A status date that has gone stale: the files tell of later things, or the calendar on the wall does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.checks.evaluation.measures import MIXED_UP
from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import GAO
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.wording import count, listed, long_day

STALE: Final = Rule(
    "PW630",
    Severity.WARNING,
    "A status date that has gone stale",
    "The world has moved on since, as minutes and figures or the calendar show, and the tasks were not "
    "brought up to date: their dates are no longer those that people work to.",
    "Bring the tasks up to date, and set status_date: to the day on which you do.",
    f"{GAO}, best practice 9: updating the schedule using actual progress and logic (a month without an "
    "update is our reading)",
    bad="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-02-01}
people: [{id: lee-park, name: Lee Park, category: k-12}]
tasks:
  - {id: draft, title: Draft it, duration: 30d, status: in-progress, started: 2027-01-11, complete: 40}
meetings:
  - {id: march, title: Meeting in March, kind: team, date: 2027-03-10, attended: [lee-park]}
""",
    good="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-03-12}
people: [{id: lee-park, name: Lee Park, category: k-12}]
tasks:
  - {id: draft, title: Draft it, duration: 30d, status: done, started: 2027-01-11, finished: 2027-03-05}
meetings:
  - {id: march, title: Meeting in March, kind: team, date: 2027-03-10, attended: [lee-park]}
""",
)
_MONTH: Final = 31
_MOST: Final = 3


def stale(facts: Facts) -> Iterator[Problem]:
    """A status date before what the files tell of, or long before the day on which somebody asks."""
    if facts.still_open:
        yield from _later(facts)
        yield from _old(facts)


def _later(facts: Facts) -> Iterator[Problem]:
    """What the files tell of after the status date, in one finding; tasks have rules of their own for it."""
    today = facts.today
    if today is None:
        return
    later = [(day, what) for day, what in _told(facts) if day is not None and day > today]
    if later:
        words = [f"{what} on {long_day(day)}" for day, what in later[:_MOST]]
        if len(later) > _MOST:
            words.append(count(len(later) - _MOST, "other thing"))
        message = f"The status date is {long_day(today)}, but the files tell of {listed(words)}."
        last = max(day for day, _ in later)
        hint = f"Bring the tasks up to date, and set status_date: {last} or later. Or correct those days."
        yield STALE.at(("project", "status_date"), message, hint)


def _old(facts: Facts) -> Iterator[Problem]:
    """A status date that is old on the day on which somebody asks, if that day is known."""
    asked_on, project = facts.asked_on, facts.plan.project
    if asked_on is None:
        return
    last = project.status_date or project.start
    if (asked_on - last).days <= _MONTH:
        return
    days = f"{count((asked_on - last).days, 'day')} before {long_day(asked_on)}"
    if project.status_date is not None:
        yield STALE.at(("project", "status_date"), f"Progress was last told on {long_day(last)}, {days}.")
    else:
        message = f"The project began on {long_day(last)}, {days}, and has no status date."
        hint = "Write what has been done, and add status_date: with the day on which you do, under project:."
        yield STALE.at(("project", "start"), message, hint)


def _told(facts: Facts) -> Iterator[tuple[date | None, str]]:
    """What the files say has happened, with its day; days of agreements and tasks are looked at elsewhere."""
    plan = facts.plan
    for meeting in plan.meetings:
        if meeting.attended or meeting.decisions or meeting.reflections:
            row = facts.row_of(meeting.task)
            day = meeting.date or (row.task.date if row else None)
            yield day, f"the meeting {quoted(meeting.title)}"
    for evidence in plan.evidence:
        yield evidence.date, "evidence"
    if not set(MIXED_UP.guides) & set(plan.project.guides):  # else that rule says so
        for measure in plan.measures:
            for reading in measure.readings:
                yield reading.date, f"a value of {quoted(measure.title)}"
    for invitation in plan.invitations:
        yield invitation.sent, f"an invitation to {facts.name_of(invitation.to)}"
    for audience in plan.communications:
        yield audience.reviewed, f"a review of what {quoted(audience.audience)} hear"
