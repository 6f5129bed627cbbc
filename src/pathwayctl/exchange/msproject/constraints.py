"""Constraints that keep the dates of tasks where Microsoft Project would calculate others.

Microsoft Project calculates a task from its links and its constraint alone. Where that would give another
day than ours, the task is held back if Project would start it earlier, and held on its day if later.
"""

from __future__ import annotations

from enum import Enum

from pathwayctl.exchange.msproject.carried_links import CarriedLink, CarriedLinks, first_moment
from pathwayctl.exchange.msproject.placed_tasks import PlacedTask, Progress
from pathwayctl.exchange.msproject.terms import ConstraintType
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.quick_dataclass import dataclass


class Reason(Enum):
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
    reason: Reason = Reason.NONE


def constraints_of(links: CarriedLinks) -> tuple[Constraint, ...]:
    """What keeps each task of a file on its day, if its links do not."""
    tasks = links.placed.tasks
    asked = [(task.start, task.start) if task.is_summary else links.asked(task) for task in tasks]
    late = _as_late_as_possible(links, asked)
    return tuple(
        Constraint(ConstraintType.AS_LATE_AS_POSSIBLE, None, Reason.STATED)
        if task.place in late
        else _constraint(links, task, *asked[task.place])
        for task in tasks
    )


def _is_loose(task: PlacedTask) -> bool:
    return task.progress in (Progress.PLANNED, Progress.HELD)


def _constraint(links: CarriedLinks, task: PlacedTask, early: int, late: int) -> Constraint:
    if task.progress is Progress.HELD:
        return Constraint(ConstraintType.MUST_START_ON, task.start, Reason.STATED)
    if task.progress is not Progress.PLANNED:
        return Constraint()
    if late > task.start:
        return Constraint(ConstraintType.MUST_START_ON, task.start, Reason.FIXED)
    stated = _not_before(links, task)
    if early == task.start:
        if stated is None:
            return Constraint()
        return Constraint(ConstraintType.START_NO_EARLIER_THAN, stated, Reason.STATED)
    reason = Reason.STATED if stated == task.start else Reason.HELD_BACK
    if _is_late(links, task):
        reason = Reason.LATE
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


def _is_late(links: CarriedLinks, task: PlacedTask) -> bool:
    return any(one.task.as_late_as_possible for one in links.placed.around(task))


def _as_late_as_possible(links: CarriedLinks, asked: list[tuple[int, int]]) -> set[int]:
    """The places of tasks that Project finds the same day for when it puts them off itself.

    They lead to the finish of the project or to a fixed task without a gap. In a plan where something is late
    already, or has begun in another order than its links say, Project counts late dates in its own way.
    """
    placed = links.placed
    late = {
        task.place for task in placed.tasks if task.progress is Progress.PLANNED and _is_late(links, task)
    }
    if not late or any(_is_strained(task, asked[task.place][1]) for task in placed.tasks):
        return set()
    finish = max(task.finish for task in placed.tasks)
    # Project finds its finish before it puts anything off.
    is_certain = any(
        task.finish == finish and not task.is_summary and task.place not in late for task in placed.tasks
    )
    after: dict[int, list[CarriedLink]] = {}
    for one in (link for found in links.of for link in found):
        after.setdefault(one.source, []).append(one)
    tight: set[int] = set()
    for task in sorted(placed.tasks, key=lambda one: (-one.finish, -one.start, -one.place)):
        following = (placed.tasks[one.target] for one in after.get(task.place, ()) if _is_plain(one))
        if _is_loose(task) and (
            task.progress is Progress.HELD
            or (task.finish == finish and is_certain)
            or any(one.place in tight and _follows(one, task) for one in following)
        ):
            tight.add(task.place)
    return late & tight


def _is_strained(task: PlacedTask, asked: int) -> bool:
    """Whether a task is late, or starts before its links allow, or has begun."""
    due = task.task.deadline
    is_late = due is not None and task.progress is not Progress.DONE and task.finish // 2 > due.toordinal()
    return is_late or task.progress is Progress.UNDER_WAY or asked > task.start


def _is_plain(one: CarriedLink) -> bool:
    return one.link.type is LinkType.FS and not one.link.lag.amount


def _follows(after: PlacedTask, task: PlacedTask) -> bool:
    """Whether a task starts as soon as another one is finished."""
    return after.calendar.begin(task.finish, is_milestone=after.is_milestone) == after.start
