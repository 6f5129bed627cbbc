"""What the tasks show: owners, times, what else a task needs to start, and the progress of the work.

Source: Designing a Career Pathways System, chapter 4, handout 4A part 2 (CCRS Center, 2016), and
Creating Career Pathways in Colorado (2014), step 15.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from pathwayctl.evidence.gap import WORK_OPEN, Gap, Judgment, State
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.work.open_items import actions_of
from pathwayctl.evidence.work.sufficiency import open_work
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Status
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.wording import count

SUFFICIENT: Final = ("duration", "cost", "detail", "owner", "outcome")
"""What a task needs to start, as fields of ``Task``."""


def actions(index: PlanIndex) -> Judgment:
    """There is one list of actions, each with an owner and a time (step 15)."""
    rows = index.ask(actions_of)
    if not rows:
        return Judgment(gaps=(Gap("no-tasks", ("tasks",), ("actions (none yet)",)),))
    unowned = [row for row in rows if not row.task.owner]
    untimed = [row for row in rows if not bool(row.task.duration or row.task.date or row.task.deadline)]
    ready = len(rows) - len({row.index for row in (*unowned, *untimed)})
    gaps = (
        *_loose("owner", unowned, marked("action")),
        *_loose("duration", untimed, marked("action"), "untimed-tasks"),
    )
    return Judgment(
        (phrase("{actions} with an owner and a time", actions=count(ready, "action")),) if ready else (), gaps
    )


def _loose(
    field: str, rows: Sequence[Row], noun: str = marked("task"), kind: str = "incomplete-tasks"
) -> tuple[Gap, ...]:
    """One gap for all tasks that lack the same, with the first of them as the entry."""
    if not rows:
        return ()
    first, words = rows[0], (marked("duration or date") if kind == "untimed-tasks" else field,)
    return (Gap(kind, first.path, words, noun, len(rows), first.task, (field,), tuple(rows)),)


def sufficient(index: PlanIndex) -> Judgment:
    """The work is broken down far enough: time and cost, detail, and an outcome to answer for."""
    rows = [row for row, _ in index.ask(open_work).tasks]
    gaps = (
        gap
        for field in SUFFICIENT
        for gap in _loose(field, [row for row in rows if getattr(row.task, field) is None])
    )
    return Judgment(gaps=tuple(gaps))


def watched(index: PlanIndex) -> Judgment:
    """Work has begun, and its progress is kept up to a day."""
    begun = [row for row in index.leaves if row.task.status in (Status.IN_PROGRESS, Status.DONE)]
    gaps = []
    if index.leaves and not begun:
        first = index.leaves[0]
        gaps.append(Gap("no-task-started", first.path, ("first task under way",), entry=first.task))
    if begun and not index.today:
        gaps.append(Gap("no-status-date", ("project",), ("status date",)))
    return Judgment((f"{count(len(begun), 'task')} begun or done",) if begun else (), tuple(gaps))


def begun_words(rows: Sequence[Row]) -> tuple[str, ...]:
    """What tasks show of a part of a guide: that it has begun, never that it is done."""
    done = sum(row.task.status is Status.DONE for row in rows)
    if done:
        return (phrase("{done} of {tasks}", done=done, tasks=count(len(rows), "task done", "tasks done")),)
    begun = sum(row.task.status is Status.IN_PROGRESS for row in rows)
    return (phrase("{tasks} in progress", tasks=count(begun, "task")),) if begun else ()


def open_tasks(index: PlanIndex, rows: Iterable[Row]) -> tuple[Row, ...]:
    """Those of the tasks that are not done, earliest first."""
    waiting = [row for row in rows if row.task.status is not Status.DONE]
    return tuple(sorted(waiting, key=lambda row: _start(index, row)))


def _start(index: PlanIndex, row: Row) -> date:
    dated = index.scheduled(row)
    return date.max if dated is None else dated.start


def with_tasks(index: PlanIndex, judged: Judgment, rows: Sequence[Row]) -> Judgment:
    """Add what the tasks of a part show, and a gap while one of them is open.

    There is no such gap where a known one is about the first open task already.
    """
    shown, waiting = (*judged.shown, *begun_words(rows)), open_tasks(index, rows)
    if not waiting or any(gap.path == waiting[0].path for gap in judged.gaps):
        return Judgment(shown, judged.gaps)
    first = waiting[0]
    is_recorded = judged.state in (State.DONE, State.WORK_OPEN)
    gap = Gap(
        WORK_OPEN if is_recorded else "open-tasks", first.path, (), "open task", len(waiting), first.task
    )
    return Judgment(shown, (*judged.gaps, gap))
