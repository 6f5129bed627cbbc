"""How much work a task is and how much of it is done, in days of one person, and its assignments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from pathwayctl.exchange.msproject.elements import at, decimal, put, span
from pathwayctl.exchange.msproject.placed_tasks import PlacedTask, PlacedTasks, TaskForm
from pathwayctl.exchange.msproject.terms import UNASSIGNED_UID
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.exchange.msproject.resources_xml import CarriedResource


@dataclass(frozen=True, slots=True)
class WorkAmount:
    """The work of a task, in days of one person; ``units`` is how many people work a day.

    ``done_days`` is how much of the duration is done, in days, and ``percent`` the same of a hundred.
    """

    units: float
    total: float
    done: float
    done_days: float
    percent: int


def works(placed: PlacedTasks, resources: Mapping[str, CarriedResource]) -> list[WorkAmount]:
    """The work of each task of a file; of a summary, all in it, and its progress weighted by duration."""
    found: list[WorkAmount] = []
    for task in reversed(placed.tasks):
        if task.is_summary:
            inside = list(placed.leaves(task))
            parts = [found[len(placed.tasks) - 1 - one.place] for one in inside]
            found.append(_summary(task, inside, parts))
            continue
        units = sum(one.units for one in task.task.assigned if one.resource in resources)
        done = task.days - task.remaining
        percent = 100 if task.form is TaskForm.DONE else _percent(task, done)
        found.append(WorkAmount(units, units * task.days, units * done, done, percent))
    return found[::-1]


def _percent(task: PlacedTask, done: int) -> int:
    return 100 * done // task.days if task.days else 0


def _summary(task: PlacedTask, inside: list[PlacedTask], parts: list[WorkAmount]) -> WorkAmount:
    """Progress is weighted by duration, as Microsoft Project weights it; of milestones alone, by number."""
    days = sum(one.days for one in inside)
    if days:
        percent = int(100 * sum(part.done_days for part in parts) // days)
    else:
        percent = sum(part.percent for part in parts) // len(parts)
    total, done = sum(part.total for part in parts), sum(part.done for part in parts)
    return WorkAmount(0, total, done, task.days * percent / 100, percent)


def put_assignments(
    parent: Element,
    placed: PlacedTasks,
    resources: Mapping[str, CarriedResource],
    uids: tuple[int, ...],
    found: list[WorkAmount],
) -> None:
    """Add who does each task; progress of one that nobody is assigned to needs an assignment of no one."""
    inside = SubElement(parent, "Assignments")
    number = 0
    for task in placed.tasks:
        if task.is_summary:
            continue
        doers = [
            (resources[one.resource].uid, one.units)
            for one in task.task.assigned
            if one.resource in resources
        ]
        if not doers and found[task.place].percent:
            doers = [(UNASSIGNED_UID, 1.0)]
        for resource, units in doers:
            number += 1
            _put_assignment(inside, task, (number, uids[task.place], resource), units)
    if not number:
        parent.remove(inside)


def _put_assignment(inside: Element, task: PlacedTask, numbers: tuple[int, int, int], units: float) -> None:
    number, uid, resource = numbers
    done = task.days - task.remaining
    has_begun = task.form in (TaskForm.UNDER_WAY, TaskForm.DONE)
    percent = 100 if has_begun and not task.remaining else _percent(task, done)
    put(
        SubElement(inside, "Assignment"),
        (
            ("UID", number),
            ("TaskUID", uid),
            ("ResourceUID", resource),
            ("PercentWorkComplete", percent),
            ("ActualFinish", at(task.finish) if has_begun and not task.remaining else None),
            ("ActualStart", at(task.start) if has_begun else None),
            ("ActualWork", span(done * units)),
            ("Finish", at(task.finish)),
            ("Milestone", task.is_milestone),
            ("RemainingWork", span(task.remaining * units)),
            ("Start", at(task.start)),
            ("Units", decimal(units)),
            ("Work", span(task.days * units)),
            ("WorkContour", 0),
        ),
    )
