"""What day is meant by a text or number that is not written as year-month-day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date
from typing import Final

from pathwayctl.loading.understanding.written_form import Meant, bare
from pathwayctl.source.scalars import no_such_day
from pathwayctl.wording import MONTHS

_MONTH: Final = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR: Final = r"(?P<year>\d{4}|'?\d{2})"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_SEASONS: Final = {"winter": (1, 2), "spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11)}
_GAP: Final = r"[\s,./-]*"
_NOISE: Final = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b\.?,?"
    r"|(?:(?<=\d)t|\bat\b|,)?\s*(?<!\d)\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?\b)?z?"
    r"|\b(?:on|by|before|after|until|around|about|approx|the|of|end|beginning|start|middle|early|late|mid|due)\b[.-]?"
)
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")

Parts = dict[str, str]


def understood_day(value: object, start: date | None = None, *, last: bool = False) -> Meant | None:
    """The day that a value names, or ``None``.

    ``start`` is the first day of the project: a day without a year is the first one from there on.
    ``last`` takes the last day of a month or quarter, for fields that say by when.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = bare(str(value)).lower().translate(_DASHES)
    last = last or text.startswith(("end of", "the end of", "by the end of", "late"))
    text = _NOISE.sub(" ", text).strip(" ,.~?-")
    for form, read in _FORMS:
        found = form.fullmatch(text)
        if found:
            return read(found.groupdict(), start, last)
    return None


def _whole(parts: Parts, _start: date | None, _last: bool) -> Meant | None:
    """A day with its year, with month and day in a clear order."""
    return _of(_year(parts["year"]), _month(parts["month"]), int(parts["day"]))


def _by_numbers(parts: Parts, start: date | None, _last: bool) -> Meant | None:
    """``3/10/2027``: month first, as Americans write it, unless only the other order makes a day."""
    year, first, second = _year(parts["year"]), int(parts["month"]), int(parts["day"])
    if start and len(parts["year"]) == 2 and 0 <= 2000 + first - start.year <= 5:
        return _of(2000 + first, second, int(parts["year"]))  # 27-03-10: the year comes first
    if first > 12:
        return _of(year, second, first)
    meant, other = _of(year, first, second), _of(year, second, first)
    if second > 12 or first == second or not (meant.typed and other.typed):
        return meant
    here, there = f"{MONTHS[first - 1]} {second}", f"{MONTHS[second - 1]} {first}"
    return Meant(
        meant.typed, otherwise=f" for {here} (month first, as in the US), or {other.typed} for {there}"
    )


def _without_year(parts: Parts, start: date | None, _last: bool) -> Meant | None:
    if start is None:
        return None
    month, day = _month(parts["month"]), int(parts["day"])
    for year in (start.year, start.year + 1):
        meant = _of(year, month, day)
        if not meant.typed:
            return meant
        if date.fromisoformat(meant.typed) >= start:
            return Meant(meant.typed, otherwise=", or the year that you mean")
    return None


def _month_only(parts: Parts, _start: date | None, last: bool) -> Meant | None:
    month = _month(parts["month"])
    return _period(_year(parts["year"]), month, month, last) if 1 <= month <= 12 else None


def _quarter(parts: Parts, _start: date | None, last: bool) -> Meant | None:
    number = int(parts["quarter"])
    return _period(_year(parts["year"]), 3 * number - 2, 3 * number, last)


def _year_only(parts: Parts, _start: date | None, last: bool) -> Meant | None:
    return _period(_year(parts["year"]), 1, 12, last)


def _season(parts: Parts, _start: date | None, last: bool) -> Meant | None:
    first, final = _SEASONS[parts["season"]]
    return _period(_year(parts["year"]), first, final, last)


def _period(year: int, first: int, final: int, last: bool) -> Meant | None:
    month = final if last else first
    which = "last" if last else "first"
    day = calendar.monthrange(year, month)[1] if last else 1
    return Meant(f"{year:04}-{month:02}-{day:02}", otherwise=f", its {which} day, or another day of it")


def _of(year: int, month: int, day: int) -> Meant:
    try:
        return Meant(date(year, month, day).isoformat())
    except ValueError:
        why, instead = no_such_day(year, month, day)
        if not _is_day(instead):  # 31 days or not, the month has no day like that
            instead = ""
        return Meant(instead, f"{why[0].upper()}{why[1:]}.", exact=False)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _year(text: str) -> int:
    number = int(text.lstrip("'"))
    return number if len(text) == 4 else 2000 + number


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return next(number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(text[:3]))


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[Parts, date | None, bool], Meant | None]], ...]] = tuple(
    (re.compile(form), read)
    for form, read in (
        (r"(?P<year>\d{4})\s*[-/. ]\s*(?P<month>\d{1,2})\s*[-/. ]\s*(?P<day>\d{1,2})", _whole),
        (r"(?P<year>[12]\d{3})(?P<month>\d{2})(?P<day>\d{2})", _whole),
        (r"(?P<month>\d{1,2})\s*([-/.])\s*(?P<day>\d{1,2})\s*\2\s*(?P<year>\d{4}|\d{2})", _by_numbers),
        (rf"{_MONTH}{_GAP}(?P<year>\d{{4}})", _month_only),
        (rf"{_MONTH}{_GAP}{_DAY}{_GAP}{_YEAR}", _whole),
        (rf"{_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR}", _whole),
        (rf"{_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}", _whole),
        (rf"{_MONTH}{_GAP}{_DAY}", _without_year),
        (rf"{_DAY}{_GAP}{_MONTH}", _without_year),
        (r"(?P<month>\d{1,2})/(?P<day>\d{1,2})", _without_year),
        (r"(?P<year>[12]\d{3})[-/](?P<month>\d{1,2})", _month_only),
        (r"(?P<month>\d{1,2})/(?P<year>[12]\d{3})", _month_only),
        (rf"q(?:uarter)?\s*(?P<quarter>[1-4])[\s,/-]*{_YEAR}", _quarter),
        (r"(?P<year>\d{4})[\s,/-]*q(?P<quarter>[1-4])", _quarter),
        (rf"(?P<season>{'|'.join(_SEASONS)}){_GAP}{_YEAR}", _season),
        (r"(?P<year>20\d{2})", _year_only),
    )
)
