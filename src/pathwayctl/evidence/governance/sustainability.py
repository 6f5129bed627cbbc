"""The four parts of a sustainability plan, and which of them are missing.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex

PARTS: Final = ("partnerships", "roles", "funding", "succession")
"""The parts in the guide's order, as fields of the plan."""


def missing_parts(index: PlanIndex) -> tuple[str, ...]:
    """Return the parts without a text; none are missing where there is no plan yet."""
    plan = index.plan.sustainability
    return tuple(part for part in PARTS if plan is not None and getattr(plan, part) is None)
