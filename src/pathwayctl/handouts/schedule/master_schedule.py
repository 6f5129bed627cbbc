"""Handout 4B: the master schedule, as a chart and as a table.

Source: Designing a Career Pathways System, chapter 4, handout 4B (CCRS Center, 2016).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.schedule import missed_target
from pathwayctl.handouts.cells import Grid, Row, blank_rows, days, mark, when
from pathwayctl.handouts.context import status_words
from pathwayctl.handouts.handout import CHAPTER_4, Handout, PageView
from pathwayctl.handouts.schedule.gantt_chart import GanttChart, gantt
from pathwayctl.model.project import NO_HOLIDAYS
from pathwayctl.model.vocabulary import Audience
from pathwayctl.scheduling.public_holidays import place_of
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.scheduling.schedule import ScheduledTask

WIDTH: Final = 11
MILESTONE_WIDTH: Final = 5
FORM_WIDTH: Final = 6
FORM_ROWS: Final = 18
"""The rows that fill a sheet."""
NAMED: Final = 4
"""The steps of the critical path that the chart's description names; it counts the others."""


@dataclass(frozen=True, slots=True)
class MasterSchedule:
    """The page.

    ``grid``: number, activity, requirement, predecessors, duration, start, finish, owner, float, critical,
    status. ``milestones``, including tasks with a fixed date: milestone, number, date, owner, status. A row
    of a form ``to_fill`` in: number, task, requirement, predecessors, duration, owner; dates and float
    follow from these.
    """

    facts: tuple[tuple[str, str], ...]
    late: str
    chart: GanttChart | None
    description: str
    grid: Grid
    milestones: tuple[Row, ...]
    gap: str
    to_fill: bool = False


def view(context: Context) -> MasterSchedule:
    """The whole schedule; without tasks, a blank table to fill in."""
    tasks = context.schedule.tasks
    milestones = tuple(_milestones(context))
    return MasterSchedule(
        facts=tuple(_facts(context)),
        late=_late(context),
        chart=gantt(context),
        description=description(context),
        grid=_grid(context) if tasks else Grid(blank_rows(WIDTH, 10)),
        milestones=milestones or blank_rows(MILESTONE_WIDTH),
        gap="No milestones yet. To mark a point to check progress, add a task with a duration of 0 days."
        if tasks and not milestones
        else "",
    )


def blank() -> MasterSchedule:
    """A sheet for a small group that breaks its requirements down into tasks."""
    facts = (("Group", ""), ("Requirements", ""))
    return MasterSchedule(facts, "", None, "", Grid(blank_rows(FORM_WIDTH, FORM_ROWS)), (), "", to_fill=True)


def _facts(context: Context) -> Iterator[tuple[str, str]]:
    schedule, project = context.schedule, context.plan.project
    yield "Start", long_day(schedule.start)
    if schedule.tasks:
        yield "Finish", long_day(schedule.finish)
    if project.finish_by:
        yield "Target date", long_day(project.finish_by)
    if schedule.tasks:
        critical = sum(task.critical for task in context.leaves)
        yield "Critical", f"{critical:,} of {count(len(context.leaves), 'task')}"
    if context.plan.calendar.holidays != NO_HOLIDAYS:
        yield "Holidays", place_of(context.plan.calendar.holidays)
    if project.status_date:
        yield "Progress as of", long_day(project.status_date)


def _late(context: Context) -> str:
    missed = context.index.ask(missed_target)
    if missed is None:
        return ""
    late = count(missed.days_late, "working day")
    return f"The schedule finishes {late} after the target date, {long_day(missed.due)}."


def description(context: Context) -> str:
    """The chart in words; the table below it has every bar."""
    schedule = context.schedule
    if not context.live:
        return ""
    kinds = [task.kind for task in context.live]
    parts = [
        count(kinds.count(kind), one)
        for kind, one in (("task", "task"), ("milestone", "milestone"), ("summary", "group"))
        if kind in kinds
    ]
    span = f"from {long_day(schedule.start)} to {long_day(schedule.finish)}"
    text = f"A bar for each task, {span}: {', '.join(parts)}."
    steps = [schedule.by_id[key] for key in schedule.critical_path]
    if steps:
        named = ", ".join(f"{task.wbs} {task.title}" for task in steps[:NAMED])
        more = f" and {count(len(steps) - NAMED, 'more task')}" if len(steps) > NAMED else ""
        text += f" The critical path runs through {named}{more}."
    return f"{text} The table below has the same information."


def _grid(context: Context) -> Grid:
    tasks = context.schedule.tasks
    return Grid(
        rows=tuple(_row(task, context) for task in tasks),
        indents=context.indents,
        marks=tuple(_mark(task) for task in tasks),
    )


def _mark(task: ScheduledTask) -> str:
    if task.kind == "summary":
        return "summary"
    return "critical" if task.critical else ""


def _row(task: ScheduledTask, context: Context) -> Row:
    return (
        task.wbs,
        task.title,
        context.requirement_title(task),
        context.waits_for(task),
        "Milestone" if task.kind == "milestone" else days(task.duration),
        when(task.start),
        when(task.finish),
        context.name(task.owner),
        days(task.total_float),
        mark(task.critical, "Critical"),
        status_words(task),
    )


def _milestones(context: Context) -> Iterator[Row]:
    """Milestones and tasks with a fixed date, by date."""
    key = [task for task in context.leaves if task.kind == "milestone" or task.task.date]
    for task in sorted(key, key=lambda task: task.finish):
        yield (task.title, task.wbs, when(task.finish), context.name(task.owner), status_words(task))


def _pages(context: Context) -> tuple[PageView, ...]:
    """The schedule, and a blank sheet for small groups; without tasks the schedule is blank itself."""
    page = PageView("4b", "Master schedule", view(context))
    sheet = PageView("4b-blank", "Master schedule for a small group", blank(), Audience.PARTNERS)
    return (page, sheet) if context.schedule.tasks else (page,)


HANDOUT: Final = Handout(
    "4b",
    "Master schedule",
    "4b",
    CHAPTER_4.format("handout 4B"),
    "Dates, dependencies, float, and the critical path.",
    _pages,
    "4B",
)
