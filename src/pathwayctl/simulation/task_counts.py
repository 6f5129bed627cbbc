"""Count the runs of many tasks at once: their finish days, and how their lengths go with the finish.

Tasks are counted in groups, because a call of numpy for each task would take longer than what it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from pathwayctl.simulation.columns import GRAIN_BITS, Column
from pathwayctl.simulation.run_counts import RunCounts

GROUP: Final = 32
"""Tasks in a group: few enough that their columns stay in a processor's cache."""
_BEYOND: Final = 1 << 40
"""More working days than any boundary has."""


class TaskCounts:
    """The finish days of some tasks: for each, the number of runs that finish on a working day."""

    __slots__ = ("groups",)

    def __init__(self, rows: Sequence[int] = ()) -> None:
        self.groups = [FinishDays(rows[n : n + GROUP]) for n in range(0, len(rows), GROUP)]

    def by_row(self) -> dict[int, RunCounts]:
        """The counts of each task."""
        return {row: counts for group in self.groups for row, counts in group.by_row()}


class FinishDays:
    """The finish days of a group of tasks, in one array: ``_at[n]`` is where the days of the nth begin.

    The days of a task are those from ``_first[n]`` up to ``_end[n]``.
    """

    __slots__ = ("_at", "_counts", "_end", "_first", "rows")

    def __init__(self, rows: Sequence[int]) -> None:
        self.rows = rows
        self._first, self._end = np.full(len(rows), _BEYOND), np.full(len(rows), -_BEYOND)
        self._at = np.zeros(len(rows), np.intp)
        self._counts = np.zeros(0, np.int32)

    def count(self, boundaries: Column, places: NDArray[np.intp]) -> None:
        """Count the last working day before each boundary; a row for each task, with an entry for each run.

        The boundaries are used up: they are overwritten. So is ``places``, an array of the same shape.
        """
        days = np.subtract(boundaries, 1, out=boundaries)
        np.right_shift(days, GRAIN_BITS, out=days)
        low, high = days.min(axis=1), days.max(axis=1)
        if (low < self._first).any() or (high >= self._end).any():
            self._widen(low, high)
        # The places, because arithmetic on short numbers is quicker; they fit wherever the boundaries do.
        days += (self._at - self._first).astype(days.dtype)[:, None]
        places[:] = days
        self._counts += np.bincount(places.ravel(), minlength=len(self._counts))

    def _widen(self, low: NDArray[Any], high: NDArray[Any]) -> None:
        """Make room for some days of each task, and for a few more, so that this is seldom needed again."""
        more = (high - low) // 8 + 1
        first, end = np.minimum(low - more, self._first), np.maximum(high + more, self._end)
        at = np.concatenate(([0], np.cumsum(end - first)))
        counts = np.zeros(at[-1], np.int32)
        for n, (begin, known) in enumerate(zip(at[:-1] - first, self._slices(), strict=True)):
            counts[begin + self._first[n] :][: len(known)] = known
        self._first, self._end, self._at, self._counts = first, end, at[:-1], counts

    def _slices(self) -> Iterator[NDArray[np.int32]]:
        """The counts of each task; none before the first runs are counted."""
        for begin, length in zip(self._at, self._end - self._first, strict=True):
            yield self._counts[begin : begin + max(length, 0)]

    def by_row(self) -> Iterator[tuple[int, RunCounts]]:
        """The counts of each task that was counted."""
        for row, first, counts in zip(self.rows, self._first.tolist(), self._slices(), strict=True):
            yield row, RunCounts(first, counts)
