"""Who takes part: people who declined, said no to an invitation, or have left do not count.

Source: Designing a Career Pathways System, chapter 1, outreach and communication, and chapter 4, on
people who change (CCRS Center, 2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.evidence.partners.teams_of import in_teams
from pathwayctl.model.governance import InvitationAnswer
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.vocabulary import Confirmation

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.partners import Person


def taking_part(index: PlanIndex) -> tuple[tuple[int, Person], ...]:
    """The people who take part or may do so yet, with their positions in the plan."""
    return tuple(
        (place, one)
        for place, one in enumerate(index.plan.people)
        if not (has_declined(index, one) or has_left(index, one))
    )


def has_declined(index: PlanIndex, person: Person) -> bool:
    """Whether someone declined; an answer of no counts unless they have agreed in another way."""
    if person.confirmation is not None:
        return person.confirmation is Confirmation.DECLINED
    return person.id in index.ask(_said_no)


def has_left(index: PlanIndex, person: Person) -> bool:
    """Whether someone's last day is before the status date."""
    return person.until is not None and index.today is not None and person.until < index.today


def _said_no(index: PlanIndex) -> frozenset[str]:
    """Everyone whose own invitation was answered with no."""
    refused = (one.to for one in index.plan.invitations if one.answer is InvitationAnswer.NO)
    return in_teams(index, (name for to in refused for name in ids_of(to)))
