"""Teams: which required ones are missing, who is missing from them, and which fields are empty.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships. The
stakeholder category says whom a member represents.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.model.governance import TeamKind
from pathwayctl.model.partners import Person
from pathwayctl.model.vocabulary import StakeholderCategory

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.governance import Team

_SCHOOLS: Final = ("schools", frozenset((StakeholderCategory.K12, StakeholderCategory.CTE)))
_COLLEGES: Final = ("colleges", frozenset((StakeholderCategory.POSTSECONDARY,)))
_WORKFORCE: Final = ("the workforce system", frozenset((StakeholderCategory.BUSINESS,)))
_COMMUNITY: Final = ("community groups", frozenset((StakeholderCategory.COMMUNITY,)))
_SEATS: Final = {
    TeamKind.LEADERSHIP: (_SCHOOLS, _WORKFORCE, _COLLEGES),
    TeamKind.FACILITATOR: (_SCHOOLS, _WORKFORCE, _COLLEGES, _COMMUNITY),
}
"""Whom each required team needs, and the categories in which to look for them. The workforce board and
employers share a category; schools may be represented by career and technical education."""
REQUIRED_TEAMS: Final = tuple(_SEATS)


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
        tuple(TeamReview(team, tuple(_missing_members(index, team))) for team in found),
        tuple(kind for kind in REQUIRED_TEAMS if kind not in kinds),
    )


def _missing_members(index: PlanIndex, team: Team) -> list[str]:
    if team.kind not in _SEATS:
        return []
    around = [index.parties[name] for name in (*team.members, team.lead or "") if name in index.parties]
    present = {index.category_of(party) for party in around}
    missing = [name for name, categories in _SEATS[team.kind] if not categories & present]
    if team.kind is TeamKind.LEADERSHIP:
        behind = {one.organization if isinstance(one, Person) else one.id for one in around}
        if not behind & index.conveners:
            missing.insert(0, "the regional convener")
    return missing
