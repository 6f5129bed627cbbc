"""The days of the week that a text means where a list belongs: ``Monday-Friday``, ``Mon, Wed and Fri``."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.model.vocabulary import Weekday

_WEEK: Final = tuple(day.value for day in Weekday)
_KNOWN: Final = {
    "weekdays": _WEEK[:5],
    "weekends": _WEEK[5:],
    "daily": _WEEK,
    "every day": _WEEK,
    "all": _WEEK,
}
_RANGE: Final = re.compile(r"([a-z]+)\.?\s*(?:-|–|—|/|\bto\b|\bthrough\b|\bthru\b|\buntil\b)\s*([a-z]+)\.?")
_LISTED: Final = re.compile(r"[\s,;&+/.]+(?:and\b\s*)?")


def week_meant(written: str) -> str:
    """``[mon, tue, wed, thu, fri]`` for ``Monday-Friday``; an empty text if the days are not clear."""
    text = written.strip().lower()
    days = _KNOWN.get(text) or _in_a_row(text) or _one_by_one(text)
    return f"[{', '.join(days)}]" if days else ""


def _in_a_row(text: str) -> tuple[str, ...]:
    found = _RANGE.fullmatch(text)
    first, last = (_day(found[1]), _day(found[2])) if found else (None, None)
    if first is None or last is None:
        return ()
    begin, end = _WEEK.index(first), _WEEK.index(last)
    return _WEEK[begin : end + 1] if begin <= end else ()


def _one_by_one(text: str) -> tuple[str, ...]:
    days = [_day(word) for word in _LISTED.split(text) if word]
    return tuple(day for day in _WEEK if day in days) if None not in days else ()


def _day(word: str) -> str | None:
    """The day whose name, or the beginning of it, is a word; a letter that two days begin with is neither."""
    found = [day.value for day in Weekday if day.label.lower().startswith(word.removesuffix("s") or word)]
    return found[0] if len(found) == 1 else None
