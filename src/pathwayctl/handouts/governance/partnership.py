"""The sector partnership: its scope, its members, and who keeps it going (steps 1, 2, and 16).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.governance.partnership import partnership_review
from pathwayctl.evidence.partners.gaps import employers
from pathwayctl.handouts.cells import NONE, bulleted, figure
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.governance.partnership_facts import (
    RegionalSection,
    convener_fact,
    market_figures,
    regional_section,
)
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, Row, table, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.governance import Team
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.partnerships import ClusterFigures, Partnership
from pathwayctl.model.vocabulary import Guide, StakeholderCategory
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

CLUSTERS: Final[Columns[ClusterFigures]] = (
    Column("Industry", lambda one, _: one.industry, "wide"),
    Column("NAICS", lambda one, _: one.naics or "", "narrow"),
    Column("Jobs", lambda one, _: figure(one.jobs), "narrow", "right"),
    Column("Median wage", lambda one, context: context.money(one.wage), "narrow", "right"),
    Column("Location quotient", lambda one, _: _quotient(one.location_quotient), "narrow", "right"),
    Column("Chosen", lambda one, _: phrase("Yes") if one.chosen else "", "narrow"),
)
INVITEES: Final = (
    Head(marked("Name"), width="wide"),
    Head(marked("Company"), width="wide"),
    Head(marked("Employees"), spare=True),
    marked("Answer"),
)


@dataclass(frozen=True, slots=True)
class PartnershipTables:
    """Tables that are left out where the plan has nothing for them."""

    clusters: HandoutTable
    figures: HandoutTable
    invitees: HandoutTable


def partnership_tables(context: Context) -> PartnershipTables:
    """Return the tables of a plan."""
    plan = context.plan
    return PartnershipTables(
        table_of(CLUSTERS, plan.cluster_choice, context),
        market_figures(plan.partnership, context),
        table(INVITEES, _invitees(context)),
    )


def _invitees(context: Context) -> Iterator[Row]:
    """Yield the employers who are invited, each with the answer."""
    index = context.index
    known = index.ask(employers)
    for invitation in context.plan.invitations:
        for key in ids_of(invitation.to):
            if key in known:
                person = index.people.get(key)
                house = index.organization_of(person) if person else index.organizations.get(key)
                size = figure(house.size) if house else ""
                company = house.name if house else ""
                yield person.name if person else company, company, size, invitation.answer.label


def _quotient(number: float | None) -> str:
    return "" if number is None else f"{number:g}"


MEMBERS: Final = (Head(marked("Organization"), width="wide"), marked("Type"), marked("Region"))
TEAMS: Final[Columns[Team]] = (
    Column("Team", lambda one, _: one.title, "wide"),
    Column("Type", lambda one, _: one.kind.label),
    Column("Lead", lambda one, context: context.name(one.lead)),
    Column("Members", lambda one, context: bulleted(map(context.name, one.members)), "wide"),
    Column("Meets", lambda one, _: one.cadence.label if one.cadence else "", "narrow"),
)
CATEGORIES: Final[Columns[MemberBox]] = (
    Column("Category", lambda one, _: one.label, "wide"),
    Column("Members", lambda one, _: bulleted(one.names) or NONE, "wide"),
)


@dataclass(frozen=True, slots=True)
class MemberGroup:
    """Industry members or strategic partners."""

    label: str
    about: str
    members: HandoutTable
    gap: str


@dataclass(frozen=True, slots=True)
class PartnershipPage:
    """The page; empty texts are room to write. ``chart`` shows what ``teams`` and ``members`` say."""

    facts: tuple[tuple[str, str], ...]
    scope: str
    brief: str
    groups: tuple[MemberGroup, ...]
    home: str
    chart: OrganizationChart | None
    description: str
    teams: HandoutTable
    members: HandoutTable
    tables: PartnershipTables
    others: tuple[RegionalSection, ...]
    is_regional: bool


def view(context: Context) -> PartnershipPage:
    """Return what the plan says about the partnership."""
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import sector

    given, members = context.plan.partnership, sector().members
    industry = given.industry_members if given else ()
    strategic = given.strategic_partners if given else ()
    brief = given.labor_market_brief if given else None
    chart = organization_chart(context)
    return PartnershipPage(
        facts=_facts(given, context),
        scope=given.scope if given else "",
        brief=(brief.text or "") if brief else "",
        groups=(
            _group("industry_members", find(members, "industry-members").text, industry, context),
            _group("strategic_partners", find(members, "strategic-partners").text, strategic, context),
        ),
        home=(given.home or "") if given else "",
        chart=chart,
        description=in_words(chart) if chart else "",
        teams=table_of(TEAMS, context.plan.teams, context),
        members=table_of(CATEGORIES, chart.members if chart else (), context),
        tables=partnership_tables(context),
        others=tuple(regional_section(one, context) for one in context.plan.partnerships),
        is_regional=given is None and bool(context.plan.partnerships),
    )


def _facts(given: Partnership | None, context: Context) -> tuple[tuple[str, str], ...]:
    found = context.index.ask(partnership_review)
    return (
        *(((phrase("Name"), given.title),) if given and given.title else ()),
        (phrase("Region"), found.region or ""),
        *(((phrase("Counties"), ", ".join(given.counties)),) if given and given.counties else ()),
        (phrase("Industry codes (NAICS)"), ", ".join(given.naics) if given else ""),
        convener_fact(found.conveners, context),
    )


def _group(field: str, about: str, keys: tuple[str, ...], context: Context) -> MemberGroup:
    words = phrase(field.replace("_", " "))
    members = table(MEMBERS, (_row(key, context) for key in keys), blank=5)
    is_missing = field in context.index.ask(partnership_review).missing
    return MemberGroup(
        words.capitalize(), about, members, phrase("No {words} yet.", words=words) if is_missing else ""
    )


def _row(key: str, context: Context) -> Row:
    found = context.index.organizations.get(key)
    if found is None:
        return (context.name(key), "", "")
    return (found.name, found.group or found.category.label, found.region or "")


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
    conveners = context.index.ask(partnership_review).conveners
    names = listed([context.name(key) for key in conveners])
    return OrganizationChart(names, context.name(plan.project.facilitator), teams, members)


def in_words(chart: OrganizationChart) -> str:
    """Describe the chart: ``The alliance convenes 4 teams and 26 members in 7 categories. ...``."""
    parts = [count(len(chart.teams), "team")] if chart.teams else []
    number = sum(len(box.names) for box in chart.members)
    if number:
        parts.append(
            phrase(
                "{members} in {categories}",
                members=count(number, "member"),
                categories=count(len(chart.members), "category", "categories"),
            )
        )
    who = (
        phrase("{convener} convenes", convener=chart.convener)
        if chart.convener
        else phrase("The chart shows")
    )
    return phrase("{who} {parts}. The tables below say the same in words.", who=who, parts=listed(parts))


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
        names += [one.name for one in alone if category in one.category]
        if names:
            yield MemberBox(category.label, tuple(names))


HANDOUT: Final = one_page(
    "partnership",
    "The sector partnership",
    COLORADO.format("steps 1, 2, and 16"),
    "What the partnership is for, the labor market it serves, who belongs to it, and who keeps it going.",
    view,
    guides=(Guide.SECTOR,),
    sections=("partnership", "partnerships", "cluster_choice"),
)
