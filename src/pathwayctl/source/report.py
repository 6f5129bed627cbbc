"""What the reading of one file found, collected in one place: in full up to a limit, then by its place."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pathwayctl.diagnostics import MOST_OF_A_CODE, Position, Rule


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing that is wrong with the text of a file, at its place."""

    rule: Rule
    position: Position
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Further:
    """Places at which a rule is broken as well, as lines and columns in turn."""

    rule: Rule
    marks: array[int]

    @property
    def places(self) -> Iterator[tuple[int, int]]:
        """The line and column of each."""
        return zip(self.marks[::2], self.marks[1::2], strict=True)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says. ``value`` is its sections by name.

    ``whole`` is false where the text could not be read to its end, or holds no sections; ``value``
    is ``None`` then. The spots are in the order of their places. ``further`` has what there is of a
    rule beyond the first thousand.
    """

    value: Any
    spots: tuple[Spot, ...]
    whole: bool
    further: tuple[Further, ...] = ()


class Report:
    """Collects the spots of one file: so many of each rule, and of the others their places."""

    __slots__ = ("_further", "_room", "spots")

    def __init__(self) -> None:
        self.spots: list[Spot] = []
        self._room: dict[str, int] = {}
        self._further: dict[str, Further] = {}

    def add(self, rule: Rule, position: Position, message: str, hint: str = "") -> None:
        """One more spot; without a hint, the rule's own words on the fix."""
        room = self._room.get(rule.code, MOST_OF_A_CODE)
        if room:
            self._room[rule.code] = room - 1
            self.spots.append(Spot(rule, position, message, hint or rule.mend))
        else:
            more = self._further.setdefault(rule.code, Further(rule, array("Q")))
            more.marks.extend((position.line, position.column))

    def insist(self, spot: Spot) -> None:
        """The one spot for its place: it explains what was found there before."""
        start = (spot.position.line, spot.position.column)
        self.spots = [each for each in self.spots if (each.position.line, each.position.column) != start]
        self.spots.append(spot)

    def mark(self) -> tuple[int, dict[str, int]]:
        """How far the report has come, to go back to."""
        return len(self.spots), {code: len(more.marks) for code, more in self._further.items()}

    def go_back(self, mark: tuple[int, dict[str, int]]) -> None:
        """Forget what was added since a mark."""
        number, lengths = mark
        for spot in self.spots[number:]:
            self._room[spot.rule.code] += 1
        del self.spots[number:]
        for code, more in self._further.items():
            del more.marks[lengths.get(code, 0) :]

    def in_order(self) -> tuple[Spot, ...]:
        """All spots by their place."""
        return tuple(
            sorted(self.spots, key=lambda spot: (spot.position.line, spot.position.column, spot.rule.code))
        )

    def further(self) -> tuple[Further, ...]:
        """What there is beyond the spots, by rule."""
        return tuple(more for _, more in sorted(self._further.items()) if more.marks)
