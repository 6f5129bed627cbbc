"""The layout of a network diagram: columns, order, heights and bands, each by what it promises."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from page_samples import network
from pathwayctl.handouts.schedule.network_chart import Edge, NetworkChart
from pathwayctl.rendering.network.coordinates import Room, place, settled
from pathwayctl.rendering.network.layers import columns
from pathwayctl.rendering.network.layout import THIN, Band, laid_out
from pathwayctl.rendering.network.metrics import REFERENCE, SHEET, NetworkMetrics, of_picture
from pathwayctl.rendering.network.order import crossings, sort


@st.composite
def graphs(draw: st.DrawFn, most: int = 24) -> tuple[int, list[tuple[int, int]]]:
    """A number of boxes and arrows between them that make no ring."""
    size = draw(st.integers(1, most))
    turned = draw(st.permutations(range(size)))
    pairs = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(
        lambda pair: pair[0] < pair[1]
    )
    found = draw(st.lists(pairs, max_size=3 * size)) if size > 1 else []
    return size, [(turned[first], turned[second]) for first, second in found]


@given(graphs(), st.integers(1, 8))
def test_each_box_stands_to_the_right_of_all_it_waits_for(
    graph: tuple[int, list[tuple[int, int]]], highest: int
) -> None:
    size, arrows = graph
    found = columns(size, arrows, highest)
    assert all(found[first] < found[second] for first, second in arrows)
    assert all(found.count(column) <= highest for column in found)
    assert set(found) <= set(range(size))


@given(graphs())
def test_where_there_is_room_the_columns_are_as_few_as_can_be(
    graph: tuple[int, list[tuple[int, int]]],
) -> None:
    size, arrows = graph
    longest = [1] * size
    for _ in range(size):
        for first, second in arrows:
            longest[second] = max(longest[second], longest[first] + 1)
    assert max(columns(size, arrows, size)) + 1 == max(longest)


def test_what_waits_for_nothing_stands_near_to_what_waits_for_it() -> None:
    chain = [(0, 1), (1, 2), (2, 3), (4, 3)]
    assert columns(5, chain, 5) == [0, 1, 2, 3, 2]
    assert columns(5, chain, 1)[4] < columns(5, chain, 1)[3]
    assert columns(0, [], 5) == []


def joined(size: int, pairs: list[tuple[int, int]]) -> tuple[list[list[int]], list[list[int]]]:
    before: list[list[int]] = [[] for _ in range(size)]
    after: list[list[int]] = [[] for _ in range(size)]
    for first, second in pairs:
        before[second].append(first)
        after[first].append(second)
    return before, after


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(7, 12)), max_size=25))
def test_crossings_are_counted_as_one_would_by_hand(pairs: list[tuple[int, int]]) -> None:
    layers = [list(range(7)), list(range(7, 13))]
    places = [*range(7), *range(6)]
    _, after = joined(13, pairs)
    by_hand = sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in combinations(pairs, 2))
    assert crossings(layers, after, places) == by_hand


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(7, 12)), max_size=25))
def test_sorting_never_makes_more_crossings_and_keeps_the_columns(pairs: list[tuple[int, int]]) -> None:
    layers = [list(range(7)), list(range(7, 13))]
    before, after = joined(13, pairs)
    found = sort([list(layer) for layer in layers], before, after)
    assert [sorted(layer) for layer in found] == layers
    places = {thing: at for layer in found for at, thing in enumerate(layer)}
    ordered = [places[thing] for thing in range(13)]
    assert crossings(found, after, ordered) <= crossings(layers, after, [*range(7), *range(6)])


def test_arrows_that_need_not_cross_do_not() -> None:
    pairs = [(0, 5), (1, 4), (2, 3), (3, 8), (4, 7), (5, 6)]
    before, after = joined(9, pairs)
    found = sort([[0, 1, 2], [3, 4, 5], [6, 7, 8]], before, after)
    places = {thing: at for layer in found for at, thing in enumerate(layer)}
    assert crossings(found, after, [places[thing] for thing in range(9)]) == 0


@given(st.lists(st.floats(-500, 500), min_size=1, max_size=8), st.floats(0, 300))
def test_heights_keep_their_distances_and_are_the_nearest_that_do(wished: list[float], spare: float) -> None:
    offsets = [10.0 * at + 5 for at in range(len(wished) + 1)]
    full = offsets[-1] + spare
    found = settled(wished, offsets, full)
    assert all(below - above >= 10 - 1e-6 for above, below in pairwise(found))
    assert found[0] >= 5 - 1e-6
    assert found[-1] <= full - 10 + 1e-6

    def cost(heights: list[float]) -> float:
        return sum((one - other) ** 2 for one, other in zip(heights, wished, strict=True))

    for step in (-1.0, 1.0):  # no group of neighbors can be moved for the better
        for first, last in combinations(range(len(wished) + 1), 2):
            moved = [height + step * (first <= at < last) for at, height in enumerate(found)]
            fits = all(b - a >= 10 for a, b in pairwise(moved)) and moved[0] >= 5 and moved[-1] <= full - 10
            assert not fits or cost(moved) >= cost(found) - 1e-6


def test_a_chain_stands_at_one_height() -> None:
    rooms = [Room(10, 10)] * 5
    near = [[(1, 1.0)], [(2, 1.0)], [], [], []]
    back = [[], [(0, 1.0)], [(1, 1.0)], [], []]
    heights = place([[3, 0, 4], [1], [2]], rooms, back, near)
    assert heights[0] == heights[1] == heights[2] == 30
    assert place([], [], [], []) == []


LOOKS = [pytest.param(SHEET, id="sheet"), pytest.param(None, id="picture")]
SIZES = [1, 2, 7, 20, 117, 500]


def bands_of(chart: NetworkChart, look: NetworkMetrics | None) -> tuple[NetworkMetrics, tuple[Band, ...]]:
    look = look or of_picture(len(chart.nodes))
    return look, laid_out(len(chart.nodes), chart.edges, look)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("reach", [2, 5, 40])
def test_no_two_boxes_overlap_and_none_is_lost(size: int, reach: int, look: NetworkMetrics | None) -> None:
    chart = network(size, reach)
    look, bands = bands_of(chart, look)
    assert sorted(box.node for band in bands for box in band.boxes) == list(range(size))
    for band in bands:
        assert band.columns <= look.columns
        by_column: dict[int, list[tuple[float, float]]] = {}
        for box in band.boxes:
            assert box.x == box.column * look.pitch
            top = box.y - (REFERENCE if box.arrives else 0)
            bottom = box.y + look.height + (REFERENCE if box.leaves else 0)
            assert top + REFERENCE >= -1e-6
            assert bottom <= band.height + 1e-6 + REFERENCE
            by_column.setdefault(box.column, []).append((top, bottom))
        for spans in by_column.values():
            assert len(spans) <= look.highest
            assert all(above[1] <= below[0] + 1e-6 for above, below in pairwise(sorted(spans)))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("reach", [2, 5, 40])
def test_every_arrow_is_drawn_once_or_named_at_both_ends(
    size: int, reach: int, look: NetworkMetrics | None
) -> None:
    chart = network(size, reach)
    look, bands = bands_of(chart, look)
    wires = [wire.edge for band in bands for wire in band.wires]
    arrives = [edge for band in bands for box in band.boxes for edge in box.arrives]
    leaves = [edge for band in bands for box in band.boxes for edge in box.leaves]
    assert sorted(arrives) == sorted(leaves)
    assert sorted(wires + arrives) == list(range(len(chart.edges)))


@pytest.mark.parametrize("size", SIZES)
def test_arrows_pass_boxes_at_a_distance(size: int) -> None:
    chart = network(size, 5)
    look, bands = bands_of(chart, None)
    for band in bands:
        columns_of = {box.node: box.column for box in band.boxes}
        for wire in band.wires:
            edge = chart.edges[wire.edge]
            assert len(wire.passes) == columns_of[edge.after] - columns_of[edge.before] - 1
            assert len(wire.passes) < look.reach
            for column, height in enumerate(wire.passes, columns_of[edge.before] + 1):
                for box in band.boxes:
                    if box.column == column:
                        above = height <= box.y - THIN.below + 1e-6
                        assert above or height >= box.y + look.height + THIN.above - 1e-6


def test_what_is_linked_to_nothing_stands_by_itself() -> None:
    chart = NetworkChart(network(40).nodes, (Edge(0, 1, "", critical=False, member=False),), ())
    bands = laid_out(len(chart.nodes), chart.edges, SHEET)
    assert [band.loose for band in bands] == [False, True, True]
    assert [len(band.boxes) for band in bands] == [2, 20, 18]
    assert len({(box.x, box.y) for box in bands[1].boxes}) == 20


def test_bands_are_broken_where_few_arrows_are() -> None:
    """Of 12 columns 8 fit; between columns 6 and 7 one arrow leads, elsewhere two."""
    pairs = [(n, n + 1) for n in range(11)] + [(n, n + 2) for n in range(10) if n != 4 and n != 5]
    chart = NetworkChart(
        network(12).nodes, tuple(Edge(*pair, "", critical=False, member=False) for pair in pairs), ()
    )
    bands = laid_out(
        len(chart.nodes), chart.edges, NetworkMetrics(100, 50, 2, 50, 10, columns=8, highest=3, reach=8)
    )
    assert [band.columns for band in bands] == [6, 6]


@settings(max_examples=60, deadline=None)
@given(
    graphs(40), st.sampled_from([SHEET, NetworkMetrics(100, 50, 2, 50, 10, columns=3, highest=2, reach=1)])
)
def test_any_network_can_be_laid_out(graph: tuple[int, list[tuple[int, int]]], look: NetworkMetrics) -> None:
    size, pairs = graph
    edges = tuple(Edge(*pair, "", critical=bool(pair[0] % 2), member=False) for pair in pairs)
    chart = NetworkChart(network(size).nodes, edges, network(size).groups)
    bands = laid_out(len(chart.nodes), chart.edges, look)
    assert sorted(box.node for band in bands for box in band.boxes) == list(range(size))
    assert bands == laid_out(len(chart.nodes), chart.edges, look)
