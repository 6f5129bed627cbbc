"""Columns of numbers along the runs, and sums on them that leave alone what is certain.

A **value** is a whole number if it is the same in all runs, else a column with an entry for each. All
are in 256ths of a working day: fine enough that nobody sees it, and whole numbers add up to the same
on every machine, whatever the order. Columns are used over and over: after ``reset`` all are free.
Nothing is ever written to a column that has been handed out, so values may stand in several places.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

GRAIN_BITS: Final = 8
GRAIN: Final = 1 << GRAIN_BITS
"""Parts of a working day."""
_BLOCK: Final = 1 << 22
"""Bytes that are got at a time: from this size on they come in larger pages of memory, and quicker."""
_SMALL: Final = 1 << 20
"""Working days up to which parts of a day fit in 32 bits, with room for what is added to them."""

Column = NDArray[np.signedinteger[Any]]
Value = int | Column


class Columns:
    """Columns for a number of runs, and the sums that fill them.

    ``reach`` is the highest boundary, in days, that there may be; ``far`` stands for no limit at all.
    """

    __slots__ = ("_there", "_used", "dtype", "far", "runs")

    def __init__(self, runs: int, reach: int) -> None:
        small = reach < _SMALL
        self.runs, self.dtype = runs, np.dtype(np.int32 if small else np.int64)
        self.far = 1 << (30 if small else 60)
        self._there: list[Column] = []
        self._used = 0

    def new(self) -> Column:
        """A column to write to."""
        if self._used == len(self._there):
            number = _BLOCK // (self.runs * self.dtype.itemsize) + 1
            self._there.extend(np.empty((number, self.runs), self.dtype))
        self._used += 1
        return self._there[self._used - 1]

    def shorten(self, runs: int) -> None:
        """Make all columns as short as the number of runs that are left."""
        self.runs, self._there = runs, [column[:runs] for column in self._there]

    def mark(self) -> int:
        """A mark to go back to with ``reset``."""
        return self._used

    def reset(self, mark: int = 0) -> None:
        """Let all columns handed out since a mark be used again."""
        self._used = mark

    def add(self, one: Value, other: Value) -> Value:
        """The sum."""
        if isinstance(one, int):
            if isinstance(other, int):
                return one + other
            one, other = other, one
        if isinstance(other, int) and not other:
            return one
        return np.add(one, other, out=self.new())

    def less(self, one: Value, other: Value) -> Value:
        """The difference."""
        if isinstance(other, int):
            return self.add(one, -other)
        return np.subtract(one, other, out=self.new())

    def highest(self, one: Value, other: Value) -> Value:
        """The higher one, run by run."""
        if isinstance(one, int) and isinstance(other, int):
            return max(one, other)
        return one if one is other else np.maximum(one, other, out=self.new())

    def lowest(self, one: Value, other: Value) -> Value:
        """The lower one, run by run; what is ``far`` does not count."""
        if isinstance(one, int):
            if isinstance(other, int):
                return min(one, other)
            one, other = other, one
        if one is other or (isinstance(other, int) and other >= self.far):
            return one
        return np.minimum(one, other, out=self.new())

    def where(self, holds: Any, value: Value, otherwise: Value) -> Value:
        """One value where something holds, and the other one elsewhere."""
        if isinstance(holds, bool):
            return value if holds else otherwise
        return np.where(holds, value, otherwise).astype(self.dtype, copy=False)
