"""The lists of the year-one work plan, with the decision on each of their items.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated): 15 lists
with 75 items, each for one deliverable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.pathways.work_plan_rows import work_plan_rows
from pathwayctl.handouts.handout import WORK_PLAN, one_page
from pathwayctl.handouts.tables import Table, table
from pathwayctl.model.governance import AgreementKind, SharedQuestion
from pathwayctl.model.vocabulary import FocusArea, Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pathwayctl.catalog.catalog_entry import Questions
    from pathwayctl.handouts.context import Context

AGREEMENT: Final = "shared-agreement"
"""The deliverable whose questions a shared agreement answers."""


@dataclass(frozen=True, slots=True)
class DecidedList:
    """One list; ``open`` says how many of its items are undecided."""

    question: str
    deliverable: str
    decisions: Table
    open: str


@dataclass(frozen=True, slots=True)
class Area:
    """A focus area and its lists."""

    label: str
    lists: tuple[DecidedList, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The page: focus areas that have lists, in the order of the work plan."""

    areas: tuple[Area, ...]
    open: str


def view(context: Context) -> Decisions:
    """Return the decision on each item, with room to write where there is none."""
    from pathwayctl.catalog.reading import grades_9_14

    guide, answers = grades_9_14(), _answers(context)
    areas = tuple(
        Area(
            area.label,
            tuple(
                _list(row.checklist, row.deliverable, answers.get(row.id, {}))
                for row in guide.of(area)
                if row.checklist
            ),
        )
        for area in FocusArea
    )
    rows = [row for area in areas for one in area.lists for row in one.decisions]
    left = sum(not answer for _, answer in rows)
    return Decisions(
        tuple(area for area in areas if area.lists),
        f"{left} of {count(len(rows), 'item')} {'is' if left == 1 else 'are'} undecided."
        if left and left < len(rows)
        else "",
    )


def _list(checklist: Questions, deliverable: str, answers: Mapping[str, str]) -> DecidedList:
    rows = tuple((item.text, answers.get(item.id, "")) for item in checklist.items)
    left = sum(not answer for _, answer in rows)
    return DecidedList(
        checklist.text,
        deliverable,
        table(("Item", "Decision"), rows),
        f"Undecided: {left} of {count(len(rows), 'item')}." if 0 < left < len(rows) else "",
    )


def _answers(context: Context) -> dict[str, Mapping[str, str]]:
    """Return the answers of each deliverable; those of shared agreements fill in for the row’s own."""
    rows = context.index.ask(work_plan_rows).by_deliverable
    answers: dict[str, Mapping[str, str]] = {key: row.answers for key, row in rows.items()}
    return {**answers, AGREEMENT: {**_agreed(context), **answers.get(AGREEMENT, {})}}


def _agreed(context: Context) -> dict[str, str]:
    """Return the answers of shared agreements; the model’s eight questions are in the guide’s order."""
    from pathwayctl.catalog.reading import grades_9_14

    items = [
        item.id
        for row in grades_9_14().rows
        if row.id == AGREEMENT and row.checklist
        for item in row.checklist.items
    ]
    by_question = dict(zip(SharedQuestion, items, strict=True))
    return {
        by_question[question]: answer
        for agreement in reversed(context.plan.agreements)
        if agreement.kind is AgreementKind.SHARED
        for question, answer in agreement.answers.items()
    }


HANDOUT: Final = one_page(
    "work-plan-decisions",
    "Decisions of the work plan",
    WORK_PLAN.format("lists of the proposed Year One work plan"),
    "The decision on each item of the work plan’s lists, and the items still undecided.",
    view,
    guides=(Guide.GRADES_9_14,),
    sections=("work_plan",),
)
