"""The texts in the cells of tables: lists, names, dates, lengths of time, and plain words for Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import TYPE_CHECKING, Final, Protocol

from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Weekday
from pathwayctl.wording import count, listed, long_day, short_day

if TYPE_CHECKING:
    from pathwayctl.model.values import Estimate

NONE: Final = "—"
"""The cell of what does not exist; an empty cell is one that nobody has filled in yet."""
DEEPEST: Final = 8
"""The most steps that a row of a tree is indented; more would leave no room for words."""
_DAY_MINUTES: Final = 24 * 60
_MOST_NAMES: Final = 12
_MARKS: Final = (
    (re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?)", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[-*+][ \t]+", re.MULTILINE), "• "),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\((?:https?:|mailto:)[^\s()]{1,2000}\)", re.IGNORECASE), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000})(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,2000})(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]{1,2000})`"), r"\1"),
)
_BLANK_LINES: Final = re.compile(r"\n\s*\n")


class HasLanguages(Protocol):
    """An entry that goes out in one language or several."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages."""


def stacked(*parts: str) -> str:
    """Join the parts that are not empty, one below the other."""
    return "\n".join(part for part in parts if part)


def unsaid(kind: str, title: str) -> str:
    """Return the kind of an entry, or an empty text if its title says it: ``Action research team``."""
    return "" if kind.casefold() in title.casefold() else kind


def bulleted(parts: Iterable[str]) -> str:
    """Join the parts that are not empty as a list; a single one needs no bullet."""
    kept = [part for part in parts if part]
    return stacked(*(f"• {part}" for part in kept)) if len(kept) > 1 else stacked(*kept)


def languages(entry: HasLanguages) -> str:
    """Return ``In English and Spanish``, or an empty text."""
    return phrase("In {languages}", languages=listed(entry.languages)) if entry.languages else ""


def people(number: int | None) -> str:
    """Return ``340 people``, or an empty text."""
    return "" if number is None else count(number, "person", "people")


def some(names: Sequence[str], last: str = "and") -> str:
    """Return ``A, B, and C``; of many names only the first, and how many more there are."""
    if len(names) <= _MOST_NAMES:
        return listed(names, last)
    rest = len(names) - _MOST_NAMES + 1
    return listed([*names[: _MOST_NAMES - 1], count(rest, "other")], last)


def figure(number: int | None) -> str:
    """Return ``1,240``, or an empty text."""
    return "" if number is None else f"{number:,}"


def yes_no(value: bool) -> str:
    """Return ``Yes`` or ``No``."""
    return phrase("Yes") if value else phrase("No")


def mark(value: bool, word: str = marked("Yes")) -> str:
    """Return the word in the language of the page, or a dash."""
    return phrase(word) if value else NONE


def from_to(*ends: str) -> str:
    """Return ``$18 to $26``, or the only end that is known."""
    known = [end for end in ends if end]
    return phrase("{start} to {end}", start=known[0], end=known[1]) if len(known) > 1 else "".join(known)


def when(day: date | None) -> str:
    """Return ``Jan 4, 2027``, or an empty text."""
    return short_day(day) if day else ""


def weekday_and_day(day: date | None) -> str:
    """Return ``Thursday, April 15, 2027``, or an empty text."""
    if day is None:
        return ""
    return phrase("{weekday}, {day}", weekday=tuple(Weekday)[day.weekday()].label, day=long_day(day))


def days(number: int) -> str:
    """Return ``1 day``, ``12 days``, or ``-2 days``, in working days."""
    return count(number, "day") if abs(number) != 1 else phrase("{number} day", number=number)


def estimate_words(estimate: Estimate | None, week: int) -> str:
    """Return working days for a working week of ``week`` days: ``10``, or ``5 to 20, likely 10``."""
    return range_words(*estimate_in_days(estimate, week)) if estimate else ""


def estimate_in_days(estimate: Estimate, week: int) -> tuple[int, int, int]:
    """Return the low, likely, and high estimate in working days."""
    return estimate.low.days(week), estimate.likely.days(week), estimate.high.days(week)


def range_words(low: int, likely: int, high: int, unit: str = "") -> str:
    """Return ``5 to 20, likely 10``, or ``10`` if all three are the same; a unit follows the number."""
    if low == high:
        return count(likely, unit) if unit else f"{likely:,}"
    return phrase(
        "{low:,} to {count}, likely {likely:,}",
        low=low,
        count=count(high, unit) if unit else f"{high:,}",
        likely=likely,
    )


def clock(minutes: int) -> str:
    """Return a time of day, from minutes after midnight: ``1:30 PM``. It goes on past midnight."""
    hour, minute = divmod(minutes % _DAY_MINUTES, 60)
    said = marked("{hour}:{minute:02d} AM") if hour < 12 else marked("{hour}:{minute:02d} PM")
    return phrase(said, hour=(hour + 11) % 12 + 1, minute=minute)


def time_in(minutes: int, starts: time | None) -> str:
    """Return a moment ``minutes`` into a meeting: ``1:50 PM``, or ``0:20`` if its start is not known."""
    if starts is None:
        return f"{minutes // 60}:{minutes % 60:02d}"
    return clock(starts.hour * 60 + starts.minute + minutes)


def length_words(minutes: int) -> str:
    """Return ``45 minutes``, ``2 hours``, ``1 hour 30 minutes``."""
    hours, rest = divmod(minutes, 60)
    words = [count(hours, "hour")] if hours else []
    return " ".join([*words, count(rest, "minute")] if rest or not hours else words)


def unmarked(text: str | None) -> str:
    """Return Markdown as plain words: entries of lists begin with a bullet, and links lose their address."""
    words = (text or "").strip()
    for pattern, instead in _MARKS:
        words = pattern.sub(instead, words)
    return _BLANK_LINES.sub("\n", words)
