"""When meetings are held, in words and in their order, and which of them are still to come."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.handouts.cells import length_words, time_in, weekday_and_day

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Meeting


def meeting_day(meeting: Meeting, context: Context) -> date | None:
    """The meeting's own date, else the day on which its task is scheduled."""
    task = context.schedule.by_id.get(meeting.task or "")
    return meeting.date or (task.start if task else None)


def meeting_time(meeting: Meeting) -> str:
    """``1:30 PM to 3:30 PM``; the length alone where no one knows when it starts."""
    minutes = sum(item.minutes for item in meeting.agenda)
    if meeting.starts is None:
        return length_words(minutes) if minutes else ""
    starts = time_in(0, meeting.starts)
    return f"{starts} to {time_in(minutes, meeting.starts)}" if minutes else starts


def meeting_facts(meeting: Meeting, context: Context) -> tuple[tuple[str, str], ...]:
    """Date, time, place and facilitator, for the top of a page."""
    return (
        ("Date", weekday_and_day(meeting_day(meeting, context))),
        ("Time", meeting_time(meeting)),
        ("Place", meeting.place or ""),
        ("Facilitator", context.name(meeting.facilitator)),
    )


def in_order(context: Context) -> tuple[Meeting, ...]:
    """The meetings by their days; those without a day come last, and ties stay as they are in the plan."""
    return tuple(sorted(context.plan.meetings, key=lambda one: meeting_day(one, context) or date.max))


def is_held(meeting: Meeting) -> bool:
    """Whether something is written down of what happened there."""
    return bool(meeting.attended or meeting.decisions or meeting.actions or meeting.reflections)


def is_still_to_come(meeting: Meeting, context: Context) -> bool:
    """Whether a meeting is not over as of the status date; one that has minutes is."""
    day, today = meeting_day(meeting, context), context.plan.project.status_date
    return not is_held(meeting) and (day is None or today is None or day >= today)
