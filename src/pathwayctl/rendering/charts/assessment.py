"""Ratings as bars: a row for each criterion, with the rating before as a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.handouts.assessment.ratings_page import RatedCriterion, RatingChart
from pathwayctl.language import phrase
from pathwayctl.rendering.charts.frame import (
    BLUE,
    FIRST,
    NEXT,
    SHADES,
    SMALL,
    WIDTH,
    DrawingPart,
    drawn,
    label,
    shared_out,
)
from pathwayctl.rendering.legend import SAMPLE, Entry
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.svg_primitives import FAINT, GRID, INK, hover, line, rectangle

NAMES: Final = 420.0
ROW: Final = 26.0
HEAD: Final = 24.0
LEGEND: Final = 34.0
HIGH: Final = 14.0
BEFORE: Final = f'stroke="{INK}" stroke-width="2.5"'


def draw(chart: RatingChart, title: str, key: str) -> Markup:
    """The bars as drawings for a page; ``key`` makes their ids unique on it."""
    fitting = [int((height - HEAD - LEGEND) / ROW) for height in (FIRST, NEXT)]
    ends = shared_out(len(chart.bars), *fitting)
    return drawn([_part(chart, first, end) for first, end in ends], title, key)


def _part(chart: RatingChart, first: int, end: int) -> DrawingPart:
    bars = chart.bars[first:end]
    part = DrawingPart(" ".join(f"{_said(bar)}." for bar in bars))
    bottom = HEAD + len(bars) * ROW
    for number, word in enumerate(chart.scale, 1):
        x = _at(number, chart)
        part.body.append(line(x, HEAD, x, bottom, f'stroke="{GRID}" stroke-width="1"'))
        part.body.append(label(x, 14, f"{number} {word}", 130, size=SMALL, anchor="end", color=FAINT))
    for place, bar in enumerate(bars):
        y = HEAD + place * ROW
        part.body.append(f"<g>{hover(_said(bar))}{''.join(_bar(bar, y, chart))}</g>")
    part.height = bottom
    part.legend(_entries(chart))
    return part


def _at(rating: int, chart: RatingChart) -> float:
    return NAMES + rating * (WIDTH - NAMES - 10) / len(chart.scale)


def _bar(bar: RatedCriterion, y: float, chart: RatingChart) -> Iterator[str]:
    top = y + (ROW - HIGH) / 2
    yield label(4, y + ROW / 2 + 4, bar.name, NAMES - 16)
    wide = _at(bar.rating, chart) - NAMES
    look = f'fill="{SHADES[2]}" stroke="{BLUE}" stroke-width="1"'
    yield rectangle(NAMES, top, wide, HIGH, look)
    yield label(NAMES + 8, y + ROW / 2 + 4, str(bar.rating), 30, size=SMALL, bold=True)
    if bar.before:
        x = _at(bar.before, chart)
        yield line(x, top - 3, x, top + HIGH + 3, BEFORE)


def _entries(chart: RatingChart) -> Iterator[Entry]:
    look = f'fill="{SHADES[2]}" stroke="{BLUE}" stroke-width="1"'
    yield rectangle(0, -6, SAMPLE, 12, look), phrase("Latest rating")
    if any(bar.before for bar in chart.bars):
        yield line(SAMPLE / 2, -8, SAMPLE / 2, 8, BEFORE), phrase("Rating before")


def _said(bar: RatedCriterion) -> str:
    facts = {"name": bar.name.rstrip("."), "rating": bar.rating, "before": bar.before}
    return phrase("{name}: {rating}, {before} before" if bar.before else "{name}: {rating}", **facts)
