"""Meetings: their order, which are held or still to come, and the action items that they left open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.meeting_days import days_of, is_series, last_day
from pathwayctl.evidence.partners.taking_part import everyone
from pathwayctl.model.governance import Logistics
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.outreach import ActionItem, AgendaItem, LogisticsItem, Meeting
from pathwayctl.model.vocabulary import AgendaPurpose, MeetingKind, MeetingStatus
from pathwayctl.quick_dataclass import dataclass

Placed = tuple[int, "Meeting"]
"""A meeting with its position in the plan."""


@dataclass(frozen=True)
class Meetings:
    """The meetings in the order of the plan, as of ``today``.

    ``days`` has the next day of each, and ``ends`` the day on which it is over; ``None`` if not known.
    """

    days: tuple[tuple[Meeting, date | None], ...]
    ends: tuple[date | None, ...]
    today: date | None

    @cached_property
    def in_order(self) -> tuple[Meeting, ...]:
        """The meetings by date; those without a date come last, and ties stay in the order of the plan."""
        return tuple(meeting for meeting, _ in sorted(self.days, key=lambda one: one[1] or date.max))

    @cached_property
    def to_come(self) -> tuple[Meeting, ...]:
        """The meetings, by date, that are not over as of the status date; one with minutes is over."""
        return tuple(meeting for meeting in self.in_order if self.is_to_come(meeting))

    def is_to_come(self, meeting: Meeting) -> bool:
        """Whether a meeting is not over as of the status date."""
        return meeting.id in self._coming

    @cached_property
    def _coming(self) -> frozenset[str]:
        return frozenset(
            one.id
            for (one, _), end in zip(self.days, self.ends, strict=True)
            if not is_cancelled(one)
            and not self._is_past(end)
            and (not is_held(one) or (is_series(one) and self.today is not None))
        )

    @cached_property
    def without_minutes(self) -> tuple[Placed, ...]:
        """The meetings before the status date without any minutes."""
        found = enumerate(zip(self.days, self.ends, strict=True))
        return tuple(
            (place, one) for place, ((one, _), end) in found if self._is_past(end) and not is_held(one)
        )

    @cached_property
    def kickoffs_ahead(self) -> tuple[tuple[int, Meeting, date | None], ...]:
        """The kickoff meetings that have not passed, with their positions and days."""
        return tuple(
            (place, meeting, day)
            for place, (meeting, day) in enumerate(self.days)
            if meeting.kind is MeetingKind.KICKOFF and not self._is_past(day) and not is_cancelled(meeting)
        )

    @property
    def lacks_kickoff(self) -> bool:
        """Whether there are meetings, and none of them is a kickoff."""
        return bool(self.days) and all(one.kind is not MeetingKind.KICKOFF for one, _ in self.days)

    def _is_past(self, day: date | None) -> bool:
        return day is not None and self.today is not None and day < self.today


def meetings(index: PlanIndex) -> Meetings:
    """The meetings of a plan as of its status date."""
    every = index.plan.meetings
    days = tuple([(one, index.day_of(one)) for one in every])
    return Meetings(days, tuple([last_day(index, one) for one in every]), index.today)


def is_cancelled(meeting: Meeting) -> bool:
    """Whether a meeting is not held at all."""
    return meeting.status is MeetingStatus.CANCELLED


def is_held(meeting: Meeting) -> bool:
    """Whether a meeting has minutes: attendance, decisions, motions, action items, or reflections."""
    decided = meeting.decisions or meeting.motions
    recorded = meeting.attended or decided or meeting.actions or meeting.reflections
    return bool(recorded) and not is_cancelled(meeting)


def is_over(index: PlanIndex, meeting: Meeting) -> bool:
    """Whether a meeting has minutes, or was before the status date; of a series only the days count."""
    return _is_over_on(index, meeting, index.today)


def _is_over_on(index: PlanIndex, meeting: Meeting, day: date | None) -> bool:
    end = last_day(index, meeting)
    is_past = end is not None and day is not None and end < day
    return is_past or (is_held(meeting) and not is_series(meeting))


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting, and the day on which it was held; a series has several."""

    meeting: Meeting
    day: date


def last_held(index: PlanIndex, among: Iterable[Meeting], before: date | None = None) -> HeldMeeting | None:
    """The last of some meetings that has minutes, or that was before the status date.

    Given the day ``before`` which it was held, later meetings do not count.
    """
    today = index.today
    held = [
        HeldMeeting(meeting, day)
        for meeting in among
        for day in days_of(index, meeting)
        if (is_held(meeting) and not is_series(meeting)) or (today and day < today)
        if before is None or day < before
    ]
    return max(held, key=lambda one: one.day, default=None)


def next_meeting(index: PlanIndex, day: date | None, among: Iterable[Meeting]) -> Meeting | None:
    """The first of some meetings that has a date, no minutes, and is not over as of ``day``."""
    coming = []
    for meeting in among:
        days = days_of(index, meeting)
        if days and not _is_over_on(index, meeting, day):
            coming.append((next((one for one in days if day is None or day <= one), days[-1]), meeting))
    return min(coming, key=lambda one: one[0], default=(day, None))[1]


_BREAKS: Final = frozenset(("break", "breaks", "coffee", "coffee break", "lunch", "lunch break"))


def is_break(item: AgendaItem) -> bool:
    """Whether an agenda item is a break, by its purpose or its title."""
    return item.purpose is AgendaPurpose.BREAK or item.title.strip().casefold() in _BREAKS


def agenda_end(meeting: Meeting) -> int | None:
    """When the agenda ends, in minutes after midnight; ``None`` if the meeting has no start time."""
    if meeting.starts is None:
        return None
    return meeting.starts.hour * 60 + meeting.starts.minute + sum(item.minutes for item in meeting.agenda)


def leader_of(index: PlanIndex, meeting: Meeting) -> str | None:
    """The id of the person who leads a meeting: its own facilitator, or else the project's."""
    return meeting.facilitator or index.plan.project.facilitator


def leaders(index: PlanIndex, meeting: Meeting) -> tuple[str, ...]:
    """The ids of everyone who leads a meeting."""
    return tuple(str(one) for one in ids_of(leader_of(index, meeting)))


def asked(index: PlanIndex, meeting: Meeting) -> tuple[str, ...]:
    """The ids of the people and organizations invited, with those of the teams, each once."""
    return everyone(index, meeting.invited)


def expected(index: PlanIndex, meeting: Meeting) -> tuple[str, ...]:
    """Everyone who should be in the room, each once: ids, and the names of guests."""
    speakers = (one for item in meeting.agenda for one in ids_of(item.lead))
    everyone = (*leaders(index, meeting), *asked(index, meeting), *speakers, *meeting.guests)
    return tuple(dict.fromkeys(str(one) for one in everyone))


def open_actions(meeting: Meeting) -> tuple[tuple[int, ActionItem], ...]:
    """The action items of a meeting that are not done, with their positions."""
    return tuple((number, action) for number, action in enumerate(meeting.actions) if not action.done)


def unowned_actions(meeting: Meeting) -> tuple[tuple[int, ActionItem], ...]:
    """The open action items of a meeting that have no owner."""
    return tuple(one for one in open_actions(meeting) if one[1].owner is None)


def unlisted_logistics(meeting: Meeting) -> tuple[Logistics, ...]:
    """The preparations that the guide names and the meeting does not list."""
    listed = {entry.item for entry in meeting.logistics}
    return tuple(item for item in Logistics if item not in listed)


def open_logistics(meeting: Meeting) -> tuple[tuple[int, LogisticsItem], ...]:
    """The preparations of a meeting that are not done, with their positions."""
    return tuple((number, entry) for number, entry in enumerate(meeting.logistics) if not entry.done)
