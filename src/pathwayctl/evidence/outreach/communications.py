"""The communication plan and marketing: incomplete or overdue entries, and groups that are not reached.

Source: Designing a Career Pathways System, chapter 4, exhibit 4 and handout 4E (CCRS Center, 2016); for
marketing, Creating Career Pathways in Colorado (2014), step 14, known to us by its published summary. That a
pathway has at least four audiences (students, parents, job seekers, and employers) is our own reading.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Final

from pathwayctl.evidence.cadence import calendar_days_late, next_due
from pathwayctl.evidence.entries import Incomplete, incomplete
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.outreach import Communication
from pathwayctl.model.talent import Marketing
from pathwayctl.model.vocabulary import Cadence, StakeholderCategory
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class DueCommunication:
    """The day by which an audience should hear from you, or its entry be reviewed (``is_review``)."""

    entry: Communication
    due: date
    is_review: bool


@dataclass(frozen=True)
class Communications:
    """The entries of the communication plan, judged as of a day if there is one."""

    entries: tuple[Communication, ...]
    today: date | None

    @cached_property
    def incomplete(self) -> tuple[Incomplete[Communication], ...]:
        """Entries without messages, modes, or a frequency; a cadence counts as a frequency."""
        every = (Incomplete(place, one, _missing(one)) for place, one in enumerate(self.entries))
        return tuple(one for one in every if one.missing)

    @cached_property
    def unreached(self) -> tuple[StakeholderCategory, ...]:
        """The stakeholder categories that no audience includes; none while the plan has no entries."""
        reached = {category for one in self.entries for category in one.categories}
        return tuple(one for one in StakeholderCategory if self.entries and one not in reached)

    @cached_property
    def overdue(self) -> tuple[tuple[int, Communication], ...]:
        """Entries, with their positions, whose last review is longer ago than allowed."""
        every = enumerate(self.entries)
        return tuple(
            (place, one)
            for place, one in every
            if calendar_days_late(review_of(one), one.reviewed, self.today)
        )

    @cached_property
    def silent(self) -> tuple[tuple[int, Communication, date], ...]:
        """Entries whose last message is longer ago than their cadence allows: position, entry, last day."""
        every = ((place, one, last_sent(one, self.today)) for place, one in enumerate(self.entries))
        return tuple(
            (place, one, last)
            for place, one, last in every
            if last is not None and calendar_days_late(one.cadence, last, self.today)
        )

    def due_by(self, day: date) -> tuple[DueCommunication, ...]:
        """The messages and reviews that are due up to a day, the earliest first; the overdue ones too."""
        both = (
            (entry, next_due(cadence, last), is_review)
            for entry in self.entries
            for cadence, last, is_review in (
                (entry.cadence, last_sent(entry, self.today), False),
                (review_of(entry), entry.reviewed, True),
            )
        )
        found = [DueCommunication(one, due, is_review) for one, due, is_review in both if due and due <= day]
        return tuple(sorted(found, key=lambda one: one.due))


def review_of(entry: Communication) -> Cadence:
    """How often an entry is to be reviewed: as it says, else once a year (the period is ours)."""
    return entry.review or Cadence.YEARLY


def last_sent(entry: Communication, today: date | None) -> date | None:
    """The last day on which an audience was sent something; days after the status date do not count."""
    days = [one.date for one in entry.sent if today is None or one.date <= today]
    return max(days, default=None)


def communications(index: PlanIndex) -> Communications:
    """The communication plan as of the status date."""
    return Communications(index.plan.communications, index.today)


def _missing(entry: Communication) -> tuple[str, ...]:
    missing = [field for field in ("messages", "modes") if not getattr(entry, field)]
    if entry.frequency is None and entry.cadence is None:
        missing.append("frequency")
    return tuple(missing)


LEAST_AUDIENCES: Final = 4


@dataclass(frozen=True)
class MarketingEntries:
    """The entries in the order of the plan."""

    entries: tuple[Marketing, ...]

    @property
    def too_few(self) -> bool:
        """Whether marketing has begun, and for fewer audiences than a pathway has."""
        return 0 < len(self.entries) < LEAST_AUDIENCES

    def without(self, *fields: str) -> tuple[Incomplete[Marketing], ...]:
        """The entries that leave out one of these fields or more."""
        return incomplete(enumerate(self.entries), *fields)

    def late(self, today: date | None) -> tuple[Incomplete[Marketing], ...]:
        """The entries that were due before a day and have not gone out."""
        return tuple(one for one in self.without("sent") if one.entry.due and today and one.entry.due < today)


def marketing_entries(index: PlanIndex) -> MarketingEntries:
    """The marketing of a plan."""
    return MarketingEntries(index.plan.marketing)
