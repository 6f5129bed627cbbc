"""Columns with an entry for each run, and arithmetic that keeps certain values as plain numbers.

A **value** is a whole number if it is the same in all runs, otherwise a column with an entry for each. All
are in 256ths of a working day: too fine to show in a date, and whole numbers have the same sum on every
machine, in any order. Columns are reused: after ``reset`` all are free, and one that nothing else uses can be
given back before. Until then a column that has been handed out is never written to again, so values may be
shared.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

GRAIN_BITS: Final = 8
GRAIN: Final = 1 << GRAIN_BITS
"""Units in a working day."""
_BLOCK: Final = 1 << 22
"""Bytes allocated at a time: from this size on, the system uses larger memory pages, which is faster."""
_MANY: Final = 1 << 10
"""The most columns made at a time: short ones cost more to make than to fill."""
_SMALL: Final = 1 << 20
"""Working days up to which a boundary in parts of a day fits in 32 bits, with room for sums."""

Column = NDArray[np.signedinteger[Any]]
Value = int | Column


class Columns:
    """A pool of columns for a number of runs, and the arithmetic on them.

    ``reach`` is the highest possible boundary in days; ``far`` means no limit.
    """

    __slots__ = ("_blocks", "_free", "_in_block", "_numbers", "_there", "_used", "dtype", "far", "runs")

    def __init__(self, runs: int, reach: int) -> None:
        small = reach < _SMALL
        self.runs, self.dtype = runs, np.dtype(np.int32 if small else np.int64)
        self.far = 1 << (30 if small else 60)
        self._in_block = min(_BLOCK // (runs * self.dtype.itemsize) + 1, _MANY)
        self._blocks: list[Column] = []
        self._there: list[Column] = []  # the rows of the blocks
        self._free: list[Column] = []
        self._used = 0
        self._numbers: dict[int, Column] = {}

    def new(self) -> Column:
        """A column to write to."""
        if self._free:
            return self._free.pop()
        if self._used == len(self._there):
            self._extend()
        self._used += 1
        return self._there[self._used - 1]

    def together(self, most: int) -> Column:
        """Up to so many columns to write to, as the rows of one array."""
        if self._used == len(self._there):
            self._extend()
        block, first = divmod(self._used, self._in_block)
        found = self._blocks[block][first : first + most]
        self._used += len(found)
        return found

    def _extend(self) -> None:
        self._blocks.append(np.empty((self._in_block, self.runs), self.dtype))
        self._there.extend(self._blocks[-1])

    def give_back(self, value: Value) -> None:
        """Free a column that only the caller knows."""
        if not isinstance(value, int):
            self._free.append(value)

    def shorten(self, runs: int) -> None:
        """Cut all columns to the number of runs that are left."""
        size = self._in_block * runs
        # Rows that follow each other without a gap are quicker to work on together.
        self._blocks = [block.reshape(-1)[:size].reshape(-1, runs) for block in self._blocks]
        self.runs, self._there = runs, [column for block in self._blocks for column in block]

    def mark(self) -> int:
        """A mark for ``reset`` to return to."""
        return self._used

    def reset(self, mark: int = 0) -> None:
        """Free all columns handed out since a mark."""
        self._used = mark
        self._free.clear()

    def add(self, one: Value, other: Value, into: Value = 0) -> Value:
        """The sum; here and below, ``into`` may be a column that only the caller knows, to write to."""
        if isinstance(one, int):
            if isinstance(other, int):
                return one + other
            one, other = other, one
        if isinstance(other, int):
            if not other:
                return one
            other = self._number(other)
        return np.add(one, other, self.new() if isinstance(into, int) else into)

    def less(self, one: Value, other: Value, into: Value = 0) -> Value:
        """The difference."""
        if isinstance(other, int):
            return self.add(one, -other, into)
        if isinstance(one, int):
            one = self._number(one)
        return np.subtract(one, other, self.new() if isinstance(into, int) else into)

    def highest(self, one: Value, other: Value, into: Value = 0) -> Value:
        """The higher one, run by run."""
        if isinstance(one, int):
            if isinstance(other, int):
                return max(one, other)
            one, other = other, one
        if one is other:
            return one
        if isinstance(other, int):
            other = self._number(other)
        return np.maximum(one, other, out=self.new() if isinstance(into, int) else into)

    def lowest(self, one: Value, other: Value, into: Value = 0) -> Value:
        """The lower one, run by run; ``far`` does not count."""
        if isinstance(one, int):
            if isinstance(other, int):
                return min(one, other)
            one, other = other, one
        if one is other:
            return one
        if isinstance(other, int):
            if other >= self.far:
                return one
            other = self._number(other)
        return np.minimum(one, other, out=self.new() if isinstance(into, int) else into)

    def _number(self, number: int) -> Column:
        """A number as an array without dimensions: numpy takes half as long with it as with a Python one."""
        found = self._numbers.get(number)
        if found is None:
            found = self._numbers[number] = np.array(number, self.dtype)
        return found

    def where(self, holds: Any, value: Value, otherwise: Value) -> Value:
        """One value where a condition holds, the other elsewhere."""
        if isinstance(holds, bool):
            return value if holds else otherwise
        return np.where(holds, value, otherwise).astype(self.dtype, copy=False)
