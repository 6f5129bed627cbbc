"""The schedule of a plan: its tasks with dates, floats and the critical path.

The whole way from a plan to its dates is ``make_schedule``; each step is a module of its own.
"""

from __future__ import annotations

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling import network, public_holidays
from pathwayctl.scheduling.breakdown import Breakdown, break_down
from pathwayctl.scheduling.critical import critical_path, margins
from pathwayctl.scheduling.displayed_dates import spans
from pathwayctl.scheduling.network import Network, connect
from pathwayctl.scheduling.records import NoSchedule, Schedule, ScheduledTask, Workings
from pathwayctl.scheduling.remaining_work import ends_off, work_as_of
from pathwayctl.scheduling.solve import solve
from pathwayctl.scheduling.task_records import Listing, date_of
from pathwayctl.scheduling.totals import totals
from pathwayctl.scheduling.workdays import LAST_DAY, WorkCalendar, work_calendar

__all__ = ["NoSchedule", "Schedule", "ScheduledTask", "Workings", "make_schedule", "put_down"]


def make_schedule(plan: Plan, breakdown: Breakdown | None = None) -> Schedule | NoSchedule:
    """The schedule of a plan, or why there is none; the breakdown is made if it is not given.

    Any plan will do: links on unknown ids and on a task itself are passed over here, links on an id
    that stands twice mean the first task of that id, and checks report all of them.
    """
    if breakdown is None:
        breakdown = break_down(plan.tasks)
    calendar = work_calendar(plan)
    work = work_as_of(plan, breakdown, calendar)
    connected = connect(breakdown, work.live, calendar.week, ends_off(work))
    if not isinstance(connected, Network):
        return NoSchedule(connected, None)
    solution = solve(connected, work, calendar, plan.project.finish_by)
    return put_down(plan, breakdown, calendar, Workings(connected, work, solution))


def put_down(
    plan: Plan, breakdown: Breakdown, calendar: WorkCalendar, workings: Workings
) -> Schedule | NoSchedule:
    """The schedule that boundaries come to, unless they leave the dates there are."""
    network, work, solution = workings.network, workings.work, workings.solution
    days = spans(network, work, calendar, solution)
    lost = _too_far(days.shown[1], network)
    if lost is not None:
        return NoSchedule((), breakdown.rows[lost].task.id)
    floats = margins(breakdown, network, work, solution, plan.project.critical_float)
    sums = totals(breakdown, work, calendar.week)
    path = critical_path(breakdown, floats.critical, days.shown[0])
    listing = Listing(breakdown, work, days, floats, sums, solution.early.asked)
    start = finish = calendar.day(0)
    if breakdown.rows:
        starts, finishes = days.shown
        start, finish = min(start, date_of(starts[-1])), date_of(finishes[-1])
    return Schedule(start, finish, path, calendar, listing, workings)


def _too_far(finishes: list[int], connected: Network) -> int | None:
    """The task that is the first to leave the dates there are, if any does."""
    leaves = (row for row in range(connected.size - 1) if connected.is_leaf[row])
    lost = [(finishes[row], row) for row in leaves if finishes[row] > LAST_DAY]
    return min(lost)[1] if lost else None


def get_ready() -> None:
    """Load the large libraries while there is time to spare, and not when they are needed."""
    network.load()
    public_holidays.load()
