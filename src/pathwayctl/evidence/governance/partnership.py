"""The sector partnership: what it covers, and what is missing from its description.

Source: Creating Career Pathways in Colorado (2014), steps 1, 2, and 16, known to us by its published
summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import Status

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex

FEWEST_EMPLOYERS: Final = 5
_FIELDS: Final = ("naics", "industry_members", "strategic_partners", "labor_market_brief")
_HANDED_OVER: Final = (16, 17)
_BEGUN: Final = (Status.IN_PROGRESS, Status.DONE)


@dataclass(frozen=True, slots=True)
class PartnershipReview:
    """What is known of the partnership.

    ``region`` and ``convener`` (an id) are the partnership's own, or else the project's. ``missing``
    are fields without a value; all of these are empty without a partnership. ``employers`` counts the
    different industry members. ``needs_home``: the work is handed over, and no home is named for it.
    """

    region: str | None
    convener: str | None
    missing: tuple[str, ...]
    employers: int
    needs_home: bool


def partnership_review(index: PlanIndex) -> PartnershipReview:
    """Review the partnership of a plan."""
    project, own = index.plan.project, index.plan.partnership
    if own is None:
        return PartnershipReview(project.region, project.convener, (), 0, needs_home=False)
    region = own.region or project.region
    missing = () if region else ("region",)
    return PartnershipReview(
        region,
        own.convener or project.convener,
        (*missing, *(field for field in _FIELDS if not getattr(own, field))),
        len(set(own.industry_members)),
        own.home is None and _is_handed_over(index),
    )


def _is_handed_over(index: PlanIndex) -> bool:
    begun = any(row.task.step in _HANDED_OVER and row.task.status in _BEGUN for row in index.leaves)
    return begun or any(shown.step in _HANDED_OVER for shown in index.plan.evidence)
