"""What goes into calendars: meetings with their times, and milestones, due dates, and tasks as whole days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.due_dates import due_dates
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.meeting_days import days_of, is_series
from pathwayctl.evidence.outreach.meetings import agenda_end, expected, is_cancelled
from pathwayctl.evidence.partners.taking_part import everyone
from pathwayctl.language import phrase
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import MeetingStatus, Status
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.scheduling.schedule import ScheduledTask

KINDS: Final = ("meetings", "milestones", "deadlines", "tasks")
"""What a calendar may hold; tasks only where they are asked for, since they fill whole weeks."""
USUAL: Final = KINDS[:3]
_HOUR: Final = 60


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One entry of a calendar.

    ``first`` and ``last`` are its days, both included. ``begins`` and ``ends`` are the local times of a
    timed one, ``ends`` on the last day. ``key`` stays the same when the event moves.
    """

    key: str
    title: str
    first: date
    last: date
    begins: time | None = None
    ends: time | None = None
    place: str = ""
    link: str = ""
    text: str = ""
    cancelled: bool = False
    tentative: bool = False
    busy: bool = False


def calendar_events(
    context: Context, kinds: Iterable[str] = USUAL, parties: Iterable[str] = ()
) -> tuple[CalendarEvent, ...]:
    """The events of some kinds in order of their days; with ``parties``, only what concerns one of them."""
    wanted, whom = tuple(kinds) or USUAL, frozenset(parties)
    found = [one for kind in KINDS if kind in wanted for one in _MAKERS[kind](context, whom)]
    return tuple(sorted(found, key=lambda one: (one.first, one.begins or time(), one.key)))


def _meetings(context: Context, whom: frozenset[str]) -> Iterator[CalendarEvent]:
    index = context.index
    for meeting in index.plan.meetings:
        if whom and whom.isdisjoint(expected(index, meeting)):
            continue
        days = days_of(index, meeting)
        if is_cancelled(meeting) and meeting.date:
            days = (meeting.date,)
        for day in days:
            key = f"meeting-{meeting.id}-{day}" if is_series(meeting) else f"meeting-{meeting.id}"
            yield _meeting(meeting, key, day)


def _meeting(meeting: Meeting, key: str, day: date) -> CalendarEvent:
    last = meeting.until if meeting.until and meeting.every is None and not meeting.dates else day
    ends = _end_of(meeting)
    return CalendarEvent(
        key, meeting.title, day, max(day, last), meeting.starts, ends,
        place=meeting.place or "", link=meeting.link or "",
        text="\n".join(filter(None, (meeting.purpose, *meeting.outcomes))),
        cancelled=is_cancelled(meeting), tentative=meeting.status is MeetingStatus.POSTPONED, busy=True,
    )  # fmt: skip


def _end_of(meeting: Meeting) -> time | None:
    """The end of a meeting: stated, or that of its agenda, or an hour after it starts, on the same day."""
    if meeting.starts is None or meeting.ends:
        return meeting.ends if meeting.starts else None
    begin = meeting.starts.hour * 60 + meeting.starts.minute
    end = agenda_end(meeting) or begin
    return time(*divmod(min(end if end > begin else begin + _HOUR, 24 * 60 - 1), 60))


def _milestones(context: Context, whom: frozenset[str]) -> Iterator[CalendarEvent]:
    held = {meeting.task for meeting in context.plan.meetings}  # the meeting is in the calendar itself
    for task in context.leaves:
        if task.kind == "milestone" and task.id not in held and _concerns(context.index, task, whom):
            yield _all_day(context, task, phrase("Milestone: {title}", title=task.title))


def _deadlines(context: Context, whom: frozenset[str]) -> Iterator[CalendarEvent]:
    index = context.index
    for due in due_dates(index):
        if due.due is None or due.done or (whom and whom.isdisjoint(everyone(index, ids_of(due.owner)))):
            continue
        row = index.row_of(due.id)
        if row is not None and row.task.status is Status.DONE:
            continue
        text = phrase("{kind} of {grant}", kind=phrase(due.kind), grant=due.grant) if due.grant else ""
        title = phrase("Due: {title}", title=due.title)
        yield CalendarEvent(f"due-{due.id}", title, due.due, due.due, text=text)


def _tasks(context: Context, whom: frozenset[str]) -> Iterator[CalendarEvent]:
    for task in context.leaves:
        if task.kind == "task" and task.status is not Status.DONE and _concerns(context.index, task, whom):
            yield _all_day(context, task, task.title)


def _all_day(context: Context, task: ScheduledTask, title: str) -> CalendarEvent:
    owners = context.owners(task)
    said = (task.task.outcome, task.task.detail, phrase("Owner: {owners}", owners=owners) if owners else "")
    return CalendarEvent(
        f"task-{task.id}", title, task.start, task.finish, text="\n".join(filter(None, said))
    )


def _concerns(index: PlanIndex, task: ScheduledTask, whom: frozenset[str]) -> bool:
    """Whether one of some parties owns a task or is assigned to it, also as a member of a team."""
    doers = (*ids_of(task.owner), *(one.resource for one in task.task.assigned))
    return not whom or not whom.isdisjoint(everyone(index, doers))


_MAKERS: Final = {"meetings": _meetings, "milestones": _milestones, "deadlines": _deadlines, "tasks": _tasks}


def moment(day: date, at: time) -> datetime:
    """A day and a time of that day as one."""
    return datetime.combine(day, at)


def day_after(day: date) -> date:
    """The next day; the last date there is has none, and stays."""
    return day + timedelta(days=1) if day < date.max else day
