"""Days along a drawing: where a day stands, and which lines and words mark the time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from pathwayctl.language import marked, phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.lettering import width
from pathwayctl.wording import MONTHS

WORDS: Final = 11.5
"""The largest size of the words that stand on a scale."""
BESIDE: Final = 4.0
"""Between a line and the word to the right of it."""
_APART: Final = 1.0
"""After a word, before the next line."""


def _room(word: str, *, bold: bool = False) -> float:
    """The width that a word needs between two lines."""
    return BESIDE + width(word, WORDS, bold=bold) + _APART


NAMED_DAYS_FROM: Final = _room("We 28")
"""The width of a day from which there is room for its name."""
DAYS_FROM: Final = _room("28")
"""Width of a day from which each day gets a line."""
WEEKS_FROM: Final = DAYS_FROM / 7
"""Width of a day from which each week gets a line."""
LEAST_STEP: Final = _room("2028")
"""Width that a month, or several, must have to get a line."""
STEPS: Final = (1, 3, 12, 24, 60, 120, 600, 1_200, 6_000, 12_000, 60_000)
"""Months between lines; the first that leaves room for the words is taken."""
_WEEKDAYS: Final = (
    marked("Mo"), marked("Tu"), marked("We"), marked("Th"), marked("Fr"), marked("Sa"), marked("Su")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the drawing, with its label."""

    x: float
    word: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """``days`` days from ``start`` on, drawn from ``left`` on over ``width`` units."""

    start: date
    days: int
    left: float
    width: float

    @property
    def day(self) -> float:
        """The width of a day."""
        return self.width / self.days

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.left + self.width

    def at(self, day: date, part: float = 0.0) -> float:
        """Where a day begins; ``part`` 1 is its end. Days outside the drawing stand at its edge."""
        offset = (day - self.start).days + part
        return self.left + self.width * min(max(offset / self.days, 0.0), 1.0)

    def fine(self) -> tuple[Tick, ...]:
        """The lower line of the scale: days, weeks, months, or years, whichever has room."""
        if self.day >= DAYS_FROM:
            name = _named_day if self.day >= NAMED_DAYS_FROM else _day
            return self._named(self._days(0, 1), name)
        if self.day >= WEEKS_FROM:
            return self._named(self._days(-self.start.weekday() % 7, 7), _day)
        step = self._step()
        return self._named(self._months(step), _year if step >= 12 else _month)

    def coarse(self) -> tuple[Tick, ...]:
        """The upper line: months over days and weeks, years over months, and none over years."""
        if self.day >= WEEKS_FROM:
            months = self._months(1)
            # Where months are narrow, all of them are short: “January 2027” beside “Feb” looks odd.
            word = _month_and_year if self.day >= _full_months_from() else _short_month
            return self._named(months, word, bold=True)
        return self._named(self._months(12), _year, bold=True) if self._step() < 12 else ()

    def _step(self) -> int:
        """Months between two lines."""
        month = self.day * 365.2425 / 12
        return next((step for step in STEPS if month * step >= LEAST_STEP), STEPS[-1])

    def _days(self, first: int, step: int) -> list[date]:
        return [self.start + timedelta(days=number) for number in range(first, self.days, step)]

    def _months(self, step: int) -> list[date]:
        """The first day drawn, and the first of every month that a line stands at."""
        first = self.start.year * 12 + self.start.month - 1
        last = first + self.days * 12 // 365 + 1
        days = [self.start]
        for number in range(first - first % step + step, min(last, 9999 * 12 + 11) + 1, step):
            days.append(date(number // 12, number % 12 + 1, 1))
        return days

    def _named(
        self, days: list[date], word: Callable[[date], str], *, bold: bool = False
    ) -> tuple[Tick, ...]:
        """A tick for each day within the drawing, with its word where that has room before the next."""
        places = [self.at(day) for day in days if (day - self.start).days < self.days]
        ends = [*places[1:], self.right]
        return tuple(
            Tick(x, text if end - x >= _room(text := word(day), bold=bold) else "")
            for day, x, end in zip(days, places, ends, strict=False)  # days past the end are left out
        )


def _full_months_from() -> float:
    """The width of a day from which months are written in full."""
    longest = max((_month_and_year(date(2028, month, 1)) for month in range(1, 13)), key=len)
    return _room(longest, bold=True) / 30


def _year(day: date) -> str:
    return str(day.year)


def _month(day: date) -> str:
    return phrase(MONTHS[day.month - 1])[:3]


def _short_month(day: date) -> str:
    return f"{_month(day)} {day.year}"


def _month_and_year(day: date) -> str:
    return phrase("{month} {year}", month=phrase(MONTHS[day.month - 1]), year=day.year)


def _day(day: date) -> str:
    return str(day.day)


def _named_day(day: date) -> str:
    return f"{phrase(_WEEKDAYS[day.weekday()])} {day.day}"
