"""The rows of the year-one work plan and the dates of its phases: what is missing or out of order.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pathwayctl.model.governance import Progress
from pathwayctl.model.vocabulary import FocusArea, Phase

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.pathways import PhaseDates, WorkPlanRow


@dataclass(frozen=True, slots=True)
class WorkPlanRows:
    """The rows by their deliverable (of two for one, the first), and what is missing.

    ``unowned`` and ``untimed`` are positions of rows that are not done and have no owner, or neither a due
    date nor tasks that would set one. ``empty_areas`` are focus areas without a row, once there is any.
    """

    by_deliverable: Mapping[str, WorkPlanRow]
    unowned: tuple[int, ...]
    untimed: tuple[int, ...]
    empty_areas: tuple[FocusArea, ...]


def work_plan_rows(index: PlanIndex) -> WorkPlanRows:
    """The work plan of a project and its gaps."""
    rows = index.plan.work_plan
    open_rows = [(place, row) for place, row in enumerate(rows) if row.state is not Progress.DONE]
    there = {row.focus_area for row in rows}
    return WorkPlanRows(
        {row.deliverable: row for row in reversed(rows)},
        tuple(place for place, row in open_rows if not row.owner),
        tuple(place for place, row in open_rows if row.due is None and not row.tasks),
        tuple(area for area in FocusArea if there and area not in there),
    )


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
