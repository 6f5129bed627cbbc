"""Days along a drawing: where a day stands, and which lines and words mark the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pathwayctl.wording import MONTHS

NAMED_DAYS_FROM: Final = 30.0
"""Width of a day from which its name stands beside its number."""
DAYS_FROM: Final = 15.0
"""Width of a day from which each day gets a line."""
WEEKS_FROM: Final = 2.4
"""Width of a day from which each week gets a line."""
LEAST_STEP: Final = 28.0
"""Width that a month, or several, must have to get a line."""
LEAST_ROOM: Final = 24.0
"""Width that a word on the scale needs; less than a step, for February is short."""
NUMBER_ROOM: Final = 14.0
"""The same for the number of a day."""
MONTH_ROOM: Final = 88.0
"""The same for a month with its year."""
STEPS: Final = (1, 3, 12, 24, 60, 120, 600, 1_200, 6_000, 12_000, 60_000)
"""Months between lines; the first that leaves room for the words is taken."""
_WEEKDAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the drawing, with the word that stands beside it."""

    x: float
    word: str


@dataclass(frozen=True, slots=True)
class Scale:
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
        """The lower line of the scale: days, weeks, months or years, whichever has room."""
        if self.day >= DAYS_FROM:
            name = _named_day if self.day >= NAMED_DAYS_FROM else _day
            return self._named(self._days(0, 1), name, NUMBER_ROOM)
        if self.day >= WEEKS_FROM:
            return self._named(self._days(-self.start.weekday() % 7, 7), _day, NUMBER_ROOM)
        step = self._step()
        return self._named(self._months(step), _year if step >= 12 else _month, LEAST_ROOM)

    def coarse(self) -> tuple[Tick, ...]:
        """The upper line: months over days and weeks, years over months, nothing over years."""
        if self.day >= WEEKS_FROM:
            months = self._months(1)
            # Where months are narrow, all of them are short: “January 2027” beside “Feb” looks odd.
            full = self.day * 28 >= MONTH_ROOM
            return self._named(months, _month_and_year if full else _short_month, MONTH_ROOM if full else 50)
        return self._named(self._months(12), _year, 36.0) if self._step() < 12 else ()

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

    def _named(self, days: list[date], word: Callable[[date], str], room: float) -> tuple[Tick, ...]:
        """A tick for each day within the drawing, with its word where that has room before the next."""
        places = [self.at(day) for day in days if (day - self.start).days < self.days]
        ends = [*places[1:], self.right]
        return tuple(
            Tick(x, word(day) if end - x >= room else "")
            for day, x, end in zip(days, places, ends, strict=False)  # days past the end are left out
        )


def _year(day: date) -> str:
    return str(day.year)


def _month(day: date) -> str:
    return MONTHS[day.month - 1][:3]


def _short_month(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def _month_and_year(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _day(day: date) -> str:
    return str(day.day)


def _named_day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day.day}"
