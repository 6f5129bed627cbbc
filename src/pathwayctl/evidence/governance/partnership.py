"""The sector partnership, and the four parts of a sustainability plan: what is missing.

Sources: Creating Career Pathways in Colorado (2014), steps 1, 2, and 16, known to us by its published
summary; Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Path
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.partnerships import Partnership
from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass

FEWEST_EMPLOYERS: Final = 5
_FIELDS: Final = ("naics", "industry_members", "strategic_partners", "labor_market_brief")
_HANDED_OVER: Final = (16, 17)
_BEGUN: Final = (Status.IN_PROGRESS, Status.DONE)


@dataclass(frozen=True, slots=True)
class PartnershipReview:
    """What is known of a partnership, which is found at ``path`` in the plan and called ``title``.

    ``region`` and ``conveners`` (ids) are the partnership's own, or else the project's. ``missing``
    are fields without a value; all of these are empty without a partnership. ``employers`` counts the
    different industry members. ``needs_home``: the work is handed over, and no home is named for it.
    """

    path: Path
    title: str
    region: str | None
    conveners: tuple[str, ...]
    missing: tuple[str, ...]
    employers: int
    needs_home: bool


def partnership_review(index: PlanIndex) -> PartnershipReview:
    """Review the main partnership of a plan."""
    project, own = index.plan.project, index.plan.partnership
    if own is None:
        return PartnershipReview((), "", project.region, ids_of(project.convener), (), 0, needs_home=False)
    return _review(index, ("partnership",), own)


def partnership_reviews(index: PlanIndex) -> tuple[PartnershipReview, ...]:
    """Review the partnerships that the project builds."""
    return tuple(_review(index, path, one) for path, one in own_partnerships(index))


def own_partnerships(index: PlanIndex) -> tuple[tuple[Path, Partnership], ...]:
    """The partnerships that the project builds, with their places: others beside a main one are neighbors."""
    return index.partnerships[:1] if index.plan.partnership else index.partnerships


def _review(index: PlanIndex, path: Path, own: Partnership) -> PartnershipReview:
    project = index.plan.project
    region = own.region or ", ".join(own.counties) or project.region
    conveners = tuple(dict.fromkeys((*ids_of(own.convener), *own.conveners)))
    missing = () if region else ("region",)
    return PartnershipReview(
        path,
        own.title or "",
        region,
        conveners or ids_of(project.convener),
        (*missing, *(field for field in _FIELDS if not getattr(own, field))),
        len(set(own.industry_members)),
        own.home is None and _is_handed_over(index),
    )


def _is_handed_over(index: PlanIndex) -> bool:
    begun = any(row.task.step in _HANDED_OVER and row.task.status in _BEGUN for row in index.leaves)
    return begun or any(shown.step in _HANDED_OVER for shown in index.plan.evidence)


PARTS: Final = ("partnerships", "roles", "funding", "succession")
"""The parts in the guide's order, as fields of the plan."""


def missing_parts(index: PlanIndex) -> tuple[str, ...]:
    """Return the parts without a text; none are missing where there is no plan yet."""
    plan = index.plan.sustainability
    return tuple(part for part in PARTS if plan is not None and getattr(plan, part) is None)
