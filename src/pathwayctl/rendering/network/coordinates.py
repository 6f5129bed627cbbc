"""At which height things stand: near to what they are joined to, in their order, and not too close.

The third step of Sugiyama, Tagawa and Toda (1981). Each column is placed by itself, as near to the
heights that its things would like as the distances between them allow: a least-squares problem with
an order, which the pooling of neighbors solves (Barlow, Bartholomew, Bremner and Brunk, "Statistical
Inference under Order Restrictions", 1972).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.network.order import Columns

SWEEPS: Final = 8
Weighed = Sequence[Sequence[tuple[int, float]]]
"""For each thing, what it is joined to and how strongly that pulls."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a thing takes above and below the height it stands at."""

    above: float
    below: float


def place(columns: Columns, rooms: Sequence[Room], before: Weighed, after: Weighed) -> list[float]:
    """The height of each thing. The highest edge is at 0, the lowest at the height of the fullest column."""
    heights = [0.0] * len(rooms)
    offsets = [_offsets(column, rooms) for column in columns]
    full = max((last for *_, last in offsets), default=0.0)
    for column, offset in zip(columns, offsets, strict=True):
        spare = (full - offset[-1]) / 2
        for thing, at in zip(column, offset, strict=False):  # the last offset is the end of the column
            heights[thing] = at + spare
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        steps = list(zip(columns, offsets, strict=True))
        for column, offset in steps if forward else steps[::-1]:
            joined = (before, after) if sweep >= SWEEPS - 2 else ((before,) if forward else (after,))
            wished = [_wish(thing, joined, heights) for thing in column]
            for thing, height in zip(column, settled(wished, offset, full), strict=True):
                heights[thing] = height
    return heights


def settled(wished: Sequence[float], offsets: Sequence[float], full: float) -> list[float]:
    """The heights nearest to the wished ones that keep the distances and stay within ``full``."""
    pools: list[tuple[float, int]] = []  # the sum of wishes, and of how many
    for wish, offset in zip(wished, offsets, strict=False):
        total, number = wish - offset, 1
        while pools and pools[-1][0] * number >= total * pools[-1][1]:
            above, more = pools.pop()
            total, number = total + above, number + more
        pools.append((total, number))
    spare = full - offsets[-1]
    shifts = [min(max(total / number, 0.0), spare) for total, number in pools for _ in range(number)]
    return [offset + shift for offset, shift in zip(offsets, shifts, strict=False)]


def _offsets(column: Sequence[int], rooms: Sequence[Room]) -> list[float]:
    """The height of each thing if all stand as close as they may, and the end of the last."""
    found, y = [], 0.0
    for thing in column:
        found.append(y + rooms[thing].above)
        y += rooms[thing].above + rooms[thing].below
    return [*found, y]


def _wish(thing: int, joined: Sequence[Weighed], heights: Sequence[float]) -> float:
    total = weight = 0.0
    for side in joined:
        for other, pull in side[thing]:
            total += heights[other] * pull
            weight += pull
    return total / weight if weight else heights[thing]
