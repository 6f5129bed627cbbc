"""Days of a plan on columns of a screen, with months and years at regular steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import MONTHS

_MONTHS: Final = {1: 28, 2: 59, 3: 89, 6: 181}
"""Months between two labels, and how many days these have at least."""
_YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
_MONTH_WIDTH: Final = len("Jan ")
_YEAR_WIDTH: Final = len("2027 ")


@dataclass(frozen=True, slots=True)
class TextScale:
    """The days from ``start`` to ``finish``, both included, on ``width`` columns."""

    start: date
    finish: date
    width: int

    @property
    def days(self) -> int:
        """How many days there are on the scale."""
        return (self.finish - self.start).days + 1

    def begin(self, day: date) -> int:
        """The column in which a day begins, from 0; days outside stand at the edge."""
        return self._column(self._at(day.toordinal()))

    def end(self, day: date) -> int:
        """The column in which a day ends."""
        return self._column(max(self._at(day.toordinal()), self._at(day.toordinal() + 1) - 1))

    def labels(self) -> tuple[str, str]:
        """A line of years, and below it one of months at steps of 1, 2, 3 or 6 if these have room."""
        months = next((step for step, days in _MONTHS.items() if self._takes(days, _MONTH_WIDTH)), 0)
        if months:
            return self._line(self._years(1)), self._line(self._months(months))
        years = next((step for step in _YEARS if self._takes(step * 365, _YEAR_WIDTH)), _YEARS[-1])
        return "", self._line(self._years(years))

    def _at(self, day: int) -> int:
        return (day - self.start.toordinal()) * self.width // self.days

    def _column(self, at: int) -> int:
        return max(0, min(self.width - 1, at))

    def _takes(self, days: int, columns: int) -> bool:
        return days * self.width // self.days >= columns

    def _months(self, step: int) -> Iterator[tuple[int, str]]:
        first = self.start.year * 12 + self.start.month - 1
        last = self.finish.year * 12 + self.finish.month
        for month in range(first + -first % step, last, step):
            day = date(month // 12, month % 12 + 1, 1)
            yield self.begin(day), MONTHS[month % 12][:3]

    def _years(self, step: int) -> Iterator[tuple[int, str]]:
        """The year in which the scale begins, and those after it that can be divided by the step."""
        following = self.start.year + 1
        years = range(following + -following % step, self.finish.year + 1, step)
        yield 0, f"{self.start.year:04}"
        for year in years:
            yield self.begin(date(year, 1, 1)), f"{year:04}"

    def _line(self, labels: Iterator[tuple[int, str]]) -> str:
        """The labels at their columns, but for a first or a last one that has no room."""
        text, end = "", self.width + 1
        for at, label in reversed(list(labels)):
            if at + len(label) < end:
                text = label.ljust(end - at) + text if text else label
                end = at
        return " " * end + text if text else ""
