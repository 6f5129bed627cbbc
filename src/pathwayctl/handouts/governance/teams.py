"""Teams: who leads each, its members, and how often it meets, with what the guide asks for.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.followed_guides import follows
from pathwayctl.evidence.governance.teams import Teams, teams
from pathwayctl.handouts.cells import NONE, bulleted, some, stacked, unsaid
from pathwayctl.handouts.handout import STAKEHOLDERS, WORK_PLAN, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.catalog.components import GuideTeam
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.governance import LeadershipArea, Team

TEAMS: Final[Columns[Team]] = (
    Column("Team and purpose", lambda one, context: stacked(*_about(one, context))),
    Column("Lead", lambda one, context: context.name(one.lead)),
    Column("Members", lambda one, context: bulleted(_member(key, context) for key in one.members), "wide"),
    Column("Meets", lambda one, _: one.cadence.label if one.cadence else "", "narrow"),
)
AREAS: Final[Columns[LeadershipArea]] = (
    Column("Area", lambda one, _: one.area.label),
    Column("What it covers", lambda one, _: _covers(one), "wide"),
    Column("Lead", lambda one, context: context.name(one.lead)),
)
GUIDE_TEAMS: Final[Columns[GuideTeam]] = (
    Column("Team", lambda one, _: one.name),
    Column("What it does", lambda one, _: one.text, "wide"),
    Column("Led by", lambda one, _: _role_name(one.led_by)),
    Column("Required members", lambda one, _: bulleted(one.members)),
    Column("Optional members", lambda one, _: bulleted(one.may_join) or NONE),
)


NEEDED: Final = marked(
    "A planning team of schools, colleges, and employers develops the pathway. Each "
    "institution also has a working group of its own that carries out its part."
)
"""What the plan for grades 9 to 14 asks for (Pathways to Prosperity Network, work plan template)."""


@dataclass(frozen=True, slots=True)
class TeamsPage:
    """The page: the project's teams, what is missing from them, and the guide's teams (``asked``).

    ``needed`` says in a sentence what a guide asks for that has no table of teams.
    """

    teams: HandoutTable
    gaps: tuple[str, ...]
    rhythm: str
    asked: HandoutTable
    areas: HandoutTable
    needed: str = ""


def view(context: Context) -> TeamsPage:
    """Return the teams in the order of the plan, and those that the guide asks for."""
    from pathwayctl.catalog.reading import components

    is_asked = follows(context.plan, Guide.COMPONENTS)
    meetings = components().meetings
    rhythm = phrase(
        "{meetings} {recommended} meetings are best, and {at_least} meetings are the minimum.",
        meetings=meetings.text,
        recommended=meetings.recommended.label,
        at_least=meetings.at_least.label.lower(),
    )
    return TeamsPage(
        teams=table_of(TEAMS, context.plan.teams, context, blank=5),
        gaps=tuple(_gaps(context.index.ask(teams), all_kinds=is_asked)),
        rhythm=rhythm if is_asked else "",
        asked=table_of(GUIDE_TEAMS, components().teams if is_asked else (), context),
        areas=table_of(AREAS, context.plan.leadership_areas, context),
        needed="" if is_asked or not follows(context.plan, Guide.GRADES_9_14) else phrase(NEEDED),
    )


def _about(team: Team, context: Context) -> Iterator[str]:
    yield from (team.title, unsaid(team.kind.label, team.title), team.purpose or "")
    titles = {one.id: one.title for one in context.plan.priorities}
    if team.priority:
        yield phrase("Works on: {get}", get=titles.get(team.priority, team.priority))


def _covers(one: LeadershipArea) -> str:
    from pathwayctl.catalog.reading import components

    return next((area.text for area in components().leadership_areas if area.id == one.area.value), "")


def _member(key: str, context: Context) -> str:
    """Return a member's name, with the organization of a person."""
    person = context.index.people.get(key)
    organization = context.index.organization_of(person) if person else None
    return f"{context.name(key)}, {organization.name}" if organization else context.name(key)


def _role_name(role: str) -> str:
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import components

    return find(components().roles, role).name


def _gaps(found: Teams, *, all_kinds: bool) -> Iterator[str]:
    if not found.reviews:
        return
    if found.missing_kinds and all_kinds:
        kinds = [kind.label.lower() for kind in found.missing_kinds]
        yield phrase("There is no {kinds} yet.", kinds=listed(kinds, "or"))
    for field, words in (("lead", "leader"), ("members", "members"), ("cadence", phrase("meeting cadence"))):
        if lacking := [f"“{team.title}”" for team in found.lacking(field)]:
            yield phrase("No {words} yet: {lacking}.", words=words, lacking=some(lacking))


HANDOUT: Final = one_page(
    "teams",
    "Teams",
    STAKEHOLDERS.format("Cross-Sector Partnerships"),
    "Who leads each team, its members, how often it meets, and what the guide asks for.",
    view,
    guides=(Guide.COMPONENTS, Guide.GRADES_9_14),
    sections=("teams",),
    source_elsewhere=WORK_PLAN.format("Work Planning"),
)
