"""Out-of-sequence progress: tasks that started or finished before their predecessors allowed.

Actual dates are compared with each link of a task and of the summaries around it, including its lag. Dates
are whole days, so a task may start on the day its predecessor finishes. Other rules report a task that is
done before its predecessor (PW406) and missing dates (PW421).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.shared_gaps import few_or_one
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.values import NO_LAG, Link
from pathwayctl.model.vocabulary import LinkType, Status
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH
from pathwayctl.scheduling.records import written
from pathwayctl.wording import long_day

OUT_OF_ORDER: Final = Rule("PW627")


_BEGUN: Final = frozenset((Status.IN_PROGRESS, Status.DONE))


class _Case(NamedTuple):
    """A task ahead of one of its links: its own date, and the other task with its date if it has one."""

    row: Row
    link: Link
    own: date
    other: Row
    day: date | None


class _Side(NamedTuple):
    """The start or finish that a link counts from: its task, and its date if it has happened.

    ``known`` is false if it has happened and its date is missing.
    """

    row: Row
    day: date | None
    known: bool = True


@check(OUT_OF_ORDER, needs_schedule=True)
def order(index: PlanIndex) -> Iterator[Problem]:
    """Each task that is ahead of a link, once."""
    if index.today is None:
        return
    finishes = _finishes(index)
    begun = [row for row in index.leaves if row.task.started is not None or row.task.finished is not None]
    found = [case for row in begun if (case := _first(index, row, finishes)) is not None]
    yield from few_or_one(
        index,
        found,
        _problem,
        "tasks are ahead of their predecessors",
        lambda case: case.row.task.title,
    )


def _finishes(index: PlanIndex) -> dict[str, date]:
    """The actual finish dates of tasks, by id; an id used twice is left out."""
    alone = len(index.breakdown.by_id) == len(index.breakdown.rows)
    done = [row.task for row in index.leaves if alone and row.task.status is Status.DONE]
    return {task.id: task.finished for task in done if task.finished is not None}


def _first(index: PlanIndex, row: Row, finishes: dict[str, date]) -> _Case | None:
    """The first link, of the task or of a summary it is in, that its actual days do not keep to."""
    rows, known, started = index.breakdown.rows, index.breakdown.by_id, row.task.started
    carrier = row
    while True:
        for link in carrier.task.depends_on:
            plain = link.lag is NO_LAG and link.type is LinkType.FS
            if plain and (started is None or finishes.get(link.predecessor, date.max) <= started):
                continue  # nearly all links
            other = rows[known.get(link.predecessor, row.index)]
            found = _ahead(index, row, carrier, link, other)
            if found is not None:
                return found
        if carrier.parent < 0:
            return None
        carrier = rows[carrier.parent]


def _ahead(index: PlanIndex, row: Row, carrier: Row, link: Link, other: Row) -> _Case | None:
    to_finish = link.type in TO_FINISH
    own = row.task.finished if to_finish else row.task.started
    if own is None or index.today is None or own > index.today:
        return None
    if (to_finish and row.task.status is not Status.DONE) or other.index <= row.index < other.end:
        return None
    inside = [one for one in index.breakdown.rows[other.index : other.end] if _counts(one)]
    if not inside:
        return None
    side = _finish(inside) if link.type in FROM_FINISH else _start(inside)
    if not side.known or (side.day is None and (link.lag.amount < 0 or _is_reported_already(row, carrier))):
        return None
    if side.day is not None and _is_kept(index, link, own, side.day):
        return None
    return _Case(row, link, own, side.row, side.day)


def _counts(row: Row) -> bool:
    return not row.task.tasks and row.task.status is not Status.DROPPED


def _is_reported_already(row: Row, carrier: Row) -> bool:
    """Whether another rule reports it: a task done before the predecessor of its own link."""
    return row is carrier and row.task.status is Status.DONE


def _finish(rows: list[Row]) -> _Side:
    last, day = rows[0], date.min
    for row in rows:
        task = row.task
        if task.status is not Status.DONE:
            return _Side(row, None)
        if task.finished is None:
            day = date.max  # its date is missing, so the last date is not known
        elif task.finished > day:
            last, day = row, task.finished
    return _Side(last, last.task.finished, known=day != date.max)


def _start(rows: list[Row]) -> _Side:
    begun = [row for row in rows if row.task.status in _BEGUN or row.task.started is not None]
    if not begun:
        return _Side(rows[0], None)
    first = min(begun, key=lambda row: row.task.started or date.min)
    return _Side(first, first.task.started, known=first.task.started is not None)


def _is_kept(index: PlanIndex, link: Link, own: date, other: date) -> bool:
    """Whether two dates satisfy a link; without a lag, the same day does."""
    grace = 1 if link.type is LinkType.SF else 0
    lag, calendar = link.lag.days(index.calendar.week), index.calendar
    if link.lag.elapsed:
        return own.toordinal() + grace >= other.toordinal() + lag
    mine = calendar.on_or_before if link.type in TO_FINISH else calendar.on_or_after
    theirs = calendar.on_or_before if link.type in FROM_FINISH else calendar.on_or_after
    return mine(own.toordinal()) + grace >= theirs(other.toordinal()) + lag


def _problem(case: _Case) -> Problem:
    link, to_finish = case.link, case.link.type in TO_FINISH
    own = f"{quoted(case.row.task.title)} {'was done' if to_finish else 'started'} on {long_day(case.own)}"
    other, from_finish = quoted(case.other.task.title), link.type in FROM_FINISH
    waited = f"{own}, but its predecessor {other}"
    if case.day is None:
        message = f"{waited} {'is not done' if from_finish else 'has not started'}."
    elif link.type is LinkType.FS and not link.lag.amount:
        message = f"{waited} was not done until {long_day(case.day)}."
    else:
        what = f"{'was done' if from_finish else 'started'} on {long_day(case.day)}"
        message = f"{own}, too early for {quoted(written(link))}: {other} {what}."
    return OUT_OF_ORDER.at((*case.row.path, "finished" if to_finish else "started"), message)
