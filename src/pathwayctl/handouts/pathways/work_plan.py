"""The year-one work plan in the guide’s six columns: deliverables, their steps and tasks, owners, and dates.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated): eleven
focus areas and 17 deliverables. The column on progress is ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.pathways.work_plan_rows import work_plan_rows
from pathwayctl.handouts.cells import bulleted, stacked, when
from pathwayctl.handouts.handout import WORK_PLAN, one_page
from pathwayctl.handouts.tables import Head, Row, Table, table
from pathwayctl.handouts.tagged_tasks import done_words, owner_words, span_words, unbroken
from pathwayctl.model.governance import Progress
from pathwayctl.model.vocabulary import Guide, Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.catalog.grades_9_14 import WorkPlanRow as GuideRow
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.pathways import WorkPlanRow
    from pathwayctl.scheduling.schedule import ScheduledTask

DELIVERABLES: Final = (
    Head("Focus area", width="narrow"),
    "Deliverable",
    "Action steps",
    Head("Specific tasks", width="wide"),
    "Owner",
    "Timeline",
    "Progress",
)


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """The page, with a row for each deliverable of the guide; ``areas`` explains the focus areas."""

    so_far: str
    gaps: tuple[str, ...]
    deliverables: Table
    areas: tuple[tuple[str, str], ...]


def view(context: Context) -> WorkPlan:
    """Return every row of the guide, with the owner and dates that the project has for it."""
    from pathwayctl.catalog.reading import grades_9_14

    areas = tuple((area.id.label, area.text) for area in grades_9_14().focus_areas)
    guide, own = grades_9_14().rows, context.index.ask(work_plan_rows).by_deliverable
    return WorkPlan(
        so_far=f"{sum(row.state is Progress.DONE for row in own.values())} of "
        f"{count(len(guide), 'deliverable')} are done.",
        gaps=tuple(_gaps(guide, context)),
        deliverables=table(DELIVERABLES, (_row(row, own.get(row.id), context) for row in guide)),
        areas=areas,
    )


def _row(guide: GuideRow, own: WorkPlanRow | None, context: Context) -> Row:
    tasks = _tasks(own, context)
    return (
        guide.focus_area.label,
        guide.deliverable,
        bulleted(guide.action_steps),
        stacked(
            (
                bulleted(guide.tasks),
                "In our plan:" if tasks else "",
                *(f"{task.wbs} {task.title}" for task in tasks),
            )
        ),
        (context.name(own.owner) or owner_words(tasks, context)) if own else "",
        stacked((unbroken(f"Due {when(own.due)}") if own.due else "", span_words(tasks))) if own else "",
        stacked(map(unbroken, (own.state.label, done_words(tasks)))) if own else "",
    )


def _tasks(own: WorkPlanRow | None, context: Context) -> tuple[ScheduledTask, ...]:
    """Return the tasks of a row, without those that are not in the plan or were dropped."""
    found = (context.schedule.by_id.get(key) for key in own.tasks) if own else ()
    return tuple(task for task in found if task and task.status is not Status.DROPPED)


def _gaps(guide: tuple[GuideRow, ...], context: Context) -> Iterator[str]:
    """Yield what the deliverables lack, including those without a row in the project."""
    found = context.index.ask(work_plan_rows)
    if not found.by_deliverable:
        return
    absent = sum(row.id not in found.by_deliverable for row in guide)
    if unowned := absent + len(found.unowned):
        yield f"{count(unowned, 'deliverable has', 'deliverables have')} no owner."
    if untimed := absent + len(found.untimed):
        yield f"{count(untimed, 'deliverable has', 'deliverables have')} no timeline."


HANDOUT: Final = one_page(
    "work-plan",
    "Year-one work plan",
    WORK_PLAN.format("proposed Year One work plan"),
    "Each deliverable with its steps, tasks, owner, and dates.",
    view,
    guides=(Guide.GRADES_9_14,),
    sections=("work_plan",),
)
