"""The people and organizations behind a list of ids that may name teams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pathwayctl.model.one_or_more import ids_of

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.governance import Team


def everyone(index: PlanIndex, names: Iterable[str]) -> tuple[str, ...]:
    """The ids with each team, also one in a team, replaced by its leaders and members; each once."""
    found: dict[str, None] = {}
    opened: set[str] = set()
    waiting = [*names][::-1]
    while waiting:
        name = waiting.pop()
        team = index.teams.get(name)
        if team is None:
            found[name] = None
        elif name not in opened:
            opened.add(name)
            waiting += members_of(team)[::-1]
    return tuple(found)


def in_teams(index: PlanIndex, names: Iterable[str]) -> frozenset[str]:
    """The ids of ``everyone``, without their order."""
    return frozenset(everyone(index, names))


def members_of(team: Team) -> tuple[str, ...]:
    """The ids of a team's leaders and members, the leaders first."""
    return tuple(dict.fromkeys((*ids_of(team.lead), *team.members)))


def circle_of(index: PlanIndex, party: str) -> frozenset[str]:
    """A person with their teams and organizations; an organization with its people and teams."""
    person = index.people.get(party)
    if person is not None:
        around = tuple(one.id for one in index.organizations_of(person))
    else:
        around = tuple(one.id for one in index.plan.people if party in ids_of(one.organization))
    teams = (team.id for team in index.plan.teams if party in members_of(team))
    return frozenset((party, *around, *teams))
