"""The column of each box: to the right of all its predecessors, with no column too high.

The first step of Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System
Structures" (1981). Columns are filled from the left as by Coffman and Graham, "Optimal scheduling for
two-processor systems" (1972): of the boxes whose turn has come, those with the longest way still to go
come first. If there is room, each box is in the column of its longest path.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

Pairs = Sequence[tuple[int, int]]
"""Arrows, as pairs of the numbers of two boxes."""


def columns(size: int, arrows: Pairs, highest: int) -> list[int]:
    """The column of each of ``size`` boxes, from 0; none has more than ``highest`` boxes."""
    after: list[list[int]] = [[] for _ in range(size)]
    waits = [0] * size
    for first, second in arrows:
        after[first].append(second)
        waits[second] += 1
    sources = [box for box in range(size) if not waits[box]]
    ways = _ways(after, waits)
    found = _filled(after, waits, ways, highest)
    _move_right(found, after, sources, highest)
    return found


def _ways(after: list[list[int]], waits: list[int]) -> list[int]:
    """How many boxes there are on the longest way on from each."""
    left = list(waits)
    order = [box for box, number in enumerate(left) if not number]
    for box in order:
        for following in after[box]:
            left[following] -= 1
            if not left[following]:
                order.append(following)
    ways = [0] * len(after)
    for box in reversed(order):
        ways[box] = 1 + max((ways[following] for following in after[box]), default=0)
    return ways


def _filled(after: list[list[int]], waits: list[int], ways: list[int], highest: int) -> list[int]:
    left, found = list(waits), [0] * len(after)
    ready = [(-ways[box], box) for box, number in enumerate(left) if not number]
    heapify(ready)
    column = 0
    while ready:
        placed = [heappop(ready)[1] for _ in range(min(highest, len(ready)))]
        for box in placed:
            found[box] = column
            for following in after[box]:
                left[following] -= 1
                if not left[following]:
                    heappush(ready, (-ways[following], following))
        column += 1
    return found


def _move_right(found: list[int], after: list[list[int]], sources: list[int], highest: int) -> None:
    """Move boxes without predecessors close to their successors, while there is room."""
    taken = [0] * (max(found, default=0) + 1)
    for column in found:
        taken[column] += 1
    for box in sources:
        last = min((found[following] for following in after[box]), default=0) - 1
        better = (column for column in range(last, found[box], -1) if taken[column] < highest)
        column = next(better, found[box])
        taken[found[box]] -= 1
        taken[column] += 1
        found[box] = column
