"""What number is meant by a text: ``$1,500``, ``50%``, ``20 min``, ``9th``, ``half``."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.loading.understanding.written_form import Meant, bare
from pathwayctl.quick_dataclass import dataclass

_WORDS: Final = {
    **{word: float(number) for number, word in enumerate((
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ))},
    "a": 1.0, "half": 0.5, "half time": 0.5, "half-time": 0.5,
    "part time": 0.5, "part-time": 0.5, "half a day": 0.5,
    "full": 1.0, "full time": 1.0, "full-time": 1.0, "quarter": 0.25, "a quarter": 0.25,
    "free": 0.0, "no cost": 0.0,
}  # fmt: skip
_NUMBER: Final = re.compile(
    r"(?P<before>[^\d.+-]*)(?P<number>[-+]?(?:\d{1,3}(?:[, ]\d{3})+|\d+)?(?:\.\d+)?)"
    r"\s*(?:(?P<many>thousand|million|mio|k|m)\b)?(?P<after>[^\d]*)"
)
_BEFORE: Final = re.compile(
    r"(?:us\$|\$|usd|€|£|#|grade|step|level|about|approx(?:imately)?\.?|around|ca\.?|circa|~|≈|up to|[ .])*+"
)
_AFTER: Final = re.compile(
    r"(?:\$|usd|us|dollars?|%|percent|per cent|pct|students?|st|nd|rd|th|grade|minutes?|mins?|hours?|hrs?|h"
    r"|people|persons?|participants?|openings?|jobs?|applicants?|credits?|fte|units?|seats?|slots?"
    r"|per|each|annually|annum|an|a|years?|yr|month|day|of|time|[ ./*+~?-])*+"
)
"""The longer of two words that begin alike comes first: a possessive repetition tries no other way."""
_DECIMAL_COMMA: Final = re.compile(r"(\d),(\d{1,2})(?!\d)")
_CLOCK: Final = re.compile(r"(\d{1,2})(?:\s*h(?:ours?|rs?)?\s*|:)(\d{1,2})\s*(?:m(?:in(?:ute)?s?)?)?")
_SPREAD: Final = re.compile(r"(\$?[\d,.]+)\s*(?:-|–|—|to)\s*(\$?[\d,.]+)(.*)")
_YEARS: Final = re.compile(
    r"(?:fy|fiscal year|school year|year|sy)?[\s.]*'?(\d{4}|\d{2})(?:\s*[-–/]\s*(\d{4}|\d{2}))?"
)
FIRST_YEAR: Final = 1900
"""Minimum of the fields that take a year."""
_MANY: Final = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mio": 1e6, "million": 1e6}


@dataclass(frozen=True, slots=True)
class FieldBounds:
    """What numbers a field takes, and what it counts."""

    whole: bool
    least: float = float("-inf")
    most: float = float("inf")
    above_least: bool = False
    minutes: bool = False
    share: bool = False
    """A part of one: a chance from 0 to 1, or units of a day."""

    def take(self, number: float) -> bool:
        """Whether the field takes a number."""
        if self.whole and number != int(number):
            return False
        return self.least <= number <= self.most and not (self.above_least and number == self.least)


def understood_number(value: object, bounds: FieldBounds) -> Meant | None:
    """The number that a value names, if the field takes it, or ``None``."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _repaired(float(value), bounds)
    if not isinstance(value, str):
        return None
    text = bare(value).lower()
    number = _WORDS.get(text)
    if number is not None:
        return _fitting(number, bounds)
    if _SPREAD.fullmatch(text):
        ends = _ends(text, bounds)
        if ends is None:
            return None
        middle = sum(ends) / 2
        meant = _fitting(float(int(middle)) if bounds.whole else middle, bounds)
        return Meant(meant.typed, otherwise=", or the number that you plan with") if meant else None
    number = _read(text, bounds)
    return None if number is None else _fitting(number, bounds)


def understood_range(value: object, bounds: FieldBounds) -> tuple[str, str] | None:
    """The lower and the higher number of ``20-40``, ``[20, 40]``, or ``{low: 20, high: 40}``, as typed."""
    found = list(value.values()) if isinstance(value, dict) else value
    text = "-".join(str(one) for one in found) if isinstance(found, list) and len(found) == 2 else found
    ends = _ends(bare(text).lower(), bounds) if isinstance(text, str) else None
    if ends is None or not all(bounds.take(one) for one in ends):
        return None
    return _digits(min(ends)), _digits(max(ends))


def _ends(text: str, bounds: FieldBounds) -> tuple[float, float] | None:
    """Both ends of a range such as ``$1,000-$2,000``, in the order in which they are written."""
    spread = _SPREAD.fullmatch(text)
    if spread is None:
        return None
    low, high = (_read(f"{part}{spread[3]}", bounds) for part in spread.groups()[:2])
    return None if low is None or high is None else (low, high)


def understood_year(text: str) -> Meant | None:
    """The year in which ``FY27`` or ``2026-27`` ends, or ``None``."""
    found = _YEARS.fullmatch(bare(text).lower())
    year = (found[2] or found[1]) if found else ""
    return Meant(year if len(year) == 4 else f"20{year}") if year else None


def _read(text: str, bounds: FieldBounds) -> float | None:
    clock = _CLOCK.fullmatch(text)
    if bounds.minutes and clock:
        return 60.0 * int(clock[1]) + int(clock[2])
    found = _NUMBER.fullmatch(_DECIMAL_COMMA.sub(r"\1.\2", text))
    if not found or not any(sign.isdigit() for sign in found["number"]):
        return None
    before, after = found["before"].strip(), found["after"].strip()
    if not _BEFORE.fullmatch(before) or not _AFTER.fullmatch(after):
        return None
    number = float(found["number"].replace(",", "").replace(" ", "")) * _MANY.get(found["many"] or "", 1.0)
    if bounds.share and re.search(r"%|per ?cent|pct", after):
        return number / 100
    if bounds.minutes and re.match(r"h(?:ou)?r?s?\b", after):
        return number * 60
    return number


def _repaired(number: float, bounds: FieldBounds) -> Meant | None:
    """A number in another unit than the field's: 30 for a chance of 0.3, 0.4 for 40 percent."""
    if bounds.share and bounds.most == 1 and 1 < number <= 100:
        return Meant(_digits(number / 100), f"That is {number:g} percent.")
    if bounds.whole and bounds.most == 100 and 0 < number < 1:
        return Meant(f"{number * 100:.0f}", f"That is {number * 100:.0f} percent.")
    exact = number == int(number)
    if bounds.whole and bounds.take(float(round(number))) and (exact or bounds.most > 100):
        return Meant(f"{round(number)}", "" if exact else "It takes a whole number.", exact=exact)
    return None


def _fitting(number: float, bounds: FieldBounds) -> Meant | None:
    return Meant(_digits(number)) if bounds.take(number) else _repaired(number, bounds)


def _digits(number: float) -> str:
    return f"{number:.12g}" if abs(number) < 1e11 else f"{number:.0f}"
