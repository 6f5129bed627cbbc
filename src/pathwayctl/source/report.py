"""What the reading of one file found, collected in one place and capped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from pathwayctl.diagnostics import Position, Rule

MOST_SPOTS: Final = 200
"""No more are reported for a file: whoever mends these sees the next ones in the next run."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing that is wrong with the text of a file, at its place."""

    rule: Rule
    position: Position
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says. ``value`` is its sections by name.

    ``whole`` is false where the text could not be read to its end, or holds no sections; ``value``
    is ``None`` then. The spots are in the order of their places.
    """

    value: Any
    spots: tuple[Spot, ...]
    whole: bool


class Report:
    """Collects the spots of one file, 200 at most."""

    __slots__ = ("spots",)

    def __init__(self) -> None:
        self.spots: list[Spot] = []

    def add(self, rule: Rule, position: Position, message: str, hint: str = "") -> None:
        """One more spot; without a hint, the rule's own words on mending."""
        if len(self.spots) < MOST_SPOTS:
            self.spots.append(Spot(rule, position, message, hint or rule.mend))

    def insist(self, spot: Spot) -> None:
        """The one spot for its place: it explains what was found there before."""
        start = (spot.position.line, spot.position.column)
        self.spots = [each for each in self.spots if (each.position.line, each.position.column) != start]
        self.add(spot.rule, spot.position, spot.message, spot.hint)

    def in_order(self) -> tuple[Spot, ...]:
        """All spots by their place."""
        return tuple(
            sorted(self.spots, key=lambda spot: (spot.position.line, spot.position.column, spot.rule.code))
        )
