"""The rows of the year-one work plan: what each one lacks, and which focus areas have none.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathwayctl.model.governance import Progress
from pathwayctl.model.vocabulary import FocusArea

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.pathways import WorkPlanRow


@dataclass(frozen=True, slots=True)
class WorkPlanRows:
    """The rows by their deliverable (of two for one, the first), and what is missing.

    ``unowned`` and ``untimed`` are positions of rows that are not done and have no owner, or neither a due
    date nor tasks that would give one. ``empty_areas`` are focus areas without a row, once there is any.
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
