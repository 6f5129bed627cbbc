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
A task held on a day off, or through days off, is an event (see ``events``) as long as it is held there: one
that has passed and has not begun is placed like any other task.
``not_before`` and ``as_late_as_possible`` of a summary hold for each task in it. Its ``date``,
duration and status do nothing: those come from what is in it.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Final

from pathwayctl.model.plan import Plan
from pathwayctl.model.project import Header
from pathwayctl.model.vocabulary import Span, Status
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.events import Event, event_of
from pathwayctl.scheduling.workdays import WorkCalendar

PLANNED: Final = 0
"""Not started: it can move."""
HELD: Final = 1
"""Held on its date: nothing moves it."""
UNDER_WAY: Final = 2
"""Started: its start is known, its remaining work can move."""
DONE: Final = 3
"""Finished on its actual dates."""
_WHOLE_WEEK: Final = 7


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
    ``events`` has the held tasks that are worked on days off.
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
    events: dict[int, Event] = field(default_factory=dict)

    def is_moment(self, row: int) -> bool:
        """Whether a row is a milestone that stands on a boundary, and has not begun or been reached."""
        return not self.duration[row] and self.form[row] <= HELD

    def is_put_off(self, row: int) -> bool:
        """Whether a row is a task that is to be done as late as possible, and can be."""
        return self.late[row] and self.live[row] and self.form[row] == PLANNED

    def is_open(self, row: int) -> bool:
        """Whether something of the row is still to be done, so that it has late dates and float."""
        return self.live[row] and self.form[row] != DONE


def ends_off(work: Work) -> list[int]:
    """The rows of events whose last day is a day off."""
    return [row for row, event in work.events.items() if event.ends_off]


def planned_days(task: Task, week: int) -> int:
    """The likely duration in the days that it counts; a task without one counts as a day."""
    if not task.duration:
        return 1
    return task.duration.likely.days(_WHOLE_WEEK if runs_through(task) else week)


def runs_through(task: Task) -> bool:
    """Whether a task counts calendar days from its date on."""
    return task.span is Span.CALENDAR and task.date is not None


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
        _place(work, task, floor, calendar, plan.project)
        if status_date and not task.tasks:
            _bring_up(work, row.index, task, status_date, calendar)
    _mark_live(work, breakdown)
    return work


def _place(work: Work, task: Task, floor: int, calendar: WorkCalendar, project: Header) -> None:
    """Add one task as planned: not before its floor, or held on its date if that has not passed."""
    row, day, status_date = len(work.form), task.date, project.status_date
    is_held = day is not None and (status_date is None or day >= status_date)
    work.form.append(HELD if is_held else PLANNED)
    work.release.append(calendar.index(day) if day and is_held else floor)
    event = event_of(task, work.duration[row], project.start, calendar)
    if event:
        work.events[row] = event
    work.remaining.append(event.length if event else work.duration[row])


def _bring_up(work: Work, row: int, task: Task, status_date: date, calendar: WorkCalendar) -> None:
    """Bring one task up to the status date."""
    today = calendar.index(status_date)
    event = work.events.pop(row, None)
    if task.status is Status.DONE:
        work.form[row] = DONE
        _note_done(work, row, task, status_date, calendar, event)
    elif task.status is Status.IN_PROGRESS or (task.status is Status.BLOCKED and task.started):
        work.form[row] = UNDER_WAY
        work.release[row] = _note_begun(work, row, task, status_date, calendar, event)
        work.remaining[row] = _remaining(task, work.duration[row], calendar.week)
        if event and not task.started and _held_by(task, status_date):
            work.remaining[row] = _remaining_of(event, work, row, task, status_date)
    elif event and event.first >= status_date.toordinal():
        work.events[row] = event
    else:
        work.release[row] = max(work.release[row], today)
        work.remaining[row] = work.duration[row]


def _note_done(
    work: Work, row: int, task: Task, status_date: date, calendar: WorkCalendar, event: Event | None
) -> None:
    """Record the actual dates of a task that is done, or derive them from those that are known."""
    days, started, finished = work.duration[row], task.started, task.finished
    begun = started or _held_by(task, status_date)
    event = event if begun and not started else None
    first = calendar.on_or_after(begun.toordinal()) if begun else None
    last = calendar.on_or_before((finished or status_date).toordinal())
    shown_last = finished.toordinal() if finished else None
    if first is None:
        first = last + 1 - days
    elif not started and not finished:
        last = min(last, event.finish - 1 if event else first + max(days, 1) - 1)
        shown_last = min(event.last, status_date.toordinal()) if event else None
    begin = max(first if days else last + 1, 0)
    if shown_last is None:
        shown_last = calendar.count(last)
    inferred = calendar.count(first) if days or begun else shown_last
    if event:
        inferred = event.first
    shown_first = started.toordinal() if started else inferred
    work.done[row] = (begin, max(begin, last + 1))
    work.actual_start[row] = shown_first
    work.actual_finish[row] = max(shown_first, shown_last)


def _note_begun(
    work: Work, row: int, task: Task, status_date: date, calendar: WorkCalendar, event: Event | None
) -> int:
    """Record when a task in progress started; return the boundary from which the rest can be done."""
    today = calendar.index(status_date)
    begun = task.started or _held_by(task, status_date)
    if not begun:
        work.began[row] = (min(work.release[row], today), today)
        return today
    first = calendar.index(begun)
    work.began[row] = (first, first)
    if task.started or event:
        work.actual_start[row] = begun.toordinal()
    return max(today, first)


def _held_by(task: Task, status_date: date) -> date | None:
    """The day a task is held on, once that has come."""
    return task.date if task.date and task.date <= status_date else None


def _remaining_of(event: Event, work: Work, row: int, task: Task, status_date: date) -> int:
    """The working days still to do of an event under way, whose days off need none."""
    if task.remaining is None and task.complete is None and event.runs_through:
        return max(event.finish - work.release[row], 0)
    return max(work.remaining[row] - (event.first == status_date.toordinal()), 0)


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
