"""Meetings that are not fixed yet, whose day or time cannot be right, or that nobody leads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted, titles
from pathwayctl.checks.work.dates import NOT_BEGUN, day_off_for, open_or_move, workers
from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.outreach import Meeting
from pathwayctl.wording import long_day

NO_DAY: Final = Rule("PW560")
TWO_DAYS: Final = Rule("PW561")
NO_AGENDA: Final = Rule("PW562")
PAST_MIDNIGHT: Final = Rule("PW563")
NOBODY_LEADS: Final = Rule("PW564")
MEETS_ON_DAY_OFF: Final = Rule("PW565")
NO_MINUTES: Final = Rule("PW609")

_DAY_MINUTES: Final = 24 * 60


@check(NO_DAY, TWO_DAYS, NO_AGENDA, PAST_MIDNIGHT, NOBODY_LEADS, MEETS_ON_DAY_OFF)
def meetings(index: PlanIndex) -> Iterator[Problem]:
    """Every meeting: its day, its length and who leads it."""
    led = index.plan.project.facilitator is not None
    for place, meeting in enumerate(index.plan.meetings):
        path, title = ("meetings", place), quoted(meeting.title)
        yield from _day(index, path, meeting)
        if not meeting.agenda:
            yield NO_AGENDA.at(path, f"{title} has no agenda yet.")
        elif _end(meeting) > _DAY_MINUTES:
            yield PAST_MIDNIGHT.at((*path, "starts"), f"The agenda of {title} runs past midnight.")
        if meeting.facilitator is None and not led:
            yield NOBODY_LEADS.at(path, f"Nobody is named who leads {title}.")


@check(NO_MINUTES)
def minutes(index: PlanIndex) -> Iterator[Problem]:
    """Meetings before the status date of which nothing was written down, in one finding."""
    left = []
    for place, meeting in enumerate(index.plan.meetings):
        day = index.day_of(meeting)
        written = meeting.attended or meeting.decisions or meeting.actions or meeting.reflections
        if day is not None and index.today is not None and day < index.today and not written:
            left.append((place, meeting.title))
    if left:
        message = f"Over, and nothing is written down of it: {titles(left)}."
        yield NO_MINUTES.at(("meetings", left[0][0]), message)


def _day(index: PlanIndex, path: Path, meeting: Meeting) -> Iterator[Problem]:
    title, day = quoted(meeting.title), meeting.date
    if day is None:
        if meeting.task is None:
            yield NO_DAY.at(path, f"{title} has neither a date nor a task that plans it.")
        return
    row, days = index.row_of(meeting.task), _planned(index, meeting)
    if row is not None and days is not None and not days[0] <= day <= days[1]:
        task = quoted(row.task.title)
        message = f"{title} is on {long_day(day)}, but its task {task} is on {long_day(days[0])}."
        yield TWO_DAYS.at((*path, "date"), message)
        return
    if row is not None and row.task.date == day and row.task.status in NOT_BEGUN:
        return  # the day off is reported at the task, if it is one
    reason = day_off_for(index, day, _attending(index, meeting))
    if reason is not None:
        message = f"{title} is on {long_day(day)}, a day off: {reason}."
        yield MEETS_ON_DAY_OFF.at((*path, "date"), message, open_or_move(index, day))


def _attending(index: PlanIndex, meeting: Meeting) -> Iterator[str | None]:
    """Who leads a meeting, is invited to it, or works on its task."""
    yield meeting.facilitator or index.plan.project.facilitator
    yield from meeting.invited
    row = index.row_of(meeting.task)
    if row is not None:
        yield from workers(row.task)


def _end(meeting: Meeting) -> int:
    """When the agenda ends, in minutes from midnight; without a beginning it cannot end too late."""
    if meeting.starts is None:
        return 0
    begin = meeting.starts.hour * 60 + meeting.starts.minute
    return begin + sum(item.minutes for item in meeting.agenda)


def _planned(index: PlanIndex, meeting: Meeting) -> tuple[date, date] | None:
    """The days of the task that plans a meeting, as far as they are known."""
    row = index.row_of(meeting.task)
    if row is None:
        return None
    placed = index.scheduled(row)
    if placed is not None and row.task.date != meeting.date:
        return placed.start, placed.finish
    return (row.task.date, row.task.date) if row.task.date is not None else None
