"""The measures of a network diagram: for the sheets of a page, and for a picture of its own."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, sqrt
from typing import Final

from pathwayctl.quick_dataclass import dataclass

WIDE: Final = 1.5
"""How much wider than high a picture should be, about."""
FULL: Final = 0.6
"""The part of a picture that boxes and the room around them take, about."""
LARGE: Final = 150
"""Boxes from which a picture has smaller ones."""
FEWEST: Final = 5
"""Columns of the smallest picture, and boxes of its highest column."""
REFERENCE: Final = 13.0
"""Height of a line above or below a box that names boxes elsewhere."""


@dataclass(frozen=True, slots=True)
class NetworkMetrics:
    """Width and height of a box, the lines of its title, the room between boxes, and the frame.

    A band has up to ``columns`` columns of up to ``highest`` boxes. An arrow goes through up to ``reach``
    columns; what is farther away, or in another band, is named in words.
    """

    width: float
    height: float
    lines: int
    channel: float
    between: float
    columns: int
    highest: int
    reach: int

    @property
    def least(self) -> int:
        """Columns that a picture has room for even if it has fewer, so that its words above fit."""
        return min(self.columns, FEWEST + 1)

    @property
    def pitch(self) -> float:
        """From one column to the next."""
        return self.width + self.channel

    def widened(self, factor: float) -> NetworkMetrics:
        """The same with more columns, or fewer."""
        return replace(self, columns=max(FEWEST, round(self.columns * factor)))


SHEET: Final = NetworkMetrics(155, 98, 3, 48.75, 16, columns=5, highest=4, reach=5)
"""A band of this look fits on letter paper across, with a heading above it."""


def of_picture(boxes: int) -> NetworkMetrics:
    """The look of one picture of all boxes, in bands below each other."""
    width, height, lines = (168.0, 98.0, 3) if boxes < LARGE else (156.0, 84.0, 2)
    channel, between = 58.0, 18.0
    area = boxes * (width + channel) * (height + between + REFERENCE) / FULL
    columns = max(FEWEST + 1, ceil(sqrt(WIDE * area) / (width + channel)))
    highest = max(FEWEST, round(sqrt(boxes) / 3))
    return NetworkMetrics(width, height, lines, channel, between, columns, highest, reach=8)
