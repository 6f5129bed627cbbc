"""The calendars of a file: their weeks, their exceptions, and what each takes from its base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pathwayctl.exchange.msproject.element_fields import ElementFields
from pathwayctl.exchange.msproject.file_plan import FileCalendar, FileException
from pathwayctl.exchange.msproject.terms import DAY_MINUTES, DAY_TYPES, NO_UID
from pathwayctl.model.vocabulary import Weekday
from pathwayctl.quick_dataclass import dataclass

FULL_DAY: Final = 480
"""Default minutes of a working day whose hours the file does not give."""
_DAILY: Final = (1, 7)
"""Exception types that recur daily or every few days (1 is also used for a span of days)."""
_STANDARD: Final = {day: 0 if day in (Weekday.SAT, Weekday.SUN) else FULL_DAY for day in Weekday}


@dataclass(frozen=True, slots=True)
class _Stated:
    """A calendar before inheritance: only the weekdays it defines itself."""

    fields: ElementFields
    base: int
    week: Mapping[Weekday, int]
    exceptions: tuple[FileException, ...]
    recurring: tuple[str, ...]


def read_calendars(root: ElementFields) -> dict[int, FileCalendar]:
    """The calendars by their numbers."""
    stated = {}
    for fields in root.each("Calendars", "Calendar"):
        uid = fields.number("UID")
        if uid is not None:
            stated[uid] = _stated(fields)
    return {uid: _with_base(uid, stated) for uid in stated}


def standard_calendar() -> FileCalendar:
    """Default calendar for a file without one: eight hours, Monday to Friday."""
    return FileCalendar(NO_UID, "Standard", _STANDARD, (), (), False, (), False)


def _stated(fields: ElementFields) -> _Stated:
    week: dict[Weekday, int] = {}
    old: list[FileException] = []
    for day in fields.each("WeekDays", "WeekDay"):
        weekday = DAY_TYPES.get(day.number("DayType") or 0)
        if weekday is not None:
            week[weekday] = _work_of(day)
        else:
            old += _exception(day, day)
    found = fields.each("Exceptions", "Exception")
    once = [one for one in found if not _recurs(one)]
    exceptions = [made for one in once for made in _exception(one, one)] if found else old
    names = tuple(one.text("Name") or "without a name" for one in found if _recurs(one))
    base = fields.number("BaseCalendarUID")
    return _Stated(fields, NO_UID if base is None else base, week, tuple(exceptions), names)


def _recurs(exception: ElementFields) -> bool:
    kind, every = exception.number("Type"), exception.number("Period")
    return kind is not None and kind > 1 and not (kind in _DAILY and every in (None, 0, 1))


def _exception(fields: ElementFields, day: ElementFields) -> Iterator[FileException]:
    for period in fields.each("TimePeriod"):
        first, last = period.moment("FromDate"), period.moment("ToDate")
        first, last = first or last, last or first
        if first is not None and last is not None and first <= last:
            yield FileException(fields.text("Name"), first.date(), last.date(), _work_of(day))


def _work_of(day: ElementFields) -> int:
    """The minutes of work on a day."""
    times = [_length(one) for one in day.each("WorkingTimes", "WorkingTime")]
    if not day.flag("DayWorking", default=bool(times)):
        return 0
    return min(sum(times), DAY_MINUTES) or FULL_DAY


def _length(time: ElementFields) -> int:
    """Minutes between two times of day; midnight counts as the end of the day."""
    first, last = (_clock(time.text(name)) for name in ("FromTime", "ToTime"))
    if first is None or last is None:
        return 0
    return max((last or DAY_MINUTES) - first, 0)


def _clock(text: str) -> int | None:
    """Parse ``08:00:00`` as minutes since midnight; a date before it is ignored."""
    parts = text.rpartition("T")[2].split(":")
    if len(parts) < 2 or not all(part.isdecimal() for part in parts[:2]):
        return None
    return min(int(parts[0]) * 60 + int(parts[1]), DAY_MINUTES)


def _with_base(uid: int, stated: Mapping[int, _Stated]) -> FileCalendar:
    """A calendar with the weekdays and exceptions of those that it is based on."""
    chain, here = [stated[uid]], stated[uid].base
    while here in stated and stated[here] not in chain:
        chain.append(stated[here])
        here = stated[here].base
    week = dict(_STANDARD)
    for one in reversed(chain):
        week |= one.week
    exceptions = tuple(exception for one in chain for exception in one.exceptions)
    inherited = dict(_STANDARD)
    for one in reversed(chain[1:]):
        inherited |= one.week
    recurring = tuple(dict.fromkeys(name for one in chain for name in one.recurring))
    has_weeks = any(one.fields.each("WorkWeeks", "WorkWeek") for one in chain)
    own = chain[0]
    return FileCalendar(
        uid,
        own.fields.text("Name"),
        week,
        exceptions,
        own.exceptions,
        week != inherited,
        recurring,
        has_weeks,
    )
