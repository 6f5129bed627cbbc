"""Dates, times, action items, and sources of meetings in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from pathwayctl.evidence.meeting_days import days_of, is_series
from pathwayctl.evidence.outreach.meetings import (
    HeldMeeting,
    is_cancelled,
    is_held,
    last_held,
    leader_of,
    meetings,
    open_actions,
)
from pathwayctl.handouts.cells import length_words, some, stacked, time_in, weekday_and_day, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_1, CHAPTER_4, COLORADO, STAKEHOLDERS, WORK_PLAN
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.outreach import ActionItem, Meeting
from pathwayctl.model.vocabulary import Audience, Guide, MeetingKind, MeetingStatus
from pathwayctl.wording import long_day, short_day

KICKOFF: Final = CHAPTER_1.format("planning the kickoff meeting")
MINUTES: Final = CHAPTER_1.format("table 4, process and logistics")
_CHAPTERS: Final = {
    MeetingKind.KICKOFF: KICKOFF,
    MeetingKind.PRIORITIZATION: CHAPTER_1.format("define goals"),
    MeetingKind.IMPLEMENTATION: CHAPTER_4.format("scope and breakdown of the work"),
    MeetingKind.EVALUATION: CHAPTER_4.format("identify evaluation metrics"),
    MeetingKind.COMMUNICATION: CHAPTER_4.format("reflect on the implementation process"),
    MeetingKind.REFLECTION: CHAPTER_4.format("reflect on the implementation process"),
}
_STEPS: Final = {
    MeetingKind.SECTOR_LAUNCH: marked("step 3"),
    MeetingKind.TALENT_LANDSCAPE: marked("steps 5 to 7"),
    MeetingKind.ACTION_PLAN: marked("step 15"),
    MeetingKind.IMPLEMENTATION: marked("step 16"),
    MeetingKind.EVALUATION: marked("step 17"),
    MeetingKind.REFLECTION: marked("step 17"),
}
_OWN: Final = {
    MeetingKind.KICKOFF: Guide.CCRS,
    MeetingKind.PRIORITIZATION: Guide.CCRS,
    MeetingKind.SECTOR_LAUNCH: Guide.SECTOR,
    MeetingKind.TALENT_LANDSCAPE: Guide.SECTOR,
    MeetingKind.ACTION_PLAN: Guide.SECTOR,
    MeetingKind.WORK_PLAN: Guide.GRADES_9_14,
    MeetingKind.TEAM: Guide.COMPONENTS,
}
"""The guide that asks for a kind of meeting, where only one does."""


def guide_of(kind: MeetingKind | None, context: Context) -> Guide:
    """Return the guide that a kind of meeting follows in this project."""
    guides = context.plan.project.guides or (Guide.CCRS,)
    own = _OWN.get(kind) if kind else None
    if own in guides or kind is MeetingKind.SECTOR_LAUNCH:
        return own or Guide.SECTOR
    return Guide.CCRS if Guide.CCRS in guides else guides[0]


def planned_by(kind: MeetingKind | None, context: Context) -> str:
    """Return the source of pages that prepare a meeting."""
    return _source(kind, context, _CHAPTERS.get(kind, MINUTES) if kind else KICKOFF)


def recorded_by(kind: MeetingKind | None, context: Context) -> str:
    """Return the source of pages that record a meeting."""
    if guide_of(kind, context) is Guide.SECTOR:
        return COLORADO.format(phrase("step 4"))
    return _source(kind, context, MINUTES)


def _source(kind: MeetingKind | None, context: Context, ccrs: str) -> str:
    step = _STEPS.get(kind) if kind else None
    return {
        Guide.CCRS: ccrs,
        Guide.SECTOR: COLORADO.format(phrase(step or "step 4")),
        Guide.GRADES_9_14: WORK_PLAN.format("work planning"),
        Guide.COMPONENTS: STAKEHOLDERS.format("cross-sector partnerships"),
    }[guide_of(kind, context)]


OPEN_ACTIONS: Final = (
    Head(marked("Action item"), width="wide"),
    marked("Owner"),
    Head(marked("Due"), width="narrow"),
    marked("From meeting"),
)


def meeting_day(meeting: Meeting, context: Context) -> date | None:
    """Return the meeting's own date, else the day for which its task is scheduled."""
    return context.index.day_of(meeting)


def meeting_time(meeting: Meeting) -> str:
    """Return ``1:30 PM to 3:30 PM``; only the length if there is no start time."""
    minutes = sum(item.minutes for item in meeting.agenda)
    if meeting.starts is None:
        return length_words(minutes) if minutes else ""
    starts = time_in(0, meeting.starts)
    ends = time_in(0, meeting.ends) if meeting.ends else time_in(minutes, meeting.starts) if minutes else ""
    return phrase("{starts} to {ends}", starts=starts, ends=ends) if ends else starts


def date_words(meeting: Meeting, context: Context) -> str:
    """Return the day of a meeting; below it, that it was postponed, and the other days of a series."""
    day = meeting_day(meeting, context)
    words = weekday_and_day(day)
    if day and meeting.until and not is_series(meeting) and meeting.until > day:
        words = phrase(
            "{words} to {weekday_and_day}", words=words, weekday_and_day=weekday_and_day(meeting.until)
        )
    moved = ""
    if meeting.status is MeetingStatus.POSTPONED:
        since = (
            phrase(" from {moved_from}", moved_from=long_day(meeting.moved_from))
            if meeting.moved_from
            else ""
        )
        moved = (
            phrase("Postponed{since}", since=since)
            if day
            else phrase("Postponed{since}; the new date is not set yet", since=since)
        )
    return stacked(words, moved, _more_days(meeting, day, context))


def _more_days(meeting: Meeting, day: date | None, context: Context) -> str:
    """Return the days of a series after ``day``."""
    later = [one for one in days_of(context.index, meeting) if day is not None and one > day]
    return phrase("Then {one}", one=some([short_day(one) for one in later])) if later else ""


def place_words(meeting: Meeting, context: Context) -> str:
    """Return the place; below it, the address for joining online, except on pages for the public."""
    link = meeting.link if meeting.link and context.audience is not Audience.PUBLIC else ""
    online = "" if meeting.place or link or not meeting.link else phrase("Online")
    return stacked(meeting.place or "", phrase("Online: {link}", link=link) if link else online)


def meeting_facts(meeting: Meeting, context: Context) -> tuple[tuple[str, str], ...]:
    """Return date, time, place, and facilitator, for the top of a page."""
    return (
        (phrase("Date"), date_words(meeting, context)),
        (phrase("Time"), meeting_time(meeting)),
        (phrase("Place"), place_words(meeting, context)),
        (phrase("Facilitator"), context.name(leader_of(context.index, meeting))),
    )


def help_facts(meeting: Meeting, context: Context) -> tuple[tuple[str, str], ...]:
    """Return whom to ask, and how to ask for an accommodation; an agenda and a cover need both by law.

    Source: Americans with Disabilities Act, title II (28 CFR 35.160), on effective communication.
    """
    project = context.plan.project
    whom = project.contact or context.name(leader_of(context.index, meeting))
    please = phrase(
        "To ask for an interpreter, large print, or another accommodation, please contact: {whom}.", whom=whom
    )
    facts = (
        (phrase("Contact"), project.contact or ""),
        (phrase("Accommodations"), project.accommodations or (whom and please)),
    )
    return tuple(fact for fact in facts if fact[1])


def held_or_to_come(context: Context) -> tuple[Meeting, ...]:
    """Return the meetings that get pages, in the order of the plan, without those that are cancelled."""
    return tuple(one for one in context.plan.meetings if not is_cancelled(one) and gets_pages(one, context))


def gets_pages(meeting: Meeting, context: Context) -> bool:
    """Tell whether a meeting gets pages: in a packet for one meeting, only that one does."""
    return context.meeting in ("", meeting.id)


def last_before(kind: MeetingKind, context: Context, only: str = "") -> HeldMeeting | None:
    """Return the last meeting of a kind that was held.

    If pages are made for one meeting ``only``, by its id: of the last one before it of its team or kind.
    """
    every = context.plan.meetings
    for meeting in every:
        if meeting.id == only:
            like = [one for one in every if _series(one) == _series(meeting)]
            return last_held(context.index, like, meeting_day(meeting, context))
    return last_held(context.index, [one for one in every if one.kind is kind])


def by_date(context: Context) -> tuple[Meeting, ...]:
    """Return the meetings by date; those without a date come last."""
    return context.index.ask(meetings).in_order


def is_still_to_come(meeting: Meeting, context: Context) -> bool:
    """Tell whether a meeting is not over as of the status date; one with minutes is over."""
    return context.index.ask(meetings).is_to_come(meeting)


def next_after(meeting: Meeting, context: Context, *, or_held: bool = False) -> Meeting | None:
    """Return the next meeting of the same people that is planned, ``or_held`` since.

    A team and a board have meetings of their own; all others follow each other.
    """
    every = by_date(context)
    later = (one for one in every[every.index(meeting) + 1 :] if not is_cancelled(one))
    return next(
        (one for one in later if _people(one) == _people(meeting) and (or_held or not is_held(one))), None
    )


def _people(meeting: Meeting) -> str:
    """Return the team or board that meets, or an empty text."""
    return meeting.team or ("board" if meeting.kind is MeetingKind.BOARD else "")


def open_before(context: Context) -> Mapping[str, HandoutTable]:
    """Return the open action items of earlier meetings of the same team or kind, for each meeting by its id.

    An action item comes back at each of these meetings until it is done.
    """
    left: dict[tuple[str, str], tuple[Row, ...]] = {}
    found: dict[str, HandoutTable] = {}
    for meeting in by_date(context):
        series = _series(meeting)
        rows = left.get(series, ())
        found[meeting.id] = table(OPEN_ACTIONS, rows)
        left[series] = (*rows, *_open(meeting, context))
    return found


def due_words(action: ActionItem, context: Context) -> str:
    """Return ``Jan 4, 2027``, with a second line if the action item is overdue."""
    today = context.plan.project.status_date
    late = action.due is not None and today is not None and action.due < today and not action.done
    return stacked(when(action.due), phrase("overdue") if late else "")


def _series(meeting: Meeting) -> tuple[str, str]:
    """Return the team that meets, else the kind of meeting."""
    return ("team", meeting.team) if meeting.team else ("kind", meeting.kind.value)


def _open(meeting: Meeting, context: Context) -> Iterator[Row]:
    agreed = stacked(meeting.title, when(meeting_day(meeting, context)))
    for _, action in open_actions(meeting):
        yield action.title, context.name(action.owner), due_words(action, context), agreed
