"""Handout 4A part 2: every requirement broken down into work, and whether it is broken down far enough.

Source: Designing a Career Pathways System, chapter 4, handout 4A part 2 (CCRS Center, 2016).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pathwayctl.evidence.frameworks.requirements import requirement_gaps
from pathwayctl.evidence.work.sufficiency import sufficiency
from pathwayctl.handouts.cells import DEEPEST, NONE, estimate_in_days, estimate_words, range_words, yes_no
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.tables import (
    UNMARKED,
    Column,
    Columns,
    HandoutTable,
    Head,
    Mark,
    Row,
    table,
    table_of,
)
from pathwayctl.language import marked, phrase
from pathwayctl.model.frameworks import Requirement
from pathwayctl.model.vocabulary import Guide, ItemState, Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import ScheduledTask
from pathwayctl.wording import listed

WORK: Final = (
    Head(marked("No."), width="narrow"),
    Head(marked("Work"), width="wide"),
    Head(marked("Outcome"), width="wide"),
    Head(marked("Working days"), "right", "narrow"),
    Head(marked("Cost"), "right", "narrow"),
    marked("Owner"),
    Head(marked("Time and cost known"), width="narrow"),
    Head(marked("Enough to go ahead"), width="narrow"),
    Head(marked("Someone accountable"), width="narrow"),
)
"""The last three are the answers to the guide's questions."""
OTHERS: Final[Columns[ScheduledTask]] = (
    Column("No.", lambda task, _: task.wbs),
    Column("Work", lambda task, _: task.title, "wide"),
    Column("Owner", lambda task, context: context.owners(task), spare=False),
)


@dataclass(frozen=True, slots=True)
class RequirementWork:
    """One requirement: its facts, its tasks as a tree with a row of totals, or why there are none.

    ``detail`` is what is needed to meet it, and may contain Markdown.
    """

    number: int
    heading: str
    facts: tuple[tuple[str, str], ...]
    detail: str
    grid: HandoutTable
    gap: str
    note: str


@dataclass(frozen=True, slots=True)
class WorkBreakdown:
    """The page. ``questions`` tell when a task is small enough; ``others`` serve no requirement."""

    questions: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    requirements: tuple[RequirementWork, ...]
    blank: HandoutTable
    others: HandoutTable


def view(context: Context) -> WorkBreakdown:
    """Return a part for each requirement in the order of the plan; without any, a blank form."""
    from pathwayctl.catalog.reading import ccrs

    requirements = context.plan.requirements
    loose = [task for task in context.leaves if task.id not in context.index.requirement_of]
    return WorkBreakdown(
        questions=tuple(one.text for one in ccrs().sufficiency),
        facts=_summary(context),
        requirements=tuple(_part(item, number, context) for number, item in enumerate(requirements, 1)),
        blank=table(WORK, blank=0 if requirements else 8),
        others=table_of(OTHERS, loose, context),
    )


def _summary(context: Context) -> tuple[tuple[str, str], ...]:
    leaves = context.leaves
    ready = sum(all(sufficiency(task.task).answers) for task in leaves)
    return (
        (phrase("Requirements"), str(len(context.plan.requirements))),
        (phrase("Smallest tasks"), f"{len(leaves):,}"),
        (
            phrase("Broken down far enough"),
            phrase("{ready:,} of {number:,}", ready=ready, number=len(leaves)),
        ),
        (phrase("Cost estimated so far"), context.money(_cost(leaves))),
    )


def _part(requirement: Requirement, number: int, context: Context) -> RequirementWork:
    tasks = context.tasks_by_requirement.get(requirement.id, ())
    leaves = [task for task in tasks if task.kind != "summary" and task.status is not Status.DROPPED]
    exists = requirement.state is ItemState.EXISTS
    unserved = number - 1 in context.index.ask(requirement_gaps).unserved
    return RequirementWork(
        number=number,
        heading=phrase(
            "Requirement {number} of {number2}: {requirement}",
            number=number,
            number2=len(context.plan.requirements),
            requirement=requirement.title,
        ),
        facts=_facts(requirement, context),
        detail=requirement.detail or "",
        grid=_grid(tasks, leaves, context) if tasks else table(WORK, blank=3),
        gap=phrase("No task serves this requirement yet. What is needed to meet it?") if unserved else "",
        note=phrase("This exists already, and no work is planned for it.") if exists and not tasks else "",
    )


def _facts(requirement: Requirement, context: Context) -> tuple[tuple[str, str], ...]:
    industries = listed([context.index.industries.get(key, key) for key in requirement.frameworks])
    pairs = (
        (phrase("Area"), requirement.area.label),
        (phrase("Status"), requirement.state.label),
        (phrase("Industries"), industries),
        (phrase("Owner"), context.name(requirement.owner)),
    )
    return tuple(pair for pair in pairs if pair[1])


def _grid(tasks: Sequence[ScheduledTask], leaves: Sequence[ScheduledTask], context: Context) -> HandoutTable:
    marks: list[Mark] = ["summary" if task.kind == "summary" else UNMARKED for task in tasks]
    rows = (_row(task, context) for task in tasks)
    return table(WORK, rows, indents=_indents(tasks), marks=marks).with_total(*_totals(leaves, context))


def _indents(tasks: Sequence[ScheduledTask]) -> list[int]:
    """Return how deep each task is under those listed before it."""
    above: list[int] = []
    indents = []
    for task in tasks:
        while above and above[-1] >= task.depth:
            above.pop()
        indents.append(min(len(above), DEEPEST))
        above.append(task.depth)
    return indents


def _row(task: ScheduledTask, context: Context) -> Row:
    work = task.task
    dropped = task.status is Status.DROPPED
    unchecked = task.kind == "summary" or dropped
    return (
        task.wbs,
        phrase("{task} (dropped)", task=task.title) if dropped else task.title,
        work.outcome or "",
        _estimate(task, context.week),
        context.money(task.cost),
        context.name(work.owner),
        *([NONE] * 3 if unchecked else [yes_no(answer) for answer in sufficiency(task.task).answers]),
    )


def _estimate(task: ScheduledTask, week: int) -> str:
    if task.kind == "task":
        return estimate_words(task.task.duration, week)
    return NONE if task.kind == "summary" else phrase("Milestone")


def _totals(leaves: Sequence[ScheduledTask], context: Context) -> Row:
    answers = [sufficiency(task.task).answers for task in leaves]
    yes = [
        phrase(
            "{number} of {number2}", number=sum(answer[question] for answer in answers), number2=len(leaves)
        )
        for question in range(3)
    ]
    cost = context.money(_cost(leaves))
    return (phrase("Total"), "", "", _days(leaves, context.week), cost, "", *yes)


def _days(leaves: Sequence[ScheduledTask], week: int) -> str:
    """Return the sum of all estimates in working days: the work, not the time until it is done."""
    estimates = [estimate_in_days(task.task.duration, week) for task in leaves if task.task.duration]
    low, likely, high = (sum(estimate[part] for estimate in estimates) for part in range(3))
    return range_words(low, likely, high)


def _cost(leaves: Sequence[ScheduledTask]) -> float:
    return sum(task.task.cost or 0.0 for task in leaves)


HANDOUT: Final = one_page(
    "4a-2",
    "Pathways requirements, part 2",
    CHAPTER_4.format("handout 4A"),
    "Each requirement broken down into tasks, and whether it is broken down far enough.",
    view,
    guides=(Guide.CCRS,),
    sections=("requirements",),
)
