"""The days of people and pools, booked in long numbers: one per person, a few bits for each working day.

Booking a task for all of its days is one addition, and so is looking whether it fits: each day's bits
hold what is booked; to that is added what is needed and what the capacity leaves of the largest
number these bits can hold. So the top bit of a day is set just where it is too much. Where work of
some length can begin is then found by moving and joining the bits of all days at once.
Leave is kept apart, since it may last for ever. A task that pauses while someone is closed is booked for the
days on which it is worked, and its places are tried one after the other.
"""

from __future__ import annotations

from math import gcd
from typing import Final

from pathwayctl.levelling.demands import Demands, held_loads
from pathwayctl.scheduling.pauses import Pause, Spans

_WINDOW: Final = 64
"""Days that are looked at together, at least."""

Quick = tuple[int, int, tuple[tuple[int, int, int], ...]]
"""For all days of a task together: a mask, the top bits, and of each person what to add for the question
whether the task fits, and what to book."""


class Bookings:
    """The bookings of all people and pools. Held tasks are booked from the start.

    ``used`` has the number of each person, with ``width`` bits for a day, and ``end`` is a boundary after all
    days. ``quick`` has the tasks that neither leave nor pauses keep back, for loops that book without a call.
    """

    __slots__ = (
        "_always",
        "_asks",
        "_fields",
        "_leave",
        "_pauses",
        "end",
        "length",
        "quick",
        "used",
        "width",
    )

    def __init__(self, demands: Demands) -> None:
        units: list[list[int]] = [[] for _ in demands.givers]
        for needs in demands.needs.values():
            for who, needed in needs:
                units[who].append(needed)
        scales = [gcd(*column) for column in units]  # so that the numbers are as short as can be
        capacities = [one.capacity // scale for one, scale in zip(demands.givers, scales, strict=True)]
        self.width = width = max(capacities, default=1).bit_length() + 1
        self.length, self._leave, self.end = demands.length, demands.leave, demands.end
        self._pauses = demands.pauses
        self._fields = _Fields(width)
        most = (1 << (width - 1)) - 1
        # Of each person: what to add for the question, and what to book a day.
        self._asks = {
            row: tuple(
                (who, needed // scales[who] + most - capacities[who], needed // scales[who])
                for who, needed in needs
            )
            for row, needs in demands.needs.items()
            if row not in demands.held
        }
        self.quick = {
            row: self._of_all_days(row)
            for row in self._asks
            if row not in demands.pauses and row not in demands.leave
        }
        self._always = [0] * len(capacities)
        for who, begin, end, load in held_loads(demands):
            left = max(demands.givers[who].capacity - load, 0) // scales[who]
            self._always[who] += (capacities[who] - left) * self._fields[end - begin][0] << (begin * width)
        self.used = list(self._always)

    def keep(self) -> None:
        """Let all that is booked now be booked from the beginning."""
        self._always = list(self.used)

    def clear(self) -> None:
        """Undo all bookings since the beginning."""
        self.used = list(self._always)

    def needs(self, row: int) -> bool:
        """Whether a row is one that needs someone and can move."""
        return row in self._asks

    def book(self, row: int, begin: int) -> None:
        """Book all that a task needs, from a boundary on."""
        if begin >= self.end:
            return  # the plan has left the dates there are, and nobody will see this
        pause, used = self._pauses.get(row), self.used
        worked = pause.worked(begin, pause.finish(begin)) if pause else ((begin, begin + self.length[row]),)
        for first, end in worked:
            ones, shift = self._fields[end - first][0], first * self.width
            for who, _, units in self._asks[row]:
                used[who] += units * ones << shift

    def first(self, row: int, start: int) -> int:
        """The first boundary from ``start`` on at which all its people are free for a task."""
        length, leave = self.length[row], self._leave.get(row, ())
        if row in self._pauses:
            return self._first_paused(row, self._pauses[row], start)
        while start < self.end:
            found = self.first_free(row, start)
            begin = _after(leave, found, length)
            if begin == found:
                return found
            start = begin
        return start

    def last(self, row: int, start: int) -> int:
        """The last boundary up to ``start`` at which all its people are free for a task; -1 if none."""
        length, leave = self.length[row], self._leave.get(row, ())
        if row in self._pauses:
            return self._last_paused(row, self._pauses[row], start + length)
        while start >= 0:
            found = self.last_free(row, start)
            begin = before(leave, found, length)
            if begin == found:
                return found
            start = begin
        return -1

    def first_free(self, row: int, start: int) -> int:
        """The first boundary from ``start`` on at which its people are free for a task, if not on leave."""
        width, length = self.width, self.length[row]
        days = max(_WINDOW, 2 * length)
        while busy := self._busy(row, start, days):
            free = self._begins(busy, days, length)
            if free:
                return start + (free & -free).bit_length() // width - 1
            start += days - length + 1
            days *= 2
        return start

    def last_free(self, row: int, start: int) -> int:
        """The last boundary up to ``start`` at which its people are free for a task, if not on leave."""
        width, length = self.width, self.length[row]
        end = start + length
        days = min(end, max(_WINDOW, 2 * length))
        while days >= length:
            busy = self._busy(row, end - days, days)
            free = self._begins(busy, days, length)
            if free:
                return end - days + free.bit_length() // width - 1
            end -= days - length + 1
            days = min(end, 2 * days)
        return -1

    def _first_paused(self, row: int, pause: Pause, start: int) -> int:
        begin = pause.begin(start)
        while begin < self.end:
            clash = self._clash(row, pause, begin)
            if not clash:
                break
            begin = pause.begin(clash[1])
        return begin

    def _last_paused(self, row: int, pause: Pause, finish: int) -> int:
        begin = pause.begin_by(finish)
        while begin >= 0:
            clash = self._clash(row, pause, begin)
            if not clash:
                return begin
            begin = pause.begin_by(clash[0])
        return -1

    def _clash(self, row: int, pause: Pause, begin: int) -> tuple[int, int] | None:
        """The first day on which a task that begins at a boundary has no room, and the day after the last."""
        found = [
            (max(first, away), min(end, back))
            for first, end in pause.worked(begin, pause.finish(begin))
            for away, back in self._leave.get(row, ())
            if away < end and first < back
        ]
        for first, end in pause.worked(begin, pause.finish(begin)):
            if busy := self._busy(row, first, end - first):
                lowest, highest = (busy & -busy).bit_length(), busy.bit_length()
                found.append((first + lowest // self.width - 1, first + highest // self.width))
        return (min(found)[0], max(last for _, last in found)) if found else None

    def _of_all_days(self, row: int) -> Quick:
        ones, mask, guard = self._fields[self.length[row]]
        asks = tuple([(who, ask * ones, units * ones) for who, ask, units in self._asks[row]])
        return mask, guard, asks

    def _busy(self, row: int, begin: int, days: int) -> int:
        """The top bits of the days, from a boundary on, on which a task has no room."""
        ones, mask, guard = self._fields[days]
        shift, used, busy = begin * self.width, self.used, 0
        for who, ask, _ in self._asks[row]:
            busy |= (used[who] >> shift & mask) + ask * ones
        return busy & guard

    def _begins(self, busy: int, days: int, length: int) -> int:
        """The top bits of the days on which work of a length can begin, of so many days."""
        joined, width = 1, self.width
        while 2 * joined <= length:
            busy |= busy >> joined * width
            joined *= 2
        if joined < length:
            busy |= busy >> (length - joined) * width
        return ~busy & self._fields[days - length + 1][2]


class _Fields(dict[int, tuple[int, int, int]]):
    """For a number of days: a 1 for each, a mask, and the top bit of each; made when first asked for."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, days: int) -> tuple[int, int, int]:
        mask = (1 << days * self._width) - 1
        ones = mask // ((1 << self._width) - 1)
        self[days] = ones, mask, ones << self._width - 1
        return self[days]


def _after(leave: Spans, start: int, length: int) -> int:
    """The first boundary from ``start`` on at which work of a length touches no leave."""
    for begin, end in leave:
        if begin >= start + length:
            break
        start = max(start, end)
    return start


def before(leave: Spans, start: int, length: int) -> int:
    """The last boundary up to ``start`` at which work of a length touches no leave; it may be negative."""
    for begin, end in reversed(leave):
        if end <= start:
            break
        if begin < start + length:
            start = begin - length
    return start
