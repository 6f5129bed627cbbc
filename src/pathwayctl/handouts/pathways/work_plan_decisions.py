"""The lists of the year-one work plan, with the decision on each of their items.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated): 15 lists
with 75 items, each for one deliverable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.pathways.work_plan_rows import SHARED_AGREEMENT, answers_of, work_plan_rows
from pathwayctl.handouts.handout import WORK_PLAN, Handout
from pathwayctl.handouts.pathways.work_plan import pages
from pathwayctl.handouts.tables import HandoutTable, Row, table
from pathwayctl.language import phrase
from pathwayctl.model.governance import AgreementKind
from pathwayctl.model.vocabulary import FocusArea, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pathwayctl.catalog.grades_9_14 import WorkPlanGuide
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.pathways import WorkPlanRow


@dataclass(frozen=True, slots=True)
class DecidedList:
    """One list; ``open`` says how many of its items are undecided."""

    question: str
    deliverable: str
    decisions: HandoutTable
    open: str


@dataclass(frozen=True, slots=True)
class FocusAreaLists:
    """A focus area and its lists."""

    label: str
    lists: tuple[DecidedList, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The page: focus areas that have lists, in the order of the work plan."""

    areas: tuple[FocusAreaLists, ...]
    open: str


def view(context: Context, pathway: str | None = None) -> Decisions:
    """Return the decision on each item of one pathway's plan, with room to write where there is none."""
    from pathwayctl.catalog.reading import grades_9_14

    guide, rows = grades_9_14(), context.index.ask(work_plan_rows).of(pathway)
    areas = tuple(FocusAreaLists(area.label, tuple(_lists(area, guide, rows, context))) for area in FocusArea)
    items = [row for area in areas for one in area.lists for row in one.decisions]
    left = sum(not answer for _, answer in items)
    return Decisions(
        tuple(area for area in areas if area.lists),
        (
            phrase("{left} of {items} is undecided.", left=left, items=count(len(items), "item"))
            if left == 1
            else phrase("{left} of {items} are undecided.", left=left, items=count(len(items), "item"))
        )
        if left and left < len(items)
        else "",
    )


def _lists(
    area: FocusArea, guide: WorkPlanGuide, rows: Mapping[str, WorkPlanRow], context: Context
) -> Iterator[DecidedList]:
    """Yield the lists of a focus area: the guide's, each with the project's own items, and own ones."""
    for one in guide.of(area):
        own = rows.get(one.id)
        items = one.checklist.items if one.checklist else ()
        answers = _answers(one.id, own, context)
        if decided := (*((item.text, answers.get(item.id, "")) for item in items), *_own(own)):
            question = one.checklist.text if one.checklist else phrase("Our own items")
            yield _list(question, one.deliverable, decided)
    known = {one.id for one in guide.rows}
    for row in rows.values():
        if row.focus_area is area and row.deliverable not in known and row.own_items:
            yield _list(phrase("Our own items"), row.title or row.deliverable, _own(row))


def _own(row: WorkPlanRow | None) -> tuple[Row, ...]:
    return tuple((item.title, item.answer or "") for item in row.own_items) if row else ()


def _list(question: str, deliverable: str, rows: tuple[Row, ...]) -> DecidedList:
    left = sum(not answer for _, answer in rows)
    return DecidedList(
        question,
        deliverable,
        table((phrase("Item"), phrase("Decision")), rows),
        phrase("Undecided: {left} of {items}.", left=left, items=count(len(rows), "item"))
        if 0 < left < len(rows)
        else "",
    )


def _answers(deliverable: str, row: WorkPlanRow | None, context: Context) -> Mapping[str, str]:
    """Return the answers of a row; those of shared agreements fill in for its own."""
    own = answers_of(row) if row else {}
    if deliverable != SHARED_AGREEMENT:
        return own
    agreed: dict[str, str] = {
        question: answer
        for agreement in reversed(context.plan.agreements)
        if agreement.kind is AgreementKind.SHARED
        for question, answer in agreement.answers.items()
    }
    return {**agreed, **own}


HANDOUT: Final = Handout(
    "work-plan-decisions",
    "Decisions of the work plan",
    "work-plan-decisions",
    WORK_PLAN.format("lists of the proposed Year One work plan"),
    "The decision on each item of the work plan’s lists, and the items still undecided.",
    lambda context: pages(context, "work-plan-decisions", phrase("Decisions of the work plan"), view),
    guides=(Guide.GRADES_9_14,),
    sections=("work_plan",),
)
