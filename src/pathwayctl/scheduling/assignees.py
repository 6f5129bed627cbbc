"""Who does a task: those assigned to it, and the people of the teams assigned to it.

A team's task is done by the members who are available at the time, and not by those who are on leave, have
left, or have not joined yet. Each member gives the units of the team, up to their own capacity:
``[core-team]`` takes half of each day of a half-time member. Someone who is also assigned by name gives the
units stated there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.plan import Plan
from pathwayctl.model.values import Assignment
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.model.governance import Team


def members_of(team: Team) -> tuple[str, ...]:
    """The ids of a team's leaders and members, the leaders first."""
    return tuple(dict.fromkeys((*ids_of(team.lead), *team.members)))


def without_teams(teams: Mapping[str, Team], names: Iterable[str]) -> tuple[str, ...]:
    """The ids with each team, also one in a team, replaced by its leaders and members; each once."""
    found: dict[str, None] = {}
    opened: set[str] = set()
    waiting = [*names][::-1]
    while waiting:
        name = waiting.pop()
        team = teams.get(name)
        if team is None:
            found[name] = None
        elif name not in opened:
            opened.add(name)
            waiting += members_of(team)[::-1]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Assignees:
    """The teams, and the people and organizations that do tasks, by their ids."""

    teams: Mapping[str, Team]
    parties: Mapping[str, Organization | Person]

    @classmethod
    def of(cls, plan: Plan) -> Assignees:
        """The assignees of a plan."""
        parties: dict[str, Organization | Person] = {one.id: one for one in plan.organizations}
        parties |= {one.id: one for one in plan.people}
        return cls({team.id: team for team in plan.teams if team.id not in parties}, parties)

    def by_name(self, task: Task) -> tuple[Assignment, ...]:
        """Who is assigned to a task in person."""
        if not self.teams:
            return task.assigned
        return tuple(one for one in task.assigned if one.resource not in self.teams)

    def by_team(self, task: Task) -> tuple[Assignment, ...]:
        """The people of the teams assigned to a task, without those assigned by name."""
        if not self.teams:
            return ()
        found: dict[str, float] = {}
        for one in task.assigned:
            for name in without_teams(self.teams, (one.resource,)) if one.resource in self.teams else ():
                if party := self.parties.get(name):
                    found[name] = max(found.get(name, 0), min(one.units, party.capacity))
        named = {one.resource for one in task.assigned}
        return tuple(Assignment(name, units) for name, units in found.items() if name not in named)

    def of_task(
        self, task: Task, first: date | None = None, last: date | None = None
    ) -> tuple[Assignment, ...]:
        """Everyone who does a task, if its days are known only those who are with the project then."""
        teams = (one for one in self.by_team(task) if self._is_there(one.resource, first, last))
        return (*self.by_name(task), *teams)

    def _is_there(self, name: str, first: date | None, last: date | None) -> bool:
        since, until = self.stay(name)
        return not ((first and until and until < first) or (last and since and since > last))

    def stay(self, name: str) -> tuple[date | None, date | None]:
        """The first and the last day of someone in the project, where there is one."""
        party = self.parties.get(name)
        return (party.since, party.until) if isinstance(party, Person) else (None, None)
