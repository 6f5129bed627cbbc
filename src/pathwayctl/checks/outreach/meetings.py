"""Meetings without a date, an agenda, a facilitator, or minutes, or with an impossible date or time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted, titles
from pathwayctl.checks.work.dates import NOT_BEGUN, day_off_for, open_or_move, workers
from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.outreach import meetings as evidence
from pathwayctl.model.outreach import Meeting
from pathwayctl.wording import count, long_day

NO_DAY: Final = Rule("PW560")
TWO_DAYS: Final = Rule("PW561")
NO_AGENDA: Final = Rule("PW562")
PAST_MIDNIGHT: Final = Rule("PW563")
NO_FACILITATOR: Final = Rule("PW564")
MEETS_ON_DAY_OFF: Final = Rule("PW565")
NO_MINUTES: Final = Rule("PW609")

_DAY_MINUTES: Final = 24 * 60


@check(NO_DAY, TWO_DAYS, NO_AGENDA, PAST_MIDNIGHT, NO_FACILITATOR, MEETS_ON_DAY_OFF)
def meetings(index: PlanIndex) -> Iterator[Problem]:
    """Every meeting: its date, its length, and its facilitator."""
    led = index.plan.project.facilitator is not None
    for place, meeting in enumerate(index.plan.meetings):
        path, title = ("meetings", place), quoted(meeting.title)
        yield from _day(index, path, meeting)
        if not meeting.agenda:
            yield NO_AGENDA.at(path, f"{title} has no agenda yet.")
        elif _end(meeting) > _DAY_MINUTES:
            yield PAST_MIDNIGHT.at((*path, "starts"), f"The agenda of {title} runs past midnight.")
        if meeting.facilitator is None and not led:
            yield NO_FACILITATOR.at(path, f"{title} has no facilitator.")


@check(NO_MINUTES)
def minutes(index: PlanIndex) -> Iterator[Problem]:
    """Meetings before the status date without minutes, in one finding."""
    if left := index.ask(evidence.meetings).without_minutes:
        number = count(len(left), "past meeting has", "past meetings have")
        names = titles((place, meeting.title) for place, meeting in left)
        yield NO_MINUTES.at(("meetings", left[0][0]), f"{number} no minutes: {names}.")


def _day(index: PlanIndex, path: Path, meeting: Meeting) -> Iterator[Problem]:
    title, day = quoted(meeting.title), meeting.date
    if day is None:
        if meeting.task is None:
            yield NO_DAY.at(path, f"{title} has neither a date nor a task that sets its date.")
        return
    row, days = index.row_of(meeting.task), _planned(index, meeting)
    if row is not None and days is not None and not days[0] <= day <= days[1]:
        task = quoted(row.task.title)
        message = f"{title} is on {long_day(day)}, but its task {task} is on {long_day(days[0])}."
        yield TWO_DAYS.at((*path, "date"), message)
        return
    if row is not None and row.task.date == day and row.task.status in NOT_BEGUN:
        return  # if that is a day off, the finding about the task says so
    reason = day_off_for(index, day, _attending(index, meeting))
    if reason is not None:
        message = f"{title} is on {long_day(day)}, a day off: {reason}."
        yield MEETS_ON_DAY_OFF.at((*path, "date"), message, open_or_move(index, day))


def _attending(index: PlanIndex, meeting: Meeting) -> Iterator[str | None]:
    """The facilitator of a meeting, its guests, and the people who work on its task."""
    yield meeting.facilitator or index.plan.project.facilitator
    yield from meeting.invited
    row = index.row_of(meeting.task)
    if row is not None:
        yield from workers(row.task)


def _end(meeting: Meeting) -> int:
    """When the agenda ends, in minutes after midnight; 0 if the meeting has no start time."""
    if meeting.starts is None:
        return 0
    begin = meeting.starts.hour * 60 + meeting.starts.minute
    return begin + sum(item.minutes for item in meeting.agenda)


def _planned(index: PlanIndex, meeting: Meeting) -> tuple[date, date] | None:
    """The first and last day of the task that sets the date of a meeting, if they are known."""
    row = index.row_of(meeting.task)
    if row is None:
        return None
    placed = index.scheduled(row)
    if placed is not None and row.task.date != meeting.date:
        return placed.start, placed.finish
    return (row.task.date, row.task.date) if row.task.date is not None else None
