"""Why a day is not worked: the days of the week, public holidays, and the plan's own closures.

An opening makes a day off a working day. Holidays are looked up one year at a time, only for the years that a
schedule reaches.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pathwayctl.model.project import NO_HOLIDAYS, Calendar, Days
from pathwayctl.model.vocabulary import Weekday
from pathwayctl.scheduling.public_holidays import holidays_known, holidays_of

_WEEK = tuple(Weekday)


class DaysOff:
    """All reasons for a day not to be worked. An unknown country has no holidays."""

    __slots__ = ("_closures", "_code", "_openings", "_weekdays", "week")

    def __init__(self, calendar: Calendar) -> None:
        self._weekdays = frozenset(_WEEK.index(day) for day in calendar.working_days)
        self._closures: tuple[Days, ...] = calendar.closures
        self._openings: tuple[Days, ...] = calendar.openings
        self._code = calendar.holidays if holidays_known(calendar.holidays) else NO_HOLIDAYS
        self.week = len(self._weekdays)

    def reason(self, day: date) -> str | None:
        """The holiday or closure of a day (a holiday first), else ``Saturday`` and the like.

        ``None`` if the day is worked, even if only because of an opening.
        """
        if any(opening.first <= day <= opening.last for opening in self._openings):
            return None
        if name := self._of_year(day.year).get(day):
            return name
        for closure in self._closures:
            if closure.first <= day <= closure.last:
                return closure.name
        number = day.weekday()
        return None if number in self._weekdays else _WEEK[number].label

    def worked(self, year: int, first: int, last: int) -> list[int]:
        """The day counts from ``first`` up to ``last`` (not included), in one year, that are worked."""
        opened, closed = _within(self._openings, first, last), _within(self._closures, first, last)
        if len(closed) == last - first:  # no need to look up holidays
            return sorted(opened)
        closed.update(day.toordinal() for day in self._of_year(year))
        weekdays = self._weekdays  # day 1, January 1 of year 1, is a Monday
        return [
            day
            for day in range(first, last)
            if ((day - 1) % 7 in weekdays and day not in closed) or day in opened
        ]

    def _of_year(self, year: int) -> Mapping[date, str]:
        return {} if self._code == NO_HOLIDAYS else holidays_of(self._code, year) or {}


def _within(stretches: Iterable[Days], first: int, last: int) -> set[int]:
    """The day counts from ``first`` up to ``last`` (not included) that are in one of the stretches."""
    found: set[int] = set()
    for days in stretches:
        found.update(range(max(days.first.toordinal(), first), min(days.last.toordinal() + 1, last)))
    return found
