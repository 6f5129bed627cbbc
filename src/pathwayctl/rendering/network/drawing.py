"""A network diagram as SVG, with a legend of what it really shows.

On a page it has a sheet for each band; as a file, all bands are below each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import sqrt
from typing import Final

from pathwayctl.handouts.schedule.network_chart import NetworkChart
from pathwayctl.language import marked, phrase, spoken
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.rendering.legend import SAMPLE, Entry
from pathwayctl.rendering.legend import laid_out as laid_out_legend
from pathwayctl.rendering.lettering import cut
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.network import arrows as wires
from pathwayctl.rendering.network.boxes import BARE, Outline, box
from pathwayctl.rendering.network.layout import Band, laid_out
from pathwayctl.rendering.network.metrics import REFERENCE, SHEET, WIDE, NetworkMetrics, of_picture
from pathwayctl.rendering.svg_primitives import (
    FAINT,
    GRID,
    INK,
    PAPER,
    drawing,
    line,
    number,
    part_title,
    words,
)
from pathwayctl.wording import count

_THIN: Final = f'stroke="{FAINT}" stroke-width="1"'
_THICK: Final = f'stroke="{INK}" stroke-width="2.6"'
_KINDS: Final = (LinkType.SS, LinkType.FF, LinkType.SF)
_LAGS: Final = {
    "d": marked("{lag}: 2 working days later"),
    "w": marked("{lag}: 2 working weeks later"),
    "ed": marked("{lag}: 2 calendar days later"),
    "ew": marked("{lag}: 2 calendar weeks later"),
}


def entries(chart: NetworkChart, bands: Sequence[Band]) -> Iterator[Entry]:
    """Samples with their words."""
    nodes = [chart.nodes[box.node] for band in bands for box in band.boxes]
    edges = [chart.edges[wire.edge] for band in bands for wire in band.wires]
    kinds = {node.kind for node in nodes}
    for names, words_for in (
        (("task",), marked("Task")),
        (("milestone",), marked("Milestone")),
        (("begin", "end"), marked("Start or end of a group of tasks")),
    ):
        if kinds.intersection(names):
            yield _outline(names[0]), phrase(words_for)
    if any(node.critical for node in nodes):
        yield _double(), phrase("Critical: a delay moves the finish")
    if any(not edge.critical and not edge.member for edge in edges):
        yield _arrow(_THIN, FAINT, 3), phrase("Goes before")
    if any(edge.critical for edge in edges):
        yield _arrow(_THICK, INK, 4.5), phrase("Goes before, and decides the date")
    if any(edge.member for edge in edges):
        yield _arrow(f'{_THIN} stroke-dasharray="4 3"', FAINT, 3), phrase("Is in the group")
    if texts := sorted({edge.words for edge in edges if edge.words}):
        sample = next((kind.value for kind in _KINDS if any(text.startswith(kind) for text in texts)), "+2d")
        yield words(SAMPLE, 3.5, sample, 'font-size="11.5" text-anchor="end"'), ", ".join(_meanings(texts))
    if any(box.arrives or box.leaves for band in bands for box in band.boxes):
        yield (
            words(SAMPLE, 3.5, phrase("to"), 'font-size="11.5" text-anchor="end"'),
            phrase("The arrow goes on at that number"),
        )


def _meanings(texts: Sequence[str]) -> Iterator[str]:
    """What the words on arrows mean, for those that the drawing has."""
    for kind in _KINDS:
        if any(text.startswith(kind) for text in texts):
            yield f"{kind.value}: {kind.label}"
    units = {text.lstrip("FS+-0123456789") for text in texts}
    yield from (phrase(meaning, lag=f"+2{unit}") for unit, meaning in _LAGS.items() if unit in units)


def _outline(kind: str) -> str:
    paths = {"milestone": "M0 0L6 -7H16L22 0L16 7H6z", "begin": "M7 -7h8a7 7 0 0 1 0 14h-8a7 7 0 0 1 0 -14z"}
    path = paths.get(kind) or Outline(kind, 0, -7, SAMPLE, 14).path(0)
    return f'<path d="{path}" fill="{BARE}" stroke="{INK}"/>'


def _double() -> str:
    outer, inner = Outline("task", 0, -7, SAMPLE, 14), Outline("task", 3, -4, SAMPLE - 6, 8)
    return (
        f'<path d="{outer.path(0)}" fill="{PAPER}" stroke="{INK}" stroke-width="2.2"/>'
        f'<path d="{inner.path(0)}" fill="{BARE}" stroke="{INK}" stroke-width="0.9"/>'
    )


def _arrow(stroke: str, color: str, half: float) -> str:
    tip = f'<path d="M{SAMPLE:g} 0l-7 {-half:g}v{2 * half:g}z" fill="{color}"/>'
    return line(0, 0, SAMPLE - 6, 0, stroke) + tip


EDGE: Final = 14.0
CAPTION: Final = 54.0
HEADING: Final = 22.0
"""Height of the words above a band."""
BETWEEN: Final = 26.0
"""Between two bands."""
TWICE: Final = 2_000
"""Boxes of a diagram that is laid out a second time for a better proportion."""
NAMED: Final = 12
"""More critical boxes than these are only counted in the description."""
ALONE: Final = marked("Tasks without predecessors or successors")


_on_sheets: Final = lru_cache(maxsize=4)(laid_out)
"""While a project is watched, most changes leave boxes and arrows where they are."""


def draw(chart: NetworkChart, title: str, key: str) -> Markup:
    """The diagram as drawings for a page, one for each band; ``key`` makes their ids unique on it.

    The first has the legend of all.
    """
    bands = _on_sheets(len(chart.nodes), chart.edges, SHEET)
    stack = _Stack(chart, SHEET, SHEET.columns * SHEET.pitch - SHEET.channel + 2 * EDGE)
    drawn = []
    for part, (band, heading) in enumerate(zip(bands, _headings(bands), strict=True), 1):
        stack.begin()
        if part == 1:
            stack.legend(bands)
        stack.band(band, heading)
        name = part_title(title, part, len(bands))
        drawn.append(drawing("network", f"{key}-{part}", stack.size, name, _about(chart, [band]), stack.body))
    return Markup("\n").join(drawn)


def picture(chart: NetworkChart, title: str, caption: str) -> Markup:
    """The whole diagram as one picture for a file of its own; title, facts, and legend stand above it."""
    look, bands = _proportioned(chart)
    columns = max(look.least, *(band.columns for band in bands))
    stack = _Stack(chart, look, columns * look.pitch - look.channel + 2 * EDGE)
    stack.begin(title, caption)
    stack.legend(bands)
    for band, heading in zip(bands, _headings(bands), strict=True):
        stack.band(band, heading)
    about = f"{caption} {_about(chart, bands)}"
    return drawing("network", "network", stack.size, title, about, stack.body, fixed=True)


def _proportioned(chart: NetworkChart) -> tuple[NetworkMetrics, tuple[Band, ...]]:
    """The bands of a picture. How full they are is only known then, so it is laid out again by that."""
    look = of_picture(len(chart.nodes))
    bands = laid_out(len(chart.nodes), chart.edges, look)
    if len(bands) > 1 and len(chart.nodes) <= TWICE:
        high = sum(band.height + HEADING + BETWEEN + REFERENCE for band in bands)
        look = look.widened(sqrt(WIDE * high / (look.columns * look.pitch)))
        bands = laid_out(len(chart.nodes), chart.edges, look)
    return look, bands


def _headings(bands: Sequence[Band]) -> list[str]:
    parts = sum(not band.loose for band in bands)
    numbered = [
        phrase("Part {place} of {number}", place=part, number=parts) if parts > 1 else ""
        for part in range(1, parts + 1)
    ]
    return [*numbered, *[phrase(ALONE)] * (len(bands) - parts)]


class _Stack:
    """What stands below each other in a drawing, with the height that it has reached."""

    def __init__(self, chart: NetworkChart, look: NetworkMetrics, width: float) -> None:
        self._chart, self._look, self._width = chart, look, width
        self._y = 0.0
        self.body: list[str] = []

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of all of it."""
        return self._width, self._y + EDGE / 2

    def begin(self, title: str = "", caption: str = "") -> None:
        """A new drawing, with a title and a line of facts if it has no page to say these."""
        self._y, self.body = EDGE, []
        room = self._width - 2 * EDGE
        if title:
            bold = 'font-size="20" font-weight="700"'
            self.body.append(words(EDGE, 30, cut(title, 20, room, bold=True), bold))
            self.body.append(words(EDGE, 48, cut(caption, 12, room), f'font-size="12" fill="{FAINT}"'))
            self._y = CAPTION

    def legend(self, bands: Sequence[Band]) -> None:
        """The legend of some bands."""
        samples, self._y = laid_out_legend(entries(self._chart, bands), self._y, self._width - EDGE)
        self.body.append(f'<g transform="translate({number(EDGE - 4)} 0)">{"".join(samples)}</g>')

    def band(self, band: Band, heading: str) -> None:
        """One band, below a line and its heading if there are several."""
        y = self._y
        if heading:
            bold = f'font-size="11.5" font-weight="700" fill="{FAINT}"'
            self.body.append(line(EDGE, y + 8, self._width - EDGE, y + 8, f'stroke="{GRID}"'))
            self.body.append(words(EDGE, y + 22, heading, bold))
            y += HEADING
        y += REFERENCE
        self.body.append(f'<g transform="translate({number(EDGE)} {number(y)})">')
        self.body += _of_band(self._chart, band, self._look)
        self.body.append("</g>")
        self._y = y + band.height + BETWEEN


def _of_band(chart: NetworkChart, band: Band, look: NetworkMetrics) -> Iterator[str]:
    outlines = {
        one.node: Outline(chart.nodes[one.node].kind, one.x, one.y, look.width, look.height)
        for one in band.boxes
    }
    found = wires.courses(chart, band, outlines)
    yield from wires.drawn(chart, found, look)
    for one in band.boxes:
        node = chart.nodes[one.node]
        group = chart.groups[node.group].partition(" ")[2] if node.group >= 0 else ""
        yield box(node, group, outlines[one.node], look, spoken())
        yield from wires.references(chart, one, outlines[one.node])
    yield from wires.labels(chart, found)


def _about(chart: NetworkChart, bands: Sequence[Band]) -> str:
    """The drawing in words: how much there is, and the boxes that it is critical to keep."""
    nodes = [chart.nodes[box.node] for band in bands for box in band.boxes]
    critical = sorted((node for node in nodes if node.critical), key=lambda node: node.start)
    boxes, arrows = count(len(nodes), "box", "boxes"), sum(len(band.wires) for band in bands)
    about = phrase(
        "A network of {boxes} and {arrows}, from left to right.", boxes=boxes, arrows=count(arrows, "arrow")
    )
    if not critical:
        return about
    named = ", ".join(f"{node.name} {node.title}" for node in critical[:NAMED])
    if len(critical) > NAMED:
        named = phrase("{names} and {number} more", names=named, number=len(critical) - NAMED)
    return f"{about} {phrase('Critical: {tasks}.', tasks=named)}"
