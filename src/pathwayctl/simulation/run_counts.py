"""Tallies of the runs as dates and chances: counts of finish days, and sums.

All tallies are whole numbers, and so exact; dates and chances are worked out as the last step.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import Schedule, workings_of
from pathwayctl.scheduling.workdays import WorkCalendar
from pathwayctl.simulation.columns import GRAIN, GRAIN_BITS, Column, Columns, Value
from pathwayctl.simulation.odds import Spread


class RunCounts:
    """A count of runs for each working day on which something is finished."""

    __slots__ = ("_counts", "_first", "_until")

    def __init__(self, first: int = 0, counts: NDArray[np.int32] | None = None) -> None:
        self._first, self._counts = first, np.zeros(0, np.int32) if counts is None else counts
        self._until: NDArray[np.int64] | None = None  # the sums of the counts, once they are asked for

    def count(self, boundary: Value, columns: Columns) -> None:
        """Count the last working day before a boundary, in each run."""
        if isinstance(boundary, int):
            self._add((boundary - 1) // GRAIN, np.array([columns.runs]))
            return
        first = (int(np.min(boundary)) - 1) // GRAIN
        mark = columns.mark()
        days = np.subtract(boundary, first * GRAIN + 1, out=columns.new())
        self._add(first, np.bincount(np.right_shift(days, GRAIN_BITS, dtype=np.intp)))
        columns.reset(mark)

    def _add(self, first: int, counts: Any) -> None:
        self._until = None
        if not len(self._counts):
            self._first, self._counts = first, counts.astype(np.int32)
            return
        low = min(first, self._first)
        end = max(first + len(counts), self._first + len(self._counts))
        both = np.zeros(end - low, dtype=np.int32)
        both[self._first - low :][: len(self._counts)] = self._counts
        both[first - low :][: len(counts)] += counts.astype(np.int32)
        self._first, self._counts = low, both

    def at(self, *percents: int) -> list[int]:
        """The first working days by which percentages of the runs, or more, are finished."""
        until = self._sums()
        runs = int(until[-1])
        asked = [-(-percent * runs // 100) for percent in percents]
        return [self._first + day for day in until.searchsorted(asked).tolist()]

    def chance(self, last: int) -> float:
        """The share of runs that finish on or before a working day."""
        until = self._sums()
        day = min(last - self._first, len(until) - 1)
        return float(until[day] / until[-1]) if day >= 0 else 0.0

    def _sums(self) -> NDArray[np.int64]:
        """For each counted day, the number of runs that are finished by then."""
        if self._until is None:
            self._until = np.cumsum(self._counts, dtype=np.int64)
        return self._until

    def by_day(self) -> dict[int, int]:
        """The number of runs that finish on each working day, in order, without days of no runs."""
        return {self._first + n: count for n, count in enumerate(self._counts.tolist()) if count}


class Bonds:
    """Sums for Pearson's correlation between amounts and the finish of the project."""

    __slots__ = ("_finishes", "_late", "_ones", "_runs", "_sums")

    def __init__(self) -> None:
        self._runs = 0
        self._finishes = (0, 0)  # the sum, and that of the squares
        self._sums: dict[int, tuple[int, int, int]] = {}  # of an amount, its squares, its products
        self._late: Any = None  # of the current stretch
        self._ones: Any = None  # a product with them is a sum, and quicker than one

    def begin(self, finish: Column, planned: int) -> None:
        """Begin a stretch of runs; finishes are counted from the planned one to keep sums small."""
        self._runs += len(finish)
        late = np.subtract(finish, planned, dtype=np.float64)
        # Whole numbers in floating point add up without any rounding as long as they are below 2^53.
        self._late, self._ones = late, np.ones(len(late))
        self._finishes = self._finishes[0] + int(late.sum()), self._finishes[1] + int(np.vecdot(late, late))

    def count(self, rows: Sequence[int], amounts: NDArray[np.float64]) -> None:
        """Add the amounts of some rows in the current stretch: a row for each, with an entry for each run."""
        # No product of matrices: for these, numpy wakes threads that keep all processors busy waiting.
        totals, products = np.vecdot(amounts, self._ones).tolist(), np.vecdot(amounts, self._late).tolist()
        squares = np.vecdot(amounts, amounts).tolist()
        for row, total, square, product in zip(rows, totals, squares, products, strict=True):
            sums = self._sums.get(row, (0, 0, 0))
            self._sums[row] = sums[0] + int(total), sums[1] + int(square), sums[2] + int(product)

    def correlation(self, row: int) -> float | None:
        """The correlation of a row's amounts with the finish; ``None`` if either is certain."""
        if row not in self._sums:
            return None
        runs, (ends, squared_ends), (total, squares, product) = self._runs, self._finishes, self._sums[row]
        spread = (runs * squares - total * total) * (runs * squared_ends - ends * ends)
        return float((runs * product - total * ends) / spread**0.5) if spread > 0 else None

    def finish(self) -> tuple[float, float]:
        """The mean of the finish in days after the planned one, and its standard deviation."""
        if not self._runs:  # a finish that is certain was never counted
            return 0.0, 0.0
        total, squares = self._finishes
        variance = (self._runs * squares - total * total) / self._runs**2
        return total / self._runs / GRAIN, float(variance**0.5) / GRAIN


@dataclass(frozen=True, slots=True)
class Finishes:
    """The finish dates of something, from counted working days, but none before ``least``."""

    days: RunCounts
    calendar: WorkCalendar
    least: date

    def spread(self) -> Spread:
        """The 10, 50, 80, and 95 percent days."""
        return Spread(*map(self._date, self.days.at(10, 50, 80, 95)))

    def chance(self, due: date) -> float:
        """The chance of being finished on a day or before, to a tenth of a percent."""
        if due < self.least:
            return 0.0
        return round(self.days.chance(self.calendar.on_or_before(due.toordinal())), 3)

    def by_day(self) -> tuple[tuple[date, int], ...]:
        """Every finish date in order, with its number of runs."""
        found: dict[date, int] = {}
        for index, runs in self.days.by_day().items():
            day = self._date(index)
            found[day] = found.get(day, 0) + runs
        return tuple(found.items())

    def _date(self, index: int) -> date:
        return max(self.calendar.day(index), self.least)


@dataclass(frozen=True, slots=True)
class Certain:
    """The finish date of something that is finished on one date in all runs."""

    day: date
    runs: int

    def spread(self) -> Spread:
        """That date, four times."""
        return Spread(self.day, self.day, self.day, self.day)

    def chance(self, due: date) -> float:
        """1 or 0."""
        return float(self.day <= due)

    def by_day(self) -> tuple[tuple[date, int], ...]:
        """That date, with all the runs."""
        return ((self.day, self.runs),)


class Dates:
    """The dates of a plan's tasks, from the counted working days.

    No date is before an actual start, or before the day off that something is held on.
    """

    __slots__ = ("_floors", "_last", "_schedule", "runs")

    def __init__(self, schedule: Schedule, runs: int) -> None:
        self._schedule, self.runs = schedule, runs
        work = workings_of(schedule).work
        self._floors = {row: count for row, count in work.actual_start.items() if work.is_open(row)}
        self._floors |= {row: event.until for row, event in work.events.items()}
        real = [*self._floors.items(), *work.actual_finish.items()]
        self._last = max((count for row, count in real if work.live[row]), default=1)

    def of_project(self, days: RunCounts) -> Finishes | Certain:
        """The dates on which the project is finished."""
        rows = self._schedule.records.breakdown.rows
        if not any(not row.is_summary and self._schedule.is_open(row.index) for row in rows):
            return Certain(self._schedule.finish, self.runs)
        return Finishes(days, self._schedule.calendar, date.fromordinal(self._last))

    def of_task(self, row: int, days: RunCounts | None) -> Finishes | Certain:
        """The dates on which a task is finished; the planned one if it is done and so was not counted."""
        if days is None:
            return Certain(self._schedule.days(row)[1], self.runs)
        return Finishes(days, self._schedule.calendar, date.fromordinal(self._floors.get(row, 1)))
