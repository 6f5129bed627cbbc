"""A status date that is out of date: the files record later events, or today is much later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.evaluation.measures import measures as judged
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count, listed, long_day

STALE: Final = Rule("PW630")
_MONTH: Final = 31
_MOST: Final = 3


@check(STALE, needs_schedule=True)
def stale(index: PlanIndex) -> Iterator[Problem]:
    """A status date before recorded events, or long before today."""
    if index.still_open:
        yield from _later(index)
        yield from _old(index)


def _later(index: PlanIndex) -> Iterator[Problem]:
    """Events recorded after the status date, in one finding; tasks have their own rules."""
    today = index.today
    if today is None:
        return
    later = [(day, what) for day, what in _recorded(index) if day is not None and day > today]
    if later:
        words = [f"{what} on {long_day(day)}" for day, what in later[:_MOST]]
        if len(later) > _MOST:
            words.append(count(len(later) - _MOST, "other event"))
        message = f"The status date is {long_day(today)}, but the files record {listed(words)}."
        last = max(day for day, _ in later)
        hint = f"Bring the tasks up to date, and set status_date: {last} or later. Or correct those dates."
        yield STALE.at(("project", "status_date"), message, hint)


def _old(index: PlanIndex) -> Iterator[Problem]:
    """A status date that is more than a month before today, if today is known."""
    asked_on, project = index.asked_on, index.plan.project
    if asked_on is None:
        return
    last = project.status_date or project.start
    if (asked_on - last).days <= _MONTH:
        return
    days = f"{count((asked_on - last).days, 'day')} before {long_day(asked_on)}"
    if project.status_date is not None:
        yield STALE.at(("project", "status_date"), f"Progress was last updated on {long_day(last)}, {days}.")
    else:
        message = f"The project started on {long_day(last)}, {days}, and has no status date."
        hint = "Update the progress of the tasks, and add status_date: with today's date under project:."
        yield STALE.at(("project", "start"), message, hint)


def _recorded(index: PlanIndex) -> Iterator[tuple[date | None, str]]:
    """Events that the files record, with their dates; other checks cover agreements and tasks."""
    plan = index.plan
    for meeting in plan.meetings:
        if meeting.attended or meeting.decisions or meeting.reflections:
            row = index.row_of(meeting.task)
            day = meeting.date or (row.task.date if row else None)
            yield day, f"the meeting {quoted(meeting.title)}"
    for evidence in plan.evidence:
        yield evidence.date, "evidence"
    if not set(judged.guides) & set(plan.project.guides):  # otherwise that check reports it
        for measure in plan.measures:
            for reading in measure.readings:
                yield reading.date, f"a value of {quoted(measure.title)}"
    for invitation in plan.invitations:
        yield invitation.sent, f"an invitation to {index.name_of(invitation.to)}"
    for audience in plan.communications:
        yield audience.reviewed, f"a review of the communication for {quoted(audience.audience)}"
