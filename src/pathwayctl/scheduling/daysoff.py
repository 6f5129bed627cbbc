"""Why a day is not worked: the days of the week, public holidays, and the plan's own closures.

An opening makes a day off a working day. The ``holidays`` library is loaded when a plan names a country,
and asked for one year at a time, only for the years that a schedule reaches. The names of the holidays
are asked for in English: left to itself the library takes the language from the machine.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pathwayctl.model.project import NO_HOLIDAYS, Calendar, Days
from pathwayctl.model.vocabulary import Weekday

_WEEK = tuple(Weekday)
_CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


def holidays_known(code: str) -> bool:
    """Whether the ``holidays`` library has this country or subdivision; ``none`` is known."""
    return code == NO_HOLIDAYS or (_CODE.fullmatch(code) is not None and _holidays(code, None) is not None)


def _holidays(code: str, year: int | None) -> Mapping[date, str] | None:
    """The public holidays of a year, or nothing for a code that the library does not know."""
    import holidays  # takes time to load, and most plans that name no country never need it

    country, _, subdivision = code.partition("-")
    options: dict[str, Any] = {"subdiv": subdivision or None, "years": year, "expand": False}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about names of regions that are going out of use
        try:
            return dict(holidays.country_holidays(country, language="en_US", **options))
        except NotImplementedError:
            return None


def load() -> None:
    """Load the library now rather than when it is needed."""
    import holidays.countries  # noqa: F401 - that it is loaded is all that is wanted


class DaysOff:
    """All reasons for a day not to be worked. A country that is not known has no holidays."""

    __slots__ = ("_closures", "_code", "_openings", "_weekdays", "_years", "week")

    def __init__(self, calendar: Calendar) -> None:
        self._weekdays = frozenset(_WEEK.index(day) for day in calendar.working_days)
        self._closures: tuple[Days, ...] = calendar.closures
        self._openings: tuple[Days, ...] = calendar.openings
        self._code = calendar.holidays if holidays_known(calendar.holidays) else NO_HOLIDAYS
        self._years: dict[int, Mapping[date, str]] = {}
        self.week = len(self._weekdays)

    def reason(self, day: date) -> str | None:
        """The holiday or closure of a day (a holiday first), else ``Saturday`` and the like.

        ``None`` if the day is worked, be it only because of an opening.
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
        if self._code == NO_HOLIDAYS:
            return {}
        if year not in self._years:
            self._years[year] = _holidays(self._code, year) or {}
        return self._years[year]


def _within(stretches: Iterable[Days], first: int, last: int) -> set[int]:
    """The day counts from ``first`` up to ``last`` (not included) that lie in one of the stretches."""
    found: set[int] = set()
    for days in stretches:
        found.update(range(max(days.first.toordinal(), first), min(days.last.toordinal() + 1, last)))
    return found
