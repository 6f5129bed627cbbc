"""The days on which something recurs, for tasks and meetings alike."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice, pairwise, takewhile
from typing import Final, NamedTuple

from pathwayctl.model.recurrence import ANY_DAY, BUSINESS_DAY, LAST, Every
from pathwayctl.scheduling.workdays import WorkCalendar

MOST_OCCURRENCES: Final = 1_000
"""No rule has more occurrences; a working day of four years each is below it."""
_DAY: Final = timedelta(days=1)


class Occasion(NamedTuple):
    """One occurrence: the day that the rule names, the working day it falls on, and its last day.

    ``day`` is the next working day where the ``named`` day is a day off. ``until`` is the day before the
    rule names another one.
    """

    named: date
    day: date
    until: date

    def stamp(self, every: Every) -> str:
        """What tells its id from the others: ``2027-03``, or ``2027-03-08`` if a month may have several."""
        return self.named.isoformat()[: 7 if every.months else 10]


def occasions(
    every: Every, first: date, until: date, times: int | None, calendar: WorkCalendar
) -> tuple[Occasion, ...]:
    """The occurrences of a rule from ``first`` to ``until`` (included), at most ``times``.

    What would fall on a day off takes place on the next working day. It is left out if there is none
    before the next occurrence, as in a long break.
    """
    named = takewhile(lambda day: day <= until, _named(every, first, calendar))
    days = list(islice(named, MOST_OCCURRENCES + 1))
    if len(days) <= MOST_OCCURRENCES:
        days.append(_next_after(days[-1], every, first, calendar) if days else until + _DAY)
    found = []
    for day, following in pairwise(days):
        worked = calendar.day(calendar.on_or_after(day.toordinal()))
        if worked < following and worked <= max(until, day):
            found.append(Occasion(day, worked, following - _DAY))
    return tuple(found[:times])


def recurrence_days(
    every: Every, first: date, until: date, times: int | None, calendar: WorkCalendar
) -> tuple[date, ...]:
    """The working days of a rule from ``first`` to ``until``, at most ``times``."""
    return tuple(one.day for one in occasions(every, first, until, times, calendar))


def _next_after(day: date, every: Every, first: date, calendar: WorkCalendar) -> date:
    return next((one for one in _named(every, first, calendar) if one > day), date.max)


def _named(every: Every, first: date, calendar: WorkCalendar) -> Iterator[date]:
    """The days that a rule names, from ``first`` on, up to the last date there is."""
    if every.days:
        for number in range((date.max - first).days // every.days + 1):
            yield first + timedelta(days=every.days) * number
        return
    whole_periods = every.names_a_day and every.months > 1
    for number in count():
        months = first.year * 12 + first.month - 1 + number * every.months
        if whole_periods:  # the day is in the last month of a quarter or year, or in its first
            start = (first.year * 12 + first.month - 1) // every.months * every.months
            months = start + number * every.months + (every.months - 1 if every.position == LAST else 0)
        year, month = divmod(months, 12)
        if year > date.max.year:
            return
        day = _in_month(every, year, month + 1, first, calendar)
        if day is not None and day >= first:
            yield day


def _in_month(every: Every, year: int, month: int, first: date, calendar: WorkCalendar) -> date | None:
    """The day of a rule in a month; ``None`` if the month has no such day."""
    length = monthrange(year, month)[1]
    days = [date(year, month, number) for number in range(1, length + 1)]
    if not every.names_a_day:
        return days[min(first.day, length) - 1]
    if every.weekday == BUSINESS_DAY:
        days = [day for day in days if calendar.is_working(day)]
    elif every.weekday != ANY_DAY:
        days = [day for day in days if day.weekday() == every.weekday]
    if every.position == LAST:
        return days[-1] if days else None
    if every.weekday == ANY_DAY:
        return days[min(every.position, length) - 1]
    return days[every.position - 1] if every.position <= len(days) else None
