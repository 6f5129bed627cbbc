"""The gaps of each industry framework: empty parts, needs without a provider, careers without a partnership.

Source: Designing a Career Pathways System, chapter 3, handout 3D, and chapter 4, handout 4A part 1 (CCRS
Center, 2016). That every career option needs a partnership is our reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.frameworks.consolidation import options_of
from pathwayctl.evidence.index import framework_items
from pathwayctl.model.vocabulary import ItemState

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.frameworks import Framework

PART_LABELS: Final = {
    "career_options": "Career options",
    "course_sequence": "Course sequence",
    "work_based": "Work-based opportunities",
    "postsecondary": "Postsecondary opportunities",
    "partnerships": "Partnerships",
}
"""What the five parts of a framework are called, by their fields."""


@dataclass(frozen=True, slots=True)
class FrameworkGaps:
    """The gaps of one framework.

    ``empty_parts`` are fields of ``Framework``; ``without_provider`` the titles of needed entries
    for which no
    provider is named (nobody provides a career option); ``without_partnership`` the titles of career options
    that no partnership supports.
    """

    framework: Framework
    empty_parts: tuple[str, ...]
    without_provider: tuple[str, ...]
    without_partnership: tuple[str, ...]


def framework_gaps(index: PlanIndex) -> tuple[FrameworkGaps, ...]:
    """The gaps of each framework, in the order of the plan."""
    return tuple(map(_gaps, index.plan.frameworks))


def _gaps(framework: Framework) -> FrameworkGaps:
    supported = {title for item in framework.partnerships for title in options_of(item, framework)}
    return FrameworkGaps(
        framework,
        tuple(part for part in PART_LABELS if not getattr(framework, part)),
        tuple(
            item.title
            for part, _, item in framework_items(framework)
            if part != "career_options" and item.state is ItemState.NEEDED and item.provider is None
        ),
        tuple(option.title for option in framework.career_options if option.title not in supported),
    )
