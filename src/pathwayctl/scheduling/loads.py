"""Find who is overbooked: what a schedule needs from each person and pool, day by day.

A task needs its ``assigned`` units on every working day of its work, but not while it pauses; of a task under
way that is the work that remains. What is done or dropped, summaries, and milestones need no one. People and
organizations give their ``capacity`` on each working day, and on the days off of an event, but not on their
leave. A team's task needs those of its members who are there (see ``assignees``). Units are counted in whole
thousandths, so that 0.1 and 0.2 are 0.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.assignees import Assignees
from pathwayctl.scheduling.givers import PARTS, Giver, days_away, givers, thousandths
from pathwayctl.scheduling.network import FAR
from pathwayctl.scheduling.pauses import Pause, Span, Spans, joined, pauses
from pathwayctl.scheduling.schedule import Schedule, workings_of
from pathwayctl.scheduling.workdays import WorkCalendar

if TYPE_CHECKING:
    from pathwayctl.model.values import Assignment
    from pathwayctl.model.work import Task
    from pathwayctl.scheduling.remaining_work import Work

_DAY: Final = timedelta(days=1)
_NO_PAUSE: Final = Pause(())


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


Need = tuple[int, int, int, int]
"""The boundaries between which a task needs someone, how many thousandths a day, and its row; on days off
their day counts in place of boundaries."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Working days in a row on which someone is asked for the same, or days off (then day counts)."""

    begin: int
    end: int
    needed: int
    given: int
    rows: tuple[int, ...]
    off: bool = False


def asks_for_people(task: Task, work: Work, row: int) -> bool:
    """Whether there is work to do on working days in a row that someone is assigned to."""
    return work.remaining[row] > 0 and _is_staffed(task, work, row)


def _is_staffed(task: Task, work: Work, row: int) -> bool:
    return bool(task.assigned and work.duration[row] and task.status is not Status.DONE and work.is_open(row))


@dataclass(frozen=True, slots=True)
class Needs:
    """What a schedule needs of each person and pool, by their ids: on working days, and on days off."""

    working: dict[str, list[Need]]
    off: dict[str, list[Need]]


def needs(plan: Plan, schedule: Schedule) -> Needs:
    """What a schedule needs of each person and pool, in the order of the plan, then by row."""
    assignees, work = Assignees.of(plan), workings_of(schedule).work
    absences = _Absences(assignees, schedule)
    found, paused = Needs({}, {}), pauses(plan, schedule)
    for row in schedule.records.breakdown.rows:
        index, event = row.index, work.events.get(row.index)
        if not _is_staffed(row.task, work, index):
            continue
        begin = schedule.work_start(index)
        stretches = [*paused.get(index, _NO_PAUSE).worked(begin, begin + work.remaining[index])]
        days = [(event.first, event.until + 1)] if event else []
        for one in assignees.by_name(row.task):
            if one.resource in assignees.parties:
                _add(found.working, one, stretches, index)
                _add(found.off, one, days, index)
        for one in assignees.by_team(row.task):
            _add(found.working, one, _outside(stretches, absences.working(one.resource)), index)
            _add(found.off, one, _outside(days, absences.off(one.resource)), index)
    return found


def _add(found: dict[str, list[Need]], one: Assignment, spans: Sequence[Span], row: int) -> None:
    if spans:
        needed = [(begin, end, thousandths(one.units), row) for begin, end in spans]
        found.setdefault(one.resource, []).extend(needed)


def _outside(spans: Sequence[Span], absent: Spans) -> list[Span]:
    return [part for begin, end in spans for part in Pause(absent).worked(begin, end)]


@dataclass(frozen=True, slots=True)
class _Absences:
    """When the members of teams are not there: on leave, before their first day, or after their last."""

    assignees: Assignees
    schedule: Schedule

    def working(self, name: str) -> Spans:
        """The boundaries between which someone is not there."""
        calendar, finish = self.schedule.calendar, self.schedule.finish
        days = [(first, last) for first, last in self._days(name) if first <= min(last, finish)]
        return joined(
            (calendar.index(first), FAR if last > finish else calendar.index_before(last) + 1)
            for first, last in days
        )

    def off(self, name: str) -> Spans:
        """The same, in day counts."""
        return joined((first.toordinal(), last.toordinal() + 1) for first, last in self._days(name))

    def _days(self, name: str) -> Iterator[tuple[date, date]]:
        since, until = self.assignees.stay(name)
        if since is not None and since > date.min:
            yield date.min, since - _DAY
        if until is not None and until < date.max:
            yield until + _DAY, date.max
        yield from days_away(self.assignees.parties[name])


def overloads(plan: Plan, schedule: Schedule) -> tuple[Overload, ...]:
    """Where a schedule asks for too much: by week, then in the order of people and pools in the plan."""
    needed = needs(plan, schedule)
    if not needed.working and not needed.off:
        return ()
    found: list[Overload] = []
    for giver in givers(plan, schedule.calendar, schedule.finish).values():
        found += _of_giver(giver, needed, schedule.calendar, above=True)
    found.sort(key=lambda one: one.week)
    return tuple(found)


def may_lack_time(plan: Plan, schedule: Schedule) -> bool:
    """Whether someone may have no time for a task up to the last year; few plans need a closer look.

    They may if they go on leave that lasts beyond the schedule, or if all working days of all tasks, at the
    largest share that one task takes of anyone, are more than there are.
    """
    parties = Assignees.of(plan).parties.values()
    if any(last > schedule.finish for one in parties for _, last in days_away(one)):
        return True
    units = {one.units for row in schedule.records.breakdown.rows for one in row.task.assigned}
    share = max(map(thousandths, units), default=0)
    least = min((thousandths(one.capacity) for one in parties), default=PARTS)
    times = max(1, -(-share // least))
    days = (date.max - plan.project.start).days // 7 * schedule.calendar.week
    return sum(workings_of(schedule).work.remaining) * times > days


def loads(plan: Plan, schedule: Schedule, resource: str) -> tuple[Overload, ...]:
    """What one person or pool is needed for, week by week, overbooked or not."""
    giver = givers(plan, schedule.calendar, schedule.finish)[resource]
    return tuple(_of_giver(giver, needs(plan, schedule), schedule.calendar, above=False))


def _of_giver(giver: Giver, needed: Needs, calendar: WorkCalendar, *, above: bool) -> list[Overload]:
    """What one person or pool is asked for, by weeks; ``above``: only what is too much."""
    working, off = needed.working.get(giver.id, []), needed.off.get(giver.id, [])
    stretches = list(_stretches(giver, working, above=above)) if working else []
    if off:
        away = tuple((first.toordinal(), last.toordinal() + 1) for first, last in giver.away if first <= last)
        by_day = _stretches(replace(giver, leave=away), off, above=above)
        stretches += [day for one in by_day for day in _days_off(one, calendar)]
    return _weeks(giver.id, stretches, calendar)


def _days_off(stretch: _Stretch, calendar: WorkCalendar) -> Iterator[_Stretch]:
    """The days off in a stretch that is counted in days, one by one."""
    for day in range(stretch.begin, stretch.end):
        if not calendar.is_working(date.fromordinal(day)):
            yield replace(stretch, begin=day, end=day + 1, off=True)


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


def _weeks(resource: str, stretches: Iterable[_Stretch], calendar: WorkCalendar) -> list[Overload]:
    """The stretches of one person or pool, cut into weeks."""
    weeks: dict[int, list[_Stretch]] = {}
    for one in stretches:
        begin = one.begin
        if one.off:
            weeks.setdefault(_monday(begin), []).append(one)
            continue
        while begin < one.end:
            monday = _monday(calendar.count(begin))
            end = min(one.end, calendar.on_or_after(monday + 7))
            part = _Stretch(begin, end, one.needed, one.given, one.rows)
            weeks.setdefault(monday, []).append(part)
            begin = end
    return [_overload(resource, monday, parts, calendar) for monday, parts in sorted(weeks.items())]


def _monday(day: int) -> int:
    return day - (day - 1) % 7  # day 1, January 1 of year 1, is a Monday


def _overload(resource: str, monday: int, parts: list[_Stretch], calendar: WorkCalendar) -> Overload:
    worst = max(parts, key=lambda part: part.needed - part.given)
    rows = parts[0].rows if len(parts) == 1 else tuple(sorted({row for part in parts for row in part.rows}))
    return Overload(
        resource,
        date.fromordinal(monday),
        worst.needed / PARTS,
        worst.given / PARTS,
        tuple(sorted(day for part in parts for day in _dates(part, calendar))),
        rows,
    )


def _dates(part: _Stretch, calendar: WorkCalendar) -> Iterator[date]:
    for number in range(part.begin, part.end):
        yield date.fromordinal(number) if part.off else calendar.day(number)
