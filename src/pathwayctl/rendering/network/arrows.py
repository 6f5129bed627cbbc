"""The arrows of a network diagram: where they leave and enter boxes, their curves, and their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.handouts.schedule.network_chart import NetworkChart
from pathwayctl.language import marked, phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.lettering import width
from pathwayctl.rendering.network.boxes import Outline
from pathwayctl.rendering.network.layout import Band, PlacedBox, Wire
from pathwayctl.rendering.network.metrics import NetworkMetrics
from pathwayctl.rendering.svg_primitives import FAINT, HALO, INK, number, words
from pathwayctl.wording import count

WORDS: Final = 11.5
APART: Final = 12.0
"""Between the ends of two arrows at one box, while there is room."""
MOST_NAMED: Final = 20
"""More names than these have room at no box."""
TIP: Final = 7.0
"""Length of an arrow's head."""


@dataclass(frozen=True, slots=True)
class WireCourse:
    """Where a wire runs: its two ends, and the heights at which it passes columns."""

    wire: Wire
    column: int
    start: tuple[float, float]
    end: tuple[float, float]


def courses(chart: NetworkChart, band: Band, outlines: dict[int, Outline]) -> list[WireCourse]:
    """The courses of all arrows of a band. Those of one box are spread along its edge."""
    columns = {box.node: box.column for box in band.boxes}
    leaving = _spread(chart, band, outlines, right=True)
    entering = _spread(chart, band, outlines, right=False)
    return [
        WireCourse(wire, columns[chart.edges[wire.edge].before], leaving[wire.edge], entering[wire.edge])
        for wire in band.wires
    ]


def _spread(
    chart: NetworkChart, band: Band, outlines: dict[int, Outline], *, right: bool
) -> dict[int, tuple[float, float]]:
    """Where each arrow meets its box, in the order of the heights that it comes from or goes to."""
    at: dict[int, list[tuple[float, int]]] = {}
    for wire in band.wires:
        edge = chart.edges[wire.edge]
        own, other = (edge.before, edge.after) if right else (edge.after, edge.before)
        passes = wire.passes if right else wire.passes[::-1]
        at.setdefault(own, []).append((passes[0] if passes else outlines[other].middle, wire.edge))
    found = {}
    for node, ends in at.items():
        outline = outlines[node]
        step = min(APART, 2 * outline.play / max(len(ends) - 1, 1))
        first = outline.middle - step * (len(ends) - 1) / 2
        for place, (_, number_) in enumerate(sorted(ends)):
            y = first + place * step
            found[number_] = (outline.side(y, right=right), y)
    return found


def drawn(chart: NetworkChart, found: Sequence[WireCourse], look: NetworkMetrics) -> Iterator[str]:
    """The curves, those of critical links last, so that they lie on top."""
    for course in sorted(found, key=lambda one: chart.edges[one.wire.edge].critical):
        edge = chart.edges[course.wire.edge]
        stroke = (
            f'stroke="{INK}" stroke-width="2.6"' if edge.critical else f'stroke="{FAINT}" stroke-width="1"'
        )
        dashes = ' stroke-dasharray="4 3"' if edge.member else ""
        x, y = course.end
        half = 4.5 if edge.critical else 3.5
        head = f"M{number(x)} {number(y)}l{number(-TIP)} {number(-half)}v{number(2 * half)}z"
        yield f'<path d="{_curve(course, look)}" fill="none" {stroke}{dashes}/>'
        yield f'<path d="{head}" fill="{INK if edge.critical else FAINT}"/>'


def labels(chart: NetworkChart, found: Sequence[WireCourse]) -> Iterator[str]:
    """The types and lags of links, before the arrows' heads."""
    for course in found:
        if text := chart.edges[course.wire.edge].words:
            x, y = course.end
            look = f'font-size="{WORDS:g}" text-anchor="end" {HALO}'
            yield words(x - TIP - 2, y + 3.3, text, look)


def _curve(course: WireCourse, look: NetworkMetrics) -> str:
    """From box to box: a bow in each channel, and straight through each column that is passed."""
    x, y = course.start
    path = f"M{number(x)} {number(y)}"
    for place, height in enumerate(course.wire.passes, course.column + 1):
        left = place * look.pitch
        path += f"{_bow(x, y, left, height)}H{number(left + look.width)}"
        x, y = left + look.width, height
    end = course.end[0] - TIP + 1
    return f"{path}{_bow(x, y, end, course.end[1])}"


def _bow(x1: float, y1: float, x2: float, y2: float) -> str:
    if abs(y1 - y2) < 0.05:
        return f"H{number(x2)}"
    middle = number((x1 + x2) / 2)
    return f"C{middle} {number(y1)} {middle} {number(y2)} {number(x2)} {number(y2)}"


def references(chart: NetworkChart, box: PlacedBox, outline: Outline) -> Iterator[str]:
    """What a box is linked to elsewhere, in words: above it what it waits for, below it what waits."""
    if box.arrives:
        x, y = outline.x + 12, outline.y - 4
        yield _reference(chart, box.arrives, marked("from"), outline.width - 14, x, y)
        heavy = any(chart.edges[edge].critical for edge in box.arrives)
        yield _stub(outline.x + 5, outline.y - 11, outline.y, heavy=heavy)
    if box.leaves:
        x, y = outline.x + outline.width - 12, outline.y + outline.height + 10
        yield _reference(chart, box.leaves, marked("to"), outline.width - 14, x, y)
        heavy = any(chart.edges[edge].critical for edge in box.leaves)
        foot = outline.y + outline.height
        yield _stub(outline.x + outline.width - 5, foot, foot + 11, heavy=heavy)


def _stub(x: float, y1: float, y2: float, *, heavy: bool) -> str:
    color, weight = (INK, "2.2") if heavy else (FAINT, "1")
    return (
        f'<path d="M{number(x)} {number(y1)}V{number(y2 - 5)}" stroke="{color}" stroke-width="{weight}"/>'
        f'<path d="M{number(x)} {number(y2)}l-3 -6h6z" fill="{color}"/>'
    )


def _reference(chart: NetworkChart, edges: Sequence[int], word: str, room: float, x: float, y: float) -> str:
    """``from 1.2, 2.3 SS+2d``, as many as there is room for, and how many more there are."""
    anchor = ' text-anchor="end"' if word == "to" else ""
    text = named(chart, edges, word, room)
    return words(x, y, text, f'font-size="{WORDS:g}"{anchor}')


def named(chart: NetworkChart, edges: Sequence[int], word: str, room: float) -> str:
    """The boxes at the other ends of edges, critical ones first, and as many as there is room for."""
    names = []
    for number_ in sorted(edges, key=lambda one: not chart.edges[one].critical):
        edge = chart.edges[number_]
        other = chart.nodes[edge.before if word == "from" else edge.after].name
        names.append(f"{other} {edge.words}".rstrip())
    for shown in range(min(len(names), MOST_NAMED), 0, -1):
        listed = ", ".join(names[:shown])
        if shown < len(names):
            listed = phrase("{names} +{number} more", names=listed, number=len(names) - shown)
        text = f"{phrase(word)} {listed}"
        if width(text, WORDS) <= room:
            return text
    rest = count(len(names), "other") if len(names) > 1 else names[0]
    return f"{phrase(word)} {rest}"
