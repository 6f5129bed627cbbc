"""The sector partnership: its scope, its members, and who keeps it going (steps 1, 2, and 16).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.governance.partnership import partnership_review
from pathwayctl.handouts.cells import Columns, Row, blank_rows
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

COLUMNS: Final[Columns] = (("Organization", "left", "wide"), "Type", "Region")
TEAM_COLUMNS: Final[Columns] = (
    ("Team", "left", "wide"),
    "Type",
    "Lead",
    ("Members", "left", "wide"),
    ("Meets", "left", "narrow"),
)
MEMBER_COLUMNS: Final[Columns] = (("Category", "left", "wide"), ("Members", "left", "wide"))


@dataclass(frozen=True, slots=True)
class MemberGroup:
    """Industry members or strategic partners."""

    label: str
    about: str
    rows: tuple[Row, ...]
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
    teams: tuple[Row, ...]
    members: tuple[Row, ...]
    columns: Columns = COLUMNS
    team_columns: Columns = TEAM_COLUMNS
    member_columns: Columns = MEMBER_COLUMNS


def view(context: Context) -> PartnershipPage:
    """Return what the plan says about the partnership."""
    from pathwayctl.catalog.catalog_entry import find
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
            _group("industry_members", find(members, "industry-members").text, industry, context),
            _group("strategic_partners", find(members, "strategic-partners").text, strategic, context),
        ),
        home=(given.home or "") if given else "",
        chart=chart,
        description=in_words(chart) if chart else "",
        teams=team_rows(context),
        members=member_rows(chart) if chart else (),
    )


def _facts(given: Partnership | None, context: Context) -> tuple[tuple[str, str], ...]:
    found = context.index.ask(partnership_review)
    return (
        ("Region", found.region or ""),
        ("Industry codes (NAICS)", ", ".join(given.naics) if given else ""),
        ("Convener", context.name(found.convener)),
    )


def _group(field: str, about: str, keys: tuple[str, ...], context: Context) -> MemberGroup:
    words = field.replace("_", " ")
    rows = tuple(_row(key, context) for key in keys) or blank_rows(len(COLUMNS), 5)
    is_missing = field in context.index.ask(partnership_review).missing
    return MemberGroup(words.capitalize(), about, rows, f"No {words} yet." if is_missing else "")


def _row(key: str, context: Context) -> Row:
    found = context.index.organizations.get(key)
    if found is None:
        return (context.name(key), "", "")
    return (found.name, found.group or found.category.label, found.region or "")


HANDOUT: Final = one_page(
    "partnership",
    "The sector partnership",
    COLORADO.format("steps 1, 2, and 16"),
    "What the partnership is for, the labor market it serves, who belongs to it, and who keeps it going.",
    view,
    guides=(Guide.SECTOR,),
    sections=("partnership", "teams"),
)
