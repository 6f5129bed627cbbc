"""What the reading of one file found, collected in one place: in full up to a limit, then by its place."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from pathwayctl.diagnostics import MOST_OF_A_CODE, Fix, Position, Rule
from pathwayctl.quick_dataclass import dataclass

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


@dataclass(frozen=True, slots=True)
class Doubt:
    """A plain text that should be written in another way, and the value it has until then.

    ``fix`` is what to write in its place, where that is exactly one thing.
    """

    value: Any
    rule: Rule
    message: str
    hint: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing that is wrong with the text of a file, at its place.

    ``fix`` is what the hint says to type first.
    """

    rule: Rule
    position: Position
    message: str
    hint: str
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Further:
    """Places at which a rule is broken as well, as the four numbers of each in turn."""

    rule: Rule
    marks: array[int]

    @property
    def places(self) -> Iterator[Position]:
        """The place of each."""
        marks = self.marks
        return map(Position, marks[::4], marks[1::4], marks[2::4], marks[3::4])

    def add(self, place: Position) -> None:
        """One more place."""
        self.marks.extend((place.line, place.column, place.end_line, place.end_column))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says. ``value`` is its sections by name.

    ``whole`` is false where part of the text could not be read; ``value`` is ``None`` if nothing
    could, or if the file holds no sections. The spots are in the order of their places; ``further``
    has what there is of a rule beyond the first thousand. ``gaps`` are the stretches that were passed
    over, and ``read_as`` is the text without them, in which every place is where it is in the file.
    """

    value: Any
    spots: tuple[Spot, ...]
    whole: bool
    further: tuple[Further, ...] = ()
    gaps: tuple[Position, ...] = ()
    read_as: bytes | None = None


class TextReport:
    """Collects the spots of one file: so many of each rule, and of the others their places."""

    __slots__ = ("_explained", "_further", "_room", "_spots")

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._explained: dict[tuple[int, int], Spot | None] = {}
        self._room: dict[str, int] = {}
        self._further: dict[str, Further] = {}

    def add(
        self, rule: Rule, position: Position, message: str, hint: str = "", fix: Fix | None = None
    ) -> None:
        """One more spot; without a hint, the rule's own words on fixing it."""
        if self._has_room(rule, position):
            self._spots.append(Spot(rule, position, message, hint or rule.page.fix, fix))

    def insist(self, spot: Spot) -> None:
        """The one spot for its place: it explains what else is found there."""
        start = spot.position.line, spot.position.column
        if self._explained.get(start) or self._has_room(spot.rule, spot.position):
            self._explained[start] = spot
        else:
            self._explained.setdefault(start, None)

    def take(self, other: TextReport, wanted: Callable[[Position], bool]) -> None:
        """Add what another report of the same file has at the places that are wanted."""
        for spot in filter(lambda one: wanted(one.position), other._spots):
            self.add(spot.rule, spot.position, spot.message, spot.hint, spot.fix)
        for start, explained in other._explained.items():
            if explained is None:
                self._explained.setdefault(start, None)
            elif wanted(explained.position):
                self.insist(explained)
        for more in other._further.values():
            for place in filter(wanted, more.places):
                self._count(more.rule, place)

    def places(self, rule: Rule) -> Iterator[Position]:
        """Where a rule is broken, in no order."""
        known = (*self._spots, *(spot for spot in self._explained.values() if spot))
        yield from (spot.position for spot in known if spot.rule is rule)
        if rule.code in self._further:
            yield from self._further[rule.code].places

    def in_order(self) -> tuple[Spot, ...]:
        """All spots by their place."""
        spots = [each for each in self._spots if _start(each.position) not in self._explained]
        spots += filter(None, self._explained.values())
        return tuple(sorted(spots, key=lambda spot: (*_start(spot.position), spot.rule.code)))

    def further(self) -> tuple[Further, ...]:
        """What there is beyond the spots, by rule."""
        return tuple(more for _, more in sorted(self._further.items()))

    def _has_room(self, rule: Rule, position: Position) -> bool:
        """Take up room for a spot of a rule, or else keep its place only."""
        room = self._room.get(rule.code, MOST_OF_A_CODE)
        if not room:
            self._count(rule, position)
            return False
        self._room[rule.code] = room - 1
        return True

    def _count(self, rule: Rule, position: Position) -> None:
        self._further.setdefault(rule.code, Further(rule, array("Q"))).add(position)
