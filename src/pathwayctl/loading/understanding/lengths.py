"""What length of time is meant: ``3 months``, ``two weeks``, ``5-10d``, ``4h``, ``10 days?``."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final

from pathwayctl.loading.understanding.written_form import Meant, bare
from pathwayctl.model.values import MOST_DAYS

_UNITS: Final = {
    "": "d", "d": "d", "dy": "d", "day": "d", "w": "w", "wk": "w", "week": "w", "ed": "ed", "eday": "ed",
    "ew": "ew", "eweek": "ew", "ewk": "ew", "m": "month", "mo": "month", "mon": "month", "mth": "month",
    "month": "month", "q": "quarter", "qtr": "quarter", "quarter": "quarter", "y": "year", "yr": "year",
    "year": "year", "fortnight": "fortnight", "h": "hour", "hr": "hour", "hour": "hour", "min": "minute",
    "minute": "minute", "emon": "month", "emo": "month", "semester": "semester", "term": "semester",
}  # fmt: skip
_WEEKS_IN: Final = {"month": 52 / 12, "quarter": 13, "year": 52, "fortnight": 2, "semester": 18}
_NUMBERS: Final = {word: str(number) for number, word in enumerate(
    ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
)} | {
    "twelve": "12", "a": "1", "an": "1", "half": "0.5", "half a": "0.5", "half an": "0.5",
    "a couple of": "2", "a few": "3",
}  # fmt: skip
_NUMBER_WORD: Final = re.compile(
    rf"\b({'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?=[ -](?:[a-z]+[ -])?[a-z]*"
    r"(?:day|week|month|year|hour|minute|quarter|fortnight|semester|wk|mo)s?\b)"
)
_NOISE: Final = re.compile(
    r"^(?:about|approx(?:imately)?\.?|around|ca\.?|circa|up to|at most|at least|~|≈|<|>)\s*|[?.!]+$"
)
_KIND: Final = re.compile(r"(?<=[\d ])(?:working|business|work|school|calendar|full|elapsed)[ -]?(?=[a-z])")
_PART: Final = re.compile(r"(\d{1,7}(?:[.,]\d{1,3})?|½)\s*-?([a-z]*)\.?")
_BETWEEN: Final = re.compile(r"(.*?\d.*?)\s*(?:-|–|—|\bto\b|\bor\b)\s*(\d.*)")
_MILESTONES: Final = frozenset({"milestone", "none", "instant", "zero", "0"})
_HOURS_A_DAY: Final = 8


def understood_length(value: object, week: int = 5) -> Meant | None:
    """A duration that a value names, or ``None``. ``week`` is the number of working days in a week."""
    text = bare(str(value)).lower()
    if text in _MILESTONES:
        return Meant("0d", "A milestone has no length.")
    between = _BETWEEN.fullmatch(text)
    return _estimate(between[1], between[2], week) if between else _single(text, week)


def _single(text: str, week: int) -> Meant | None:
    parts = _parts(text)
    if len(parts) == 1 and parts[0][1] in ("d", "w") and parts[0][0] == int(parts[0][0]):
        return _within(f"{int(parts[0][0])}{parts[0][1]}")
    days = _days(parts, week)
    return None if days is None else _counted(days, parts, week)


def understood_estimate(written: Sequence[object], week: int = 5) -> Meant | None:
    """Three lengths put in order, if each can be understood, or ``None``."""
    meant = [understood_length(length, week) for length in written]
    if None in meant or not all(one.typed for one in meant if one):
        return None
    found = [one.typed for one in meant if one]
    lengths = sorted(found, key=lambda length: duration_in_days(length, week))
    exact = lengths == found and all(one.is_sure for one in meant if one)
    return Meant("{{low: {}, likely: {}, high: {}}}".format(*lengths), exact=exact)


def understood_lag(text: str) -> Meant:
    """A lag as it is typed (``2w``, ``3ed``), or an empty text."""
    parts = _parts(text.lower())
    if len(parts) == 1 and parts[0][1] in ("d", "w", "ed", "ew") and parts[0][0] == int(parts[0][0]):
        return Meant(f"{int(parts[0][0])}{parts[0][1]}")
    days = _days(parts, 5)
    return Meant("" if days is None else f"{math.ceil(days)}d", exact=False)


def duration_in_days(length: str, week: int) -> int:
    """A well-formed duration in working days."""
    return int(length[:-1]) * (week if length.endswith("w") else 1)


def _estimate(low: str, high: str, week: int) -> Meant | None:
    """``5-10d``: the unit behind the last number counts for both."""
    unit = re.sub(r"^[\d.,\s]*", "", high)
    shortest = _single(low if re.search("[a-z]", low) else f"{low} {unit}", week)
    longest = _single(high, week)
    if not shortest or not longest or not shortest.typed.endswith(("d", "w")) or not longest.typed:
        return None
    first, last = duration_in_days(shortest.typed, week), duration_in_days(longest.typed, week)
    if first > last or max(first, last) > MOST_DAYS:
        return None
    meant = f"{{low: {first}d, likely: {(first + last + 1) // 2}d, high: {last}d}}"
    return Meant(meant, otherwise=", with the likely length that you expect")


def _parts(text: str) -> list[tuple[float, str]]:
    """Every number with its unit; an empty list where something else stands between them."""
    text = _NOISE.sub("", bare(text).strip()).strip()
    calendar_days = "calendar" in text or "elapsed" in text
    text = _NUMBER_WORD.sub(lambda found: _NUMBERS[found[1]], text)
    text = _KIND.sub("", text.replace("½", ".5" if re.search(r"\d½", text) else "0.5"))
    found = list(_PART.finditer(text))
    if re.sub(r"(?:\band\b|[\s,+])+", "", _PART.sub("", text)) or not found:
        return []
    parts = []
    for one in found:
        word = one[2]
        unit = _UNITS.get(word) or _UNITS.get(word.removesuffix("s"))
        if unit is None:
            return []
        if calendar_days and unit in ("d", "w"):
            unit = f"e{unit}"
        parts.append((float(one[1].replace(",", ".")), unit))
    return parts


def _days(parts: list[tuple[float, str]], week: int) -> float | None:
    """The working days of all parts together."""
    if not parts:
        return None
    return sum(number * _working_days(unit, week) for number, unit in parts)


def _working_days(unit: str, week: int) -> float:
    one = {
        "d": 1,
        "w": week,
        "ew": week,
        "ed": week / 7,
        "hour": 1 / _HOURS_A_DAY,
        "minute": 1 / 60 / _HOURS_A_DAY,
    }
    return one.get(unit) or _WEEKS_IN[unit] * week


def _counted(days: float, parts: list[tuple[float, str]], week: int) -> Meant | None:
    whole = math.ceil(round(days, 6))
    units = {unit for _, unit in parts}
    if units & {"hour", "minute"} or (whole > days and whole == 1):
        return _within(f"{whole}d", "Whole working days only; 1d is the shortest.", exact=False)
    if units <= set(_WEEKS_IN):
        weeks = days / week
        length = f"{weeks:.0f}w" if abs(weeks - round(weeks)) < 0.01 else f"{whole}d"
        return _within(length, "Lengths are working weeks or working days.", exact=False)
    if units & {"ed", "ew"}:
        remark = "Lengths are working days; calendar days are only for waits."
        return _within(f"{whole}d", remark, exact=False)
    remark = "Whole working days only." if whole > days else f"A week has {week} working days."
    return _within(f"{whole}d", remark, exact=whole == days)


def _within(length: str, remark: str = "", *, exact: bool = True) -> Meant:
    if duration_in_days(length, 7) > MOST_DAYS:
        return Meant("", f"It is longer than {MOST_DAYS:,} days. Correct the number.")
    return Meant(length, remark, exact=exact)
