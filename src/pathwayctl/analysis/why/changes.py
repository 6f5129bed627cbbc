"""Small changes to a plan that can be tried out, made on copies of the engine's plain lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH
from pathwayctl.scheduling.events import event_of
from pathwayctl.scheduling.network import Network, connect
from pathwayctl.scheduling.remaining_work import PLANNED, UNDER_WAY, ends_off

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan
    from pathwayctl.model.values import Link
    from pathwayctl.scheduling.network import Sources
    from pathwayctl.scheduling.remaining_work import Work
    from pathwayctl.scheduling.schedule import Schedule


class Kind(StrEnum):
    """What is changed. The values stand in the JSON output."""

    SHORTEN = "shorten"
    """A task takes a working day less; one under way has a day less remaining."""
    LAG = "lag"
    """A lag is a day shorter, a calendar day if it is an elapsed one."""
    DATE = "date"
    """A task is held a working day earlier."""
    NOT_BEFORE = "not_before"
    """A ``not_before``, of a task or a summary, names the working day before."""


@dataclass(frozen=True, slots=True)
class Change:
    """One day less: of what, on which row, and for a lag in which of its links, as they are written."""

    kind: Kind
    row: int
    place: int = 0


def changed(plan: Plan, schedule: Schedule, changes: Sequence[Change]) -> tuple[Network, Work]:
    """The network and the work of a schedule with some changes; its own stay as they are."""
    work = schedule.workings.work
    work = replace(
        work,
        duration=[*work.duration],
        remaining=[*work.remaining],
        release=[*work.release],
        events={**work.events},
    )
    for change in changes:
        if change.kind is Kind.SHORTEN:
            work.remaining[change.row] -= 1
            work.duration[change.row] -= work.form[change.row] != UNDER_WAY
            if change.row in work.events:
                _hold(plan, schedule, work, change.row, later=0)
        elif change.kind is Kind.DATE:
            _hold(plan, schedule, work, change.row, later=-1)
        elif change.kind is Kind.NOT_BEFORE:
            _release_earlier(plan, schedule, work, change.row)
    network = _linked_anew(schedule, work)
    for change in changes:
        if change.kind is Kind.LAG:
            network = _shorter_lag(schedule, network, change)
    return network, work


def _hold(plan: Plan, schedule: Schedule, work: Work, row: int, *, later: int) -> None:
    """Hold a task with its duration on its date, or on another working day."""
    calendar, task = schedule.calendar, schedule.records.breakdown.rows[row].task
    if later:
        work.release[row] += later
        task = task.model_copy(update={"date": calendar.day(work.release[row])})
    event = event_of(task, work.duration[row], plan.project.start, calendar)
    work.events.pop(row, None)
    if event:
        work.events[row] = event
    work.remaining[row] = event.length if event else work.duration[row]


def _linked_anew(schedule: Schedule, work: Work) -> Network:
    """The network, with other links from tasks that now end on a day off, or no longer do."""
    workings = schedule.workings
    ending_off = ends_off(work)
    if workings.levelled or ending_off == ends_off(workings.work):
        return workings.network
    found = connect(schedule.records.breakdown, work.live, schedule.calendar.week, ending_off)
    return found if isinstance(found, Network) else workings.network


def _release_earlier(plan: Plan, schedule: Schedule, work: Work, carrier: int) -> None:
    """Let a task, or all in a summary that have not begun, begin a working day earlier as its dates go."""
    rows, calendar = schedule.records.breakdown.rows, schedule.calendar
    today = calendar.index(plan.project.status_date) if plan.project.status_date else 0
    for row in rows[carrier : rows[carrier].end]:
        if row.is_summary or work.form[row.index] != PLANNED:
            continue
        release, here = today, row.index
        while here >= 0:
            day = rows[here].task.not_before
            if day is not None:
                release = max(release, calendar.index(day) - (here == carrier))
            here = rows[here].parent
        work.release[row.index] = release


def _shorter_lag(schedule: Schedule, network: Network, change: Change) -> Network:
    """The network with one day less of lag in one link."""
    breakdown = schedule.records.breakdown
    link = breakdown.rows[change.row].task.depends_on[change.place]
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


def value_of(schedule: Schedule, link: Link) -> int:
    """The boundary that a link counts from, as the network numbers them."""
    source = schedule.records.breakdown.by_id[link.predecessor]
    return source + schedule.workings.network.size if link.type in FROM_FINISH else source


def _less(sources: Sources, pair: tuple[int, int]) -> Sources:
    """The sources with one day less for the first that is this pair."""
    place = list(sources).index(pair)
    value, lag = pair
    return [*sources[:place], (value, lag - 1), *sources[place + 1 :]]
