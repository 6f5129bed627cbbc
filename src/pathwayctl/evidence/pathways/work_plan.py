"""The progress of the year-one work plan: its phases, its rows, and the questions of its checklists.

A row is done when the tasks behind it are, or when every question of its checklist is answered and the
project says that it is done. A row that only says so, with neither tasks nor answers, is not done.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from pathwayctl.evidence.gap import Gap, Judgment, Question
from pathwayctl.evidence.governance.gaps import settled
from pathwayctl.evidence.pathways.work_plan_rows import SHARED_AGREEMENT, answers_of, is_owned
from pathwayctl.model.governance import Progress
from pathwayctl.model.vocabulary import Phase, Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.catalog.catalog_entry import CatalogLine
    from pathwayctl.catalog.grades_9_14 import GuideWorkPlanRow
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.pathways import WorkPlanRow
    from pathwayctl.scheduling.breakdown import Row


@cache
def row(deliverable: str) -> Question:
    """Ask whether a row of the plan has an owner, a time, answers to its questions, and its deliverable."""

    def question(index: PlanIndex) -> Judgment:
        from pathwayctl.catalog.reading import grades_9_14

        guide = next(one for one in grades_9_14().rows if one.id == deliverable)
        found = [(n, one) for n, one in enumerate(index.plan.work_plan) if one.deliverable == deliverable]
        if found:
            gaps = [tuple(_row_gaps(guide, place, one, index)) for place, one in found]
            shown = [
                text
                for (_, one), left in zip(found, gaps, strict=True)
                for text in _row_shown(guide, one, index, done=not left)
            ]
            return Judgment(tuple(dict.fromkeys(shown)), tuple(gap for left in gaps for gap in left))
        words = (row_name(guide),)
        return Judgment(gaps=(Gap("no-row", ("work_plan",), words, items=(guide,)),))

    return question


def row_name(guide: GuideWorkPlanRow) -> str:
    """A short name for a row, whose deliverable is a whole sentence: ``“Barriers removed”``."""
    return f"“{guide.id.replace('-', ' ').capitalize()}”"


def _row_shown(guide: GuideWorkPlanRow, row: WorkPlanRow, index: PlanIndex, *, done: bool) -> tuple[str, ...]:
    questions = guide.checklist.items if guide.checklist else ()
    answered = len(questions) - len(_open(guide, row, index))
    if done:
        said = "done"
    elif answered:
        said = f"{answered} of {count(len(questions), 'question')} answered"
    elif row.state is not Progress.NOT_BEGUN or any(_is_done(task, index) for task in row.tasks):
        said = "under way"
    else:
        return ()
    titles = (one.title for one in index.plan.pathways if one.id == row.pathway)
    return (f"{row_name(guide)}{next((f' for {title}' for title in titles), '')}: {said}",)


def _row_gaps(guide: GuideWorkPlanRow, place: int, row: WorkPlanRow, index: PlanIndex) -> Iterator[Gap]:
    path, noun = ("work_plan", place), "row"
    fields = () if is_owned(row, index) else ("owner",)
    fields = fields if row.due or row.tasks else (*fields, "due")
    if fields:
        yield Gap("incomplete-row", path, fields, noun, fields=fields, items=(guide,))
    left = _open(guide, row, index)
    if left:
        yield Gap("row-questions", path, ("answer",), "question", len(left), items=(guide, *left))
    waiting = [task for task in row.tasks if not _is_done(task, index)]
    if waiting:
        yield _waiting(guide, path, row, waiting, index)
    elif not row.tasks and not guide.checklist:
        has_tasks = index.tagged("focus_area", guide.focus_area)
        yield Gap("no-row-tasks", path if has_tasks else ("tasks",), ("tasks",), noun, items=(guide,))
    elif not row.tasks and row.state is not Progress.DONE:
        yield Gap("row-not-done", path, ("end",), noun, items=(guide,))


def _open(guide: GuideWorkPlanRow, row: WorkPlanRow, index: PlanIndex) -> list[CatalogLine]:
    """The questions of a row's checklist without an answer, there or in a shared agreement."""
    questions = guide.checklist.items if guide.checklist else ()
    answered = set(answers_of(row))
    if guide.id == SHARED_AGREEMENT:
        answered |= index.ask(settled)
    return [one for one in questions if one.id not in answered]


def leaves_under(index: PlanIndex, task: str) -> tuple[Row, ...]:
    """The smallest tasks of a task that are not dropped: itself, or those under it."""
    top = index.row_of(task)
    return () if top is None else tuple(row for row in index.leaves if top.index <= row.index < top.end)


def _is_done(task: str, index: PlanIndex) -> bool:
    leaves = leaves_under(index, task)
    return bool(leaves) and all(row.task.status is Status.DONE for row in leaves)


def _waiting(
    guide: GuideWorkPlanRow, path: tuple[str, int], row: WorkPlanRow, waiting: list[str], index: PlanIndex
) -> Gap:
    leaves = leaves_under(index, waiting[0])
    first = next((leaf for leaf in leaves if leaf.task.status is not Status.DONE), None)
    items = (guide, len(waiting), len(row.tasks), waiting[0])
    if first is None:
        return Gap("row-tasks-gone", path, (), "open task", len(waiting), items=items)
    return Gap("row-tasks-open", first.path, (), "open task", len(waiting), first.task, items=items)


@cache
def dates_of(phase: Phase) -> Question:
    """Ask whether a phase has a first and a last day."""

    def question(index: PlanIndex) -> Judgment:
        if any(one.phase is phase for one in index.plan.phases):
            return Judgment()
        return Judgment(gaps=(Gap("no-phase-dates", ("phases",), ("start and end dates",), items=(phase,)),))

    return question


def whole_plan(index: PlanIndex) -> Judgment:
    """Every row of the plan has an owner and a time."""
    from pathwayctl.catalog.reading import grades_9_14

    ready = {
        one.deliverable for one in index.plan.work_plan if is_owned(one, index) and (one.due or one.tasks)
    }
    left = [one for one in grades_9_14().rows if one.id not in ready]
    if not left:
        return Judgment((f"{count(len(ready), 'row')} with an owner and a time",))
    place = next((n for n, one in enumerate(index.plan.work_plan) if one.deliverable == left[0].id), None)
    path = ("work_plan",) if place is None else ("work_plan", place)
    return Judgment(gaps=(Gap("unowned-rows", path, ("owner or time",), "row", len(left), items=(left[0],)),))
