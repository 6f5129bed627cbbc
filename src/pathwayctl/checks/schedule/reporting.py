"""Missing progress reports and baselines, and a status date that is out of date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.shared_gaps import few_or_one
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Status
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.scheduling.remaining_work import planned_days
from pathwayctl.wording import count, listed, long_day, suggestion

NOTHING_STARTED: Final = Rule("PW628")
NO_REMAINING: Final = Rule("PW629")
NO_BASELINE: Final = Rule("PW631")

_GRACE: Final = 14
"""Calendar days after which some task should have started."""


@check(NOTHING_STARTED, NO_REMAINING, needs_schedule=True)
def progress(index: PlanIndex) -> Iterator[Problem]:
    """Progress that is missing as of the status date."""
    today = index.today
    if today is None or not index.leaves:
        return
    if not is_under_way(index):
        first = min(_earliest(index, row) for row in index.leaves)
        if (today - first).days > _GRACE:
            message = f"No task has started by {long_day(today)}, but work could start on {long_day(first)}."
            yield NOTHING_STARTED.at(("project", "status_date"), message)
        return
    silent = [row for row in index.still_open if _is_silent(index, row, today)]
    yield from few_or_one(
        index,
        silent,
        _message,
        "tasks in progress should be done by now, but do not say how much work remains",
        lambda row: row.task.title,
    )


def is_under_way(index: PlanIndex) -> bool:
    """Whether any task has started."""
    begun = (Status.IN_PROGRESS, Status.DONE)
    return any(row.task.status in begun or row.task.started is not None for row in index.leaves)


@check(NO_BASELINE, needs_schedule=True)
def baseline(index: PlanIndex) -> Iterator[Problem]:
    """A project in progress without a saved baseline; without a status date it is not in progress yet."""
    if index.today is not None and not index.baselines and index.still_open and is_under_way(index):
        message = "Work has started, but no baseline was saved, so changes from the plan cannot be shown."
        yield NO_BASELINE.at(("project", "status_date"), message)


def _earliest(index: PlanIndex, row: Row) -> date:
    """The first day on which a task could start, apart from its links."""
    found, position = row.task.date or index.plan.project.start, row.index
    while position >= 0:
        bound = index.breakdown.rows[position].task.not_before
        found = max(found, bound) if bound is not None else found
        position = index.breakdown.rows[position].parent
    return found


def _is_silent(index: PlanIndex, row: Row, today: date) -> bool:
    task = row.task
    if task.status is not Status.IN_PROGRESS or task.started is None:
        return False
    if task.complete is not None or task.remaining is not None:
        return False
    calendar = index.calendar
    over = calendar.on_or_after(task.started.toordinal()) + planned_days(task, calendar.week)
    return over <= calendar.on_or_after(today.toordinal())


def _message(row: Row) -> Problem:
    task = row.task
    length = task.duration.likely if task.duration else None
    planned = (
        count(length.amount, "working week" if length.unit == "w" else "working day") if length else "a day"
    )
    started = f"{quoted(task.title)} started on {long_day(task.started)}" if task.started else ""
    message = f"{started}, and was planned to take {planned}, but does not say how much work remains."
    return NO_REMAINING.at((*row.path, "status"), message)


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
        hint = "Update the progress of the tasks, and add status_date: with today’s date under project:."
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
    if plan.measures:
        from pathwayctl.checks.evaluation import measures as judged  # few projects have any

        if not set(judged.guides) & set(plan.project.guides):  # otherwise that check reports it
            for measure in plan.measures:
                for reading in measure.readings:
                    yield reading.date, f"a value of {quoted(measure.title)}"
    for invitation in plan.invitations:
        yield invitation.sent, f"an invitation to {index.name_of(invitation.to)}"
    for audience in plan.communications:
        yield audience.reviewed, f"a review of the communication for {quoted(audience.audience)}"


UNKNOWN_BASELINE: Final = Rule("PW332")


@check(UNKNOWN_BASELINE)
def unknown_baseline(index: PlanIndex) -> Iterator[Problem]:
    """The name of a baseline without a file."""
    name = index.plan.project.baseline
    if name is None or name in index.baselines:
        return
    message = f"The baseline {quoted(name)} was never saved, so the project cannot be compared with it."
    there_is = f"The baselines are {listed(index.baselines)}." if index.baselines else ""
    save = f"To save it now: pathwayctl baseline save {name}"
    hint = " ".join(filter(None, (suggestion(name, index.baselines) or there_is, save)))
    yield UNKNOWN_BASELINE.at(("project", "baseline"), message, hint)
