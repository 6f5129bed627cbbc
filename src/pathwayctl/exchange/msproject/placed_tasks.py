"""The tasks of a file with the moments at which they start and finish, in the order of the outline.

Dropped tasks are left out, since nothing of a plan waits for them. A summary goes from the first start to the
last finish of those tasks in it that are in the file: that is what Microsoft Project makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from pathwayctl.exchange.msproject.task_calendars import Difference, TaskCalendar, TaskCalendars
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.closed_days import ClosedDays

if TYPE_CHECKING:
    from pathwayctl.exchange.export_source import ExportSource
    from pathwayctl.model.work import Task
    from pathwayctl.scheduling.breakdown import Row
    from pathwayctl.scheduling.schedule import Schedule, ScheduledTask


class TaskForm(Enum):
    """How far a task is, which decides what Microsoft Project takes its dates from."""

    SUMMARY = "summary"
    PLANNED = "planned"
    HELD = "held"
    UNDER_WAY = "under way"
    DONE = "done"


@dataclass(frozen=True)
class PlacedTask:
    """A task of the file. ``start`` and ``finish`` are moments (see ``task_calendars``).

    ``days`` is its duration in days of its ``calendar``, and ``remaining`` those that are still to be done.
    ``place`` is its place in the file, from 0, ``parent`` that of the summary around it (-1 for none), and
    the places from the next up to ``end`` (not included) are in it. ``outline`` is its number there.
    """

    place: int
    parent: int
    end: int
    outline: str
    dated: ScheduledTask
    form: TaskForm
    calendar: TaskCalendar
    start: int
    finish: int
    days: int
    remaining: int

    @property
    def task(self) -> Task:
        """What the plan says about it."""
        return self.dated.task

    @property
    def is_summary(self) -> bool:
        """Whether tasks of the file are in it."""
        return self.form is TaskForm.SUMMARY

    @property
    def is_milestone(self) -> bool:
        """Whether it takes no time."""
        return not self.days and not self.is_summary


@dataclass(frozen=True)
class PlacedTasks:
    """The tasks of a file in its order, the places of their ids, and the calendars that they need.

    ``dropped`` are the titles of those that are left out.
    """

    tasks: tuple[PlacedTask, ...]
    by_id: Mapping[str, int]
    calendars: TaskCalendars
    dropped: tuple[str, ...]

    def around(self, task: PlacedTask) -> Iterator[PlacedTask]:
        """A task, and the summaries that it is in."""
        yield task
        while task.parent >= 0:
            task = self.tasks[task.parent]
            yield task

    def leaves(self, task: PlacedTask) -> Iterator[PlacedTask]:
        """The tasks in a summary that are no summaries; the task itself if it is none."""
        return (one for one in self.tasks[task.place : task.end] if not one.is_summary)


def placed_tasks(source: ExportSource) -> PlacedTasks:
    """The tasks that the audience may see, with their moments."""
    shown, plan = source.shown.schedule, source.shown.plan
    calendars = TaskCalendars(plan.calendar, plan.project.start)
    placing = _TaskPlacing(source.whole.schedule, calendars, ClosedDays.of(plan))
    rows = shown.records.breakdown.rows
    kept = [row for row in rows if shown.counts(row.index)]
    places = {row.index: place for place, row in enumerate(kept)}
    counted = [0] * (len(kept) + 1)
    found: list[PlacedTask] = []
    for row in kept:
        parent = places.get(row.parent, -1)
        counted[parent] += 1
        outline = f"{found[parent].outline}.{counted[parent]}" if parent >= 0 else str(counted[parent])
        end = sum(1 for one in range(row.index, row.end) if one in places) + len(found)
        found.append(placing.task(row, shown.at(row.index), (len(found), parent, end), outline))
    _roll_up(found)
    dropped = tuple(row.task.title for row in rows if not row.is_summary and not shown.counts(row.index))
    return PlacedTasks(tuple(found), {one.dated.id: one.place for one in found}, calendars, dropped)


@dataclass(frozen=True)
class _TaskPlacing:
    """From the days of a schedule to moments. ``whole`` is the schedule with nothing left out."""

    whole: Schedule
    calendars: TaskCalendars
    closed: ClosedDays

    def task(self, row: Row, dated: ScheduledTask, where: tuple[int, int, int], outline: str) -> PlacedTask:
        """A task of the file; a summary gets its moments later, from what is in it."""
        own = self.whole.records.breakdown.by_id[dated.id]
        form = self._form(row, own)
        calendar = self._calendar(own, dated, form)
        start, finish = self._moments(own, dated, form)
        days = 0 if start == finish else calendar.length(start // 2, finish // 2)
        remaining = days
        if form is TaskForm.DONE:
            remaining = 0
        elif form is TaskForm.UNDER_WAY:
            remaining = min(days, self.whole.remaining(own))
        return PlacedTask(*where, outline, dated, form, calendar, start, finish, days, remaining)

    def _form(self, row: Row, own: int) -> TaskForm:
        if row.is_summary:
            return TaskForm.SUMMARY
        if self.whole.records.breakdown.rows[own].is_summary:  # nothing in it may be seen
            return TaskForm.PLANNED
        if self.whole.is_done(own):
            return TaskForm.DONE
        if self.whole.is_under_way(own):
            return TaskForm.UNDER_WAY
        return TaskForm.HELD if self.whole.is_held(own) else TaskForm.PLANNED

    def _moments(self, own: int, dated: ScheduledTask, form: TaskForm) -> tuple[int, int]:
        """The start and the finish; a milestone is at the beginning or at the end of its day."""
        start, finish = 2 * dated.start.toordinal(), 2 * dated.finish.toordinal() + 1
        if dated.kind != "milestone" or form in (TaskForm.UNDER_WAY, TaskForm.SUMMARY):
            return start, finish
        if form is TaskForm.DONE:
            return (finish, finish) if dated.start == dated.finish else (start, finish)
        return (start, start) if self.whole.is_morning(own) else (finish, finish)

    def _calendar(self, own: int, dated: ScheduledTask, form: TaskForm) -> TaskCalendar:
        """The calendar in which the days of a task are in a row."""
        event = self.whole.event(own) if form is TaskForm.HELD else None
        if event is not None and event.runs_through:
            return self.calendars.of(Difference(every_day=True))
        if form is TaskForm.PLANNED and dated.kind == "task":
            pausing = self._pausing(dated)
            if all(pausing.is_worked(day.toordinal()) for day in (dated.start, dated.finish)):
                return pausing
        if form is TaskForm.SUMMARY:
            return self.calendars.project
        return self.calendars.opening((dated.start, dated.finish))

    def _pausing(self, dated: ScheduledTask) -> TaskCalendar:
        closed = {(first, last) for _, first, last in self.closed.of_task(dated.task)}
        return self.calendars.of(Difference(closed=tuple(sorted(closed))))


def _roll_up(found: list[PlacedTask]) -> None:
    """Set the start and finish of each summary from what is in it."""
    spans: dict[int, tuple[int, int]] = {}
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        if one.is_summary:
            start, finish = spans[place]
            days = one.calendar.length((start + 1) // 2, (finish - 1) // 2)
            found[place] = one = replace(one, start=start, finish=finish, days=days, remaining=days)
        start, finish = spans.get(one.parent, (one.start, one.finish))
        spans[one.parent] = min(start, one.start), max(finish, one.finish)
