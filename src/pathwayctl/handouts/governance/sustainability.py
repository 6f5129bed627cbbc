"""The sustainability plan: what keeps the work going, in four parts.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.governance.partnership import missing_parts
from pathwayctl.handouts.cells import Columns, Row, when
from pathwayctl.handouts.handout import STAKEHOLDERS, one_page
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context


COLUMNS: Final[Columns] = (
    ("Part", "left", "narrow"),
    "What it covers",
    ("What we have agreed", "left", "wide"),
)
BOND_COLUMNS: Final[Columns] = (("Agreement", "left", "wide"), "Parties", "Signed", "Expires")


@dataclass(frozen=True, slots=True)
class SustainabilityPlan:
    """The page: the four parts, and the signed agreements (``bonds``)."""

    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    gap: str
    bonds: tuple[Row, ...]
    columns: Columns = COLUMNS
    bond_columns: Columns = BOND_COLUMNS


def view(context: Context) -> SustainabilityPlan:
    """Return the four parts; those without a text are room to write."""
    from pathwayctl.catalog.reading import components

    plan, parts = context.plan.sustainability, components().sustainability_plan
    own: dict[str, str] = {part.id: getattr(plan, part.id, None) or "" for part in parts}
    found = context.index.ask(missing_parts)
    missing = [part.name.lower() for part in parts if part.id in found]
    return SustainabilityPlan(
        facts=(
            ("Owner", context.name(plan.owner) if plan else ""),
            ("Last reviewed", when(plan.reviewed) if plan else ""),
        ),
        rows=tuple((part.name, part.text, own[part.id]) for part in parts),
        gap=f"{count(len(missing), 'part has', 'parts have')} not been written yet: {listed(missing)}."
        if missing
        else "",
        bonds=tuple(_bonds(context)),
    )


def _bonds(context: Context) -> list[Row]:
    return [
        (one.title, context.names(one.parties), when(one.signed), when(one.expires) or "No end date")
        for one in context.plan.agreements
        if one.signed
    ]


HANDOUT: Final = one_page(
    "sustainability",
    "Sustainability plan",
    STAKEHOLDERS.format("Cross-Sector Partnerships"),
    "What keeps the work going: partnerships, roles, funding, and succession.",
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.COMPONENTS, Guide.SECTOR),
    sections=("sustainability",),
)
