"""Handout 4B: the master schedule, as a chart and as a table.

Source: Designing a Career Pathways System, chapter 4, handout 4B (CCRS Center, 2016).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pathwayctl.evidence.followed_guides import belongs
from pathwayctl.evidence.funding import budget
from pathwayctl.evidence.schedule import missed_target
from pathwayctl.evidence.work.labels import rows_by_label
from pathwayctl.handouts.cells import NONE, bulleted, days, mark, when
from pathwayctl.handouts.context import Context, status_words
from pathwayctl.handouts.funding.grants import DUE
from pathwayctl.handouts.handout import CHAPTER_4, Handout, PageView
from pathwayctl.handouts.schedule.board_parts import shortened
from pathwayctl.handouts.schedule.gantt_chart import GanttChart, gantt
from pathwayctl.handouts.schedule.network_chart import LINK_CODES, link_words
from pathwayctl.handouts.schedule.outline_chart import outline
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, Mark, table, table_of
from pathwayctl.handouts.tagged_tasks import done_words, first_and_last
from pathwayctl.language import marked, phrase
from pathwayctl.model.project import NO_HOLIDAYS
from pathwayctl.model.vocabulary import Audience, Guide, MeetingKind
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.public_holidays import place_of
from pathwayctl.scheduling.schedule import ScheduledTask
from pathwayctl.wording import count, listed, long_day


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag with its activities, in the order of the work breakdown."""

    tag: str
    tasks: tuple[ScheduledTask, ...]


TASKS: Final[Columns[ScheduledTask]] = (
    Column("No.", lambda task, _: task.wbs, "narrow"),
    Column("Activity", lambda task, _: task.title, "wide"),
    Column("Requirement", lambda task, context: _requirement(task, context), spare=True),
    Column("Predecessors", lambda task, context: _waits_for(task, context), spare=True),
    Column("Duration", lambda task, _: _duration(task), "narrow", "right"),
    Column("Start", lambda task, _: when(task.start), "narrow"),
    Column("Finish", lambda task, _: when(task.finish), "narrow"),
    Column("Owner", lambda task, context: context.owners(task), spare=True),
    Column("Float", lambda task, _: days(task.total_float), "narrow", "right"),
    Column("Until due", lambda task, context: until_due(task, context), "narrow", "right", spare=True),
    Column("Critical", lambda task, _: mark(task.critical, marked("Critical")), "narrow"),
    Column("Status", lambda task, _: status_words(task), "narrow"),
)
MILESTONES: Final[Columns[ScheduledTask]] = (
    Column("Milestone", lambda task, _: task.title, "wide"),
    Column("No.", lambda task, _: task.wbs),
    Column("Date", lambda task, _: when(task.finish)),
    Column("Owner", lambda task, context: context.owners(task), spare=True),
    Column("Status", lambda task, _: status_words(task)),
)
NO_TAGS: Final = HandoutTable((), ())
TAGS: Final[Columns[TagRow]] = (
    Column("Tag", lambda row, _: row.tag, "narrow"),
    Column("Activities", lambda row, _: bulleted(f"{task.wbs} {task.title}" for task in row.tasks), "wide"),
    Column("Start", lambda row, _: first_and_last(row.tasks)[0], "narrow"),
    Column("Finish", lambda row, _: first_and_last(row.tasks)[1], "narrow"),
    Column("Progress", lambda row, _: done_words(row.tasks), "narrow"),
)
"""A second grouping of the activities, beside that of the work breakdown."""
FORM: Final = (
    Head(marked("No."), width="narrow"),
    Head(marked("Requirement"), width="wide"),
    Head(marked("Task"), width="wide"),
    Head(marked("Predecessors"), width="narrow"),
    Head(marked("Duration"), width="narrow"),
)
"""What a small group fills in: tasks, their sequence, and durations; dates and float follow from it."""
FORM_ROWS: Final = 18
"""The rows that fill a sheet."""
MOST_OF_REQUIREMENT: Final = 42
"""Characters of a requirement, whose whole words are on the pages of requirements."""
DETAIL_ROWS: Final = 24
"""The rows of the first chart in detail, which has a sheet for itself and its heading."""
IN_THE_TABLE: Final = marked("The table below has the same information.")
NAMED: Final = 4
"""The steps of the critical path that the chart's description names; it counts the others."""


@dataclass(frozen=True, slots=True)
class MasterSchedule:
    """The page, a form ``to_fill`` in, or only what is seen at a glance.

    The ``milestones`` include tasks with a fixed date.
    ``chart`` is the whole time on one sheet, and ``detail`` all tasks, where these are too many for that.
    ``grants`` are the due dates of deliverables and reports of grants.
    """

    facts: tuple[tuple[str, str], ...]
    late: str
    chart: GanttChart | None
    description: str
    detail: GanttChart | None
    grid: HandoutTable
    milestones: HandoutTable
    gap: str
    grants: HandoutTable = NO_TAGS
    tags: HandoutTable = NO_TAGS
    link_codes: str = ""
    to_fill: bool = False
    is_glance: bool = False


def view(context: Context) -> MasterSchedule:
    """Return the whole schedule; without tasks, a blank table to fill in."""
    tasks = context.schedule.tasks
    milestones = table_of(MILESTONES, _milestones(context), context)
    whole, short = gantt(context), outline(context)
    in_words = _outlined(short) if short else description(context)
    has_codes = any(link_words(link) for task in tasks for link in task.task.depends_on)
    return MasterSchedule(
        facts=tuple(_facts(context)),
        late=_late(context),
        chart=short or whole,
        description=f"{in_words} {phrase(IN_THE_TABLE)}" if in_words else "",
        detail=replace(whole, first_rows=DETAIL_ROWS) if whole and short else None,
        link_codes=phrase(LINK_CODES) if has_codes else "",
        grid=_grid(context),
        milestones=milestones or table(MILESTONES, blank=4),
        gap=phrase(
            "No milestones yet. To mark a point to check progress, add a task with a duration of 0 days."
        )
        if tasks and not milestones
        else "",
        grants=table_of(DUE, context.index.ask(budget).due, context),
        tags=table_of(TAGS, _tags(context), context),
    )


def blank() -> MasterSchedule:
    """Return a sheet for a small group that breaks its requirements down into tasks."""
    facts = ((phrase("Group"), ""), (phrase("Requirements"), ""))
    return MasterSchedule(facts, "", None, "", None, table(FORM, blank=FORM_ROWS), NO_TAGS, "", to_fill=True)


def _facts(context: Context) -> Iterator[tuple[str, str]]:
    schedule, project = context.schedule, context.plan.project
    yield phrase("Start"), long_day(schedule.start)
    if schedule.tasks:
        yield phrase("Finish"), long_day(schedule.finish)
    if project.finish_by:
        yield phrase("Target date"), long_day(project.finish_by)
    if schedule.tasks:
        critical = sum(task.critical for task in context.leaves)
        all_tasks = len(context.leaves)
        yield phrase("Critical tasks"), phrase("{number:,} of {all:,}", number=critical, all=all_tasks)
    if context.plan.calendar.holidays != NO_HOLIDAYS:
        yield phrase("Holidays"), _place(place_of(context.plan.calendar.holidays))
    if project.status_date:
        yield phrase("Progress as of"), long_day(project.status_date)


def _place(name: str) -> str:
    return phrase("United States") if name == "the United States" else name


def _late(context: Context) -> str:
    missed = context.index.ask(missed_target)
    if missed is None:
        return ""
    late = count(missed.days_late, "working day")
    said = marked("The schedule finishes {days} after the target date, {day}.")
    return phrase(said, days=late, day=long_day(missed.due))


def description(context: Context) -> str:
    """Describe the chart; the table below it has every bar."""
    schedule = context.schedule
    if not context.live:
        return ""
    kinds = [task.kind for task in context.live]
    parts = [
        count(kinds.count(kind), one)
        for kind, one in (
            ("task", marked("task")),
            ("milestone", marked("milestone")),
            ("summary", marked("group")),
        )
        if kind in kinds
    ]
    text = phrase(
        "A bar for each task, from {start} to {finish}: {parts}.",
        start=long_day(schedule.start),
        finish=long_day(schedule.finish),
        parts=", ".join(parts),
    )
    steps = [schedule.by_id[key] for key in schedule.critical_path]
    if steps:
        named = ", ".join(f"{task.wbs} {task.title}" for task in steps[:NAMED])
        if len(steps) > NAMED:
            more = count(len(steps) - NAMED, "more task")
            named = phrase("{tasks} and {more_tasks}", tasks=named, more_tasks=more)
        text += f" {phrase('The critical path runs through {tasks}.', tasks=named)}"
    return text


def _outlined(chart: GanttChart) -> str:
    kinds = [bar.kind for bar in chart.bars]
    groups, points = kinds.count("summary"), kinds.count("milestone")
    counted = (count(groups, "group"), count(points, "milestone"))
    shown = listed([words for words in counted if not words.startswith("0 ")])
    first, last = long_day(chart.start), long_day(chart.finish)
    return phrase("The whole time from {first} to {last}: {parts}.", first=first, last=last, parts=shown)


def _grid(context: Context) -> HandoutTable:
    tasks = context.schedule.tasks
    grid = table_of(TASKS, tasks, context, blank=10)
    return replace(grid, indents=context.indents, marks=tuple(map(_mark, tasks)))


def _tags(context: Context) -> list[TagRow]:
    """Return the tags with the activities that have them."""
    found = context.index.ask(rows_by_label)
    return [TagRow(tag, tuple(context.schedule.at(row.index) for row in rows)) for tag, rows in found.items()]


def until_due(task: ScheduledTask, context: Context) -> str:
    """Return ``19 days``, ``2 days late``, or a dash for a task without a deadline."""
    left = context.schedule.days_until_due(task)
    if left is None:
        return ""
    return days(left) if left >= 0 else phrase("{days} late", days=days(-left))


def _mark(task: ScheduledTask) -> Mark:
    if task.kind == "summary":
        return "summary"
    return "critical" if task.critical else ""


def _requirement(task: ScheduledTask, context: Context) -> str:
    return shortened(context.requirement_title(task), MOST_OF_REQUIREMENT)


def _waits_for(task: ScheduledTask, context: Context) -> str:
    """Return what a task waits for, by numbers and codes: ``1.2, 2.1 SS+2d``."""
    links = (f"{context.wbs(link.predecessor)} {link_words(link)}".rstrip() for link in task.task.depends_on)
    return ", ".join(links) or NONE


def _duration(task: ScheduledTask) -> str:
    return phrase("Milestone") if task.kind == "milestone" else days(task.duration)


def _milestones(context: Context) -> list[ScheduledTask]:
    """Return milestones and tasks with a fixed date, by date."""
    found = [task for task in context.leaves if task.kind == "milestone" or task.task.date]
    return sorted(found, key=lambda task: task.finish)


def _pages(context: Context) -> tuple[PageView, ...]:
    """Return the schedule, and a blank sheet for small groups; without tasks the schedule is blank itself."""
    whole, at_board = view(context), MeetingKind.BOARD
    page = PageView("4b", phrase("Master schedule"), whole, left_out_for=at_board)
    if not context.schedule.tasks:
        return (page,)
    planning = MeetingKind.IMPLEMENTATION
    title = phrase("Master schedule for a small group")
    sheet = PageView("4b-blank", title, blank(), Audience.PARTNERS, meeting=planning)
    is_for_groups = belongs(context.plan, (Guide.CCRS,), kinds=(planning,))
    in_words = whole.description.removesuffix(phrase(IN_THE_TABLE)).rstrip()
    glance = MasterSchedule(
        whole.facts, whole.late, whole.chart, in_words, None, NO_TAGS, NO_TAGS, "", is_glance=True
    )
    overview = PageView("4b-at-a-glance", phrase("Master schedule at a glance"), glance, meeting=at_board)
    return (page, overview, sheet) if is_for_groups else (page, overview)


HANDOUT: Final = Handout(
    "4b",
    "Master schedule",
    "4b",
    CHAPTER_4.format("handout 4B"),
    "Dates, dependencies, float, and the critical path.",
    _pages,
    "4B",
)
