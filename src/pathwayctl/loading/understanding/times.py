"""What time of day is meant by a text or number that is not written on the 24-hour clock."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.loading.understanding.written_form import Meant, bare
from pathwayctl.source.quoting import quoted_whole

_WORDS: Final = {"noon": "12:00", "midday": "12:00", "12 noon": "12:00", "midnight": "00:00"}
_ONE: Final = re.compile(
    r"(\d{1,2})\s*+(?:[:.h]\s*+(\d{2}))?(?::\d{2})?\s*+(?:(a|p)\.?\s*+m?\.?|o'?clock|hours?|hrs?|h|uhr)?"
    r"\s*+(?:sharp|[ecmp][sd]?t|eastern|central|mountain|pacific|local time)?"
)
_PLAIN: Final = re.compile(r"(\d{1,2})(\d{2})\s*+(?:h|hrs?|hours?)?")
_RANGE: Final = re.compile(r"(?:-|–|—|\bto\b|\buntil\b)")


def understood_time(value: object) -> Meant | None:
    """The time of day that a value names, in quotes as it is typed, or ``None``."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, float):
        value = f"{value:.2f}"  # 13.30 loses its zero
    text = bare(str(value)).lower().replace("’", "'").removeprefix("at ").strip(" .,~?")
    first, *rest = (part.strip() for part in _RANGE.split(text, maxsplit=1))
    time = _time(first)
    if not rest and text.isdigit() and 1 <= int(text[:3]) <= 12:
        hour = int(text)
        later = f"{hour % 12 + 12:02}:00"
        return Meant(
            quoted_whole(f"{hour % 12:02}:00"),
            otherwise=f" for {hour} a.m., or {quoted_whole(later)} for {hour} p.m.",
        )
    if not rest:
        return Meant(quoted_whole(time)) if time else None
    half = _half(rest[0])
    if half and not _half(first):  # 1-3pm, but 10am-1pm
        later = _time(f"{first} {half}m")
        time = later if later < _time(rest[0]) else _time(f"{first} am")
    return (
        Meant(quoted_whole(time), "Write only the start time; the end follows from the agenda.", exact=False)
        if time
        else None
    )


def _time(text: str) -> str:
    if text in _WORDS:
        return _WORDS[text]
    found = _ONE.fullmatch(text)
    half = ""
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3] or ""
        if not found[2] and not half and text.isdigit():
            return ""  # a bare 9 may be morning or evening
    else:
        found = _PLAIN.fullmatch(text)
        if not found:
            return ""
        hour, minute = int(found[1]), int(found[2])
    if half in ("a", "p") and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def _half(text: str) -> str:
    found = _ONE.fullmatch(text)
    return found[3] if found and found[3] in ("a", "p") else ""
