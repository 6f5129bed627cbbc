"""Calendars of Microsoft Project XML: those of the project and of tasks first, then those of people.

Days off and days worked besides are written twice, as days of type 0 for older programs and as exceptions,
both in order of their days; Microsoft Project ignores those that are not.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from pathwayctl.exchange.msproject.elements import CALENDAR_NAME_LENGTH, DAY_ENDS, DAY_STARTS, put, short_name
from pathwayctl.exchange.msproject.task_calendars import (
    PROJECT_CALENDAR_UID,
    DayChange,
    Stretch,
    TaskCalendar,
)
from pathwayctl.exchange.msproject.terms import DAY_TYPES, NO_UID
from pathwayctl.model.vocabulary import Weekday

_HOURS: Final = ((DAY_STARTS, "12:00:00"), ("13:00:00", DAY_ENDS))
_DAILY: Final = 1


def put_task_calendar(parent: Element, calendar: TaskCalendar, time: Stretch) -> None:
    """Add a calendar that tasks can be scheduled by, with the days of a time that differ from others."""
    _put_calendar(parent, (calendar.uid, calendar.name, True), calendar.weekdays, calendar.changes(time))


def put_resource_calendar(parent: Element, uid: int, name: str, changes: Iterable[DayChange]) -> None:
    """Add the calendar of a person or an organization: that of the project with other days off."""
    _put_calendar(parent, (uid, name, False), None, changes)


def _put_calendar(
    parent: Element,
    known_as: tuple[int, str, bool],
    weekdays: frozenset[Weekday] | None,
    changes: Iterable[DayChange],
) -> None:
    uid, name, is_base = known_as
    calendar, found = SubElement(parent, "Calendar"), tuple(changes)
    base = NO_UID if is_base else PROJECT_CALENDAR_UID
    put(
        calendar,
        (
            ("UID", uid),
            ("Name", short_name(name, CALENDAR_NAME_LENGTH)),
            ("IsBaseCalendar", is_base),
            ("BaseCalendarUID", base),
        ),
    )
    if weekdays is not None or found:
        days = SubElement(calendar, "WeekDays")
        for number, weekday in DAY_TYPES.items() if weekdays is not None else ():
            _put_day(days, number, worked=weekday in (weekdays or ()))
        for change in found:
            _put_day(days, 0, worked=change.worked, change=change)
    if found:
        exceptions = SubElement(calendar, "Exceptions")
        for change in found:
            _put_exception(exceptions, change)


def _put_day(days: Element, number: int, *, worked: bool, change: DayChange | None = None) -> None:
    day = SubElement(days, "WeekDay")
    put(day, (("DayType", number), ("DayWorking", worked)))
    if change:
        _put_period(day, change.first, change.last)
    if worked:
        _put_hours(day)


def _put_exception(exceptions: Element, change: DayChange) -> None:
    exception = SubElement(exceptions, "Exception")
    put(exception, (("EnteredByOccurrences", False),))
    _put_period(exception, change.first, change.last)
    name = short_name(change.name)
    put(exception, (("Occurrences", 1), ("Name", name), ("Type", _DAILY), ("DayWorking", change.worked)))
    if change.worked:
        _put_hours(exception)


def _put_period(parent: Element, first: date, last: date) -> None:
    period = SubElement(parent, "TimePeriod")
    put(period, (("FromDate", f"{first}T00:00:00"), ("ToDate", f"{last}T23:59:00")))


def _put_hours(parent: Element) -> None:
    times = SubElement(parent, "WorkingTimes")
    for begins, ends in _HOURS:
        put(SubElement(times, "WorkingTime"), (("FromTime", begins), ("ToTime", ends)))
