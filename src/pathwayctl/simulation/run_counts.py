"""Tallies of the runs: counts of finish days, and sums. All are whole numbers, and so exact."""

from __future__ import annotations

from typing import Any

import numpy as np

from pathwayctl.simulation.columns import GRAIN, GRAIN_BITS, Column, Columns, Value


class RunCounts:
    """A count of runs for each working day on which something is finished."""

    __slots__ = ("_counts", "_first")

    def __init__(self) -> None:
        self._first, self._counts = 0, np.zeros(0, dtype=np.int32)

    def count(self, boundary: Value, columns: Columns) -> None:
        """Count the last working day before a boundary, in each run."""
        if isinstance(boundary, int):
            self._add((boundary - 1) // GRAIN, np.array([columns.runs]))
            return
        first = (int(boundary.min()) - 1) // GRAIN
        mark = columns.mark()
        days = np.subtract(boundary, first * GRAIN + 1, out=columns.new())
        self._add(first, np.bincount(np.right_shift(days, GRAIN_BITS, dtype=np.intp)))
        columns.reset(mark)

    def _add(self, first: int, counts: Any) -> None:
        if not len(self._counts):
            self._first, self._counts = first, counts.astype(np.int32)
            return
        low = min(first, self._first)
        end = max(first + len(counts), self._first + len(self._counts))
        both = np.zeros(end - low, dtype=np.int32)
        both[self._first - low :][: len(self._counts)] = self._counts
        both[first - low :][: len(counts)] += counts.astype(np.int32)
        self._first, self._counts = low, both

    def at(self, percent: int) -> int:
        """The first working day by which a percentage of the runs, or more, are finished."""
        until = np.cumsum(self._counts, dtype=np.int64)
        return self._first + int(np.searchsorted(until * 100, percent * until[-1]))

    def chance(self, last: int) -> float:
        """The share of runs that finish on or before a working day."""
        return float(self._counts[: max(last + 1 - self._first, 0)].sum() / self._counts.sum())

    def by_day(self) -> dict[int, int]:
        """The number of runs that finish on each working day, in order, without days of no runs."""
        return {self._first + n: count for n, count in enumerate(self._counts.tolist()) if count}


class Bonds:
    """Sums for Pearson's correlation between amounts and the finish of the project."""

    __slots__ = ("_finish", "_finishes", "_found", "_runs", "_sums")

    def __init__(self) -> None:
        self._runs = 0
        self._finishes = (0, 0)  # the sum, and that of the squares
        self._sums: dict[int, tuple[int, int, int]] = {}  # of an amount, its squares, its products
        self._finish: Any = None
        self._found: Any = None

    def begin(self, finish: Column, planned: int) -> None:
        """Begin a stretch of runs; finishes are counted from the planned one to keep sums small."""
        self._runs += len(finish)
        late = np.subtract(finish, planned, dtype=np.float64)
        # Whole numbers in floating point add up without any rounding as long as they are below 2^53.
        self._finish = np.stack((np.ones(len(finish)), late))
        self._found = np.empty(len(finish))
        self._finishes = self._finishes[0] + int(late.sum()), self._finishes[1] + int(late @ late)

    def count(self, row: int, amount: Column) -> None:
        """Add the amounts of a row in the current stretch."""
        found = self._found
        np.copyto(found, amount)
        total, product = (self._finish @ found).tolist()
        sums = self._sums.get(row, (0, 0, 0))
        self._sums[row] = sums[0] + int(total), sums[1] + int(found @ found), sums[2] + int(product)

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
