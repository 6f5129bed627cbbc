"""The rows of the year-one work plan and the dates of its phases: what is missing or out of order.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance import Progress, SharedQuestion
from pathwayctl.model.pathways import PhaseDates, WorkPlanRow
from pathwayctl.model.vocabulary import FocusArea, Phase
from pathwayctl.quick_dataclass import dataclass

SHARED_AGREEMENT: Final = "shared-agreement"
"""The deliverable whose questions a shared agreement answers."""
FORMER_QUESTIONS: Final = {
    "joint-development": SharedQuestion.COURSES,
    "dedicated-staff": SharedQuestion.STAFF,
    "standards-alignment": SharedQuestion.STANDARDS,
    "finances": SharedQuestion.FINANCE,
    "support-by-party": SharedQuestion.SUPPORTS,
    "work-based-brokering": SharedQuestion.WORK_BASED,
    "data-agreements": SharedQuestion.DATA,
}
"""Ids that rows used for the questions of the shared agreement before agreements had the same ones."""


@dataclass(frozen=True, slots=True)
class WorkPlanRows:
    """The rows by their pathway and deliverable (of two for one, the first), and what is missing.

    The rows under ``None`` are for all pathways. ``unowned`` and ``untimed`` are positions of rows that are
    not done and have no owner, or neither a due date nor tasks that would set one. ``empty_areas`` are focus
    areas without a row, once there is any.
    """

    by_pathway: Mapping[str | None, Mapping[str, WorkPlanRow]]
    unowned: tuple[int, ...]
    untimed: tuple[int, ...]
    empty_areas: tuple[FocusArea, ...]

    @property
    def pathways(self) -> tuple[str | None, ...]:
        """The pathways that have a work plan of their own; ``None`` alone if there is one plan for all."""
        own = tuple(key for key in self.by_pathway if key is not None)
        return own or (None,)

    def of(self, pathway: str | None) -> Mapping[str, WorkPlanRow]:
        """The rows of one pathway's plan by their deliverable, those for all pathways included."""
        return {**self.by_pathway.get(None, {}), **self.by_pathway.get(pathway, {})}


def work_plan_rows(index: PlanIndex) -> WorkPlanRows:
    """The work plan of a project and its gaps."""
    rows = index.plan.work_plan
    open_rows = [(place, row) for place, row in enumerate(rows) if row.state is not Progress.DONE]
    there = {row.focus_area for row in rows}
    return WorkPlanRows(
        _by_pathway(rows),
        tuple(place for place, row in open_rows if not is_owned(row, index)),
        tuple(place for place, row in open_rows if row.due is None and not row.tasks),
        tuple(area for area in FocusArea if there and area not in there),
    )


def _by_pathway(rows: Iterable[WorkPlanRow]) -> Mapping[str | None, Mapping[str, WorkPlanRow]]:
    found: dict[str | None, dict[str, WorkPlanRow]] = {}
    for row in rows:
        found.setdefault(row.pathway, {}).setdefault(row.deliverable, row)
    return found


def is_owned(row: WorkPlanRow, index: PlanIndex) -> bool:
    """Whether a row has an owner, or at least one of its tasks has."""
    found = map(index.row_of, row.tasks)
    return bool(row.owner) or any(one is not None and one.task.owner for one in found)


def answers_of(row: WorkPlanRow) -> Mapping[str, str]:
    """The answers of a row by the ids of the guide's items."""
    if row.deliverable != SHARED_AGREEMENT:
        return row.answers
    return {FORMER_QUESTIONS.get(key, key): answer for key, answer in row.answers.items()}


_ORDER: Final = {phase: place for place, phase in enumerate(Phase)}


@dataclass(frozen=True, slots=True)
class PhaseGaps:
    """Problems with the dates of the phases; entries come with their positions in the plan.

    ``undated``: phases without dates, once any phase has them. ``reversed``: phases that end before they
    begin. ``disordered``: a phase, and the next one if it begins no later, or ends before it; phases may
    overlap.
    """

    undated: tuple[Phase, ...]
    reversed: tuple[tuple[int, PhaseDates], ...]
    disordered: tuple[tuple[PhaseDates, tuple[int, PhaseDates]], ...]


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
            if before.phase is not after.phase
            and before.first <= before.last
            and (after.first <= before.first or after.first <= after.last < before.last)
        ),
    )
