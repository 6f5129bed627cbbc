"""The days off between two days, in stretches that people have a name for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import Weekday
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.workdays import WorkCalendar

_DAY: Final = timedelta(days=1)
_MOST: Final = 40_000
"""Calendar days. Nobody asks for the holidays of a longer time, and they take long to look up."""


@dataclass(frozen=True, slots=True)
class Off:
    """A stretch of days that are not worked, both ends included.

    ``name`` is that of the holiday or closure; it is empty for days of the week that are never worked,
    such as a weekend.
    """

    name: str
    first: date
    last: date


def days_off(plan: Plan, calendar: WorkCalendar, first: date, last: date) -> tuple[Off, ...]:
    """The days off from one day to another, both included, in order; none if they are too many to tell.

    A closure is one stretch, with the weekends and holidays in it; a holiday on a weekend is weekend.
    """
    found: list[Off] = []
    if (last - first).days > _MOST:
        return ()
    for day in _days(first, last):
        name = _name(plan, calendar, day)
        if name is None:
            continue
        if found and found[-1].name == name and found[-1].last == day - _DAY:
            found[-1] = replace(found[-1], last=day)
        else:
            found.append(Off(name, day, day))
    return tuple(found)


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + number * _DAY


def _name(plan: Plan, calendar: WorkCalendar, day: date) -> str | None:
    """What a day off is called, an empty name for a day of the week that is never worked."""
    if calendar.is_working(day):
        return None
    for closure in plan.calendar.closures:
        if closure.first <= day <= closure.last:
            return closure.name
    if tuple(Weekday)[day.weekday()] not in plan.calendar.working_days:
        return ""
    return calendar.day_off(day)
