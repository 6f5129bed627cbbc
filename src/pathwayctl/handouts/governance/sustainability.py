"""The sustainability plan: what keeps the work going, in four parts.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, when
from pathwayctl.handouts.handout import STAKEHOLDERS, one_page
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context


@dataclass(frozen=True, slots=True)
class SustainabilityPlan:
    """The page. ``rows``: part, what it settles, what we have agreed.

    ``bonds``: agreement, parties, signed, holds until; only those that are signed.
    """

    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    gap: str
    bonds: tuple[Row, ...]


def view(context: Context) -> SustainabilityPlan:
    """The four parts; those without a text are room to write."""
    from pathwayctl.catalog.reading import components

    plan, parts = context.plan.sustainability, components().sustainability_plan
    own: dict[str, str] = {part.id: getattr(plan, part.id, None) or "" for part in parts}
    missing = [part.name.lower() for part in parts if not own[part.id]]
    return SustainabilityPlan(
        facts=(
            ("Kept by", context.name(plan.owner) if plan else ""),
            ("Last looked at", when(plan.reviewed) if plan else ""),
        ),
        rows=tuple((part.name, part.text, own[part.id]) for part in parts),
        gap=f"{count(len(missing), 'part is', 'parts are')} still to be written: {listed(missing)}."
        if plan and missing
        else "",
        bonds=tuple(_bonds(context)),
    )


def _bonds(context: Context) -> list[Row]:
    return [
        (one.title, context.names(one.parties), when(one.signed), when(one.expires) or "No end is named")
        for one in context.plan.agreements
        if one.signed
    ]


HANDOUT: Final = one_page(
    "sustainability",
    "Sustainability plan",
    STAKEHOLDERS.format("Cross-Sector Partnerships"),
    "What keeps the work going: partnerships, roles, funding and who takes over from whom.",
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.COMPONENTS, Guide.SECTOR),
    sections=("sustainability",),
)
