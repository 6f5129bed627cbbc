"""The working days of a calendar of a file, as a calendar of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from pathwayctl.exchange.msproject.file_plan import FileCalendar, FileException, FilePlan
from pathwayctl.model.project import Calendar
from pathwayctl.model.vocabulary import Weekday
from pathwayctl.scheduling.days_off import DaysOff
from pathwayctl.scheduling.workdays import WorkCalendar

_LONGEST_NAME: Final = 100
_ANY_DAY: Final = date(2000, 1, 3)
_WEEK: Final = tuple(Weekday)
_MOST_DAYS: Final = 20 * 366
"""Days of a plan that are compared."""


def working_days(calendar: FileCalendar) -> list[str]:
    """The weekdays that are worked, as a file of ours has them; Monday to Friday if none is."""
    return [day.value for day in _WEEK if calendar.week[day]] or [day.value for day in _WEEK[:5]]


def closures(exceptions: Iterable[FileException]) -> Iterator[dict[str, Any]]:
    """The exceptions that are days off, as entries of ours."""
    return (entry_of(one) for one in exceptions if not one.minutes)


def openings(calendar: FileCalendar) -> Iterator[dict[str, Any]]:
    """The exceptions by which days off are worked, as entries of ours."""
    off = {day for day in _WEEK if not calendar.week[day]}
    for one in calendar.exceptions:
        if one.minutes and any(_WEEK[day.weekday()] in off for day in days_of(one)):
            yield entry_of(one)


def days_of(exception: FileException) -> Iterator[date]:
    """The days of an exception; of a long one, those of a week."""
    first = exception.first.toordinal()
    for count in range(first, min(exception.last.toordinal(), first + 6) + 1):
        yield date.fromordinal(count)


def entry_of(exception: FileException) -> dict[str, Any]:
    """A closure, leave, or opening of ours."""
    name = {"name": exception.name[:_LONGEST_NAME]} if exception.name else {}
    if exception.first == exception.last:
        return {**name, "date": exception.first}
    return {**name, "from": exception.first, "to": exception.last}


def calendar_of(calendar: FileCalendar) -> Calendar:
    """The same days as a calendar of ours."""
    return Calendar.model_validate(
        {
            "working_days": working_days(calendar),
            "closures": list(closures(calendar.exceptions)),
            "openings": list(openings(calendar)),
        }
    )


def days_of_file(plan: FilePlan) -> WorkCalendar:
    """The working days of the project's calendar in a file, numbered from the start of the plan."""
    return WorkCalendar(plan.first_day or _ANY_DAY, DaysOff(calendar_of(plan.calendar)))


def worked_in_file_only(plan: FilePlan, days: WorkCalendar) -> dict[date, str]:
    """Our holidays and closures on which the file works, from its first to its last day, with their names."""
    planned = [one.days for one in plan.tasks if one.days]
    if not planned:
        return {}
    theirs, worked = days_of_file(plan), set(working_days(plan.calendar))
    first = min(day for day, _ in planned).toordinal()
    last = min(max(day for _, day in planned).toordinal(), first + _MOST_DAYS)
    dates = map(date.fromordinal, range(first, last + 1))
    shared = (day for day in dates if _WEEK[day.weekday()].value in worked and theirs.is_working(day))
    found = ((day, days.day_off(day)) for day in shared)
    return {day: name for day, name in found if name and name != _WEEK[day.weekday()].label}
