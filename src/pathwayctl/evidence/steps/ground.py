"""What the signs of the 17 steps stand on: a plan with some look-ups, and the commonest sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pathwayctl.evidence.talent.attainment import AttainmentMap, attainment_map
from pathwayctl.model.vocabulary import StakeholderCategory
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.model.outreach import Meeting
    from pathwayctl.model.plan import Plan
    from pathwayctl.model.vocabulary import MeetingKind
    from pathwayctl.model.work import Task


@dataclass(frozen=True, slots=True)
class Sign:
    """What is there of one thing, and what is lacking."""

    shown: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ground:
    """A plan, its smallest tasks that are not dropped, and what several signs need."""

    plan: Plan
    leaves: tuple[Task, ...]

    @cached_property
    def attainment(self) -> AttainmentMap:
        """The skill attainment map."""
        return attainment_map(self.plan)

    @cached_property
    def employers(self) -> frozenset[str]:
        """The industry members of the partnership, or else all of business; and their people."""
        business = StakeholderCategory.BUSINESS
        members = self.plan.partnership.industry_members if self.plan.partnership else ()
        houses = set(members) or {one.id for one in self.plan.organizations if one.category is business}
        people = {
            one.id
            for one in self.plan.people
            if one.organization in houses or (one.category is business and not members)
        }
        return frozenset(houses | people)

    def meeting(self, *kinds: MeetingKind) -> Meeting | None:
        """A meeting of these kinds, rather one that was held."""
        found = [one for one in self.plan.meetings if one.kind in kinds]
        return next((one for one in found if held(one)), found[0] if found else None)


Look = Callable[[Ground], Sign]


def held(meeting: Meeting) -> bool:
    """Whether a meeting has left something: who came, what was decided, who does what, or what was said."""
    return bool(meeting.attended or meeting.decisions or meeting.actions or meeting.reflections)


def entries(section: str, noun: str, wanted: Mapping[str, tuple[str, ...]]) -> Look:
    """There are entries, and each has what is wanted: words for it, and the fields of which any will do.

    ``noun`` is one entry in words, with its plural after a bar if it is not regular.
    """
    one, _, many = noun.partition("|")

    def look(ground: Ground) -> Sign:
        found: tuple[Any, ...] = getattr(ground.plan, section)
        if not found:
            return Sign(lacking=(f"{many or one + 's'} (none yet)",))
        missing = {
            words: sum(all(getattr(entry, field) in (None, ()) for field in fields) for entry in found)
            for words, fields in wanted.items()
        }
        lacking = tuple(
            f"{words} of {count(number, one, many)}" for words, number in missing.items() if number
        )
        return Sign((count(len(found), one, many),), lacking)

    return look
