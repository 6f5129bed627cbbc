"""Check values typed on the command line: names from a list, people, numbers, and days."""

from __future__ import annotations

import os
import re
from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from pathwayctl.cli.exits import stop
from pathwayctl.cli.project_paths import as_option
from pathwayctl.quick_pattern import pattern
from pathwayctl.wording import MONTHS, count, long_day, nearest, offer

if TYPE_CHECKING:
    from pathlib import Path

    from pathwayctl.model.plan import Plan

_NUMBER: Final = pattern(r"\d{1,18}", re.ASCII)
_EXAMPLE: Final = "2027-03-01"
_YEAR_FIRST: Final = pattern(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_MONTH_FIRST: Final = pattern(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)", re.ASCII)
_NAMED: Final = pattern(r"([a-z]{3,9})\.? (\d{1,2}),? (\d{4})|(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})", re.ASCII)
_ORDINAL: Final = pattern(r"(?<=\d)(?:st|nd|rd|th)\b")
_WEEKDAY: Final = pattern(r"(on |this |next )?([a-z]{3,9})", re.ASCII)
_AFTER: Final = pattern(r"(?:in )?(\d{1,3}|an?|one|two|three|four|six) (day|week)s?", re.ASCII)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6}
_RELATIVE: Final = frozenset({"today", "now", "tomorrow", "yesterday"})


def chosen(asked: Iterable[str], known: Collection[str], what: str) -> tuple[str, ...]:
    """The names that were typed, in the order of ``known``; stops at an unknown one."""
    wanted = {the_one(part, known, what) for one in asked for part in one.split(",")}
    return tuple(name for name in known if name in wanted)


def the_one(asked: str, known: Collection[str], what: str, whats: str = "") -> str:
    """The name that was typed; stops if it is unknown. ``whats`` is the plural of ``what``."""
    name = asked.strip()
    by_letters = {one.lower(): one for one in known}
    if name.lower() not in by_letters:
        stop(_unknown(name, known, what, whats))
    return by_letters[name.lower()]


def _unknown(name: str, known: Collection[str], what: str, whats: str) -> str:
    said = f"There is no {what} “{name}”." if name else f"The name of a {what} is missing."
    return f"{said} {offer(name.lower(), known, whats or f'{what}s')}"


def the_baseline(asked: str, saved: Collection[str], place: Path) -> str:
    """The name of the baseline that was typed; stops if no baseline has it."""
    name = asked.strip().lower()
    if name not in saved:
        said = f"There is no baseline “{asked}”." if name else "The name of a baseline is missing."
        save = f"To save one: pathwayctl baseline save approved{as_option(place)}"
        stop(f"{said} {offer(name, saved, 'baselines') if saved else save}")
    return name


def the_parties(asked: Iterable[str], plan: Plan) -> tuple[str, ...]:
    """The ids of the people and organizations that were typed by id or name; stops at an unknown one."""
    names = {one.id: one.name for one in plan.people} | {one.id: one.name for one in plan.organizations}
    return tuple(dict.fromkeys(_party(part.strip(), names) for one in asked for part in one.split(",")))


def _party(asked: str, names: dict[str, str]) -> str:
    if not names:
        stop(
            "This project names no person or organization yet. To add one: "
            'pathwayctl add person --name "Dana Ruiz"'
        )
    word = asked.lower()
    found = word if word in names else None
    if found is None:
        called = [party for party, name in names.items() if name.lower() == word]
        called = called or [party for party, name in names.items() if word in name.lower().split()]
        if len(called) > 1:
            said = ", ".join(f"{party} ({names[party]})" for party in called)
            stop(f"“{asked}” could be {said}. Write the id.")
        found = called[0] if called else None
    if found is None:
        near = nearest(word, names) or _nearest_name(word, names)
        if near:
            stop(f"There is no person or organization “{asked}”. Did you mean “{near}” ({names[near]})?")
        stop(_unknown(asked, names, "person or organization", "people and organizations"))
    return found


def _nearest_name(word: str, names: dict[str, str]) -> str | None:
    near = nearest(word, [name.lower() for name in names.values()])
    return next((party for party, name in names.items() if name.lower() == near), None)


def the_number(asked: str, option: str, least: int, most: int) -> int:
    """The whole number that was typed; stops if it is not a number, too small, or too large."""
    text = asked.strip().replace(",", "")
    if not _NUMBER.fullmatch(text) or not least <= int(text) <= most:
        stop(f"“{asked}” is not valid for {option}. Write a whole number from {least:,} to {most:,}.")
    return int(text)


def the_day(asked: str, option: str) -> date:
    """The day that was typed; stops with what to type if it is not clear."""
    day = day_of(asked)
    if day is None:
        stop(f"{not_a_day(asked)} Write {option} {meant(asked) or _EXAMPLE}")
    return day


def day_of(text: str) -> date | None:
    """The day that a text names with the year first or with the name of the month, else ``None``."""
    numbers = _year_first(text) or _named(text)
    return _day(*numbers) if numbers else None


def day_after(text: str, since: date) -> date | None:
    """The day that a text means when it is said on a day: ``3/12``, ``March 12``, ``Friday``, ``in 2 weeks``.

    A month comes before its day, and a day without a year is the first such day from ``since`` on. Friday is
    the first one after ``since``, and next Friday the one of the week after, where weeks begin on Monday.
    """
    said = _ORDINAL.sub("", " ".join(text.lower().split()))
    whole = day_of(said) or day_of(meant(said))
    if whole is not None:
        return whole
    for year in range(since.year, since.year + 9):  # a leap day may be eight years ahead
        day = day_of(f"{said} {year}") or day_of(meant(f"{said}/{year}"))
        if day is not None and day >= since:
            return day
    try:
        return _counted(said, since)
    except OverflowError:
        return None


def _counted(said: str, since: date) -> date | None:
    """The day that is counted from another one: a day of the week, or so many days or weeks later."""
    if said == "tomorrow":
        return since + timedelta(1)
    if later := _AFTER.fullmatch(said):
        number = _NUMBERS.get(later[1]) or int(later[1])
        return since + timedelta(**{f"{later[2]}s": number})
    named = _WEEKDAY.fullmatch(said)
    place = next((n for n, one in enumerate(_WEEKDAYS) if named and one.startswith(named[2])), None)
    if named is None or place is None:
        return None
    if named[1] == "next ":
        return since + timedelta(7 + place - since.weekday())
    return since + timedelta((place - since.weekday() - 1) % 7 + 1)


def not_a_day(text: str) -> str:
    """Why a text is not taken as a day, in a sentence."""
    text = text.strip()
    if text.lower() in _RELATIVE:
        return f"“{text}” depends on the day on which it is read, so name the day itself."
    if said := meant(text):
        day = long_day(date.fromisoformat(said))
        return f"“{text}” could be read in two ways. If you mean {day}, put the year first."
    numbers = _year_first(text) or _named(text) or _month_first(text)
    if numbers is None:
        return f"“{text}” is not a day. Days are written year, month, day."
    year, month, _ = numbers
    if not 1 <= month <= 12:
        return f"“{text}” is not a day: there is no month {month}."
    if year < 1:
        return f"“{text}” is not a day: there is no year {year}."
    days = monthrange(year, month)[1]
    return f"“{text}” is not a day: {MONTHS[month - 1]} {year} has {count(days, 'day')}."


def given_today() -> date | None:
    """The day that ``SOURCE_DATE_EPOCH`` names, in seconds since 1970, as build systems set it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        stop(f"SOURCE_DATE_EPOCH is “{epoch}”. It should be a number of seconds since 1970, or not be set.")


def today_of(asked: str | None) -> date | None:
    """The day of ``--today`` if it was given, else the one that ``SOURCE_DATE_EPOCH`` names, if any."""
    return the_day(asked, "--today") if asked is not None else given_today()


def meant(text: str) -> str:
    """What ``3/1/2027`` means where people write the month first, as a day to type."""
    numbers = _month_first(text.strip())
    day = _day(*numbers) if numbers else None
    return day.isoformat() if day else ""


def _year_first(text: str) -> tuple[int, int, int] | None:
    found = _YEAR_FIRST.fullmatch(text.strip())
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _month_first(text: str) -> tuple[int, int, int] | None:
    """A year, month, and day from ``3/1/2027`` or ``3/1/27``."""
    found = _MONTH_FIRST.fullmatch(text)
    if found is None:
        return None
    year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
    return (year, int(found[1]), int(found[2]))


def _named(text: str) -> tuple[int, int, int] | None:
    found = _NAMED.fullmatch(" ".join(text.lower().split()))
    if found is None:
        return None
    name, day, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    month = next((n for n, one in enumerate(MONTHS, 1) if one.lower().startswith(name)), 0)
    return (int(year), month, int(day)) if month else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
