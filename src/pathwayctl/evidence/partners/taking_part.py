"""Who takes part, and the open work that still names people who do not.

People who declined, said no to an invitation, or have left do not count.

Source: Designing a Career Pathways System, chapter 1, outreach and communication, and chapter 4, on
people who change (CCRS Center, 2016).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.references import references_to
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.partners import Person
from pathwayctl.model.references import ASSIGNED, Reference
from pathwayctl.model.vocabulary import Confirmation, Status
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.assignees import members_of, without_teams


def everyone(index: PlanIndex, names: Iterable[str]) -> tuple[str, ...]:
    """The ids with each team, also one in a team, replaced by its leaders and members; each once."""
    return without_teams(index.teams, names)


def in_teams(index: PlanIndex, names: Iterable[str]) -> frozenset[str]:
    """The ids of ``everyone``, without their order."""
    return frozenset(everyone(index, names))


def circle_of(index: PlanIndex, party: str) -> frozenset[str]:
    """A person with their teams and organizations; an organization with its people and teams."""
    person = index.people.get(party)
    if person is not None:
        around = tuple(one.id for one in index.organizations_of(person))
    else:
        around = tuple(one.id for one in index.plan.people if party in ids_of(one.organization))
    teams = (team.id for team in index.plan.teams if party in members_of(team))
    return frozenset((party, *around, *teams))


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
    refused = (one.to for one in index.plan.invitations if one.is_declined)
    return in_teams(index, (name for to in refused for name in ids_of(to)))


_PARTS: Final = frozenset({"is owned by", "is led by", "is held by", ASSIGNED.said})
_OVER: Final = (Status.DONE, Status.DROPPED)


@dataclass(frozen=True, slots=True)
class Departure:
    """Someone who no longer takes part, with their position in the plan, and the names of their open work."""

    place: int
    person: Person
    work: tuple[str, ...]


def departures(index: PlanIndex) -> tuple[Departure, ...]:
    """Everyone who no longer takes part and still owns, leads, holds, or does something that is open."""
    present = {place for place, _ in index.ask(taking_part)}
    gone = [(place, one) for place, one in enumerate(index.plan.people) if place not in present]
    found = (
        Departure(
            place,
            one,
            tuple(dict.fromkeys(use.name for use in references_to(index, one.id) if _is_open(use))),
        )
        for place, one in gone
    )
    return tuple(one for one in found if one.work)


def _is_open(use: Reference) -> bool:
    if use.use.said not in _PARTS or getattr(use.entry, "done", False):
        return False
    return not (isinstance(use.entry, Task) and use.entry.status in _OVER)
