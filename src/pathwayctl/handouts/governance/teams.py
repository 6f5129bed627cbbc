"""Teams: who leads each, who sits on it and how often it meets, beside what the guide asks of it.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships. Whom a
member stands for is read from the stakeholder category.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import NONE, Row, blank_rows, bulleted, stacked
from pathwayctl.handouts.handout import STAKEHOLDERS, one_page
from pathwayctl.model.governance_words import TeamKind
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.governance import Team

WIDTH: Final = 4
ASKED: Final = (TeamKind.LEADERSHIP, TeamKind.FACILITATOR)


@dataclass(frozen=True, slots=True)
class Teams:
    """The page.

    ``rows``: team with its kind and purpose, lead, members and their organizations, how often it meets.
    ``asked``: team of the guide, what it does, who leads it, who sits on it at least, who may join.
    """

    rows: tuple[Row, ...]
    gaps: tuple[str, ...]
    rhythm: str
    asked: tuple[Row, ...]


def view(context: Context) -> Teams:
    """The teams in the order of the plan, and those that the guide asks for."""
    from pathwayctl.catalog.reading import components

    meetings = components().meetings
    return Teams(
        rows=tuple(_row(team, context) for team in context.plan.teams) or blank_rows(WIDTH, 5),
        gaps=tuple(_gaps(context.plan.teams)),
        rhythm=f"{meetings.text} {meetings.recommended.label} is best, "
        f"{meetings.at_least.label.lower()} the least.",
        asked=tuple(_asked()),
    )


def _row(team: Team, context: Context) -> Row:
    return (
        stacked((team.title, team.kind.label, team.purpose or "")),
        context.name(team.lead),
        bulleted(_member(key, context) for key in team.members),
        team.cadence.label if team.cadence else "",
    )


def _member(key: str, context: Context) -> str:
    """A member and, of a person, the organization."""
    person = context.index.people.get(key)
    organization = context.index.organization_of(person) if person else None
    return f"{context.name(key)}, {organization.name}" if organization else context.name(key)


def _asked() -> Iterator[Row]:
    from pathwayctl.catalog.entries import find
    from pathwayctl.catalog.reading import components

    guide = components()
    for team in guide.teams:
        leads = find(guide.roles, team.led_by).name
        yield (team.name, team.text, leads, bulleted(team.members), bulleted(team.may_join) or NONE)


def _gaps(teams: tuple[Team, ...]) -> Iterator[str]:
    if not teams:
        return
    kinds = {team.kind for team in teams}
    if missing := [kind.label.lower() for kind in ASKED if kind not in kinds]:
        yield f"There is no {listed(missing, 'and no')} yet."
    for words, field in (("Nobody leads", "lead"), ("No members are named for", "members")):
        if loose := [team.title for team in teams if not getattr(team, field)]:
            yield f"{words} {listed(loose, 'or')} yet."
    if silent := [team.title for team in teams if team.cadence is None]:
        yield f"Nothing says how often these meet: {listed(silent)}."


HANDOUT: Final = one_page(
    "teams",
    "Teams",
    STAKEHOLDERS.format("Cross-Sector Partnerships"),
    "Who leads each team, who sits on it, how often it meets, and what the guide asks for.",
    view,
    guides=(Guide.COMPONENTS, Guide.GRADES_9_14),
    sections=("teams",),
)
