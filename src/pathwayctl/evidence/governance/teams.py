"""Teams: which required ones are missing, who is missing from them, and which fields are empty.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.governance.seats import empty_seats
from pathwayctl.model.governance import TeamKind
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.governance import Team

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
