"""Dates of tasks: too early, contradictory, on a day off, or before the project start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Judged, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.taking_part import everyone
from pathwayctl.model.values import Link
from pathwayctl.model.vocabulary import Span, Status
from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH, before_start
from pathwayctl.scheduling.records import written
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.wording import count, long_day

TWO_STARTS: Final = Rule("PW407")
HELD_TOO_EARLY: Final = Rule("PW408")
BOUND_TOO_EARLY: Final = Rule("PW409")
HELD_ON_DAY_OFF: Final = Rule("PW410")
AFTER_DEADLINE: Final = Rule("PW428")
DAY_HAS_PASSED: Final = Rule("PW429", Judged.ENTRY)
HELD_AND_LATE: Final = Rule("PW431")
SPAN_WITHOUT_DATE: Final = Rule("PW438")

_days_of: Final = attrgetter("date", "not_before", "deadline")
_UNBOUND: Final = [None, None]
NOT_BEGUN: Final = frozenset((Status.PLANNED, Status.BLOCKED))


@check(
    TWO_STARTS,
    HELD_TOO_EARLY,
    BOUND_TOO_EARLY,
    HELD_ON_DAY_OFF,
    AFTER_DEADLINE,
    DAY_HAS_PASSED,
    HELD_AND_LATE,
    SPAN_WITHOUT_DATE,
)
def dates(index: PlanIndex) -> Iterator[Problem]:
    """Report problems with the fixed dates of tasks; a date on a summary has its own rule."""
    for row in index.live:
        day, *bounds = _days_of(row.task)
        if day is not None and not row.is_summary:
            yield from _held(index, row, day)
        elif row.task.span is Span.CALENDAR and not row.is_summary:
            message = f"{quoted(row.task.title)} has span: calendar but no date, so it counts working days."
            yield SPAN_WITHOUT_DATE.at((*row.path, "span"), message)
        if bounds != _UNBOUND:
            yield from _bounds(index, row)


def day_off_for(index: PlanIndex, day: date, parties: Iterable[str | None]) -> str | None:
    """Say why a day is a day off; ``None`` if it is worked, or if one of the parties has an opening on it."""
    reason = index.calendar.day_off(day)
    if reason is None:
        return None
    known = [index.parties[party] for party in parties if party and party in index.parties]
    openings = [one for party in known for one in party.openings]
    return None if any(one.first <= day <= one.last for one in openings) else reason


def open_or_move(index: PlanIndex, day: date) -> str:
    """What to type for something held on a day off: an opening, or the next working day."""
    calendar = index.calendar
    following = calendar.day(calendar.on_or_after(day.toordinal()))
    opening = f"write openings: [{{date: {day}}}] under calendar:"
    if index.plan.calendar.openings:
        opening = f"add {{date: {day}}} to openings: under calendar:"
    move = f"write date: {following}, the next working day, or another day"
    return f"If that day is worked, {opening}. If not, {move}."


def workers(index: PlanIndex, task: Task) -> Iterator[str | None]:
    """The ids of the owner of a task and of those assigned to it, with the members of teams."""
    yield task.owner
    yield from everyone(index, (one.resource for one in task.assigned))


def _held(index: PlanIndex, row: Row, day: date) -> Iterator[Problem]:
    task = row.task
    path = (*row.path, "date")
    if task.not_before is not None:
        yield TWO_STARTS.at(
            (*row.path, "not_before"), f"{quoted(task.title)} has both a date and a not_before."
        )
    if task.window is not None:
        yield TWO_STARTS.at((*row.path, "window"), f"{quoted(task.title)} has both a date and a window.")
    if task.as_late_as_possible:
        message = f"{quoted(task.title)} is set for {long_day(day)}, but also has as_late_as_possible."
        yield HELD_AND_LATE.at((*row.path, "as_late_as_possible"), message)
    if day < index.plan.project.start:
        message = f"{quoted(task.title)} is set for {long_day(day)}, before the project starts on"
        yield HELD_TOO_EARLY.at(path, f"{message} {long_day(index.plan.project.start)}.")
        return
    today = index.plan.project.status_date
    if today is not None and day < today and task.started is None and task.status in NOT_BEGUN:
        message = f"{quoted(task.title)} was set for {long_day(day)}, which has passed, but has not started."
        yield DAY_HAS_PASSED.at(path, message)
    elif task.status in NOT_BEGUN and task.span is not Span.CALENDAR:
        reason = day_off_for(index, day, workers(index, task))
        if reason is not None:
            message = f"{quoted(task.title)} is set for {long_day(day)}, a day off: {reason}."
            yield HELD_ON_DAY_OFF.at(path, message, open_or_move(index, day))


def _bounds(index: PlanIndex, row: Row) -> Iterator[Problem]:
    task, start = row.task, index.plan.project.start
    for field, day in (("not_before", task.not_before), ("deadline", task.deadline)):
        if day is not None and day < start:
            field = "window" if task.window is not None else field
            message = f"The {field} of {quoted(task.title)}, {long_day(day)}, is before the project start,"
            yield BOUND_TOO_EARLY.at((*row.path, field), f"{message} {long_day(start)}.")
    first = task.date or task.not_before
    if task.deadline is not None and first is not None and start <= task.deadline < first:
        begins = "is set for" if task.date else "cannot start before"
        message = f"{quoted(task.title)} {begins} {long_day(first)}, after its deadline on"
        yield AFTER_DEADLINE.at((*row.path, "deadline"), f"{message} {long_day(task.deadline)}.")


LEAD_TOO_LONG: Final = Rule("PW430")
BEGUN_BEFORE_START: Final = Rule("PW432")


@check(LEAD_TOO_LONG, needs_schedule=True)
def leads(index: PlanIndex) -> Iterator[Problem]:
    """Report leads that reach before the project start, between tasks that have not started."""
    schedule = index.schedule
    if not isinstance(schedule, Schedule):
        return
    for row in index.live:
        for place, link in enumerate(row.task.depends_on):
            if link.lag.amount < 0 and _has_not_begun(index, schedule, row, link):
                day = before_start(schedule, link)
                if day is not None:
                    yield _too_long(index, schedule, row, place, day)


def _has_not_begun(index: PlanIndex, schedule: Schedule, row: Row, link: Link) -> bool:
    """Whether neither a task nor its predecessor has started; summaries are not asked."""
    source = index.breakdown.by_id.get(link.predecessor)
    if source is None or not schedule.counts(source) or source == row.index:
        return False
    both = row, index.breakdown.rows[source]
    return all(one.is_summary or schedule.is_planned(one.index) for one in both)


def _too_long(index: PlanIndex, schedule: Schedule, row: Row, place: int, day: date) -> Problem:
    link = row.task.depends_on[place]
    days = abs(link.lag.days(schedule.calendar.week))
    lead = count(days, "calendar day" if link.lag.elapsed else "working day")
    may = "finish" if link.type in TO_FINISH else "start"
    waited = quoted(index.breakdown.rows[index.breakdown.by_id[link.predecessor]].task.title)
    point = "finishes" if link.type in FROM_FINISH else "starts"
    then = f"on {long_day(day)}, before the project starts on {long_day(index.plan.project.start)}"
    message = f"{quoted(row.task.title)} may {may} {lead} before {waited} {point}: {then}."
    hint = f"Write a shorter lead than {quoted(written(link))}, or set the project’s start earlier."
    return LEAD_TOO_LONG.at((*row.path, "depends_on", place), message, hint)


@check(BEGUN_BEFORE_START)
def begun(index: PlanIndex) -> Iterator[Problem]:
    """Report actual starts and finishes before the project start."""
    start = index.plan.project.start
    for row in index.live:
        task = row.task
        if task.status is Status.PLANNED or row.is_summary:
            continue  # a planned task with actual dates is a contradiction, and reported as one
        for field, day, verb in (
            ("started", task.started, "started"),
            ("finished", task.finished, "finished"),
        ):
            if day is not None and day < start:
                message = f"{quoted(task.title)} {verb} on {long_day(day)}, before the project starts on"
                yield BEGUN_BEFORE_START.at((*row.path, field), f"{message} {long_day(start)}.")
                break
