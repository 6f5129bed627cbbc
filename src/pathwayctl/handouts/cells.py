"""Small pieces of which every view is made: cells of a table, blank rows, words for a yes and a day.

A table's rows are tuples of text. An **empty** cell is one that nobody has filled in yet, and on
paper it is room to write; a dash says that there is nothing to write.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import Weekday
from pathwayctl.wording import count, listed, long_day, short_day

if TYPE_CHECKING:
    from pathwayctl.model.values import Estimate

Row = tuple[str, ...]
"""The cells of one row; the first is the row's header."""
Columns = tuple[str | tuple[str, ...], ...]
"""The columns of a table: a title, or a title with ``left`` or ``right``, and ``narrow`` or ``wide``.

A view declares them beside its rows: ``actions_columns`` are those of ``actions``, and ``columns`` those of
``rows``."""

NONE: Final = "—"
DEEPEST: Final = 8
"""Steps to the right for a row of a tree: deeper ones stay there, or no room for words is left."""
_DAY_MINUTES: Final = 24 * 60
_MOST_NAMES: Final = 12


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows that are more than a list: with columns from a vocabulary, as a tree, or with totals.

    ``columns`` are the titles (empty where the template gives them), ``indents`` the depth of each
    row from 0, ``marks`` one of ``""``, ``summary``, ``critical`` and ``total`` for each row.
    """

    rows: tuple[Row, ...]
    columns: Row = ()
    indents: tuple[int, ...] = ()
    marks: tuple[str, ...] = ()


def blank_rows(width: int, number: int = 4) -> tuple[Row, ...]:
    """Numbered rows of ``width`` cells to fill in by hand."""
    return tuple((str(line), *("",) * (width - 1)) for line in range(1, number + 1))


def stacked(parts: Iterable[str]) -> str:
    """The parts that are not empty, one below the other in a cell."""
    return "\n".join(part for part in parts if part)


def bulleted(parts: Iterable[str]) -> str:
    """The parts that are not empty as a list in a cell; a single one needs no bullet."""
    kept = [part for part in parts if part]
    return stacked(f"• {part}" for part in kept) if len(kept) > 1 else stacked(kept)


def some(names: Sequence[str], last: str = "and") -> str:
    """``A, B and C``; of many names only the first, and how many more there are."""
    if len(names) <= _MOST_NAMES:
        return listed(names, last)
    rest = len(names) - _MOST_NAMES + 1
    return listed([*names[: _MOST_NAMES - 1], count(rest, "other")], last)


def yes_no(value: bool) -> str:
    """``Yes`` or ``No``."""
    return "Yes" if value else "No"


def mark(value: bool, word: str = "Yes") -> str:
    """The word, or a dash."""
    return word if value else NONE


def when(day: date | None) -> str:
    """``Jan 4, 2027``, or nothing."""
    return short_day(day) if day else ""


def weekday_and_day(day: date | None) -> str:
    """``Thursday, April 15, 2027``, or nothing."""
    return f"{tuple(Weekday)[day.weekday()].label}, {long_day(day)}" if day else ""


def days(number: int) -> str:
    """``1 day``, ``12 days``, ``-2 days``; working days, as everywhere in a schedule."""
    return count(number, "day") if abs(number) != 1 else f"{number} day"


def estimate_words(estimate: Estimate | None, week: int) -> str:
    """Working days for a working week of ``week`` days: ``10``, or ``5 to 20, likely 10``."""
    return range_words(*in_days(estimate, week)) if estimate else ""


def in_days(estimate: Estimate, week: int) -> tuple[int, int, int]:
    """The low, likely and high estimate in working days."""
    return estimate.low.days(week), estimate.likely.days(week), estimate.high.days(week)


def range_words(low: int, likely: int, high: int, unit: str = "") -> str:
    """``10`` where all three are the same, else ``5 to 20, likely 10``; with a unit, ``10 working days``."""
    if low == high:
        return count(likely, unit) if unit else f"{likely:,}"
    return f"{low:,} to {count(high, unit) if unit else f'{high:,}'}, likely {likely:,}"


def clock(minutes: int) -> str:
    """A time of day, from minutes after midnight: ``1:30 PM``. It goes on past midnight."""
    hour, minute = divmod(minutes % _DAY_MINUTES, 60)
    return f"{(hour + 11) % 12 + 1}:{minute:02d} {'AM' if hour < 12 else 'PM'}"


def time_in(minutes: int, starts: time | None) -> str:
    """A moment ``minutes`` into a meeting: ``1:50 PM``, or ``0:20`` where no one knows when it starts."""
    if starts is None:
        return f"{minutes // 60}:{minutes % 60:02d}"
    return clock(starts.hour * 60 + starts.minute + minutes)


def length_words(minutes: int) -> str:
    """``45 minutes``, ``2 hours``, ``1 hour 30 minutes``."""
    hours, rest = divmod(minutes, 60)
    words = [count(hours, "hour")] if hours else []
    return " ".join([*words, count(rest, "minute")] if rest or not hours else words)
