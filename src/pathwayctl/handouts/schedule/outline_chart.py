"""Short charts of a schedule on one sheet: its groups and milestones over its whole time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pathwayctl.evidence.due_dates import due_milestones
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.schedule.board_parts import difference, share_done
from pathwayctl.handouts.schedule.gantt_chart import GanttChart, chart_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Status
from pathwayctl.scheduling.schedule import ScheduledTask

MOST_ROWS: Final = 16
"""The rows that fit on a sheet across, below a title and facts."""
MOST_GROUPS: Final = 6
"""The groups of the chart of a board report, which shares its sheet."""


def outline(context: Context) -> GanttChart | None:
    """The groups, as deep as fit, and the milestones; ``None`` if a chart of all tasks is as short."""
    dues = context.index.ask(due_milestones)
    if len(context.live) + len(dues) <= MOST_ROWS:
        return None
    top = [task for task in context.live if not task.depth]
    outlines = [one for one in _outlines(context.live) if one]
    pairs = ((one, due) for tried in (outlines, [top]) for due in (dues, ()) for one in tried)
    tasks, due = next((pair for pair in pairs if len(pair[0]) + len(pair[1]) <= MOST_ROWS), (top, ()))
    if len(tasks) == len(context.live):
        return None
    return replace(chart_of(tasks, due, context, links=False), first_rows=MOST_ROWS)


def _outlines(tasks: Sequence[ScheduledTask]) -> Iterator[list[ScheduledTask]]:
    deepest = max(task.depth for task in tasks)
    for depth in range(deepest, -1, -1):
        yield [
            task
            for task in tasks
            if task.kind == "milestone" or (task.kind == "summary" and task.depth <= depth)
        ]


def board_timeline(milestones: Sequence[ScheduledTask], context: Context) -> GanttChart | None:
    """The groups, then some milestones, each with what became of it, for a sheet that is not turned."""
    groups = board_groups(context)
    if not groups and not milestones:
        return None
    chart = chart_of([*groups, *milestones], (), context, links=False)
    rows = zip((*groups, *milestones), chart.bars, strict=True)
    bars = tuple(replace(bar, depth=0, note=_standing(task, context), deadline=None) for task, bar in rows)
    return replace(chart, bars=bars, shaded=(), upright=True, first_rows=len(bars), aside=marked("Status"))


def board_groups(context: Context) -> list[ScheduledTask]:
    """The groups of a board report: the first ones that are not done, after those that were done last."""
    groups = [task for task in context.live if task.kind == "summary" and not task.depth]
    over = [task for task in groups if task.status is Status.DONE]
    left_out = max(len(groups) - MOST_GROUPS, 0)
    gone = {task.id for task in over[: min(left_out, max(len(over) - 1, 0))]}
    return [task for task in groups if task.id not in gone][:MOST_GROUPS]


def _standing(task: ScheduledTask, context: Context) -> str:
    """Return ``40% done`` for a group, and ``Done``, ``On time``, or ``5 days later`` for a milestone."""
    if task.kind == "summary":
        return share_done(task)
    if task.status is Status.DONE:
        return task.status.label
    moved = context.comparison.of(task.id) if context.comparison else None
    if moved is None:
        return phrase("New") if context.comparison else task.status.label
    return difference(moved.finish_variance, "day")
