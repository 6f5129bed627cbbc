"""The column of each box: to the right of all its predecessors, with no column too high.

The first step of Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System
Structures" (1981). Columns are filled from the left as by Coffman and Graham, "Optimal scheduling for
two-processor systems" (1972): of the boxes whose turn has come, those with the longest way still to go
come first. If there is room, each box is in the column of its longest path.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import Final

Columns = list[list[int]]
"""The numbers of the things in each column, from above to below."""
Joined = Sequence[Sequence[int]]
"""For each thing, what it is joined to in the column before, or in the one after."""

SWEEPS: Final = 12
WORK: Final = 400_000
"""Arrows that are looked at in all sweeps together: large diagrams get fewer of them."""


def sort(columns: Columns, before: Joined, after: Joined) -> Columns:
    """The columns, each sorted so that few arrows cross between them."""
    places = [0] * len(before)
    for column in columns:
        _number(column, places)
    arrows = sum(map(len, after))
    best, fewest = [list(column) for column in columns], crossings(columns, after, places)
    for sweep in range(min(SWEEPS, max(2, WORK // max(arrows, 1)))):
        if not fewest:
            break
        forward = sweep % 2 == 0
        for column in columns if forward else columns[::-1]:
            _arrange(column, before if forward else after, places)
        number = crossings(columns, after, places)
        if number < fewest:
            best, fewest = [list(column) for column in columns], number
    return best


def crossings(columns: Columns, after: Joined, places: Sequence[int]) -> int:
    """How many pairs of arrows cross, over all columns."""
    total = 0
    for column, following in pairwise(columns):
        ends = [places[end] for thing in column for end in sorted(after[thing], key=places.__getitem__)]
        total += _inversions(ends, len(following))
    return total


def _number(column: list[int], places: list[int]) -> None:
    for place, thing in enumerate(column):
        places[thing] = place


def _arrange(column: list[int], joined: Joined, places: list[int]) -> None:
    """Sort one column by mean positions; boxes without arrows keep their positions."""
    keys = {
        thing: sum(places[other] for other in joined[thing]) / len(joined[thing])
        if joined[thing]
        else float(places[thing])
        for thing in column
    }
    column.sort(key=keys.__getitem__)
    _number(column, places)


def _inversions(ends: list[int], size: int) -> int:
    """Pairs in the wrong order, counted in a tree of sums (Fenwick, 1994)."""
    tree, total = [0] * (size + 1), 0
    for seen, end in enumerate(ends):
        total += seen
        at = end + 1
        while at:
            total -= tree[at]
            at &= at - 1
        at = end + 1
        while at <= size:
            tree[at] += 1
            at += at & -at
    return total


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
