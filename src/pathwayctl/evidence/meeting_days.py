"""The days of a meeting: its own, those of a series, or the day of the task that schedules it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from pathwayctl.model.plan import Plan
from pathwayctl.model.recurrence import Every
from pathwayctl.model.vocabulary import MeetingStatus
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.scheduling.recurrence import recurrence_days
from pathwayctl.scheduling.schedule import ScheduledTask
from pathwayctl.scheduling.workdays import WorkCalendar

if TYPE_CHECKING:
    from pathwayctl.model.outreach import Meeting

_YEAR: Final = timedelta(days=365)


class DatedPlan(Protocol):
    """What the days of a meeting follow from; a ``PlanIndex`` has all of it."""

    @property
    def plan(self) -> Plan:
        """The plan."""

    @property
    def calendar(self) -> WorkCalendar:
        """The working days."""

    @property
    def today(self) -> date | None:
        """The day as of which the plan is judged, if it gives one."""

    def row_of(self, task: str | None) -> Row | None:
        """The row of a task, if the plan has it."""

    def scheduled(self, row: Row) -> ScheduledTask | None:
        """A task with its dates, if the plan has any."""


def days_of(index: DatedPlan, meeting: Meeting) -> tuple[date, ...]:
    """The days on which a meeting begins, in order; none if it is cancelled, or they are not known."""
    if meeting.status is MeetingStatus.CANCELLED:
        return ()
    if meeting.every is not None and meeting.date is not None:
        return tuple(sorted({*_of_series(index, meeting, meeting.every, meeting.date), *meeting.dates}))
    own = {*meeting.dates, *((meeting.date,) if meeting.date else ())}
    if own:
        return tuple(sorted(own))
    row = index.row_of(meeting.task)
    if row is None:
        return ()
    placed = index.scheduled(row)
    day = placed.start if placed is not None else row.task.date
    return () if day is None else (day,)


def next_day(index: DatedPlan, meeting: Meeting) -> date | None:
    """The first day of a meeting that has not passed, else its last one; ``None`` if it has none."""
    days = days_of(index, meeting)
    coming = (day for day in days if index.today is None or day >= index.today)
    return next(coming, days[-1] if days else None)


def held_on(index: DatedPlan, meeting: Meeting) -> date | None:
    """The day that minutes are about: the last one up to the status date, else the next one, if any."""
    days = days_of(index, meeting)
    past = [day for day in days if index.today is not None and day <= index.today]
    return past[-1] if past else days[0] if days else None


def last_day(index: DatedPlan, meeting: Meeting) -> date | None:
    """The day on which a meeting is over, with all of its days; ``None`` if it has none."""
    days = days_of(index, meeting)
    return max(days[-1], meeting.until or days[-1]) if days else None


def is_series(meeting: Meeting) -> bool:
    """Whether a meeting is held several times; its minutes then are those of the last time."""
    return bool(meeting.dates) or meeting.every is not None


def _of_series(index: DatedPlan, meeting: Meeting, every: Every, first: date) -> tuple[date, ...]:
    """The days of a rule, as many as there should be, or until the end of the project or of a year."""
    finish = date.max if meeting.times else index.plan.project.finish_by
    last = meeting.until or finish or first + min(_YEAR, date.max - first)
    return recurrence_days(every, first, max(first, last), meeting.times, index.calendar)
