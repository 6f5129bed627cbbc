"""What the reading of one file found, collected in one place and capped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from pathwayctl.diagnostics import Position, Rule

MOST_SPOTS: Final = 200
"""No more are reported for a file; the next ones are seen once these are fixed."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A stretch of a file, and the text to type in its place."""

    position: Position
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing that is wrong with the text of a file, at its place.

    ``fix`` is what the hint says to type, where that is exactly one thing.
    """

    rule: Rule
    position: Position
    message: str
    hint: str
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says. ``value`` is its sections by name.

    ``whole`` is false where part of the text could not be read; ``value`` is ``None`` if nothing
    could, or if the file holds no sections. The spots are in the order of their places.
    ``gaps`` are the stretches that were passed over, and ``read_as`` is the text without them, in
    which every place is where it is in the file.
    """

    value: Any
    spots: tuple[Spot, ...]
    whole: bool
    gaps: tuple[Position, ...] = ()
    read_as: bytes | None = None


class Report:
    """Collects the spots of one file, 200 at most."""

    __slots__ = ("spots",)

    def __init__(self) -> None:
        self.spots: list[Spot] = []

    def add(
        self, rule: Rule, position: Position, message: str, hint: str = "", fix: Fix | None = None
    ) -> None:
        """One more spot; without a hint, the rule's own words on fixing it."""
        if len(self.spots) < MOST_SPOTS:
            self.spots.append(Spot(rule, position, message, hint or rule.page.fix, fix))

    def insist(self, spot: Spot) -> None:
        """The one spot for its place: it explains what was found there before."""
        start = (spot.position.line, spot.position.column)
        self.spots = [each for each in self.spots if (each.position.line, each.position.column) != start]
        self.add(spot.rule, spot.position, spot.message, spot.hint, spot.fix)

    def in_order(self) -> tuple[Spot, ...]:
        """All spots by their place."""
        return tuple(
            sorted(self.spots, key=lambda spot: (spot.position.line, spot.position.column, spot.rule.code))
        )
