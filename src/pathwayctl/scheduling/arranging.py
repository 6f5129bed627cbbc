"""Plans written out for the engine: recurring tasks, windows, and organizations with days off of their own.

The engine places each task as early as links allow, on the working days of the project. Here a plan is
brought into that form before it is scheduled. Plans that use none of this are not touched.

- A recurring task becomes a summary of its occurrences (see ``recurring_tasks``).
- A task that produces a report or a deliverable of a grant has the day on which that is due as its deadline.
- A **window** becomes a ``not_before`` and a ``deadline``. If people are assigned, it starts on the first
  day of the window on which they have room for all of it, so that the first days are not overloaded; if
  there is none, on the day that overloads them least.
- A task pauses while one of those who do it is **closed**: it gets as many days longer.

Each depends on when other tasks are done, so all of it is repeated until nothing moves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, Final

from pathwayctl.model.plan import Plan
from pathwayctl.model.values import Assignment, Duration, Estimate
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.assignees import Assignees
from pathwayctl.scheduling.breakdown import Breakdown, break_down
from pathwayctl.scheduling.closed_days import ClosedDays
from pathwayctl.scheduling.givers import Giver, givers, thousandths
from pathwayctl.scheduling.loads import needs
from pathwayctl.scheduling.pauses import Pause, pause
from pathwayctl.scheduling.recurring_tasks import written_out
from pathwayctl.scheduling.schedule import Schedule, make_schedule, workings_of
from pathwayctl.scheduling.workdays import WorkCalendar, work_calendar

_ROUNDS: Final = 12
"""So often everything is placed again; a chain of windows settles link by link."""
_MOST_STARTS: Final = 400
"""The first days of a window that are looked at."""

Changes = dict[int, dict[str, Any]]
"""The fields of tasks that change, by their rows."""


def arranged(plan: Plan, breakdown: Breakdown) -> tuple[Plan, Breakdown]:
    """The plan as the engine takes it, with its breakdown; the same ones if there is nothing to do."""
    if any(row.task.every is not None for row in breakdown.rows):
        calendar = work_calendar(plan)
        found = {row.index: written_out(row.task, plan, calendar) for row in breakdown.rows if row.task.every}
        plan, breakdown = _with_tasks(plan, breakdown, found)
    closed = ClosedDays.of(plan)
    plan, breakdown = _changed(plan, breakdown, _grant_deadlines(plan, breakdown))
    if any(row.task.window is not None for row in breakdown.rows):
        plan, breakdown = _changed(plan, breakdown, _bounds(breakdown))
    elif not closed:
        return plan, breakdown
    return _placed(plan, breakdown, closed)


def _grant_deadlines(plan: Plan, breakdown: Breakdown) -> Changes:
    """The deadlines of tasks that produce what a grant requires: the day on which that is due."""
    found: Changes = {}
    required: list[tuple[str | None, date | None, date | None]] = []
    for grant in plan.grants:
        required += [(one.task, one.due, one.submitted) for one in grant.reports]
        required += [(one.task, one.due, one.delivered) for one in grant.deliverables]
    for name, due, done in required:
        row = breakdown.by_id.get(name or "")
        if row is not None and due is not None and done is None:
            own = found.get(row, {}).get("deadline") or breakdown.rows[row].task.deadline or due
            found[row] = {"deadline": min(own, due)}
    return found


def _bounds(breakdown: Breakdown) -> Changes:
    """The first and last days of windows as the fields that the engine knows."""
    found: Changes = {}
    for row in breakdown.rows:
        task = row.task
        if task.window is not None and task.date is None:
            found[row.index] = {
                "not_before": task.not_before or task.window.first,
                "deadline": task.deadline or task.window.last,
            }
    return found


def _placed(plan: Plan, breakdown: Breakdown, closed: ClosedDays) -> tuple[Plan, Breakdown]:
    """The plan with its windows and pauses placed."""
    changes: Changes = {}
    here, rows = plan, breakdown
    first: Schedule | None = None
    for number in range(_ROUNDS):
        schedule = make_schedule(here, rows)
        if not isinstance(schedule, Schedule):
            return plan, breakdown
        first = first or schedule
        found = _Placing(plan, breakdown, first, schedule, closed, number >= _ROUNDS // 2).changes()
        if found == changes:
            break
        changes = found
        here, rows = _changed(plan, breakdown, changes)
    if first is None or not closed:
        return here, rows
    worked = {row.index: first.remaining(row.index) for row in rows.rows if closed.of_task(row.task)}
    return here, replace(rows, worked=worked)


@dataclass(frozen=True)
class _Placing:
    """One round: where tasks are to start, and how much longer they take, with the others as scheduled.

    ``first`` is the schedule without any changes, ``now`` the one with those of the round before. If it
    ``settles``, no task that pauses starts earlier than in that round, so that the rounds come to an end.
    """

    plan: Plan
    breakdown: Breakdown
    first: Schedule
    now: Schedule
    closed: ClosedDays
    settles: bool

    def changes(self) -> Changes:
        """The fields of the tasks that are to start elsewhere, or take longer."""
        rows = self.breakdown.rows
        loose = [row.index for row in rows if self._is_loose(row.index)]
        people = givers(self.plan, self.calendar, self.now.finish)
        used = self._used(frozenset(loose))
        found: Changes = {}
        for row in sorted(loose, key=self._order):
            start = self._first_with_room(row, people, used)
            self._use(row, start, used)
            if start > self.first.release(row):
                found[row] = {"not_before": self.calendar.day(start)}
        for one in rows:
            if not one.is_summary and (paused := self._paused(one.index, one.task, found)):
                found[one.index] = {**found.get(one.index, {}), **paused}
        return found

    @cached_property
    def assignees(self) -> Assignees:
        """The people and the teams of the plan."""
        return Assignees.of(self.plan)

    @property
    def calendar(self) -> WorkCalendar:
        return self.now.calendar

    def _is_loose(self, row: int) -> bool:
        """Whether a task has a window in which it can be moved to where people have room."""
        task = self.breakdown.rows[row].task
        is_whole = not task.tasks and bool(task.assigned) and self.first.remaining(row) > 0
        return is_whole and task.window is not None and task.date is None and self.first.is_planned(row)

    def _order(self, row: int) -> tuple[int, date, int]:
        task = self.breakdown.rows[row].task
        return self._earliest(row), task.deadline or date.max, row

    def _earliest(self, row: int) -> int:
        return max(self.now.asked(row), self.first.release(row))

    def _used(self, loose: frozenset[int]) -> dict[tuple[str, int], int]:
        """What everyone is needed for on each working day by the tasks that do not move."""
        used: dict[tuple[str, int], int] = defaultdict(int)
        for name, wanted in needs(self.plan, self.now).working.items() if loose else ():
            for begin, end, units, row in wanted:
                for day in range(begin, end) if row not in loose else ():
                    used[name, day] += units
        return used

    def _use(self, row: int, start: int, used: dict[tuple[str, int], int]) -> None:
        for one in self._doers(row):
            for day in range(start, start + self.first.remaining(row)):
                used[one.resource, day] += thousandths(one.units)

    def _first_with_room(
        self, row: int, people: Mapping[str, Giver], used: Mapping[tuple[str, int], int]
    ) -> int:
        task, earliest, days = self.breakdown.rows[row].task, self._earliest(row), self.first.remaining(row)
        last = self.calendar.index_before(task.deadline or date.max) + 1 - days
        best, least, doers = earliest, -1, self._doers(row)
        for start in range(earliest, min(last, earliest + _MOST_STARTS) + 1):
            excess = sum(
                _excess(people.get(one.resource), thousandths(one.units), range(start, start + days), used)
                for one in doers
            )
            if not excess:
                return start
            if least < 0 or excess < least:
                best, least = start, excess
        return best

    def _doers(self, row: int) -> tuple[Assignment, ...]:
        """Who does a task, of teams those who are there where it stands now."""
        return self.assignees.of_task(self.breakdown.rows[row].task, *self.now.days(row))

    def _paused(self, row: int, task: Task, found: Changes) -> dict[str, Any]:
        """The start and the length of a task that pauses while one of those who do it is closed."""
        is_under_way = self.first.is_under_way(row)
        closed = self.closed.of_task(task) if is_under_way or self.first.is_planned(row) else ()
        days = self.first.remaining(row)
        if not closed or not days:
            return {}
        asked = self._earliest(row)
        if self.settles and not is_under_way:
            asked = max(asked, self.now.release(row))
        if day := found.get(row, {}).get("not_before"):
            asked = max(asked, self.calendar.index(day))
        pauses = pause(closed, self.calendar, days)
        start = pauses.begin(asked)
        end = pauses.finish(start)
        if self.first.is_put_off(row) and not is_under_way:
            latest = workings_of(self.now).solution.late_finish[row]
            if pauses.begin_by(latest) > start:
                return self._put_off(row, task, pauses, latest)
        more = end - start - days
        if is_under_way:
            more += start - asked
            return {"remaining": Duration(days + more, "d")} if more else {}
        longer = _longer(task, more, self.calendar.week) if more else {}
        return {**({"not_before": self.calendar.day(start)} if start > asked else {}), **longer}

    def _put_off(self, row: int, task: Task, pauses: Pause, latest: int) -> dict[str, Any]:
        """The same for one that is done as late as possible: it is kept at its last place by its late finish.

        If a summary puts it off, that cannot be undone here, and a closure at its end counts as a pause.
        """
        start, rows = pauses.begin_by(latest), self.breakdown.rows
        above = rows[row].parent
        while above >= 0 and not rows[above].task.as_late_as_possible:
            above = rows[above].parent
        end = pauses.finish(start) if above < 0 else latest
        longer = _longer(task, end - start - pauses.days, self.calendar.week)
        return {"not_before": self.calendar.day(start), "as_late_as_possible": False, **longer}


def _excess(giver: Giver | None, units: int, days: range, used: Mapping[tuple[str, int], int]) -> int:
    """By how much a task would overload someone, over all its days; on leave they can give nothing."""
    if giver is None:
        return 0
    total = 0
    for day in days:
        is_away = any(begin <= day < end for begin, end in giver.leave)
        total += max(0, used.get((giver.id, day), 0) + units - (0 if is_away else giver.capacity))
    return total


def _longer(task: Task, more: int, week: int) -> dict[str, Any]:
    """The duration of a task with so many days more in each of its three estimates."""
    one = Duration(1, "d")
    known = task.duration or Estimate(one, one, one)
    days = [Duration(part.days(week) + more, "d") for part in (known.low, known.likely, known.high)]
    return {"duration": Estimate(*days)}


def _changed(plan: Plan, breakdown: Breakdown, changes: Changes) -> tuple[Plan, Breakdown]:
    rows = breakdown.rows
    return _with_tasks(
        plan, breakdown, {row: rows[row].task.model_copy(update=fields) for row, fields in changes.items()}
    )


def _with_tasks(plan: Plan, breakdown: Breakdown, tasks: Mapping[int, Task]) -> tuple[Plan, Breakdown]:
    """The plan with other tasks in some rows, and so with other summaries around them."""
    if not tasks:
        return plan, breakdown
    rows = breakdown.rows
    new = [tasks.get(row.index, row.task) for row in rows]
    inside: dict[int, list[int]] = {}
    for row in rows:
        inside.setdefault(row.parent, []).append(row.index)
    touched = {rows[row].parent for row in tasks}
    for row in reversed(rows):
        if row.index in touched:
            parts = tuple(new[child] for child in inside[row.index])
            new[row.index] = new[row.index].model_copy(update={"tasks": parts})
            touched.add(row.parent)
    plan = plan.model_copy(update={"tasks": tuple(new[row] for row in inside[-1])})
    return plan, break_down(plan.tasks)
