"""From the facts of a network to boxes and arrows with places: columns, bands, order, heights.

The columns are broken into bands, one below the other, as words are into lines. Arrows run within a
band; one that would leave it, or pass very many columns, becomes a pair of references in words, as on
diagrams that are printed on several sheets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil

from pathwayctl.handouts.schedule.network_chart import Edge
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.network.coordinates import Room, place
from pathwayctl.rendering.network.layers import columns
from pathwayctl.rendering.network.metrics import REFERENCE, NetworkMetrics
from pathwayctl.rendering.network.order import Columns, sort

THIN = Room(7, 7)
"""What an arrow takes where it passes a column."""
STIFF, CRITICAL, LOOSE = 6.0, 3.0, 1.0
"""How strongly an arrow pulls its ends to one height: between two columns it passes, critical, else."""


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A node with its upper left corner; the edges that come from elsewhere and that go elsewhere."""

    node: int
    column: int
    x: float
    y: float
    arrives: tuple[int, ...]
    leaves: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Wire:
    """An edge within a band, with the heights at which it passes the columns between its ends."""

    edge: int
    passes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Some columns beside each other. ``loose`` ones hold boxes without links."""

    boxes: tuple[PlacedBox, ...]
    wires: tuple[Wire, ...]
    columns: int
    height: float
    loose: bool = False


def laid_out(nodes: int, edges: tuple[Edge, ...], look: NetworkMetrics) -> tuple[Band, ...]:
    """The bands of a diagram of a number of boxes, from above to below."""
    linked = sorted({end for edge in edges for end in (edge.before, edge.after)})
    number = {node: place for place, node in enumerate(linked)}
    joined = [(edge.before, edge.after) for edge in edges]
    arrows = [(number[before], number[after]) for before, after in joined]
    column_of = dict(zip(linked, columns(len(linked), arrows, look.highest), strict=True))
    bands = [_Band(edges, look, part).band() for part in _parts(column_of, joined, look.columns)]
    loose = [node for node in range(nodes) if node not in number]
    return (*bands, *_grids(loose, look))


def _parts(column_of: dict[int, int], arrows: Iterable[tuple[int, int]], most: int) -> list[dict[int, int]]:
    """The nodes of each band with their columns in it."""
    total = max(column_of.values(), default=-1) + 1
    broken = [0] * (total + 1)
    for before, after in arrows:
        for column in range(column_of[before] + 1, column_of[after] + 1):
            broken[column] += 1
    starts = _breaks(broken, most)
    parts: list[dict[int, int]] = [{} for _ in starts]
    for node, column in sorted(column_of.items()):
        band = bisect_right(starts, column) - 1
        parts[band][node] = column - starts[band]
    return parts


def _breaks(broken: Sequence[int], most: int) -> list[int]:
    """Where bands begin: after two thirds of a full one at least, where a break cuts the fewest arrows.

    ``broken`` is the number of arrows that a break before each column would cut.
    """
    starts, total = [0], len(broken) - 1
    while total - starts[-1] > most:
        last = starts[-1] + most
        starts.append(min(range(last, last - most // 3 - 1, -1), key=broken.__getitem__))
    return starts if total else []


def _grids(loose: Sequence[int], look: NetworkMetrics) -> Iterator[Band]:
    """Boxes without links, in rows from left to right."""
    most = look.columns * look.highest
    for first in range(0, len(loose), most):
        some = loose[first : first + most]
        boxes = tuple(
            PlacedBox(node, at % look.columns, at % look.columns * look.pitch,
                at // look.columns * (look.height + look.between), (), ())
            for at, node in enumerate(some)
        )  # fmt: skip
        rows = ceil(len(some) / look.columns)
        height = rows * (look.height + look.between) - look.between
        yield Band(boxes, (), min(len(some), look.columns), height, loose=True)


class _Band:
    """One band in the making. Things are its boxes, and the places where arrows pass a column."""

    def __init__(self, edges: Sequence[Edge], look: NetworkMetrics, column_of: dict[int, int]) -> None:
        self._edges, self._look, self._column_of = edges, look, column_of
        self._nodes = sorted(column_of)
        self._thing = {node: thing for thing, node in enumerate(self._nodes)}
        self._columns: Columns = [[] for _ in range(max(column_of.values()) + 1)]
        for node in self._nodes:
            self._columns[column_of[node]].append(self._thing[node])
        self._arrives: dict[int, list[int]] = {}
        self._leaves: dict[int, list[int]] = {}
        self._things = len(self._nodes)
        self._ways: list[tuple[int, list[int]]] = []
        self._lead()

    def band(self) -> Band:
        """The boxes and arrows with their places."""
        before, after = self._joined()
        order = sort(
            self._columns,
            [[other for other, _ in one] for one in before],
            [[other for other, _ in one] for one in after],
        )
        rooms = [self._room(node) for node in self._nodes]
        rooms += [THIN] * (self._things - len(rooms))
        heights = place(order, rooms, before, after)
        boxes = tuple(self._box(node, heights[self._thing[node]]) for node in self._nodes)
        wires = tuple(Wire(edge, tuple(heights[thing] for thing in way[1:-1])) for edge, way in self._ways)
        lowest = max(heights[thing] + rooms[thing].below for thing in range(self._things))
        return Band(boxes, wires, len(self._columns), lowest - self._look.between)

    def _lead(self) -> None:
        """Lead each edge through the columns between its ends, or note it as going elsewhere."""
        for number, edge in enumerate(self._edges):
            first, last = self._column_of.get(edge.before), self._column_of.get(edge.after)
            if first is not None and last is not None and last - first <= self._look.reach:
                passed = range(self._things, self._things + last - first - 1)
                self._things += len(passed)
                for column, thing in enumerate(passed, first + 1):
                    self._columns[column].append(thing)
                self._ways.append((number, [self._thing[edge.before], *passed, self._thing[edge.after]]))
                continue
            if first is not None:
                self._leaves.setdefault(edge.before, []).append(number)
            if last is not None:
                self._arrives.setdefault(edge.after, []).append(number)

    def _joined(self) -> tuple[list[list[tuple[int, float]]], list[list[tuple[int, float]]]]:
        before: list[list[tuple[int, float]]] = [[] for _ in range(self._things)]
        after: list[list[tuple[int, float]]] = [[] for _ in range(self._things)]
        boxes = len(self._nodes)
        for number, way in self._ways:
            slack = CRITICAL if self._edges[number].critical else LOOSE
            for one, other in pairwise(way):
                pull = STIFF if one >= boxes and other >= boxes else slack
                after[one].append((other, pull))
                before[other].append((one, pull))
        return before, after

    def _room(self, node: int) -> Room:
        half = self._look.height / 2
        above = REFERENCE if node in self._arrives else 0
        below = REFERENCE if node in self._leaves else 0
        return Room(half + above, half + below + self._look.between)

    def _box(self, node: int, height: float) -> PlacedBox:
        column, look = self._column_of[node], self._look
        return PlacedBox(
            node, column, column * look.pitch, height - look.height / 2,
            tuple(self._arrives.get(node, ())), tuple(self._leaves.get(node, ())),
        )  # fmt: skip
