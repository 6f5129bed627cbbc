"""A network diagram as SVG: on a page a sheet for each band, as a file all bands below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Final

from pathwayctl.handouts.schedule.network_chart import NetworkChart
from pathwayctl.rendering.legend import laid_out as laid_out_legend
from pathwayctl.rendering.lettering import cut
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.network import arrows as wires
from pathwayctl.rendering.network.boxes import Outline, box
from pathwayctl.rendering.network.layout import Band, laid_out
from pathwayctl.rendering.network.legend import entries
from pathwayctl.rendering.network.metrics import REFERENCE, SHEET, WIDE, NetworkMetrics, of_picture
from pathwayctl.rendering.svg_primitives import FAINT, GRID, drawing, line, number, words
from pathwayctl.wording import count

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
ALONE: Final = "Tasks without predecessors or successors"


def draw(chart: NetworkChart, title: str, key: str) -> Markup:
    """The diagram as drawings for a page, one for each band; ``key`` makes their ids unique on it.

    The first has the legend of all.
    """
    bands = laid_out(chart, SHEET)
    stack = _Stack(chart, SHEET, SHEET.columns * SHEET.pitch - SHEET.channel + 2 * EDGE)
    drawn = []
    for part, (band, heading) in enumerate(zip(bands, _headings(bands), strict=True), 1):
        stack.begin()
        if part == 1:
            stack.legend(bands)
        stack.band(band, heading)
        name = f"{title}, part {part} of {len(bands)}" if len(bands) > 1 else title
        drawn.append(drawing("network", f"{key}-{part}", stack.size, name, _about(chart, [band]), stack.body))
    return Markup("\n").join(drawn)


def picture(chart: NetworkChart, title: str, caption: str) -> Markup:
    """The whole diagram as one picture for a file of its own; title, facts and legend stand above it."""
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
    bands = laid_out(chart, look)
    if len(bands) > 1 and len(chart.nodes) <= TWICE:
        high = sum(band.height + HEADING + BETWEEN + REFERENCE for band in bands)
        look = look.widened(sqrt(WIDE * high / (look.columns * look.pitch)))
        bands = laid_out(chart, look)
    return look, bands


def _headings(bands: Sequence[Band]) -> list[str]:
    parts = sum(not band.loose for band in bands)
    numbered = [f"Part {part} of {parts}" if parts > 1 else "" for part in range(1, parts + 1)]
    return [*numbered, *[ALONE] * (len(bands) - parts)]


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
            bold = f'font-size="11" font-weight="700" fill="{FAINT}"'
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
        yield box(chart, chart.nodes[one.node], outlines[one.node], look)
        yield from wires.references(chart, one, outlines[one.node])
    yield from wires.labels(chart, found)


def _about(chart: NetworkChart, bands: Sequence[Band]) -> str:
    """The drawing in words: how much there is, and the boxes that it is critical to keep."""
    nodes = [chart.nodes[box.node] for band in bands for box in band.boxes]
    critical = sorted((node for node in nodes if node.critical), key=lambda node: node.start)
    boxes, arrows = count(len(nodes), "box", "boxes"), sum(len(band.wires) for band in bands)
    about = f"A network of {boxes} and {count(arrows, 'arrow')}, from left to right."
    if not critical:
        return about
    named = ", ".join(f"{node.name} {node.title}" for node in critical[:NAMED])
    more = f" and {len(critical) - NAMED} more" if len(critical) > NAMED else ""
    return f"{about} Critical: {named}{more}."
