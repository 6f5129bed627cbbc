"""What a plan of Microsoft Project would change in a project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pathwayctl.editing.edits import Refused
from pathwayctl.exchange.entry_tables import tables_of
from pathwayctl.exchange.export_source import ExportSource
from pathwayctl.exchange.import_plan import ImportOrder, ImportPlan
from pathwayctl.exchange.msproject.baseline_merge import baseline_steps
from pathwayctl.exchange.msproject.calendar_merge import CalendarMerge
from pathwayctl.exchange.msproject.file_plan import FilePlan
from pathwayctl.exchange.msproject.missing_tasks import missing_tasks
from pathwayctl.exchange.msproject.people_merge import PeopleMerge, doers
from pathwayctl.exchange.msproject.plan_reader import read_plan
from pathwayctl.exchange.msproject.project_xml import read_xml
from pathwayctl.exchange.msproject.task_links import TaskLinks
from pathwayctl.exchange.msproject.task_matching import TaskMatches
from pathwayctl.exchange.msproject.task_merge import TaskMerge
from pathwayctl.exchange.msproject.task_outline import TaskOutline
from pathwayctl.exchange.msproject.task_texts import TaskConverter
from pathwayctl.exchange.workbook.moved_rows import MovedRows
from pathwayctl.loading.naming import names_in
from pathwayctl.model.vocabulary import Audience

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.loading.project import Loaded


def read(
    data: bytes, name: str, context: Context, loaded: Loaded, order: ImportOrder
) -> ImportPlan | Refused:
    """What a file of Microsoft Project, ProjectLibre, or GanttProject would change."""
    if order.kind or order.mapping or order.fill:
        return Refused(f"“{name}” is a plan, which needs no options.", "Leave out --as, --map, and --fill.")
    root = read_xml(data, name)
    if isinstance(root, Refused):
        return root
    plan = read_plan(root)
    if not plan.tasks:
        return Refused(
            f"“{name}” has no tasks.", "Open it in the program that it comes from, and save it again."
        )
    return _merged(plan, name, context, loaded, order)


def _merged(plan: FilePlan, name: str, context: Context, loaded: Loaded, order: ImportOrder) -> ImportPlan:
    whole, outline, taken = (
        ExportSource(context, loaded, Audience.INTERNAL),
        TaskOutline(plan),
        set(loaded.ids),
    )
    table = next(one for one in tables_of(whole) if one.steps == ("tasks",))
    schedule = context.schedule
    matches = TaskMatches(outline, tuple(table.rows(whole)), schedule.records.breakdown.by_id, taken)
    calendar = CalendarMerge(plan, loaded, schedule.calendar, is_ours=matches.is_ours)
    people = PeopleMerge(plan, loaded.plan, schedule.calendar, taken)
    links = TaskLinks(plan, outline, matches.ids)
    new = [{"id": id_, "title": id_} for id_ in matches.ids.values() if id_ not in loaded.ids]
    sections = loaded.written(())
    names = names_in(
        {
            **sections,
            "tasks": [*(sections.get("tasks") or []), *new],
            "people": [*(sections.get("people") or []), *people.new],
        }
    )
    tasks = TaskMerge(
        outline, matches, links, doers(plan, people.ids), TaskConverter(plan, calendar.start), table,
        schedule, names, tuple(missing_tasks(schedule, matches, order)) if matches.is_ours else (),
        MovedRows(loaded),
    )  # fmt: skip
    steps = (
        *tasks.steps(),
        *people.steps,
        *calendar.steps,
        *baseline_steps(plan, outline, matches.ids, context, loaded, name),
    )
    return ImportPlan(name, steps, days=_days(outline, matches))


def _days(outline: TaskOutline, matches: TaskMatches) -> dict[str, Any]:
    """The first and last day of each task in the file; those of summaries follow from them."""
    return {
        matches.ids[task.uid]: task.days
        for task in outline.tasks
        if task.uid in matches.ids and task.days and task.is_active and not outline.is_summary(task)
    }
