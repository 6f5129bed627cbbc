"""What there is to place: each task's work and what holds it, as of the status date.

Without a status date every task is placed as planned, whatever its status says. With one (retained
logic, as planners call it):

- **done** keeps its actual dates. Without ``finished`` it was done on the status date, or, if it is
  held on a ``date``, as planned from that day on; without ``started`` it took as long as planned.
- **in progress** (or blocked, with ``started``) keeps its actual start and does what remains from the
  status date on, after what it still waits for. What remains is ``remaining``, else the duration less
  ``complete``, rounded up to whole days, else all of it. Without ``started`` it began on its ``date``, if
  it has one, else when it could have begun, at the latest on the status date.
- **not started** (or blocked) does not start before the status date. A ``date`` that has passed holds nothing
  any more: the task waits for its predecessors, as if the status date were its ``not_before``.

A **dropped** task is placed as if it were planned, so that it can be shown, but nothing waits for it
and nothing counts it, with or without a status date: it is no part of the plan any more.

Dates before the project's start count as its first day in the network; they are shown as they are.
``not_before`` and ``as_late_as_possible`` of a summary hold for each task in it. Its ``date``,
duration and status do nothing: those come from what is in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.workdays import WorkCalendar

PLANNED: Final = 0
"""Not started: it can move."""
HELD: Final = 1
"""Held on its date: nothing moves it."""
UNDER_WAY: Final = 2
"""Started: its start is known, its remaining work can move."""
DONE: Final = 3
"""Finished on its actual dates."""


@dataclass(frozen=True, slots=True)
class Work:
    """What the passes place, an entry for each row; summaries have entries that nobody reads.

    ``duration`` is the work as planned and ``remaining`` what is still to be placed, in working days;
    ``release`` the boundary before which none of that can be, or where a held task stands. ``live`` is
    false for a dropped task and for a summary with nothing else in it. ``late`` marks tasks that are to
    be done as late as possible.

    ``began`` gives, for tasks under way, the earliest and the latest boundary at which they can have
    begun: the same one twice where it is known. ``done`` gives the boundaries of what is done.
    ``actual_start`` and ``actual_finish`` are day counts to be shown in place of what boundaries say.
    """

    duration: list[int] = field(default_factory=list)
    remaining: list[int] = field(default_factory=list)
    release: list[int] = field(default_factory=list)
    form: list[int] = field(default_factory=list)
    live: list[bool] = field(default_factory=list)
    late: list[bool] = field(default_factory=list)
    began: dict[int, tuple[int, int]] = field(default_factory=dict)
    done: dict[int, tuple[int, int]] = field(default_factory=dict)
    actual_start: dict[int, int] = field(default_factory=dict)
    actual_finish: dict[int, int] = field(default_factory=dict)

    def is_moment(self, row: int) -> bool:
        """Whether a row is a milestone that stands on a boundary, and has not begun or been reached."""
        return not self.duration[row] and self.form[row] <= HELD

    def is_put_off(self, row: int) -> bool:
        """Whether a row is a task that is to be done as late as possible, and can be."""
        return self.late[row] and self.live[row] and self.form[row] == PLANNED

    def is_open(self, row: int) -> bool:
        """Whether something of the row is still to be done, so that it has late dates and float."""
        return self.live[row] and self.form[row] != DONE


def planned_days(task: Task, week: int) -> int:
    """The likely duration in working days; a task without one counts as a day."""
    return task.duration.likely.days(week) if task.duration else 1


def work_as_of(plan: Plan, breakdown: Breakdown, calendar: WorkCalendar) -> Work:
    """The work of a plan as of its status date, if it has one."""
    work = Work()
    status_date = plan.project.status_date
    floors: list[int] = []
    for row in breakdown.rows:
        task = row.task
        floor = calendar.index(task.not_before) if task.not_before else 0
        late = task.as_late_as_possible
        if row.parent >= 0:
            floor = max(floor, floors[row.parent])
            late = late or work.late[row.parent]
        floors.append(floor)
        work.late.append(late)
        work.duration.append(0 if task.tasks else planned_days(task, calendar.week))
        _place(work, task, floor, calendar, status_date)
        if status_date and not task.tasks:
            _bring_up(work, row.index, task, status_date, calendar)
    _mark_live(work, breakdown)
    return work


def _place(work: Work, task: Task, floor: int, calendar: WorkCalendar, status_date: date | None) -> None:
    """Add one task as planned: not before its floor, or held on its date if that has not passed."""
    has_passed = task.date is not None and status_date is not None and task.date < status_date
    is_held = task.date is not None and not has_passed
    work.form.append(HELD if is_held else PLANNED)
    work.release.append(calendar.index(task.date) if task.date and is_held else floor)
    work.remaining.append(work.duration[-1])


def _bring_up(work: Work, row: int, task: Task, status_date: date, calendar: WorkCalendar) -> None:
    """Bring one task up to the status date."""
    today = calendar.index(status_date)
    if task.status is Status.DONE:
        work.form[row] = DONE
        _note_done(work, row, task, status_date, calendar)
    elif task.status is Status.IN_PROGRESS or (task.status is Status.BLOCKED and task.started):
        work.form[row] = UNDER_WAY
        work.remaining[row] = _remaining(task, work.duration[row], calendar.week)
        work.release[row] = _note_begun(work, row, task, status_date, calendar)
    else:
        work.release[row] = max(work.release[row], today)


def _note_done(work: Work, row: int, task: Task, status_date: date, calendar: WorkCalendar) -> None:
    """Put down the actual dates of a task that is done, or what follows from those that are known."""
    days, started, finished = work.duration[row], task.started, task.finished
    begun = started or _held_by(task, status_date)
    first = calendar.on_or_after(begun.toordinal()) if begun else None
    last = calendar.on_or_before((finished or status_date).toordinal())
    if first is None:
        first = last + 1 - days
    elif not started and not finished:
        last = min(last, first + max(days, 1) - 1)
    begin = max(first if days else last + 1, 0)
    shown_last = finished.toordinal() if finished else calendar.count(last)
    inferred = calendar.count(first) if days or begun else shown_last
    shown_first = started.toordinal() if started else inferred
    work.done[row] = (begin, max(begin, last + 1))
    work.actual_start[row] = shown_first
    work.actual_finish[row] = max(shown_first, shown_last)


def _note_begun(work: Work, row: int, task: Task, status_date: date, calendar: WorkCalendar) -> int:
    """Put down when a task under way began; gives the boundary from which the rest can be done."""
    today = calendar.index(status_date)
    begun = task.started or _held_by(task, status_date)
    if not begun:
        work.began[row] = (min(work.release[row], today), today)
        return today
    first = calendar.index(begun)
    work.began[row] = (first, first)
    if task.started:
        work.actual_start[row] = task.started.toordinal()
    return max(today, first)


def _held_by(task: Task, status_date: date) -> date | None:
    """The day a task is held on, once that has come."""
    return task.date if task.date and task.date <= status_date else None


def _remaining(task: Task, duration: int, week: int) -> int:
    """The working days still to do of a task under way."""
    if task.remaining is not None:
        return task.remaining.days(week)
    return -(-duration * (100 - (task.complete or 0)) // 100)


def _mark_live(work: Work, breakdown: Breakdown) -> None:
    """Tell which rows bind others and count: what is not dropped, and summaries with such tasks in them."""
    rows = breakdown.rows
    work.live.extend(not row.is_summary and row.task.status is not Status.DROPPED for row in rows)
    for row in reversed(rows):
        if row.parent >= 0 and work.live[row.index]:
            work.live[row.parent] = True
