"""The schedule of a plan: its tasks with dates, floats and the critical path.

The whole way from a plan to its dates is ``make_schedule``; each step is a module of its own.
"""

from __future__ import annotations

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling import daysoff, network
from pathwayctl.scheduling.breakdown import Breakdown, break_down
from pathwayctl.scheduling.critical import critical_path, margins
from pathwayctl.scheduling.listing import Listing, date_of
from pathwayctl.scheduling.network import Network, connect
from pathwayctl.scheduling.progress import work_as_of
from pathwayctl.scheduling.records import NoSchedule, Schedule, ScheduledTask
from pathwayctl.scheduling.shown import spans
from pathwayctl.scheduling.solve import solve
from pathwayctl.scheduling.totals import totals
from pathwayctl.scheduling.workdays import LAST_DAY, WorkCalendar, work_calendar

__all__ = ["NoSchedule", "Schedule", "ScheduledTask", "make_schedule"]


def make_schedule(plan: Plan, breakdown: Breakdown | None = None) -> Schedule | NoSchedule:
    """The schedule of a plan, or why there is none; the breakdown is made if it is not given.

    Any plan will do: links on unknown ids and on a task itself are passed over here, links on an id
    that stands twice mean the first task of that id, and checks report all of them.
    """
    if breakdown is None:
        breakdown = break_down(plan.tasks)
    calendar = work_calendar(plan)
    work = work_as_of(plan, breakdown, calendar)
    connected = connect(breakdown, work.live, calendar.week)
    if not isinstance(connected, Network):
        return NoSchedule(connected, None)
    solution = solve(connected, work, calendar, plan.project.finish_by)
    days = spans(connected, work, calendar, solution)
    lost = _too_far(days.shown[1], connected)
    if lost is not None:
        return NoSchedule((), breakdown.rows[lost].task.id)
    floats = margins(breakdown, connected, work, solution, plan.project.critical_float)
    sums = totals(breakdown, work, calendar.week)
    path = critical_path(breakdown, floats.critical, days.shown[0])
    listing = Listing(breakdown, work, days, floats, sums, solution.early.asked)
    return _whole(listing, path, calendar)


def _too_far(finishes: list[int], connected: Network) -> int | None:
    """The task that is the first to leave the dates there are, if any does."""
    leaves = (row for row in range(connected.size - 1) if connected.is_leaf[row])
    lost = [(finishes[row], row) for row in leaves if finishes[row] > LAST_DAY]
    return min(lost)[1] if lost else None


def _whole(listing: Listing, path: tuple[str, ...], calendar: WorkCalendar) -> Schedule:
    start = finish = calendar.day(0)
    if listing.breakdown.rows:
        starts, finishes = listing.days.shown
        start, finish = min(start, date_of(starts[-1])), date_of(finishes[-1])
    return Schedule(start, finish, path, calendar, listing)


def get_ready() -> None:
    """Load the large libraries while there is time to spare, and not when they are needed."""
    network.load()
    daysoff.load()
