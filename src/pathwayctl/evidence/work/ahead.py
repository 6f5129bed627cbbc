"""What is recorded and still to come: messages not yet due, measures before their target day, meetings.

A part of a guide whose records are complete is not done while such things are ahead of it. Without a
status date, nobody can tell.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.gap import AHEAD, Gap, Judgment
from pathwayctl.evidence.outreach.meetings import is_held
from pathwayctl.model.vocabulary import MeetingKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathwayctl.evidence.index import PlanIndex

_NOTHING: Final = Judgment()


def messages_ahead(index: PlanIndex) -> Judgment:
    """Marketing that goes out after the status date."""
    return _judged(index, "message", ((one, one.due) for one in index.plan.marketing))


def readings_ahead(index: PlanIndex) -> Judgment:
    """Measures whose target day is after the status date."""
    return _judged(index, "measure", ((one, one.due) for one in index.plan.measures))


def reflections_ahead(index: PlanIndex) -> Judgment:
    """Meetings for looking back that have not been held."""
    found = (
        (one, None if one.kind is not MeetingKind.REFLECTION or is_held(one) else index.day_of(one))
        for one in index.plan.meetings
    )
    return _judged(index, "meeting for looking back|meetings for looking back", found)


def _judged(index: PlanIndex, noun: str, entries: Iterable[tuple[object, date | None]]) -> Judgment:
    """One gap for all entries with a day after the status date, with the earliest of them as the entry."""
    today = index.today
    if today is None:
        return _NOTHING
    found = [(day, place, one) for place, (one, day) in enumerate(entries) if day and day > today]
    if not found:
        return _NOTHING
    day, _, first = min(found, key=lambda one: one[:2])
    return Judgment(
        gaps=(Gap(AHEAD, ("project",), (), noun, len(found), first, items=(day,)),),
    )
