"""The year-one work plan in the guide’s six columns: deliverables, their steps and tasks, who and when.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated): eleven
focus areas and 17 deliverables. The column on how far a row has come is ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, bulleted, stacked, when
from pathwayctl.handouts.handout import WORK_PLAN, one_page
from pathwayctl.handouts.tagged_tasks import done_words, owner_words, span_words, unbroken
from pathwayctl.model.governance_words import Progress
from pathwayctl.model.vocabulary import Guide, Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pathwayctl.catalog.grades_9_14 import WorkPlanRow as GuideRow
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.pathways import WorkPlanRow
    from pathwayctl.scheduling.schedule import ScheduledTask


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """The page.

    ``rows``: focus area, deliverable, action steps, tasks, who is responsible, timeline, how far.
    """

    so_far: str
    gaps: tuple[str, ...]
    rows: tuple[Row, ...]


def view(context: Context) -> WorkPlan:
    """Every row of the guide, with who is responsible and when, as far as the project says so."""
    from pathwayctl.catalog.reading import grades_9_14

    guide, own = grades_9_14().rows, rows_of(context)
    return WorkPlan(
        so_far=f"{sum(row.state is Progress.DONE for row in own.values())} of "
        f"{count(len(guide), 'deliverable')} are done.",
        gaps=tuple(_gaps(guide, own)),
        rows=tuple(_row(row, own.get(row.id), context) for row in guide),
    )


def rows_of(context: Context) -> Mapping[str, WorkPlanRow]:
    """The project’s rows by their deliverable; of two for one, the first."""
    return {row.deliverable: row for row in reversed(context.plan.work_plan)}


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
        stacked((unbroken(f"By {when(own.due)}") if own.due else "", span_words(tasks))) if own else "",
        stacked(map(unbroken, (own.state.label, done_words(tasks)))) if own else "",
    )


def _tasks(own: WorkPlanRow | None, context: Context) -> tuple[ScheduledTask, ...]:
    """The tasks that bring a row about, without those that are not in the plan or were dropped."""
    found = (context.schedule.by_id.get(key) for key in own.tasks) if own else ()
    return tuple(task for task in found if task and task.status is not Status.DROPPED)


def _gaps(guide: tuple[GuideRow, ...], own: Mapping[str, WorkPlanRow]) -> Iterator[str]:
    if not own:
        return
    rows = [own.get(row.id) for row in guide]
    unowned = sum(row is None or not row.owner for row in rows)
    untimed = sum(row is None or not (row.due or row.tasks) for row in rows)
    if unowned:
        yield f"{count(unowned, 'deliverable has', 'deliverables have')} nobody who is responsible."
    if untimed:
        yield f"{count(untimed, 'deliverable has', 'deliverables have')} no timeline."


HANDOUT: Final = one_page(
    "work-plan",
    "Year-one work plan",
    WORK_PLAN.format("proposed Year One work plan"),
    "Each deliverable with its steps, its tasks, who is responsible and by when.",
    view,
    guides=(Guide.GRADES_9_14,),
    sections=("work_plan",),
)
