"""Lags and merges: long waits without an owner, too many lags, leads, and merge points.

Only links of open tasks are checked. A lag after a start (SS, SF) runs while the other task is in progress,
so it has an owner; a lag after a finish (FS, FF) is time in which no one works.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.shared_gaps import few_or_one
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.values import NO_LAG, Lag, Link
from pathwayctl.model.vocabulary import LinkType, Status
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH
from pathwayctl.wording import count

LONG_WAIT: Final = Rule("PW615")
MANY_WAITS: Final = Rule("PW616")
LEAD: Final = Rule("PW617")
MERGE_POINT: Final = Rule("PW618")

_MONTH: Final = 31
_WEEK: Final = 7
_MANY: Final = 10
_ONE_OF: Final = 20
"""More than one link in twenty: more than 5 percent."""
_CROWD: Final = 5
_OVER: Final = (Status.DONE, Status.DROPPED)
_UNITS: Final = {"d": "working day", "w": "working week", "ed": "day", "ew": "week"}


class _Wait(NamedTuple):
    """A link with a lag: the task or summary that has it, the link with its position, and the predecessor."""

    row: Row
    place: int
    link: Link
    other: Row


@check(LONG_WAIT, MANY_WAITS, LEAD, needs_schedule=True)
def links(index: PlanIndex) -> Iterator[Problem]:
    """Long lags, many lags, and leads."""
    number, waits = _lagged(index)
    week = index.calendar.week
    leads = [wait for wait in waits if wait.link.lag.amount < 0]
    after = [wait for wait in waits if wait.link.lag.amount > 0 and wait.link.type in FROM_FINISH]
    long = [wait for wait in after if _calendar_days(wait.link.lag, week) > _MONTH]
    yield from few_or_one(
        index,
        long,
        lambda wait: LONG_WAIT.at(_path(wait), f"{_in_words(wait)}, and that time has no owner."),
        "tasks have a lag of more than a month without an owner",
        _title,
    )
    if len(after) >= _MANY and len(after) * _ONE_OF > number:
        share, names = f"{len(after)} of {count(number, 'link')}", named(index, list(map(_title, after)))
        message = f"{share} have a lag of more than a week: {names}."
        yield MANY_WAITS.at(_path(after[0]), message)
    yield from few_or_one(
        index,
        leads,
        lambda wait: LEAD.at(_path(wait), f"{_in_words(wait)}."),
        "links have a negative lag",
        _title,
    )


def _lagged(index: PlanIndex) -> tuple[int, list[_Wait]]:
    """The number of links of open tasks, and those with a negative lag or one of more than a week."""
    number, found = 0, []
    short = {"d": index.calendar.week, "w": 1, "ed": _WEEK, "ew": 1}  # up to a week
    rows, known = index.breakdown.rows, index.breakdown.by_id
    for row in index.live:
        if row.task.status is Status.DONE:
            continue
        number += len(row.task.depends_on)
        for place, link in enumerate(row.task.depends_on):
            lag = link.lag
            if lag is NO_LAG or 0 <= lag.amount <= short[lag.unit]:
                continue
            if link.predecessor in known:
                found.append(_Wait(row, place, link, rows[known[link.predecessor]]))
    return number, [wait for wait in found if not _is_over(index, wait.row)]


def _is_over(index: PlanIndex, row: Row) -> bool:
    """Whether a row is a summary whose tasks are all done or dropped."""
    inside = index.breakdown.rows[row.index + 1 : row.end]
    return row.is_summary and all(one.is_summary or one.task.status in _OVER for one in inside)


def _calendar_days(lag: Lag, week: int) -> float:
    """A lag in calendar days, including days off."""
    return lag.days(week) if lag.elapsed else lag.days(week) * 7 / week


def _path(wait: _Wait) -> tuple[str | int, ...]:
    return (*wait.row.path, "depends_on", wait.place)


def _in_words(wait: _Wait) -> str:
    """``“Teach” begins 60 days after “File it” ends``."""
    lag = wait.link.lag
    length = count(abs(lag.amount), _UNITS[lag.unit])
    order = "before" if lag.amount < 0 else "after"
    own = "ends" if wait.link.type in TO_FINISH else "begins"
    others = "ends" if wait.link.type in FROM_FINISH else "begins"
    return f"{quoted(wait.row.task.title)} {own} {length} {order} {quoted(wait.other.task.title)} {others}"


def _title(wait: _Wait) -> str:
    return wait.row.task.title


@check(MERGE_POINT, needs_schedule=True)
def merges(index: PlanIndex) -> Iterator[Problem]:
    """Tasks with many predecessors that all finish just before they can start."""
    for row in index.still_open:
        if len(row.task.depends_on) >= _CROWD:
            others = _close(index, row)
            if len(others) >= _CROWD:
                sure = round(10 * 0.9 ** len(others))
                message = (
                    f"{quoted(row.task.title)} waits for {len(others)} tasks that all finish just before it: "
                    f"{named(index, others)}. If each is on time 9 times in 10, all are on time only "
                    f"{sure} times in 10."
                )
                yield MERGE_POINT.at((*row.path, "depends_on"), message)


def _close(index: PlanIndex, row: Row) -> list[str]:
    """The titles of the open predecessors of a task that finish few days or none before it starts."""
    placed, found = index.scheduled(row), []
    for link in row.task.depends_on:
        other = index.row_of(link.predecessor)
        ends = None if other is None else index.scheduled(other)
        if placed is None or ends is None or ends.complete == 100 or link.type is not LinkType.FS:
            continue
        lag = 0 if link.lag.elapsed else link.lag.days(index.calendar.week)
        if placed.early[0] - ends.early[1] - lag <= index.plan.project.near_critical_float:
            found.append(ends.title)
    return found
