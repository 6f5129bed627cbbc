"""The days of a meeting: its own, those of a series, or the day of the task that schedules it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.model.vocabulary import MeetingStatus

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.outreach import Meeting


def days_of(index: PlanIndex, meeting: Meeting) -> tuple[date, ...]:
    """The days on which a meeting begins, in order; none if it is cancelled, or they are not known."""
    if meeting.status is MeetingStatus.CANCELLED:
        return ()
    own = {*meeting.dates, meeting.date} - {None}
    if own:
        return tuple(sorted(day for day in own if day is not None))
    row = index.row_of(meeting.task)
    if row is None:
        return ()
    placed = index.scheduled(row)
    day = placed.start if placed is not None else row.task.date
    return () if day is None else (day,)


def next_day(index: PlanIndex, meeting: Meeting) -> date | None:
    """The first day of a meeting that has not passed, else its last one; ``None`` if it has none."""
    days = days_of(index, meeting)
    coming = (day for day in days if index.today is None or day >= index.today)
    return next(coming, days[-1] if days else None)


def last_day(index: PlanIndex, meeting: Meeting) -> date | None:
    """The day on which a meeting is over, with all of its days; ``None`` if it has none."""
    days = days_of(index, meeting)
    return max((*days, meeting.until or days[-1])) if days else None
