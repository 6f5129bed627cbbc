"""The facts of the organization chart: the convener, the teams, and the members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathwayctl.evidence.governance.partnership import partnership_review
from pathwayctl.handouts.cells import NONE, Row, bulleted
from pathwayctl.model.vocabulary import StakeholderCategory
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.handouts.context import Context
    from pathwayctl.model.governance import Team


@dataclass(frozen=True, slots=True)
class TeamBox:
    """A team in words: its title and kind, who leads it, how often it meets, and its size."""

    title: str
    kind: str
    lead: str
    rhythm: str
    size: str


@dataclass(frozen=True, slots=True)
class MemberBox:
    """The organizations of a stakeholder category, and its people without an organization."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganizationChart:
    """The convener and the facilitator (empty if not known), the teams, and the members by category."""

    convener: str
    facilitator: str
    teams: tuple[TeamBox, ...]
    members: tuple[MemberBox, ...]


def organization_chart(context: Context) -> OrganizationChart | None:
    """Return the chart, or ``None`` if there are neither teams nor members."""
    plan = context.plan
    teams = tuple(_team(team, context) for team in plan.teams)
    members = tuple(_members(context))
    if not teams and not members:
        return None
    convener = context.index.ask(partnership_review).convener
    return OrganizationChart(context.name(convener), context.name(plan.project.facilitator), teams, members)


def team_rows(context: Context) -> tuple[Row, ...]:
    """Return the teams: title, type, lead, members, and how often they meet."""
    return tuple(
        (
            team.title,
            team.kind.label,
            context.name(team.lead),
            bulleted(context.name(key) for key in team.members),
            team.cadence.label if team.cadence else "",
        )
        for team in context.plan.teams
    )


def member_rows(chart: OrganizationChart) -> tuple[Row, ...]:
    """Return the members by category."""
    return tuple((box.label, bulleted(box.names) or NONE) for box in chart.members)


def in_words(chart: OrganizationChart) -> str:
    """Describe the chart: ``The alliance convenes 4 teams and 26 members in 7 categories. ...``."""
    parts = [count(len(chart.teams), "team")] if chart.teams else []
    number = sum(len(box.names) for box in chart.members)
    if number:
        parts.append(f"{count(number, 'member')} in {count(len(chart.members), 'category', 'categories')}")
    who = f"{chart.convener} convenes" if chart.convener else "The chart shows"
    return f"{who} {listed(parts)}. The tables below say the same in words."


def _team(team: Team, context: Context) -> TeamBox:
    return TeamBox(
        team.title,
        team.kind.label,
        context.name(team.lead),
        team.cadence.label if team.cadence else "",
        count(len(team.members), "member") if team.members else "",
    )


def _members(context: Context) -> Iterator[MemberBox]:
    alone = [person for person in context.plan.people if context.index.organization_of(person) is None]
    for category in StakeholderCategory:
        names = [one.name for one in context.plan.organizations if one.category is category]
        names += [one.name for one in alone if one.category is category]
        if names:
            yield MemberBox(category.label, tuple(names))
