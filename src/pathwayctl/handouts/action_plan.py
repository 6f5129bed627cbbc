"""The action plan: every action that is still to be done, with its owner and its date (step 15).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. The actions are
the smallest tasks of the work breakdown and what meetings have asked somebody to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, blank_rows, some, stacked, when
from pathwayctl.handouts.context import status_words
from pathwayctl.handouts.kinds import COLORADO, one_page
from pathwayctl.handouts.marked import live_by
from pathwayctl.model.vocabulary import Guide, Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.scheduling.schedule import ScheduledTask

WIDTH: Final = 6
OTHER: Final = "Actions that belong to no step"


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """The actions of one step. Columns: number, action, owner, start, date, state."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The page. ``asked``: action, owner, date, meeting that asked for it."""

    facts: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    groups: tuple[ActionGroup, ...]
    asked: tuple[Row, ...]


def view(context: Context) -> ActionPlan:
    """What is still to be done, step by step; without tasks, a table to fill in."""
    still = [task for task in context.leaves if task.status is not Status.DONE]
    done = len(context.leaves) - len(still)
    asked = tuple(_asked(context))
    return ActionPlan(
        facts=(
            ("Actions to do", str(len(still))),
            ("Actions done, and not listed", str(done)),
            ("Asked for by meetings", str(len(asked))),
        ),
        gaps=tuple(_gaps(still)),
        groups=tuple(_groups(context)) or (ActionGroup("Actions", blank_rows(WIDTH, 12)),),
        asked=asked,
    )


def _groups(context: Context) -> Iterator[ActionGroup]:
    from pathwayctl.catalog.reading import sector

    by_step = live_by(context, "step")
    for step in sector().steps:
        if rows := _rows(by_step.get(step.number, ()), context):
            yield ActionGroup(f"{step.number}. {step.title}", rows)
    placed = {task.id for tasks in by_step.values() for task in tasks}
    if rows := _rows([task for task in context.leaves if task.id not in placed], context):
        yield ActionGroup(OTHER if placed else "Actions", rows)


def _rows(tasks: Sequence[ScheduledTask], context: Context) -> tuple[Row, ...]:
    return tuple(_row(task, context) for task in tasks if task.status is not Status.DONE)


def _row(task: ScheduledTask, context: Context) -> Row:
    deadline = task.task.deadline
    due = f"Deadline {when(deadline)}" if deadline else ""
    return (
        task.wbs,
        stacked((task.title, task.task.outcome or "")),
        context.name(task.owner),
        when(task.start),
        stacked((when(task.finish), due)),
        status_words(task),
    )


def _asked(context: Context) -> Iterator[Row]:
    for meeting in context.plan.meetings:
        for action in meeting.actions:
            if not action.done:
                yield (action.title, context.name(action.owner), when(action.due), meeting.title)


def _gaps(still: list[ScheduledTask]) -> Iterator[str]:
    if unowned := [f"{task.wbs} {task.title}" for task in still if not task.owner]:
        yield f"{count(len(unowned), 'action has', 'actions have')} no owner: {some(unowned)}."
    late = [
        f"{task.wbs} {task.title}"
        for task in still
        if task.task.deadline and task.finish > task.task.deadline
    ]
    if late:
        yield f"Planned to end after the deadline: {some(late)}."


HANDOUT: Final = one_page(
    "action-plan",
    "Action plan",
    COLORADO.format("step 15"),
    "Every action that is still to be done: what, who and by when.",
    view,
    guides=(Guide.SECTOR,),
)
