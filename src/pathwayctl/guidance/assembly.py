"""Puts a part of a guide together: its state, what shows it, and its gaps in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pathwayctl.evidence.gap import Judgment, Question, judge
from pathwayctl.evidence.work.gaps import open_tasks, with_tasks
from pathwayctl.guidance.registry import lack_of
from pathwayctl.guidance.report import Item, OpenTask

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.vocabulary import Guide
    from pathwayctl.scheduling.breakdown import Row


def item(
    index: PlanIndex,
    guide: Guide,
    key: str,
    titles: tuple[str, str],
    questions: Iterable[Question],
    tasks: Sequence[Row] = (),
) -> Item:
    """A part of a guide, judged by questions and by its tasks; ``titles`` are its group's and its own."""
    return judged_item(index, guide, key, titles, with_tasks(index, judge(index, questions), tasks), tasks)


def judged_item(
    index: PlanIndex,
    guide: Guide,
    key: str,
    titles: tuple[str, str],
    judged: Judgment,
    tasks: Sequence[Row] = (),
) -> Item:
    """A part of a guide that is judged already."""
    group, title = titles
    lacks = tuple(lack_of(gap, index) for gap in judged.gaps)
    waiting = tuple(_open_task(row, index) for row in open_tasks(index, tasks))
    return Item(guide, key, title, group, judged.state, judged.shown, lacks, waiting)


def _open_task(row: Row, index: PlanIndex) -> OpenTask:
    dated = index.scheduled(row)
    days = (None, None) if dated is None else (dated.start, dated.finish)
    return OpenTask(row.task.id, row.task.title, *days)
