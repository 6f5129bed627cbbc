"""The sustainability plan: what keeps the work going, in four parts.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.governance.partnership import missing_parts
from pathwayctl.handouts.cells import when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, STAKEHOLDERS, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, table, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.governance import Agreement
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

PARTS: Final = (
    Head(marked("Part"), width="narrow"),
    marked("What it covers"),
    Head(marked("What we have agreed"), width="wide"),
)
SIGNED: Final[Columns[Agreement]] = (
    Column("Agreement", lambda one, _: one.title, "wide"),
    Column("Parties", lambda one, context: context.names(one.parties)),
    Column("Signed", lambda one, _: when(one.signed)),
    Column("Expires", lambda one, _: when(one.expires) or phrase("No end date")),
)


@dataclass(frozen=True, slots=True)
class SustainabilityPlan:
    """The page: the four parts, and the signed agreements."""

    facts: tuple[tuple[str, str], ...]
    parts: HandoutTable
    gap: str
    agreements: HandoutTable


def view(context: Context) -> SustainabilityPlan:
    """Return the four parts; those without a text are room to write."""
    from pathwayctl.catalog.reading import components

    plan, parts = context.plan.sustainability, components().sustainability_plan
    own: dict[str, str] = {part.id: getattr(plan, part.id, None) or "" for part in parts}
    found = context.index.ask(missing_parts)
    missing = [part.name.lower() for part in parts if part.id in found]
    return SustainabilityPlan(
        facts=(
            (phrase("Owner"), context.name(plan.owner) if plan else ""),
            (phrase("Last reviewed"), when(plan.reviewed) if plan else ""),
        ),
        parts=table(PARTS, ((part.name, part.text, own[part.id]) for part in parts)),
        gap=phrase(
            "{parts_have} not been written yet: {missing}.",
            parts_have=count(len(missing), "part has", "parts have"),
            missing=listed(missing),
        )
        if missing
        else "",
        agreements=table_of(SIGNED, [one for one in context.plan.agreements if one.signed], context),
    )


HANDOUT: Final = one_page(
    "sustainability",
    "Sustainability plan",
    STAKEHOLDERS.format("Cross-Sector Partnerships"),
    "What keeps the work going: partnerships, roles, funding, and succession.",
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.COMPONENTS, Guide.SECTOR),
    sections=("sustainability",),
    source_elsewhere=COLORADO.format("steps 16 and 17"),
)
