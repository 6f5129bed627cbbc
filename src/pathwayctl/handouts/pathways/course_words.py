"""What pages say about a course and a pathway: grades, kind, first students, and the day of the launch."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.handouts.cells import stacked, when

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.pathways import Course, Pathway


def grade_words(one: Course) -> str:
    """Return ``Grade 9``, or ``Grades 11 to 12`` of a course that takes several years."""
    return f"Grades {one.grade} to {one.through}" if one.through else f"Grade {one.grade}"


def kind_words(one: Course) -> str:
    """Return ``CTE``, and below it the course it is taught together with."""
    together = f"Taught together with {one.integrated_with}" if one.integrated_with else ""
    return stacked((one.kind.label if one.kind else "", together))


def students_words(students: int | str | None) -> str:
    """Return ``1,240``, ``15%``, or an empty text if it is not known."""
    return "" if students is None else f"{students:,}" if isinstance(students, int) else students


def launch_words(pathway: Pathway, context: Context) -> str:
    """Return the day on which a pathway is launched: as given, or that of the task that launches it."""
    if isinstance(pathway.launch, date):
        return when(pathway.launch)
    task = context.schedule.by_id.get(pathway.launch or "")
    return when(task.finish) if task else ""
