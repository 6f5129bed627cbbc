"""Tasks of Microsoft Project XML: automatic ones, with their links, constraints, progress, and baseline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from pathwayctl.exchange.msproject.carried_links import CarriedLinks
from pathwayctl.exchange.msproject.constraints import Constraint
from pathwayctl.exchange.msproject.elements import IN_DAYS, Value, at, decimal, put, short_name, span
from pathwayctl.exchange.msproject.placed_tasks import PlacedTask, TaskForm
from pathwayctl.exchange.msproject.task_notes import notes_of
from pathwayctl.exchange.msproject.terms import (
    LAG_UNITS,
    LINK_TYPES,
    NO_UID,
    TASK_ID_FIELD,
    WorkingTime,
    link_lag,
)
from pathwayctl.handouts.sharing import may_have
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.exchange.msproject.carried_links import CarriedLink
    from pathwayctl.exchange.msproject.working_hours import WorkAmount
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.vocabulary import LinkType

FIXED_DURATION: Final = 1
"""The type of a task whose duration stays when people come and go, as in our schedules."""
_PRORATED: Final = 3
_LINK_NUMBERS: Final[dict[LinkType, int]] = {kind: number for number, kind in LINK_TYPES.items()}

Fields = Iterator[tuple[str, Value | None]]


@dataclass(frozen=True)
class TaskWriter:
    """Writes the tasks of a file. ``uids`` and ``constraints`` are in the order of the tasks."""

    context: Context
    links: CarriedLinks
    uids: tuple[int, ...]
    constraints: tuple[Constraint, ...]

    def put(self, parent: Element, task: PlacedTask, work: WorkAmount) -> None:
        """Add a task, in the order of elements that the schema asks for."""
        element = SubElement(parent, "Task")
        put(element, self._identity(task))
        put(element, self._dates(task, work))
        put(element, self._progress(task, work))
        put(element, self._placement(task))
        for link in self.links.of[task.place]:
            put(SubElement(element, "PredecessorLink"), self._link(link))
        attribute = SubElement(element, "ExtendedAttribute")
        put(attribute, (("FieldID", TASK_ID_FIELD), ("Value", task.dated.id)))
        self._put_baseline(element, task, work)

    def _identity(self, task: PlacedTask) -> Fields:
        yield from (("UID", self.uids[task.place]), ("ID", task.place + 1))
        yield "Name", short_name(task.dated.title)
        yield from (("Active", True), ("Manual", False), ("Type", FIXED_DURATION), ("IsNull", False))
        yield "Contact", short_name(self.context.owners(task.dated))
        yield from (("WBS", task.dated.wbs), ("OutlineNumber", task.outline))
        yield from (("OutlineLevel", task.outline.count(".") + 1), ("Priority", task.task.priority))

    def _dates(self, task: PlacedTask, work: WorkAmount) -> Fields:
        is_milestone = task.is_milestone or task.dated.kind == "milestone"
        yield from (("Start", at(task.start)), ("Finish", at(task.finish)))
        yield from (("Duration", span(task.days)), ("DurationFormat", IN_DAYS), ("Work", span(work.total)))
        yield from (("EffortDriven", False), ("Estimated", False))
        yield from (("Milestone", is_milestone), ("Summary", task.is_summary))
        yield "Critical", task.dated.critical

    def _progress(self, task: PlacedTask, work: WorkAmount) -> Fields:
        cost = self._cost(task)
        yield "FixedCost", cost
        yield "FixedCostAccrual", None if cost is None else _PRORATED
        yield from (("PercentComplete", work.percent), ("PercentWorkComplete", work.percent))
        yield "Cost", cost
        if task.form in (TaskForm.UNDER_WAY, TaskForm.DONE):
            yield "ActualStart", at(task.start)
            if not task.remaining:
                yield "ActualFinish", at(task.finish)
        yield from (("ActualDuration", span(work.done_days)), ("ActualWork", span(work.done)))
        yield "RemainingDuration", span(task.days - work.done_days)
        yield "RemainingWork", span(work.total - work.done)

    def _cost(self, task: PlacedTask) -> str | None:
        """Its own cost in hundredths of the currency, which is how the format writes money."""
        cost = task.task.cost
        if cost is None or not may_have(self.context.audience, self.context.plan.project.costs_for):
            return None
        return decimal(cost * 100)

    def _placement(self, task: PlacedTask) -> Fields:
        constraint, own = self.constraints[task.place], task.calendar.uid
        is_assigned = bool(task.task.assigned) and not task.is_summary
        is_special = task.calendar is not self.links.placed.calendars.project
        yield "ConstraintType", constraint.type.value
        yield "CalendarUID", own if is_assigned or is_special else NO_UID
        yield "ConstraintDate", None if constraint.moment is None else at(constraint.moment)
        deadline = task.task.deadline
        yield "Deadline", None if deadline is None else at(2 * deadline.toordinal() + 1)
        yield "IgnoreResourceCalendar", is_assigned or is_special
        yield "Notes", notes_of(task.task)
        yield "PhysicalPercentComplete", task.dated.complete

    def _link(self, one: CarriedLink) -> Fields:
        lag, week = one.link.lag, self.links.placed.calendars.project.days.week
        yield "PredecessorUID", self.uids[one.source]
        yield from (("Type", _LINK_NUMBERS[one.link.type]), ("CrossProject", False))
        yield "LinkLag", link_lag(lag, WorkingTime(week=WorkingTime().day * week))
        yield "LagFormat", LAG_UNITS[lag.unit].value

    def _put_baseline(self, element: Element, task: PlacedTask, work: WorkAmount) -> None:
        days = self.context.baseline.get(task.dated.id)
        if days is None:
            return
        first, last = days
        kept = self.context.comparison.baseline.by_id.get(task.dated.id) if self.context.comparison else None
        is_milestone = kept is not None and not kept.days and kept.start is not None
        length = 0 if is_milestone else self._length(first, last)
        start = 2 * first.toordinal() + is_milestone
        finish = 2 * last.toordinal() + 1
        put(
            SubElement(element, "Baseline"),
            (
                ("Number", 0),
                ("Interim", False),
                ("Start", at(start)),
                ("Finish", at(finish)),
                ("Duration", span(length)),
                ("DurationFormat", IN_DAYS),
                ("Work", span(length * work.units)),
            ),
        )

    def _length(self, first: date, last: date) -> int:
        return self.links.placed.calendars.project.length(first.toordinal(), last.toordinal())
