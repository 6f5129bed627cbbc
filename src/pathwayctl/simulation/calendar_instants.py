"""Convert between working-day boundaries and calendar instants, for whole columns at once.

This does for parts of days what ``scheduling.elapsed`` does for whole days. An **instant** is counted in
parts of a calendar day from the first working day of the project. Part of a working day is the same part
of the calendar day it falls on. A lag of calendar days that ends on a day off is extended to the next working
day; a finish required by such a lag is rounded up to the end of a working day, as in the plan.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from pathwayctl.scheduling.workdays import WorkCalendar
from pathwayctl.simulation.columns import GRAIN, GRAIN_BITS, Value


class Axis:
    """Look-up tables of the calendar, extended on demand."""

    __slots__ = ("_after", "_calendar", "_counts", "_dtype", "_first", "_worked", "_zero")

    def __init__(self, calendar: WorkCalendar, dtype: np.dtype[Any]) -> None:
        self._calendar, self._dtype = calendar, dtype
        self._zero = calendar.count(0)
        self._first = 0
        self._tabulate(-8, 64)

    def instant(self, count: int) -> int:
        """The instant at which the day with this day count begins."""
        return (count - self._zero) * GRAIN

    def begin(self, boundary: Value) -> Value:
        """The instant at which what starts at a boundary begins."""
        day = self._known(boundary) >> GRAIN_BITS
        return self._value(self._count(day) * GRAIN + (boundary - day * GRAIN))

    def end(self, boundary: Value) -> Value:
        """The instant at which what finishes at a boundary is over."""
        day = (self._known(boundary) - 1) >> GRAIN_BITS
        return self._value(self._count(day) * GRAIN + (boundary - day * GRAIN))

    def start_from(self, instant: Value) -> Value:
        """The first boundary at which something can start at an instant or after it."""
        day = self._reached(instant) >> GRAIN_BITS
        index, worked = self._on_or_after(day)
        return self._value(index * GRAIN + (instant - day * GRAIN) * worked)

    def finish_from(self, instant: Value) -> Value:
        """The first boundary at the end of a working day that ends no earlier than an instant."""
        day = (self._reached(instant) - 1) >> GRAIN_BITS
        return self._value((self._on_or_after(day)[0] + 1) * GRAIN)

    def start_until(self, instant: Value) -> Value:
        """The last boundary at which something can start so that it does so by an instant."""
        day = self._reached(instant) >> GRAIN_BITS
        index, worked = self._on_or_after(day)
        return self._value((index - 1 + worked) * GRAIN + (instant - day * GRAIN) * worked)

    def finish_until(self, instant: Value) -> Value:
        """The last boundary at which something can finish so that it is over by an instant."""
        day = (self._reached(instant) - 1) >> GRAIN_BITS
        index, worked = self._on_or_after(day)
        return self._value(index * GRAIN + (instant - day * GRAIN) * worked)

    def _count(self, day: Any) -> Any:
        return self._counts[day - self._first]

    def _on_or_after(self, day: Any) -> tuple[Any, Any]:
        """The first working day on or after a calendar day, and 1 where it is that day itself."""
        place = day - self._counts[0]
        return self._after[place], self._worked[place]

    def _known(self, boundary: Value) -> Any:
        """The boundary, once the tables reach it."""
        self._reach(int(np.min(boundary)) // GRAIN - 1, int(np.max(boundary)) // GRAIN + 1)
        return boundary

    def _reached(self, instant: Value) -> Any:
        """The instant, once the tables reach it."""
        low, high = int(np.min(instant)) // GRAIN - 1, int(np.max(instant)) // GRAIN + 1
        calendar = self._calendar
        self._reach(calendar.on_or_before(low + self._zero), calendar.on_or_after(high + self._zero))
        return instant

    def _reach(self, low: int, high: int) -> None:
        last = self._first + len(self._counts) - 1
        if low < self._first or high > last:
            self._tabulate(min(2 * low, self._first), max(2 * high, last))

    def _tabulate(self, low: int, high: int) -> None:
        self._first = low
        counts = [self._calendar.count(index) - self._zero for index in range(low, high + 1)]
        self._counts = np.array(counts, dtype=np.int64)
        days = np.arange(counts[0], counts[-1] + 1)
        place = np.searchsorted(self._counts, days)
        self._after = place + low
        self._worked = (self._counts[place] == days).astype(np.int64)

    def _value(self, found: Any) -> Value:
        """A whole number if it is one, else a column of the right kind."""
        return int(found) if np.ndim(found) == 0 else found.astype(self._dtype, copy=False)
