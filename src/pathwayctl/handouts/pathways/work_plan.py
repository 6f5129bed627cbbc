"""The year-one work plan in the guide’s six columns: deliverables, their steps and tasks, owners, and dates.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated): eleven
focus areas and 17 deliverables. The column on progress is ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.pathways.work_plan_rows import work_plan_rows
from pathwayctl.handouts.cells import bulleted, stacked, when
from pathwayctl.handouts.handout import WORK_PLAN, Handout, PageView
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, Row, table, table_of
from pathwayctl.handouts.tagged_tasks import done_words, owner_words, span_words, unbroken
from pathwayctl.language import marked, phrase
from pathwayctl.model.governance import Progress
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.vocabulary import FocusArea, Guide, Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pathwayctl.catalog.grades_9_14 import FocusAreaEntry, GuideWorkPlanRow, WorkPlanGuide
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.pathways import WorkPlanRow
    from pathwayctl.scheduling.schedule import ScheduledTask

DELIVERABLES: Final = (
    Head(marked("Focus area"), width="narrow"),
    marked("Deliverable"),
    marked("Action steps"),
    Head(marked("Specific tasks"), width="wide"),
    marked("Owner"),
    marked("Timeline"),
    marked("Progress"),
)


AREAS: Final[Columns[FocusAreaEntry]] = (
    Column("Focus area", lambda one, _: one.id.label),
    Column("What it is about", lambda one, _: one.text, "wide"),
)


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """The page, with a row for each deliverable, the guide's and the project's own, and the focus areas."""

    so_far: str
    gaps: tuple[str, ...]
    deliverables: HandoutTable
    areas: HandoutTable


def view(context: Context, pathway: str | None = None) -> WorkPlan:
    """Return every row of one pathway's plan, with the owner and dates that the project has for it."""
    from pathwayctl.catalog.reading import grades_9_14

    guide, own = grades_9_14(), context.index.ask(work_plan_rows).of(pathway)
    rows = tuple(_rows(guide, own, context))
    return WorkPlan(
        so_far=phrase(
            "{number} of {deliverables} are done.",
            number=sum(row.state is Progress.DONE for row in own.values()),
            deliverables=count(len(rows), "deliverable"),
        ),
        gaps=tuple(_gaps(guide.rows, own, context)),
        deliverables=table(DELIVERABLES, rows),
        areas=table_of(AREAS, guide.focus_areas, context),
    )


def _rows(guide: WorkPlanGuide, own: Mapping[str, WorkPlanRow], context: Context) -> Iterator[Row]:
    """Yield the guide's rows, and after those of a focus area the project's own."""
    known = {row.id for row in guide.rows}
    for area in FocusArea:
        for row in guide.of(area):
            yield _row(row, own.get(row.id), context)
        for added in own.values():
            if added.focus_area is area and added.deliverable not in known:
                yield (area.label, added.title or added.deliverable, "", *_planned(added, "", context))


def _row(guide: GuideWorkPlanRow, own: WorkPlanRow | None, context: Context) -> Row:
    return (
        guide.focus_area.label,
        guide.deliverable,
        bulleted(guide.action_steps),
        *_planned(own, bulleted(guide.tasks), context),
    )


def _planned(own: WorkPlanRow | None, asked: str, context: Context) -> Row:
    """Return the tasks ``asked`` for and planned, the owners, the time, and the progress of a row."""
    tasks = _tasks(own, context)
    ours = phrase("In our plan:") if tasks and asked else ""
    all_tasks = stacked(asked, ours, *(f"{task.wbs} {task.title}" for task in tasks))
    if own is None:
        return all_tasks, "", "", ""
    return (
        all_tasks,
        _owners(own, context) or owner_words(tasks, context),
        _timeline(own, tasks),
        stacked(own.state.label, done_words(tasks)),
    )


def _timeline(own: WorkPlanRow, tasks: Sequence[ScheduledTask]) -> str:
    """Return when a row is due, and below it when its tasks are scheduled."""
    span = span_words(tasks)
    if own.due is None:
        return span
    due = phrase("Due {due}", due=unbroken(when(own.due)))
    return stacked(due, phrase("Work {span}", span=span) if span else "")


def _owners(own: WorkPlanRow, context: Context) -> str:
    """Return who is accountable, and below it who shares the responsibility."""
    first, *others = [owner_name(key, context) for key in ids_of(own.owner)] or [""]
    shared = listed(others)
    return stacked(first, phrase("with {shared}", shared=shared) if first and shared else shared)


def owner_name(key: str, context: Context) -> str:
    """Return the name of a person, an organization, or a team."""
    teams = (one.title for one in context.plan.teams if one.id == key)
    return next(teams, None) or context.name(str(key))


def _tasks(own: WorkPlanRow | None, context: Context) -> tuple[ScheduledTask, ...]:
    """Return the tasks of a row, without those that are not in the plan or were dropped."""
    found = (context.schedule.by_id.get(key) for key in own.tasks) if own else ()
    return tuple(task for task in found if task and task.status is not Status.DROPPED)


def _gaps(
    guide: tuple[GuideWorkPlanRow, ...], own: Mapping[str, WorkPlanRow], context: Context
) -> Iterator[str]:
    """Yield what the deliverables lack, including those without a row in the project."""
    found, rows = context.index.ask(work_plan_rows), context.plan.work_plan
    if not own:
        return
    absent = sum(row.id not in own for row in guide)
    shown = {id(row) for row in own.values()}
    if unowned := absent + sum(id(rows[place]) in shown for place in found.unowned):
        yield phrase(
            "{deliverables_have} no owner.",
            deliverables_have=count(unowned, "deliverable has", "deliverables have"),
        )
    if untimed := absent + sum(id(rows[place]) in shown for place in found.untimed):
        yield phrase(
            "{deliverables_have} no timeline.",
            deliverables_have=count(untimed, "deliverable has", "deliverables have"),
        )


def pages(
    context: Context, slug: str, title: str, of: Callable[[Context, str | None], object]
) -> tuple[PageView, ...]:
    """Return a page for each pathway that has a work plan of its own, or one for all."""
    titles = {one.id: one.title for one in context.plan.pathways}
    return tuple(
        PageView(slug, title, of(context, None))
        if key is None
        else PageView(f"{slug}-{key}", f"{title}: {titles.get(key, key)}", of(context, key))
        for key in context.index.ask(work_plan_rows).pathways
    )


HANDOUT: Final = Handout(
    "work-plan",
    "Year-one work plan",
    "work-plan",
    WORK_PLAN.format("proposed Year One work plan"),
    "Each deliverable with its steps, tasks, owner, and dates.",
    lambda context: pages(context, "work-plan", phrase("Year-one work plan"), view),
    guides=(Guide.GRADES_9_14,),
    sections=("work_plan",),
)
