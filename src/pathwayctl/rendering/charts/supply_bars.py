"""Supply against demand: two bars for each occupation, openings above completers, with their figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.handouts.talent.inventory import SupplyBar, SupplyChart
from pathwayctl.language import phrase
from pathwayctl.rendering.charts.frame import (
    BLUE,
    FIRST,
    NEXT,
    SMALL,
    WIDTH,
    DrawingPart,
    drawn,
    label,
    lines_of,
    paragraph,
    shared_out,
)
from pathwayctl.rendering.legend import SAMPLE, Entry
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.svg_primitives import FAINT, INK, PAPER, hover, line, rectangle

NAMES: Final = 290.0
ROW: Final = 44.0
BAR: Final = 14.0
FIGURE: Final = 70.0
"""Room for the figure after the longest bar."""
LEGEND: Final = 34.0
TOP: Final = 6.0


def draw(chart: SupplyChart, title: str, key: str) -> Markup:
    """The bars as drawings for a page; ``key`` makes their ids unique on it."""
    fitting = [int((height - LEGEND - TOP) / ROW) for height in (FIRST, NEXT)]
    ends = shared_out(len(chart.bars), *fitting)
    return drawn([_part(chart, first, end) for first, end in ends], title, key)


def _part(chart: SupplyChart, first: int, end: int) -> DrawingPart:
    largest = max(max(one.openings, one.completers) for one in chart.bars) or 1
    unit = (WIDTH - NAMES - FIGURE) / largest
    bars = chart.bars[first:end]
    part = DrawingPart(_about(bars))
    for place, one in enumerate(bars):
        y = TOP + place * ROW
        lines = lines_of(one.title, NAMES - 16, 2)
        part.body += paragraph(4, y + 20 - (lines - 1) * 6, one.title, NAMES - 16, lines=2)
        drawing = "".join((*_bar(one.openings, y, unit, dark=True), *_bar(one.completers, y + BAR + 3, unit)))
        part.body.append(f"<g>{hover(_said(one))}{drawing}</g>")
        part.height = y + ROW
    part.body.append(line(NAMES, 0, NAMES, part.height - 8, f'stroke="{FAINT}" stroke-width="1"'))
    part.legend(_entries())
    return part


def _bar(people: int, y: float, unit: float, *, dark: bool = False) -> Iterator[str]:
    wide = people * unit
    if wide:
        yield rectangle(NAMES, y, wide, BAR, _look(dark=dark))
    yield label(NAMES + wide + 6, y + BAR - 3, f"{people:,}", FIGURE, size=SMALL)


def _look(*, dark: bool) -> str:
    return f'fill="{BLUE if dark else PAPER}" stroke="{INK}" stroke-width="1"'


def _entries() -> Iterator[Entry]:
    yield rectangle(0, -6, SAMPLE, 12, _look(dark=True)), phrase("Openings a year")
    yield rectangle(0, -6, SAMPLE, 12, _look(dark=False)), phrase("People who complete programs a year")


def _about(bars: tuple[SupplyBar, ...]) -> str:
    return f"{'; '.join(map(_said, bars))}."


def _said(one: SupplyBar) -> str:
    return phrase(
        "{title}: {openings:,} openings, {completers:,} completers",
        title=one.title,
        openings=one.openings,
        completers=one.completers,
    )
