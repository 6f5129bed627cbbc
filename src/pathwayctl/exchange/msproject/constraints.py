"""Constraints that keep the dates of tasks where Microsoft Project would calculate others.

Microsoft Project calculates a task from its links and its constraint alone. Where that would give another
day than ours, the task is held back if Project would start it earlier, and held on its day if later.
"""

from __future__ import annotations

from enum import Enum

from pathwayctl.exchange.msproject.carried_links import CarriedLinks, first_moment
from pathwayctl.exchange.msproject.late_tasks import is_put_off, put_off_by_project
from pathwayctl.exchange.msproject.placed_tasks import PlacedTask, TaskForm
from pathwayctl.exchange.msproject.terms import ConstraintType
from pathwayctl.quick_dataclass import dataclass


class ConstraintReason(Enum):
    """Why a task has a constraint."""

    NONE = "none"
    STATED = "stated"
    LATE = "as late as possible"
    HELD_BACK = "held back"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Constraint:
    """What holds a task besides its links: the kind, the moment, and why."""

    type: ConstraintType = ConstraintType.AS_SOON_AS_POSSIBLE
    moment: int | None = None
    reason: ConstraintReason = ConstraintReason.NONE


def constraints_of(links: CarriedLinks) -> tuple[Constraint, ...]:
    """What keeps each task of a file on its day, if its links do not."""
    tasks = links.placed.tasks
    asked = [(task.start, task.start) if task.is_summary else links.asked(task) for task in tasks]
    late = put_off_by_project(links, [latest for _, latest in asked])
    return tuple(
        Constraint(ConstraintType.AS_LATE_AS_POSSIBLE, None, ConstraintReason.STATED)
        if task.place in late
        else _constraint(links, task, *asked[task.place])
        for task in tasks
    )


def _constraint(links: CarriedLinks, task: PlacedTask, early: int, late: int) -> Constraint:
    if task.form is TaskForm.HELD:
        return Constraint(ConstraintType.MUST_START_ON, task.start, ConstraintReason.STATED)
    if task.form is not TaskForm.PLANNED:
        return Constraint()
    if late > task.start:
        return Constraint(ConstraintType.MUST_START_ON, task.start, ConstraintReason.FIXED)
    stated = _not_before(links, task)
    if early == task.start:
        if stated is None:
            return Constraint()
        return Constraint(ConstraintType.START_NO_EARLIER_THAN, stated, ConstraintReason.STATED)
    reason = ConstraintReason.STATED if stated == task.start else ConstraintReason.HELD_BACK
    if is_put_off(links, task):
        reason = ConstraintReason.LATE
    return Constraint(ConstraintType.START_NO_EARLIER_THAN, task.start, reason)


def _not_before(links: CarriedLinks, task: PlacedTask) -> int | None:
    """The moment before which the plan does not let a task start, by its own or a summary's field.

    One before the start of the project would let Project start the task there.
    """
    stated = [one.task.not_before for one in links.placed.around(task)]
    days = [day for day in stated if day is not None]
    if not days:
        return None
    moment = task.calendar.begin(2 * max(days).toordinal(), is_milestone=False)
    return moment if first_moment(links.placed) < moment <= task.start else None
