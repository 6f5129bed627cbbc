"""The schedule of a plan: its tasks with dates, floats, and the critical path.

``make_schedule`` leads from a plan to its dates; each step is a module of its own. ``Schedule`` answers
questions about the result. Rows are places in the work breakdown, and boundaries are counted as in
``ScheduledTask``. The arrays behind the answers are for the engine alone, through ``workings_of``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling import public_holidays
from pathwayctl.scheduling.breakdown import Breakdown, break_down
from pathwayctl.scheduling.events import Event
from pathwayctl.scheduling.network import Network, connect
from pathwayctl.scheduling.records import Listing, Records, ScheduledTask
from pathwayctl.scheduling.remaining_work import DONE, HELD, PLANNED, UNDER_WAY, ends_off, work_as_of
from pathwayctl.scheduling.solve import solve
from pathwayctl.scheduling.workdays import LAST_DAY, WorkCalendar, work_calendar
from pathwayctl.scheduling.workings import ResourceWait, Workings

__all__ = ["NoSchedule", "ResourceWait", "Schedule", "ScheduledTask", "make_schedule"]


@dataclass(frozen=True)
class Schedule:
    """A plan with its dates."""

    calendar: WorkCalendar
    records: Records
    _workings: Workings

    @property
    def start(self) -> date:
        """The project's first working day, or the day on which work actually began if that was earlier."""
        return self.records.start

    @property
    def finish(self) -> date:
        """The last day on which work is done."""
        return self.records.finish

    @property
    def critical_path(self) -> tuple[str, ...]:
        """The ids of critical tasks and milestones in order of start."""
        return self.records.critical_path

    @cached_property
    def tasks(self) -> tuple[ScheduledTask, ...]:
        """All tasks, in outline order."""
        return tuple(map(self.records.record, range(len(self.records.breakdown.rows))))

    @cached_property
    def by_id(self) -> Mapping[str, ScheduledTask]:
        """All tasks by their ids; of two with one id, the first."""
        return {id_: self.tasks[index] for id_, index in self.records.breakdown.by_id.items()}

    def at(self, row: int) -> ScheduledTask:
        """The task of one row; quicker than ``tasks`` where only a few are looked at."""
        return self.records.record(row)

    def find(self, task: str) -> ScheduledTask | None:
        """The task with an id, or ``None``."""
        index = self.records.breakdown.by_id.get(task)
        return None if index is None else self.records.record(index)

    def days(self, row: int) -> tuple[date, date]:
        """The first and last day that a task (not a summary) shows; quicker than ``at``."""
        return self.records.days(row)

    @property
    def end(self) -> int:
        """The boundary by which all work is finished."""
        return self._workings.solution.early.at[-1]

    def span(self, row: int) -> tuple[int, int]:
        """The early boundaries of a row: start and finish."""
        at = self._workings.solution.early.at
        return at[row], at[self._workings.network.size + row]

    def work_start(self, row: int) -> int:
        """The boundary from which the work of a task, or what remains of it, is done."""
        return self.span(row)[1] - self._workings.work.remaining[row]

    def release(self, row: int) -> int:
        """The boundary before which the dates of the plan, not links, keep a task from being done."""
        return self._workings.work.release[row]

    def asked(self, row: int) -> int:
        """The boundary before which links do not let what remains of a task start (0 without links)."""
        return self._workings.solution.early.asked[row]

    def duration(self, row: int) -> int:
        """The planned duration of a task in working days (calendar days for some events)."""
        return self._workings.work.duration[row]

    def remaining(self, row: int) -> int:
        """The working days of a task that are still to be done."""
        return self._workings.work.remaining[row]

    def free_float(self, row: int) -> int:
        """The free float of a task in working days."""
        return self._workings.solution.free_float[row]

    def days_until_due(self, task: ScheduledTask) -> int | None:
        """The working days from a task's finish to its deadline; less than 0 if it is late, ``None`` without.

        Total float counts to the end of the project, whatever the deadline of the task.
        """
        due = task.task.deadline
        if due is None or task.status in (Status.DONE, Status.DROPPED):
            return None
        days = self.calendar.index_before(due) - self.calendar.index_before(task.finish)
        return min(days, -1) if task.finish > due else days

    def event(self, row: int) -> Event | None:
        """How a task is held on a date with days off, if it is."""
        return self._workings.work.events.get(row)

    def counts(self, row: int) -> bool:
        """Whether a row is part of the plan: not dropped, nor a summary of dropped tasks alone."""
        return self._workings.work.live[row]

    def is_open(self, row: int) -> bool:
        """Whether a row counts and something of it is still to be done."""
        return self._workings.work.is_open(row)

    def is_planned(self, row: int) -> bool:
        """Whether a task has not started, and can move."""
        return self._workings.work.form[row] == PLANNED

    def is_held(self, row: int) -> bool:
        """Whether a task is held on its date."""
        return self._workings.work.form[row] == HELD

    def is_under_way(self, row: int) -> bool:
        """Whether a task has started, as of the status date."""
        return self._workings.work.form[row] == UNDER_WAY

    def is_done(self, row: int) -> bool:
        """Whether a task is finished, as of the status date."""
        return self._workings.work.form[row] == DONE

    def is_put_off(self, row: int) -> bool:
        """Whether a task is to be done as late as possible."""
        return self._workings.work.late[row]

    def is_morning(self, row: int) -> bool:
        """Whether a row is a milestone at the beginning of the day it shows."""
        return row in self._workings.solution.early.mornings

    @property
    def is_levelled(self) -> bool:
        """Whether it is a leveled schedule."""
        return self._workings.unlevelled is not None

    @property
    def waits(self) -> Mapping[int, ResourceWait]:
        """The rows that start later than links and dates ask for, since someone is busy or away."""
        return self._workings.waits

    def tasks_in(self, row: int) -> list[int]:
        """The tasks that count in a summary; all in it if none does; a task itself."""
        breakdown = self.records.breakdown
        inside = [one for one in range(row, breakdown.rows[row].end) if not breakdown.rows[one].is_summary]
        return [one for one in inside if self.counts(one)] or inside


def workings_of(schedule: Schedule) -> Workings:
    """The arrays of a schedule, for scheduling, levelling, and simulation."""
    return schedule._workings


@dataclass(frozen=True, slots=True)
class NoSchedule:
    """Why a plan has no dates.

    ``cycles``: rings of task ids, each waiting for the next and the last for the first, beginning with
    the one that comes first in the plan; a ring that runs through a summary has the id of the summary.
    ``too_far``: the id of the first task that cannot be dated, since the last year is 9999.
    """

    cycles: tuple[tuple[str, ...], ...]
    too_far: str | None


def make_schedule(plan: Plan, breakdown: Breakdown | None = None) -> Schedule | NoSchedule:
    """Schedule a plan, or say why it has no dates; the breakdown is made if it is not given.

    Any plan will do: links to unknown ids and of a task to itself are ignored, links to an id that is used
    twice mean the first task with it, and checks report all of them.
    """
    if breakdown is None:
        breakdown = break_down(plan.tasks)
    calendar = work_calendar(plan)
    work = work_as_of(plan, breakdown, calendar)
    connected = connect(breakdown, work.live, calendar.week, ends_off(work))
    if not isinstance(connected, Network):
        return NoSchedule(connected, None)
    solution = solve(connected, work, calendar, plan.project.finish_by)
    return dated(plan, breakdown, calendar, Workings(connected, work, solution))


def dated(
    plan: Plan, breakdown: Breakdown, calendar: WorkCalendar, workings: Workings
) -> Schedule | NoSchedule:
    """The schedule with some boundaries, unless they are past the last date."""
    listing = Listing(breakdown, calendar, workings, plan.project.critical_float)
    lost = _too_far(listing)
    if lost is not None:
        return NoSchedule((), breakdown.rows[lost].task.id)
    return Schedule(calendar, listing, workings)


def _too_far(listing: Listing) -> int | None:
    """The first task to finish past the last date, if any does."""
    early, size = listing.workings.solution.early, listing.workings.network.size
    if listing.calendar.count(max(early.at[size:])) <= LAST_DAY:
        return None
    leaves = (row for row in range(size - 1) if listing.workings.network.is_leaf[row])
    lost = [(day, row) for row in leaves if (day := listing.day_counts(row)[1]) > LAST_DAY]
    return min(lost)[1] if lost else None


def get_ready() -> None:
    """Load the library of holidays while there is time to spare, and not when it is needed."""
    public_holidays.load()
