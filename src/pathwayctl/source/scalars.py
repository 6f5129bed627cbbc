"""What a plain text in YAML means: text, number, boolean, day, or null (YAML 1.2 core schema).

The patterns are those by which ruamel's safe loader tells numbers from text, so that a project
reads the same here and there. What other programs would read differently becomes a ``Doubt``.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from pathwayctl.quick_pattern import pattern
from pathwayctl.source.character_sets import BULLETS, DASHES
from pathwayctl.source.quoting import quoted_whole, shown, with_quotes, yaml_quoted
from pathwayctl.source.rules import (
    BARE_TIME,
    DAY_AND_TIME,
    LEADING_ZERO,
    MERGE,
    NO_SUCH_DAY,
    NOT_FINITE,
    TOO_BIG,
    YES_OR_NO,
)
from pathwayctl.source.text_report import Doubt
from pathwayctl.wording import MONTHS

LARGEST: Final = 10**15
"""The largest whole number that is read: up to here every program keeps all its digits."""


_INT: Final = re.compile(r"[-+]?(?:0b[01_]+|0o?[0-7_]+|[0-9_]+|0x[0-9a-fA-F_]+)")
_FLOAT: Final = re.compile(
    r"[-+]?[0-9][0-9_]*(?:\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)|[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?"
)
_NOT_FINITE: Final = pattern(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_ZERO_FIRST: Final = pattern(r"[-+]?0[0-9_]")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_AND_TIME: Final = pattern(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]*)?)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?"
)
_TIME: Final = pattern(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")


_UNUSUAL_START: Final = frozenset(f"0123456789+-.“„‘«{DASHES}{BULLETS}")


def resolve(text: str) -> Any:
    """The value of a plain text: itself, a number, a truth value, a day, ``None``, or a ``Doubt``."""
    found = _WORDS.get(text, text)
    if found is text and (text[0] in _UNUSUAL_START or text[-1] == ","):
        return _looked_at(text)
    return found


def _looked_at(text: str) -> Any:
    """The value of a text that may be a number or a day, or that ends or begins in an unusual way."""
    if text[0] in "0123456789+-." and text[-1] != ",":
        found = _numeric(text)
        if found is not text or text[0] != "-":
            return found
    from pathwayctl.source.stray_characters import doubt_of  # few files need it

    return doubt_of(text, resolve)


def _numeric(text: str) -> Any:
    if _FLOAT.fullmatch(text) or _INT.fullmatch(text):
        return _number(text)
    if _DAY.fullmatch(text):
        return _day(text, text)
    if _TIME.fullmatch(text):
        return Doubt(text, BARE_TIME, f"The time {shown(text)} needs quotes around it.", *_in_quotes(text))
    if _NOT_FINITE.fullmatch(text):
        return Doubt(text, NOT_FINITE, f"{shown(text)} is not a number that a plan can hold.", "")
    found = _DAY_AND_TIME.fullmatch(text)
    if found:
        year, month, day = found.groups()
        return _day(f"{year}-{month:0>2}-{day:0>2}", text)
    return text


def _number(text: str) -> Any:
    if _ZERO_FIRST.match(text):
        message = f"{shown(text)} begins with zero, so it reads as a code and not as a number."
        return Doubt(text, LEADING_ZERO, message, *_in_quotes(text))
    digits = text.replace("_", "")
    try:
        value = _value(digits)
    except ValueError:  # only a sign, a point, and underscores
        return text
    if value is None or not -LARGEST <= value <= LARGEST:
        hint = f"Write a smaller number, or {yaml_quoted(text)} with quotes around it if it is a code."
        return Doubt(text, TOO_BIG, f"The number {shown(text)} is too large.", hint)
    return value


def _value(digits: str) -> int | float | None:
    """The number; ``None`` if it has more digits than Python converts."""
    for prefix, base in (("0b", 2), ("0o", 8), ("0x", 16)):
        if digits.lstrip("+-").startswith(prefix):
            return int(digits, base)
    if _INT.fullmatch(digits):
        return int(digits) if len(digits) < 30 else None
    return float(digits)


def _day(written: str, text: str) -> Any:
    """The day that is written as ``2027-01-04`` within a text, which may hold a time of day too."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        why, instead = no_such_day(*map(int, written.split("-")))
        hint = f"Write {instead}, or the day that is meant." if instead else ""
        return Doubt(text, NO_SUCH_DAY, f"The day {shown(text)} is not in the calendar: {why}.", hint)
    if written == text:
        return day
    message = f"{shown(text)} holds a time of day as well."
    return Doubt(day, DAY_AND_TIME, message, f"Write only the day: {written}.", written)


def _in_quotes(text: str) -> tuple[str, str]:
    """The hint and the fix for a text that needs quotes."""
    return with_quotes(text), quoted_whole(text)


def no_such_day(year: int, month: int, day: int) -> tuple[str, str]:
    """Why there is no such day, and the day to write instead (``2027-02-28``) where one can tell."""
    import calendar  # needed only to explain a wrong day

    if year == 0:
        return "there is no year 0", ""
    if not 1 <= month <= 12:
        swapped = f"{year:04}-{day:02}-{month:02}" if month <= 31 and 1 <= day <= 12 else ""
        return f"there is no month {month}", swapped
    if day == 0:
        return "months begin with day 1", f"{year:04}-{month:02}-01"
    last = calendar.monthrange(year, month)[1]
    return f"{MONTHS[month - 1]} {year} has {last} days", f"{year:04}-{month:02}-{last}"


def _yes_or_no(word: str, meaning: str) -> Doubt:
    message = f"{shown(word)} is a plain word here, and {meaning} for some other programs."
    hint = f"Write {meaning}, or {yaml_quoted(word)} with quotes around it if you mean the word."
    return Doubt(word, YES_OR_NO, message, hint)


def _forms(word: str) -> tuple[str, ...]:
    """The three spellings that count: ``yes``, ``Yes``, ``YES``."""
    return (word, word.capitalize(), word.upper())


_WORDS: Final[dict[str, Any]] = {
    "": None,
    "~": None,
    **dict.fromkeys(_forms("null")),
    **dict.fromkeys(_forms("true"), True),
    **dict.fromkeys(_forms("false"), False),
    **{form: _yes_or_no(form, "true") for word in ("y", "yes", "on") for form in _forms(word)},
    **{form: _yes_or_no(form, "false") for word in ("n", "no", "off") for form in _forms(word)},
    "<<": Doubt("<<", MERGE, "The sign << does not take lines over here.", "Write the lines out."),
}
