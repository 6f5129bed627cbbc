"""The sector partnership on a page: its scope, who is in it, and who keeps it going (steps 1, 2 and 16).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, blank_rows
from pathwayctl.handouts.governance.partnership_chart import (
    OrganizationChart,
    in_words,
    member_rows,
    organization_chart,
    team_rows,
)
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.governance import Partnership

WIDTH: Final = 3


@dataclass(frozen=True, slots=True)
class MemberGroup:
    """Industry members or strategic partners. Columns: organization, what it is, where."""

    label: str
    about: str
    rows: tuple[Row, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class PartnershipPage:
    """The page; texts that are not there yet are empty, and are room to write.

    ``chart`` shows what ``teams`` (team, kind, lead, members, rhythm) and ``members`` (category,
    members) say.
    """

    facts: tuple[tuple[str, str], ...]
    scope: str
    brief: str
    groups: tuple[MemberGroup, ...]
    home: str
    chart: OrganizationChart | None
    description: str
    teams: tuple[Row, ...]
    members: tuple[Row, ...]


def view(context: Context) -> PartnershipPage:
    """What the plan says of the partnership."""
    from pathwayctl.catalog.entries import find
    from pathwayctl.catalog.reading import sector

    given, members = context.plan.partnership, sector().members
    industry = given.industry_members if given else ()
    strategic = given.strategic_partners if given else ()
    chart = organization_chart(context)
    return PartnershipPage(
        facts=_facts(given, context),
        scope=given.scope if given else "",
        brief=(given.labor_market_brief or "") if given else "",
        groups=(
            _group("Industry members", find(members, "industry-members").text, industry, context),
            _group("Strategic partners", find(members, "strategic-partners").text, strategic, context),
        ),
        home=(given.home or "") if given else "",
        chart=chart,
        description=in_words(chart) if chart else "",
        teams=team_rows(context),
        members=member_rows(chart) if chart else (),
    )


def _facts(given: Partnership | None, context: Context) -> tuple[tuple[str, str], ...]:
    project = context.plan.project
    return (
        ("Region", (given.region if given else None) or project.region or ""),
        ("Industry codes (NAICS)", ", ".join(given.naics) if given else ""),
        ("Convener", context.name((given.convener if given else None) or project.convener)),
    )


def _group(label: str, about: str, keys: tuple[str, ...], context: Context) -> MemberGroup:
    rows = tuple(_row(key, context) for key in keys)
    gap = f"No {label.lower()} are named yet." if context.plan.partnership and not rows else ""
    return MemberGroup(label, about, rows or blank_rows(WIDTH, 5), gap)


def _row(key: str, context: Context) -> Row:
    found = context.index.organizations.get(key)
    if found is None:
        return (context.name(key), "", "")
    return (found.name, found.group or found.category.label, found.region or "")


HANDOUT: Final = one_page(
    "partnership",
    "The sector partnership",
    COLORADO.format("steps 1, 2 and 16"),
    "What the partnership is for, the labor market it serves, who is in it and who keeps it going.",
    view,
    guides=(Guide.SECTOR,),
    sections=("partnership", "teams"),
)
