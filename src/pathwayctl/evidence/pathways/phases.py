"""The dates of the three phases of the grades 9-14 work plan: which are missing, and which are out of order.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import Phase

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.pathways import PhaseDates

_ORDER: Final = {phase: place for place, phase in enumerate(Phase)}


@dataclass(frozen=True, slots=True)
class PhaseGaps:
    """Problems with the dates of the phases; entries come with their positions in the plan.

    ``undated``: phases without dates, once any phase has them. ``reversed``: phases that end before they
    begin.
    ``overlapping``: a phase, and the next one if it begins too early.
    """

    undated: tuple[Phase, ...]
    reversed: tuple[tuple[int, PhaseDates], ...]
    overlapping: tuple[tuple[PhaseDates, tuple[int, PhaseDates]], ...]


def phase_gaps(index: PlanIndex) -> PhaseGaps:
    """What is missing or out of order in the dates of the phases."""
    dated = sorted(enumerate(index.plan.phases), key=lambda pair: _ORDER[pair[1].phase])
    there = {one.phase for _, one in dated}
    return PhaseGaps(
        tuple(phase for phase in Phase if there and phase not in there),
        tuple((place, one) for place, one in dated if one.last < one.first),
        tuple(
            (before, (place, after))
            for (_, before), (place, after) in pairwise(dated)
            if before.phase is not after.phase and before.first <= before.last and after.first <= before.last
        ),
    )
