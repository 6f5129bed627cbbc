"""Dates and times of meetings in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.evidence.outreach.meetings import meetings
from pathwayctl.handouts.cells import length_words, time_in, weekday_and_day

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Meeting


def meeting_day(meeting: Meeting, context: Context) -> date | None:
    """The meeting's own date, else the day for which its task is scheduled."""
    return context.index.day_of(meeting)


def meeting_time(meeting: Meeting) -> str:
    """``1:30 PM to 3:30 PM``; only the length if there is no start time."""
    minutes = sum(item.minutes for item in meeting.agenda)
    if meeting.starts is None:
        return length_words(minutes) if minutes else ""
    starts = time_in(0, meeting.starts)
    return f"{starts} to {time_in(minutes, meeting.starts)}" if minutes else starts


def meeting_facts(meeting: Meeting, context: Context) -> tuple[tuple[str, str], ...]:
    """Date, time, place, and facilitator, for the top of a page."""
    return (
        ("Date", weekday_and_day(meeting_day(meeting, context))),
        ("Time", meeting_time(meeting)),
        ("Place", meeting.place or ""),
        ("Facilitator", context.name(meeting.facilitator)),
    )


def in_order(context: Context) -> tuple[Meeting, ...]:
    """The meetings by date; those without a date come last."""
    return context.index.ask(meetings).in_order


def is_still_to_come(meeting: Meeting, context: Context) -> bool:
    """Whether a meeting is not over as of the status date; one with minutes is over."""
    return context.index.ask(meetings).is_to_come(meeting)
