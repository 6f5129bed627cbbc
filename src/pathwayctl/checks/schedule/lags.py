"""Links that hide something: long waits that nobody owns, too many of them, overlaps, and crowds.

Only links of what is still to be done are looked at. A lag after a start (SS, SF) runs while the other
task is being worked on, so somebody owns it; a lag after a finish (FS, FF) is time in which nobody works.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import few_or_one
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.values import NO_LAG
from pathwayctl.model.vocabulary import LinkType, Status
from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.model.values import Lag, Link
    from pathwayctl.scheduling.breakdown import Row


LONG_WAIT: Final = Rule("PW615")
MANY_WAITS: Final = Rule("PW616")
LEAD: Final = Rule("PW617")
CROWDED: Final = Rule("PW618")

_MONTH: Final = 31
_WEEK: Final = 7
_MANY: Final = 10
_ONE_OF: Final = 20
"""More than one link in twenty is more than 5 percent."""
_CROWD: Final = 5
_OVER: Final = (Status.DONE, Status.DROPPED)
_UNITS: Final = {"d": "working day", "w": "working week", "ed": "day", "ew": "week"}


class _Wait(NamedTuple):
    """A link with a lag: the task or summary that has it, the place of the link and the task waited for."""

    row: Row
    place: int
    link: Link
    other: Row


@check(LONG_WAIT, MANY_WAITS, LEAD, needs_schedule=True)
def links(index: PlanIndex) -> Iterator[Problem]:
    """What the lags of a plan hide."""
    number, waits = _lagged(index)
    week = index.calendar.week
    leads = [wait for wait in waits if wait.link.lag.amount < 0]
    after = [wait for wait in waits if wait.link.lag.amount > 0 and wait.link.type in FROM_FINISH]
    long = [wait for wait in after if _calendar_days(wait.link.lag, week) > _MONTH]
    yield from few_or_one(
        long,
        lambda wait: LONG_WAIT.at(_path(wait), f"{_told(wait)}, and nobody answers for that time."),
        lambda: f"{count(len(long), 'task')} wait more than a month for what is no task: {_names(long)}.",
    )
    if len(after) >= _MANY and len(after) * _ONE_OF > number:
        message = f"{len(after)} of {count(number, 'link')} are waits of more than a week: {_names(after)}."
        yield MANY_WAITS.at(_path(after[0]), message)
    yield from few_or_one(
        leads,
        lambda wait: LEAD.at(_path(wait), f"{_told(wait)}."),
        lambda: f"{count(len(leads), 'link')} reach back before what they wait for: {_names(leads)}.",
    )


def _lagged(index: PlanIndex) -> tuple[int, list[_Wait]]:
    """How many links there are of what is still to be done, and those that reach back or wait over a week."""
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
    """Whether a row is a summary of which all is done."""
    inside = index.breakdown.rows[row.index + 1 : row.end]
    return row.is_summary and all(one.is_summary or one.task.status in _OVER for one in inside)


def _calendar_days(lag: Lag, week: int) -> float:
    """A lag in days of the calendar, those that are not worked included."""
    return lag.days(week) if lag.elapsed else lag.days(week) * 7 / week


def _path(wait: _Wait) -> tuple[str | int, ...]:
    return (*wait.row.path, "depends_on", wait.place)


def _told(wait: _Wait) -> str:
    """``“Teach” begins 60 days after “File it” ends``."""
    lag = wait.link.lag
    length = count(abs(lag.amount), _UNITS[lag.unit])
    order = "before" if lag.amount < 0 else "after"
    own = "ends" if wait.link.type in TO_FINISH else "begins"
    others = "ends" if wait.link.type in FROM_FINISH else "begins"
    return f"{quoted(wait.row.task.title)} {own} {length} {order} {quoted(wait.other.task.title)} {others}"


def _names(waits: list[_Wait]) -> str:
    return named([wait.row.task.title for wait in waits])


@check(CROWDED, needs_schedule=True)
def crowds(index: PlanIndex) -> Iterator[Problem]:
    """Tasks for which many others end within a few days, just before it can begin."""
    for row in index.still_open:
        if len(row.task.depends_on) >= _CROWD:
            others = _close(index, row)
            if len(others) >= _CROWD:
                sure = round(10 * 0.9 ** len(others))
                message = (
                    f"{quoted(row.task.title)} waits for {len(others)} tasks that all end just before it: "
                    f"{named(others)}. If each is on time 9 times out of 10, all of them are {sure} times."
                )
                yield CROWDED.at((*row.path, "depends_on"), message)


def _close(index: PlanIndex, row: Row) -> list[str]:
    """The titles of the open tasks that a task waits for and that leave it few days or none."""
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
