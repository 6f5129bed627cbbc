"""Ready-made sheets with the column names of other programs and forms, to copy from or to import there.

Sources: Smartsheet and Microsoft Project (import of a task sheet from Excel); action plans of Perkins V local
applications; U.S. Department of Education, Grant Performance Report (ED 524B), project status chart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pathwayctl.evidence.evaluation.measures import outcome_measures
from pathwayctl.exchange.cell_text import CellKind
from pathwayctl.handouts.funding.grants import actual_figures, target_figures
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.vocabulary import LinkType

if TYPE_CHECKING:
    from pathwayctl.exchange.export_source import ExportSource
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.evaluation import Measure
    from pathwayctl.model.values import Link
    from pathwayctl.scheduling.schedule import ScheduledTask


class PresetColumn(NamedTuple):
    """A column of a ready-made sheet."""

    title: str
    kind: CellKind = CellKind.TEXT


class PresetSheet(NamedTuple):
    """A ready-made sheet: its name, its columns, and its rows of texts."""

    name: str
    columns: tuple[PresetColumn, ...]
    rows: tuple[tuple[str, ...], ...]


def preset_sheet(source: ExportSource, name: str, parties: tuple[str, ...]) -> PresetSheet:
    """The sheet of a preset, with only the rows that name some people or organizations if there are any."""
    title, columns, rows = PRESETS[name]
    return PresetSheet(title, columns, tuple(rows(source.shown, parties)))


def _is_wanted(task: ScheduledTask, parties: tuple[str, ...]) -> bool:
    named = {*ids_of(task.owner), *(one.resource for one in task.task.assigned)}
    return not parties or not named.isdisjoint(parties)


def _task_sheet(context: Context, parties: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A row for each task and summary; predecessors are the numbers of their rows."""
    tasks = [one for one in context.schedule.tasks if _is_wanted(one, parties)]
    rows = {task.id: number for number, task in enumerate(tasks, 1)}
    for task in tasks:
        is_summary = bool(task.task.tasks)
        links = [
            _predecessor(rows[link.predecessor], link)
            for link in task.task.depends_on
            if link.predecessor in rows
        ]
        yield (
            str(task.depth + 1), task.title, "" if is_summary else f"{task.duration}d",
            task.start.isoformat(), task.finish.isoformat(), ", ".join(links),
            context.names(one.resource for one in task.task.assigned) or context.owners(task),
            f"{task.complete or 0}%", task.status.label, task.task.detail or "",
        )  # fmt: skip


def _predecessor(row: int, link: Link) -> str:
    lag = link.lag
    if not lag.amount:
        return f"{row}{'' if link.type is LinkType.FS else link.type.name}"
    return f"{row}{link.type.name} {'+' if lag.amount > 0 else '-'}{abs(lag.amount)}{lag.unit}"


def _action_plan(context: Context, parties: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A row for each task that is no summary, in the order of the work breakdown."""
    plan = context.plan
    goals = {goal.id: goal.title for goal in plan.goals}
    served = {one.id: "; ".join(goals.get(goal, goal) for goal in one.goals) for one in plan.priorities}
    for task in context.leaves:
        if _is_wanted(task, parties):
            objective = context.requirement_title(task) or _parent_title(context, task)
            yield (
                served.get(task.task.priority_served or "", ""), objective, task.title, context.owners(task),
                task.finish.isoformat(), "; ".join(task.task.resources), task.task.outcome or "",
                task.status.label,
            )  # fmt: skip


def _parent_title(context: Context, task: ScheduledTask) -> str:
    breakdown = context.index.breakdown
    parent = breakdown.rows[breakdown.by_id[task.id]].parent
    return breakdown.rows[parent].task.title if parent >= 0 else ""


def _status_chart(context: Context, parties: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A row for each measure of each objective of the grants, then the measures that no grant names."""
    found = context.index.ask(outcome_measures)
    objectives = [one for grant in context.plan.grants for one in grant.objectives]
    rest = tuple(one.id for one in found.measures if not any(one.id in each.measures for each in objectives))
    groups = [(one.title, one.measures, one.explanation or "") for one in objectives]
    for title, ids, explanation in (*groups, ("", rest, "")):
        for measure in found.measures:
            if measure.id in ids and (not parties or not {*ids_of(measure.owner)}.isdisjoint(parties)):
                standing = found.standing_of(measure)
                figures = (*target_figures(measure, standing), *actual_figures(measure, standing))
                yield title, measure.title, _measure_type(measure), *figures, explanation


def _measure_type(measure: Measure) -> str:
    return f"Perkins V {measure.perkins}" if measure.perkins else "Project"


Rows = Callable[["Context", tuple[str, ...]], Iterator[tuple[str, ...]]]
_DAY: Final = CellKind.DAY
_TASKS: Final = (
    PresetColumn("Outline Level", CellKind.NUMBER), PresetColumn("Task Name"), PresetColumn("Duration"),
    PresetColumn("Start", _DAY), PresetColumn("Finish", _DAY), PresetColumn("Predecessors"),
    PresetColumn("Assigned To"), PresetColumn("% Complete"), PresetColumn("Status"), PresetColumn("Comments"),
)  # fmt: skip
_ACTIONS: Final = (
    PresetColumn("Goal"), PresetColumn("Objective"), PresetColumn("Action step"),
    PresetColumn("Responsible"),
    PresetColumn("By when", _DAY), PresetColumn("Resources"), PresetColumn("Evidence"),
    PresetColumn("Status"),
)  # fmt: skip
_STATUS: Final = (
    PresetColumn("Project Objective"), PresetColumn("Performance Measure"), PresetColumn("Measure Type"),
    *(
        PresetColumn(f"{of} {form}")
        for of in ("Target", "Actual Performance Data")
        for form in ("Raw Number", "Ratio", "%")
    ),
    PresetColumn("Explanation of Progress"),
)  # fmt: skip
PRESETS: Final[Mapping[str, tuple[str, tuple[PresetColumn, ...], Any]]] = {
    "smartsheet": ("Tasks", _TASKS, _task_sheet),
    "perkins": ("Action plan", _ACTIONS, _action_plan),
    "cami": ("Action plan", _ACTIONS, _action_plan),
    "524b": ("Project status chart", _STATUS, _status_chart),
}
