"""The teams of a plan, the seats of those that the guide requires, and which of them nobody fills.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships. The
stakeholder category says whom a member represents. Where a category holds several seats (the workforce
board and employers, a service center and school districts), the words of the organization tell them apart:
its ``group``, or its name. Without a ``group`` it may fill either seat, unless its name says which.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.taking_part import everyone, taking_part
from pathwayctl.model.governance import Team, TeamKind
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.vocabulary import StakeholderCategory
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.assignees import members_of

_BOARD: Final = ("workforce", "job center", "one-stop", "american job")
_CENTER: Final = ("service center", "service agency", "boces", "intermediate", "cooperative")
_GRANT: Final = ("grant",)


@dataclass(frozen=True, slots=True)
class TeamSeat:
    """A seat in words, the categories that may fill it, and the words that tell its members from others.

    A member whose words are ``unlike`` the seat's fills another seat of the category.
    """

    words: str
    categories: frozenset[StakeholderCategory] = frozenset(StakeholderCategory)
    like: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()


_SCHOOLS: Final = TeamSeat("schools", frozenset((StakeholderCategory.K12, StakeholderCategory.CTE)))
_CENTERS: Final = TeamSeat("the regional education service center", _SCHOOLS.categories, like=_CENTER)
_COLLEGES: Final = TeamSeat("colleges", frozenset((StakeholderCategory.POSTSECONDARY,)))
_WORKFORCE: Final = TeamSeat("the workforce board", frozenset((StakeholderCategory.BUSINESS,)), like=_BOARD)
_EMPLOYERS: Final = TeamSeat("employers", frozenset((StakeholderCategory.BUSINESS,)), unlike=_BOARD)
_COMMUNITY: Final = TeamSeat("community groups", frozenset((StakeholderCategory.COMMUNITY,)))
_ADMINISTRATOR: Final = TeamSeat("the grant administrator", like=_GRANT)
SEATS: Final = {
    TeamKind.LEADERSHIP: (_CENTERS, _WORKFORCE, _COLLEGES),
    TeamKind.FACILITATOR: (_ADMINISTRATOR, _SCHOOLS, _COLLEGES, _WORKFORCE, _EMPLOYERS, _COMMUNITY),
    TeamKind.REGIONAL: (_SCHOOLS, _COLLEGES, _WORKFORCE, _EMPLOYERS, _COMMUNITY),
}
"""Whom each team needs."""


def empty_seats(index: PlanIndex, team: Team) -> tuple[str, ...]:
    """In words, those whom a team needs and nobody in it represents; people who left do not count."""
    present = {person.id for _, person in index.ask(taking_part)}
    names = everyone(index, members_of(team))
    around = [
        party
        for name in names
        if (party := index.parties.get(name)) and (isinstance(party, Organization) or party.id in present)
    ]
    missing = [seat.words for seat in SEATS.get(team.kind, ()) if not _is_filled(seat, around, index)]
    if team.kind is TeamKind.LEADERSHIP and not _has_convener(index, around):
        missing.insert(0, "the regional convener")
    return tuple(missing)


def _is_filled(seat: TeamSeat, around: list[Organization | Person], index: PlanIndex) -> bool:
    return any(
        not seat.categories.isdisjoint(index.categories_of(party)) and _sounds_like(seat, party, index)
        for party in around
    )


def _sounds_like(seat: TeamSeat, party: Organization | Person, index: PlanIndex) -> bool:
    houses = (party,) if isinstance(party, Organization) else index.organizations_of(party)
    title = party.title or "" if isinstance(party, Person) else ""
    said = " ".join((title, *(f"{one.name} {one.group or ''}" for one in houses))).casefold()
    if any(word in said for word in seat.unlike):
        return False
    if not seat.like or any(word in said for word in seat.like):
        return True
    return seat is not _ADMINISTRATOR and not any(one.group for one in houses)


def _has_convener(index: PlanIndex, around: list[Organization | Person]) -> bool:
    for party in around:
        houses = (party,) if isinstance(party, Organization) else index.organizations_of(party)
        if any(one.id in index.conveners for one in houses):
            return True
    return False


REQUIRED_TEAMS: Final = (TeamKind.LEADERSHIP, TeamKind.FACILITATOR)


@dataclass(frozen=True, slots=True)
class TeamReview:
    """One team, and in words those that it needs and that no member or leader represents."""

    team: Team
    missing_members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Teams:
    """All teams in the order of the plan, and the kinds of required teams that it does not have."""

    reviews: tuple[TeamReview, ...]
    missing_kinds: tuple[TeamKind, ...]

    def lacking(self, field: str) -> tuple[Team, ...]:
        """Return the teams without a ``lead``, ``members``, or ``cadence``."""
        return tuple(one.team for one in self.reviews if not getattr(one.team, field))


def teams(index: PlanIndex) -> Teams:
    """Return what is missing from the teams of a plan."""
    found = index.plan.teams
    kinds = {team.kind for team in found}
    return Teams(
        tuple(TeamReview(team, empty_seats(index, team)) for team in found),
        tuple(kind for kind in REQUIRED_TEAMS if kind not in kinds),
    )
