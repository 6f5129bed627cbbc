"""Many stretches of a text at once, and whether a place meets one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from pathwayctl.diagnostics import Position

_Point = tuple[int, int]


class Stretches:
    """A set of stretches that is asked often, at the cost of a search in a sorted list each time."""

    __slots__ = ("_ends", "_exact", "_starts")

    def __init__(self, stretches: Iterable[Position] = ()) -> None:
        self._exact: Final = frozenset(stretches)
        self._starts: list[_Point] = []
        self._ends: list[_Point] = []
        for start, end in sorted((_start(each), _end(each)) for each in self._exact):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def __contains__(self, place: Position) -> bool:
        """Whether a place is one of the stretches, from its beginning to its end."""
        return place in self._exact

    def meet(self, place: Position) -> bool:
        """Whether a place begins within a stretch, or a stretch within the place."""
        start = _start(place)
        number = bisect_right(self._starts, start)
        if number and (start < self._ends[number - 1] or start == self._starts[number - 1]):
            return True
        return number < len(self._starts) and self._starts[number] < _end(place)


def _start(place: Position) -> _Point:
    return place.line, place.column


def _end(place: Position) -> _Point:
    return place.end_line, place.end_column
