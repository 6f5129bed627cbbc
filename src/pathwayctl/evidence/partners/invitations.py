"""Who is invited and has agreed: letters with parts missing or no answer, and people left out.

Source: Designing a Career Pathways System, chapter 1, outreach and communication (CCRS Center, 2016).
That an answer is due after two weeks, if it names no day, is our reading.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.entries import Incomplete, incomplete
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.taking_part import in_teams, taking_part
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.partners import Person
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.model.governance import Invitation

PARTS: Final = ("rationale", "role", "importance", "supports", "dates")
"""What an invitation should say, as fields of ``Invitation``, in the order of the letter."""
_DAYS_TO_ANSWER: Final = 14


@dataclass(frozen=True, slots=True)
class Invitations:
    """Invitations and people, each with its position in the plan.

    ``incomplete`` are unanswered invitations with the parts they lack, ``overdue`` those whose
    reply was due before the status date. ``not_invited`` are people who are neither invited nor
    confirmed, ``unconfirmed`` those who were asked, or need no invitation, and have not confirmed.
    """

    incomplete: tuple[Incomplete[Invitation], ...]
    overdue: tuple[tuple[int, Invitation], ...]
    not_invited: tuple[tuple[int, Person], ...]
    unconfirmed: tuple[tuple[int, Person], ...]


def invitations(index: PlanIndex) -> Invitations:
    """What is missing from the invitations; if there are none, no one counts as left out."""
    plan = index.plan
    waiting = [(place, one) for place, one in enumerate(plan.invitations) if one.is_open]
    open_people = [(place, one) for place, one in index.ask(taking_part) if one.confirmation is None]
    asked = [not plan.invitations or is_invited(index, person) for _, person in open_people]
    pairs = list(zip(open_people, asked, strict=True))
    return Invitations(
        incomplete(waiting, *PARTS),
        tuple((place, one) for place, one in waiting if _is_overdue(one, index.today)),
        tuple(entry for entry, is_asked in pairs if not is_asked),
        tuple(entry for entry, is_asked in pairs if is_asked),
    )


def is_invited(index: PlanIndex, person: Person) -> bool:
    """Whether there is an invitation to someone, or to the organization that they represent."""
    return not index.ask(_invited).isdisjoint((person.id, *ids_of(person.organization)))


def _invited(index: PlanIndex) -> frozenset[str]:
    return in_teams(index, (name for one in index.plan.invitations for name in ids_of(one.to)))


def missing_parts(invitation: Invitation) -> tuple[str, ...]:
    """Return the parts that an invitation lacks, as names of fields."""
    return tuple(part for part in PARTS if not getattr(invitation, part))


def _is_overdue(invitation: Invitation, today: date | None) -> bool:
    sent, by = invitation.sent, invitation.answer_by
    if today is None or sent is None:
        return False
    return today > by if by else (today - sent).days > _DAYS_TO_ANSWER
