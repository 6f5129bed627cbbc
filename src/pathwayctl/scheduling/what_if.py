"""Schedule a plan with a small change, by changing copies of the engine's lists and placing all tasks again.

The result is a whole schedule: its tasks, links, dates, and floats are those of the changed plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from enum import StrEnum

from pathwayctl.model.plan import Plan
from pathwayctl.model.values import Duration, Estimate, Lag
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown, Row
from pathwayctl.scheduling.drivers import TO_FINISH, value_of
from pathwayctl.scheduling.events import event_of
from pathwayctl.scheduling.network import Network, Sources, connect
from pathwayctl.scheduling.records import Listing
from pathwayctl.scheduling.remaining_work import HELD, PLANNED, UNDER_WAY, Work, ends_off
from pathwayctl.scheduling.schedule import Schedule, workings_of
from pathwayctl.scheduling.solve import solve
from pathwayctl.scheduling.workdays import WorkCalendar
from pathwayctl.scheduling.workings import Workings


class SpeedupKind(StrEnum):
    """What is changed, as in the JSON output."""

    SHORTEN = "shorten"
    """A task takes a working day less; one under way has a day less remaining."""
    LAG = "lag"
    """A lag is a day shorter, a calendar day if it is an elapsed one."""
    DATE = "date"
    """A task is held a working day earlier."""
    NOT_BEFORE = "not_before"
    """The ``not_before`` of a task or a summary is a working day earlier."""


@dataclass(frozen=True, slots=True)
class Speedup:
    """One day less: of what, on which row, and for a lag in which of its links, in the order written."""

    kind: SpeedupKind
    row: int
    place: int = 0


@dataclass(frozen=True, slots=True)
class Altered:
    """The breakdown and the work of a changed plan, to be placed again.

    ``release`` has the boundaries before which tasks are not placed. ``lags`` are the changes of lags,
    which ``network`` makes.
    """

    breakdown: Breakdown
    work: Work
    release: Sequence[int]
    lags: Sequence[Speedup] = field(default=())

    def network(self, schedule: Schedule, network: Network) -> Network:
        """A network of the schedule with the lags changed."""
        for change in self.lags:
            network = _shorter_lag(schedule, network, change)
        return network


def altered(plan: Plan, schedule: Schedule, changes: Sequence[Speedup]) -> Altered:
    """Make some changes; those of one row in the order given."""
    calendar, work = schedule.calendar, workings_of(schedule).work
    work = replace(
        work,
        duration=[*work.duration],
        remaining=[*work.remaining],
        release=[*work.release],
        events={**work.events},
    )
    rows = [*schedule.records.breakdown.rows]
    for change in changes:
        row = change.row
        if change.kind is SpeedupKind.SHORTEN:
            work.remaining[row] -= 1
            work.duration[row] -= work.form[row] != UNDER_WAY
        elif change.kind is SpeedupKind.DATE:
            work.release[row] -= 1
        task = _edited(rows[row].task, work, change, calendar)
        _write(rows, row, task)
        if change.kind is SpeedupKind.DATE or row in work.events:
            _hold(plan, work, row, task, calendar)
    breakdown = replace(schedule.records.breakdown, rows=tuple(rows))
    for change in changes:
        if change.kind is SpeedupKind.NOT_BEFORE:
            _release(plan, breakdown, work, change.row, calendar)
    return Altered(breakdown, work, work.release, [one for one in changes if one.kind is SpeedupKind.LAG])


def delayed(schedule: Schedule, row: int, days: int) -> Altered:
    """Delay a task (not a summary) by a number of working days.

    A held task has its date so much later; any other is kept back until then. A milestone at the end of a
    day stays there, unless it is held: a later date puts it in a morning.
    """
    work, begins = workings_of(schedule).work, schedule.work_start(row)
    is_moment, release = work.is_moment(row), [*work.release]
    release[row] = (release[row] if is_moment and work.form[row] == HELD else begins) + days
    if not (is_moment and work.form[row] == PLANNED and not schedule.is_morning(row)):
        work = replace(work, release=release)
    return Altered(schedule.records.breakdown, work, release)


def place(plan: Plan, schedule: Schedule, change: Altered) -> Schedule:
    """The schedule of a changed plan, from a plain schedule of the plan as it is."""
    work, calendar, before = change.work, schedule.calendar, workings_of(schedule)
    network, ending_off = before.network, ends_off(work)
    if ending_off != ends_off(before.work):
        found = connect(schedule.records.breakdown, work.live, calendar.week, ending_off)
        network = found if isinstance(found, Network) else network
    network = change.network(schedule, network)
    solution = solve(network, work, calendar, plan.project.finish_by, change.release)
    return listed(plan, change.breakdown, calendar, Workings(network, work, solution))


def listed(plan: Plan, breakdown: Breakdown, calendar: WorkCalendar, workings: Workings) -> Schedule:
    """The schedule with some boundaries; past the last date, all are shown on that date."""
    return Schedule(calendar, Listing(breakdown, calendar, workings, plan.project.critical_float), workings)


def _write(rows: list[Row], row: int, task: Task) -> None:
    """Put a changed task into the breakdown, and into the summaries it is in."""
    old, rows[row] = rows[row].task, replace(rows[row], task=task)
    up = rows[row].parent
    if up >= 0:
        inside = tuple(task if one is old else one for one in rows[up].task.tasks)
        _write(rows, up, rows[up].task.model_copy(update={"tasks": inside}))


def _edited(task: Task, work: Work, change: Speedup, calendar: WorkCalendar) -> Task:
    """The task as its author would write it with a change."""
    row = change.row
    if change.kind is SpeedupKind.SHORTEN and work.form[row] == UNDER_WAY:
        return task.model_copy(update={"remaining": Duration(work.remaining[row], "d")})
    if change.kind is SpeedupKind.SHORTEN:
        days = Duration(work.duration[row], "d")
        return task.model_copy(update={"duration": Estimate(days, days, days)})
    if change.kind is SpeedupKind.LAG:
        links = [*task.depends_on]
        link = links[change.place]
        lag = Lag(link.lag.days(calendar.week) - 1, "ed" if link.lag.elapsed else "d")
        links[change.place] = replace(link, lag=lag)
        return task.model_copy(update={"depends_on": tuple(links)})
    if change.kind is SpeedupKind.DATE:
        return task.model_copy(update={"date": calendar.day(work.release[row])})
    if task.not_before is None:
        return task
    return task.model_copy(update={"not_before": calendar.day(calendar.index(task.not_before) - 1)})


def _hold(plan: Plan, work: Work, row: int, task: Task, calendar: WorkCalendar) -> None:
    """Hold a task with its duration on its date."""
    event = event_of(task, work.duration[row], plan.project.start, calendar)
    work.events.pop(row, None)
    if event:
        work.events[row] = event
    work.remaining[row] = event.length if event else work.duration[row]


def _release(plan: Plan, breakdown: Breakdown, work: Work, carrier: int, calendar: WorkCalendar) -> None:
    """Let a task, or all in a summary that have not started, start as early as their dates now allow."""
    rows = breakdown.rows
    today = calendar.index(plan.project.status_date) if plan.project.status_date else 0
    for row in rows[carrier : rows[carrier].end]:
        if row.is_summary or work.form[row.index] != PLANNED:
            continue
        release, here = today, row.index
        while here >= 0:
            day = rows[here].task.not_before
            if day is not None:
                release = max(release, calendar.index(day))
            here = rows[here].parent
        work.release[row.index] = release


def _shorter_lag(schedule: Schedule, network: Network, change: Speedup) -> Network:
    """The network with one day less of lag in one link."""
    link = schedule.records.breakdown.rows[change.row].task.depends_on[change.place]
    pair = value_of(schedule, link), link.lag.days(schedule.calendar.week)
    if link.lag.elapsed:
        sides = [*network.elapsed[change.row]]
        side = link.type in TO_FINISH
        sides[side] = _less(sides[side], pair)
        return replace(network, elapsed={**network.elapsed, change.row: (sides[0], sides[1])})
    to_start, to_finish = [*network.to_start], [*network.to_finish]
    column = to_finish if link.type in TO_FINISH else to_start
    column[change.row] = _less(column[change.row], pair)
    return replace(network, to_start=to_start, to_finish=to_finish)


def _less(sources: Sources, pair: tuple[int, int]) -> Sources:
    """The sources with one day less for the first that is this pair."""
    place = list(sources).index(pair)
    value, lag = pair
    return [*sources[:place], (value, lag - 1), *sources[place + 1 :]]
