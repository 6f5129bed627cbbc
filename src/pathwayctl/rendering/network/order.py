"""The order of the boxes in each column, so that few arrows cross.

The second step of Sugiyama, Tagawa and Toda (1981): each column in turn is sorted by the mean place of
what its boxes are joined to in the column before, then back again, some times over; the best order
that was met is kept. Crossings are counted as by Barth, Jünger and Mutzel, "Simple and Efficient
Bilayer Cross Counting" (2004).
"""

from __future__ import annotations

from collections.abc import Sequence
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
