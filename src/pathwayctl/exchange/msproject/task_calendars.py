"""The calendars that tasks are scheduled by: that of the project, and those of tasks that differ from it.

Work is done from 8:00 to 12:00 and from 13:00 to 17:00. A **moment** is the start or the end of the work of a
day: twice the day count, plus one at 17:00. So moments can be compared whatever calendar they come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from pathwayctl.model.project import NO_HOLIDAYS, Calendar, Days
from pathwayctl.model.vocabulary import Weekday
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.days_off import DaysOff
from pathwayctl.scheduling.workdays import WorkCalendar

FIRST_DAY: Final = date(1984, 1, 1)
LAST_DAY: Final = date(2149, 12, 31)
"""The first and the last day that Microsoft Project knows."""
PROJECT_CALENDAR_UID: Final = 1
_WEEK: Final = tuple(Weekday)
_EVERY_DAY: Final = Calendar(working_days=_WEEK, holidays=NO_HOLIDAYS)

Stretch = tuple[date, date]
"""A first and a last day."""


@dataclass(frozen=True, slots=True)
class DayChange:
    """Consecutive days that differ from the regular week, either working or off."""

    first: date
    last: date
    worked: bool
    name: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Differences of a task calendar from the project calendar: extra working days and days off.

    With ``every_day``, all days are worked.
    """

    opened: tuple[date, ...] = ()
    closed: tuple[Stretch, ...] = ()
    every_day: bool = False


class TaskDaysOff(DaysOff):
    """The days off of the project, without those that are opened, and with those closed besides.

    ``named`` says what these are called.
    """

    __slots__ = ("_closed", "_named", "_opened")

    def __init__(self, calendar: Calendar, difference: Difference, named: Iterable[Days] = ()) -> None:
        super().__init__(_EVERY_DAY if difference.every_day else calendar)
        self._opened = frozenset(difference.opened)
        self._closed, self._named = difference.closed, tuple(named)

    def reason(self, day: date) -> str | None:
        """Why a day is not worked; ``None`` if it is."""
        if day in self._opened:
            return None
        if any(first <= day <= last for first, last in self._closed):
            names = (one.name for one in self._named if one.first <= day <= one.last)
            return super().reason(day) or next(names, "Closed")
        return super().reason(day)

    def worked(self, year: int, first: int, last: int) -> list[int]:
        """The day counts from ``first`` up to ``last`` (not included), in one year, that are worked."""
        found = set(super().worked(year, first, last))
        for begin, end in self._closed:
            found.difference_update(range(max(begin.toordinal(), first), min(end.toordinal() + 1, last)))
        found.update(count for day in self._opened if first <= (count := day.toordinal()) < last)
        return sorted(found)


def day_changes(days_off: DaysOff, usual: Callable[[date], bool], time: Stretch) -> Iterator[DayChange]:
    """Exceptions in a period, in order; a closure that spans a weekend includes the weekend."""
    first, last = max(time[0], FIRST_DAY), min(time[1], LAST_DAY)
    found: DayChange | None = None
    for year in range(first.year, last.year + 1):
        begin, end = max(first, date(year, 1, 1)).toordinal(), min(last, date(year, 12, 31)).toordinal()
        at_work = frozenset(days_off.worked(year, begin, end + 1))
        for count in range(begin, end + 1):
            day, worked = date.fromordinal(count), count in at_work
            if worked == usual(day):
                if found and (worked or found.worked):
                    yield found
                    found = None
                continue
            name = days_off.reason(day) or "Open"
            if found and (found.worked, found.name) == (worked, name):
                found = replace(found, last=day)
                continue
            if found:
                yield found
            found = DayChange(day, day, worked, name)
    if found:
        yield found


@dataclass(frozen=True)
class TaskCalendar:
    """A calendar with its number and name, which calculates with moments."""

    uid: int
    name: str
    days_off: TaskDaysOff
    weekdays: frozenset[Weekday]
    days: WorkCalendar

    def begin(self, moment: int, *, is_milestone: bool) -> int:
        """Earliest moment at which work can begin; a milestone may be at the end of a day."""
        day, at_end = divmod(moment, 2)
        if is_milestone and at_end and self.is_worked(day):
            return moment
        return 2 * self.days.count(self.days.on_or_after(day + at_end))

    def later(self, moment: int, working_days: int) -> int:
        """The moment some working days later, or earlier if they are less than 0.

        It is the end of the last day of work, or the start of the first one looking back.
        """
        if not working_days:
            return moment
        day, at_end = divmod(moment, 2)
        boundary = self.days.on_or_after(day + at_end) + working_days
        return 2 * self.days.count(boundary - 1) + 1 if working_days > 0 else 2 * self.days.count(boundary)

    def length(self, first: int, last: int) -> int:
        """The working days from one day count to another, both included."""
        return max(0, self.days.on_or_before(last) - self.days.on_or_after(first) + 1)

    def is_worked(self, day: int) -> bool:
        """Whether a day count is worked."""
        return self.days.count(self.days.on_or_after(day)) == day

    def changes(self, time: Stretch) -> Iterator[DayChange]:
        """Exceptions in a period: days that differ from the regular week."""
        return day_changes(self.days_off, lambda day: _WEEK[day.weekday()] in self.weekdays, time)


class TaskCalendars:
    """The calendars of a project by how they differ from its own, which is the first; more as asked for."""

    def __init__(self, calendar: Calendar, start: date) -> None:
        self._calendar, self._start = calendar, start
        self._found: dict[Difference, TaskCalendar] = {}
        self.project = self.of(Difference())

    def __iter__(self) -> Iterator[TaskCalendar]:
        return iter(self._found.values())

    def of(self, difference: Difference) -> TaskCalendar:
        """Return the calendar with these differences, made on first use."""
        if difference not in self._found:
            days_off = TaskDaysOff(self._calendar, difference)
            number = len(self._found)
            weekdays = _WEEK if difference.every_day else self._calendar.working_days
            self._found[difference] = TaskCalendar(
                PROJECT_CALENDAR_UID + number,
                _name(difference, number),
                days_off,
                frozenset(weekdays),
                WorkCalendar(self._start, days_off),
            )
        return self._found[difference]

    def opening(self, days: Iterable[date]) -> TaskCalendar:
        """The project's calendar with those of some days worked that are days off."""
        project = self.project.days
        return self.of(Difference(opened=tuple(sorted({day for day in days if not project.is_working(day)}))))


def _name(difference: Difference, number: int) -> str:
    if difference.every_day:
        return "Every day"
    if difference.closed:
        return f"With pauses ({number})"
    if difference.opened:
        return f"Open on {difference.opened[0]} ({number})"
    return "Project calendar"
