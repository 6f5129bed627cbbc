"""Teams: who leads each, its members, and how often it meets, with what the guide asks for.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.governance.teams import Teams, teams
from pathwayctl.handouts.cells import NONE, Columns, Row, blank_rows, bulleted, some, stacked
from pathwayctl.handouts.handout import STAKEHOLDERS, one_page
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.governance import Team

COLUMNS: Final[Columns] = (
    "Team and purpose",
    "Lead",
    ("Members", "left", "wide"),
    ("Meets", "left", "narrow"),
)
GUIDE_COLUMNS: Final[Columns] = (
    "Team",
    ("What it does", "left", "wide"),
    "Led by",
    "Required members",
    "Optional members",
)


@dataclass(frozen=True, slots=True)
class TeamsPage:
    """The page: the project's teams, what is missing from them, and the guide's teams (``asked``)."""

    rows: tuple[Row, ...]
    gaps: tuple[str, ...]
    rhythm: str
    asked: tuple[Row, ...]
    columns: Columns = COLUMNS
    guide_columns: Columns = GUIDE_COLUMNS


def view(context: Context) -> TeamsPage:
    """Return the teams in the order of the plan, and those that the guide asks for."""
    from pathwayctl.catalog.reading import components

    meetings = components().meetings
    return TeamsPage(
        rows=tuple(_row(team, context) for team in context.plan.teams) or blank_rows(len(COLUMNS), 5),
        gaps=tuple(_gaps(context.index.ask(teams))),
        rhythm=f"{meetings.text} {meetings.recommended.label} meetings are best, "
        f"and {meetings.at_least.label.lower()} meetings are the minimum.",
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
    """Return a member's name, with the organization of a person."""
    person = context.index.people.get(key)
    organization = context.index.organization_of(person) if person else None
    return f"{context.name(key)}, {organization.name}" if organization else context.name(key)


def _asked() -> Iterator[Row]:
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import components

    guide = components()
    for team in guide.teams:
        leads = find(guide.roles, team.led_by).name
        yield (team.name, team.text, leads, bulleted(team.members), bulleted(team.may_join) or NONE)


def _gaps(found: Teams) -> Iterator[str]:
    if not found.reviews:
        return
    if found.missing_kinds:
        kinds = [kind.label.lower() for kind in found.missing_kinds]
        yield f"There is no {listed(kinds, 'or')} yet."
    for field, words in (("lead", "leader"), ("members", "members"), ("cadence", "meeting cadence")):
        if lacking := [f"“{team.title}”" for team in found.lacking(field)]:
            yield f"No {words} yet: {some(lacking)}."


HANDOUT: Final = one_page(
    "teams",
    "Teams",
    STAKEHOLDERS.format("Cross-Sector Partnerships"),
    "Who leads each team, its members, how often it meets, and what the guide asks for.",
    view,
    guides=(Guide.COMPONENTS, Guide.GRADES_9_14),
    sections=("teams",),
)
