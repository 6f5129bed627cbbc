"""Who is asked for more than they can give: what a schedule needs of each person and pool, day by day.

A task needs its ``assigned`` units on every working day of its work; of a task under way that is the work
that remains. What is done or dropped, summaries and milestones need nobody. People and organizations
give their ``capacity`` on each working day, and nothing on their leave. Units are counted in whole
thousandths, so that 0.1 and 0.2 are 0.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Status
from pathwayctl.scheduling.drivers import remaining_from
from pathwayctl.scheduling.network import FAR
from pathwayctl.scheduling.workdays import WorkCalendar

if TYPE_CHECKING:
    from pathwayctl.model.partners import Organization, Person
    from pathwayctl.model.work import Task
    from pathwayctl.scheduling.progress import Work
    from pathwayctl.scheduling.schedule import Schedule

_PARTS: Final = 1000
"""Units are counted in thousandths."""


@dataclass(frozen=True, slots=True)
class Overload:
    """What a person or pool is asked for in a week, on the days on which it is too much.

    ``week`` is a Monday. ``needed`` and ``given`` are the units a day of the worst of these days: what is
    asked for and what there is, 0 on leave. ``days`` are the working days concerned, and ``rows`` the
    tasks that need them then, in outline order.
    """

    resource: str
    week: date
    needed: float
    given: float
    days: tuple[date, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Giver:
    """A person or pool: units a day in thousandths, and the boundaries between which they are on leave."""

    id: str
    capacity: int
    leave: tuple[tuple[int, int], ...]


Need = tuple[int, int, int, int]
"""The boundaries between which a task needs someone, how many thousandths a day, and its row."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Working days in a row on which someone is asked for the same."""

    begin: int
    end: int
    needed: int
    given: int
    rows: tuple[int, ...]


def thousandths(units: float) -> int:
    """Units in thousandths, never none at all."""
    return max(1, round(units * _PARTS))


def givers(plan: Plan, calendar: WorkCalendar, until: date) -> dict[str, Giver]:
    """The people and pools by their ids, organizations first; of two with one id, the last.

    Leave that lasts beyond ``until`` is for ever: it ends at a boundary later than any other. So no
    calendar is looked up for longer than it is needed.
    """
    found: dict[str, Organization | Person] = {one.id: one for one in plan.organizations}
    found |= {one.id: one for one in plan.people}
    return {one.id: _giver(one, calendar, until) for one in found.values()}


def _giver(one: Organization | Person, calendar: WorkCalendar, until: date) -> Giver:
    away = []
    for leave in one.leave:
        if leave.first > min(leave.last, until):
            continue
        first = calendar.index(leave.first)
        end = FAR if leave.last > until else calendar.index_before(leave.last) + 1
        if first < end:
            away.append((first, end))
    return Giver(one.id, thousandths(one.capacity), tuple(sorted(away)))


def asks_for_people(task: Task, work: Work, row: int) -> bool:
    """Whether there is work to do in a row that someone is assigned to."""
    if not task.assigned or task.status is Status.DONE or not work.duration[row]:
        return False
    return work.remaining[row] > 0 and work.is_open(row)


def needs(plan: Plan, schedule: Schedule) -> dict[str, list[Need]]:
    """What a schedule needs of each person and pool, by ids in the order of the plan, then by row."""
    people = {one.id for one in plan.organizations} | {one.id for one in plan.people}
    work = schedule.workings.work
    found: dict[str, list[Need]] = {}
    for row in schedule.records.breakdown.rows:
        if not asks_for_people(row.task, work, row.index):
            continue
        begin = remaining_from(schedule, row.index)
        end = begin + work.remaining[row.index]
        for one in row.task.assigned:
            if one.resource in people:
                need = begin, end, thousandths(one.units), row.index
                found.setdefault(one.resource, []).append(need)
    return found


def overloads(plan: Plan, schedule: Schedule) -> tuple[Overload, ...]:
    """Where a schedule asks for too much: by week, then in the order of people and pools in the plan."""
    needed = needs(plan, schedule)
    if not needed:
        return ()
    found: list[Overload] = []
    for giver in givers(plan, schedule.calendar, schedule.finish).values():
        if giver.id in needed:
            found += _weeks(giver.id, _stretches(giver, needed[giver.id], above=True), schedule.calendar)
    found.sort(key=lambda one: one.week)
    return tuple(found)


def loads(plan: Plan, schedule: Schedule, resource: str) -> tuple[Overload, ...]:
    """What one person or pool is asked for, week by week, be it too much or not."""
    giver = givers(plan, schedule.calendar, schedule.finish)[resource]
    needed = needs(plan, schedule).get(resource, [])
    return tuple(_weeks(resource, _stretches(giver, needed, above=False), schedule.calendar))


def _stretches(giver: Giver, needed: list[Need], *, above: bool) -> Iterator[_Stretch]:
    """Days in a row on which someone is needed, found by going through all changes in the order of time.

    ``above``: only those on which that is too much.
    """
    changes: dict[int, list[tuple[int, int, int]]] = {}  # at a boundary: units, people away, row
    for begin, end, units, row in needed:
        changes.setdefault(begin, []).append((units, 0, row))
        changes.setdefault(end, []).append((-units, 0, row))
    for begin, end in giver.leave:
        changes.setdefault(begin, []).append((0, 1, -1))
        changes.setdefault(end, []).append((0, -1, -1))
    load = away = before = 0
    active: set[int] = set()
    for boundary in sorted(changes):
        given = 0 if away else giver.capacity
        if load > (given if above else 0):
            yield _Stretch(before, boundary, load, given, tuple(sorted(active)))
        for units, leave, row in changes[boundary]:
            load += units
            away += leave
            if units > 0:
                active.add(row)
            elif units < 0:
                active.discard(row)
        before = boundary


def _weeks(resource: str, stretches: Iterator[_Stretch], calendar: WorkCalendar) -> list[Overload]:
    """The stretches of one person or pool, cut into weeks."""
    weeks: dict[int, list[_Stretch]] = {}
    for one in stretches:
        begin = one.begin
        while begin < one.end:
            day = calendar.count(begin)
            monday = day - (day - 1) % 7  # day 1, January 1 of year 1, is a Monday
            end = min(one.end, calendar.on_or_after(monday + 7))
            part = _Stretch(begin, end, one.needed, one.given, one.rows)
            weeks.setdefault(monday, []).append(part)
            begin = end
    return [_overload(resource, monday, parts, calendar) for monday, parts in weeks.items()]


def _overload(resource: str, monday: int, parts: list[_Stretch], calendar: WorkCalendar) -> Overload:
    worst = max(parts, key=lambda part: part.needed - part.given)
    rows = parts[0].rows if len(parts) == 1 else tuple(sorted({row for part in parts for row in part.rows}))
    return Overload(
        resource,
        date.fromordinal(monday),
        worst.needed / _PARTS,
        worst.given / _PARTS,
        tuple(calendar.day(index) for part in parts for index in range(part.begin, part.end)),
        rows,
    )
