"""A grid of figures, each cell the darker the more there is; what is empty has a thick edge as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.handouts.governance.coverage_chart import DARKEST, HeatCell, HeatMap
from pathwayctl.language import phrase
from pathwayctl.rendering.charts.frame import (
    FIRST,
    LEADING,
    NEXT,
    SHADES,
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
from pathwayctl.rendering.svg_primitives import CRITICAL, FAINT, PAPER, hover, line, rectangle

NAMES: Final = 250.0
ROW: Final = 40.0
LEGEND: Final = 32.0
LINES: Final = 3
"""Lines of a column's title at the most; a row's has one less."""


def draw(chart: HeatMap, title: str, key: str) -> Markup:
    """The grid as drawings for a page; ``key`` makes their ids unique on it."""
    head = _lines(chart) * LEADING + 12
    fitting = [int((height - head - LEGEND) / ROW) for height in (FIRST, NEXT)]
    ends = shared_out(len(chart.rows), *fitting)
    return drawn([_part(chart, first, end, head) for first, end in ends], title, key)


def _pitch(chart: HeatMap) -> float:
    return (WIDTH - NAMES) / len(chart.columns)


def _lines(chart: HeatMap) -> int:
    room = _pitch(chart) - 10
    return max(lines_of(name, room, LINES, bold=True) for name in (chart.corner, *chart.columns))


def _part(chart: HeatMap, first: int, end: int, head: float) -> DrawingPart:
    part = DrawingPart(_about(chart, first, end), [*_head(chart, head)])
    for place in range(first, end):
        y = head + (place - first) * ROW
        lines = lines_of(chart.rows[place], NAMES - 16, LINES - 1)
        middle = y + ROW / 2 + 4 - (lines - 1) * LEADING / 2
        part.body += paragraph(4, middle, chart.rows[place], NAMES - 16, lines=LINES - 1)
        for column, cell in enumerate(chart.cells[place]):
            x = NAMES + column * _pitch(chart)
            said = f"{chart.rows[place]}, {chart.columns[column]}: {cell.words}"
            part.body.append(f"<g>{hover(said)}{_cell(cell, x, y, _pitch(chart))}</g>")
        part.height = y + ROW
    part.legend(_entries(chart))
    return part


def _head(chart: HeatMap, head: float) -> Iterator[str]:
    pitch = _pitch(chart)
    yield label(4, head - 8, chart.corner, NAMES - 16, bold=True)
    for column, name in enumerate(chart.columns):
        lines = lines_of(name, pitch - 10, LINES, bold=True)
        x, y = NAMES + (column + 0.5) * pitch, head - 8 - (lines - 1) * LEADING
        yield from paragraph(x, y, name, pitch - 10, lines=LINES, bold=True, anchor="middle")


def _cell(cell: HeatCell, x: float, y: float, wide: float) -> str:
    words = label(x + wide / 2, y + ROW / 2 + 4.5, cell.words, wide - 12, size=13, bold=True, anchor="middle")
    return _box(cell.shade, x + 2, y + 2, wide - 4, ROW - 4) + words


def _box(shade: int, x: float, y: float, wide: float, high: float) -> str:
    """The ground of a cell: shaded, with a thick broken edge where it is empty, or a thin line."""
    if shade < 0:
        return line(x, y + high, x + wide, y + high, f'stroke="{FAINT}" stroke-width="0.6"')
    if not shade:
        edge = f'fill="{PAPER}" stroke="{CRITICAL}" stroke-width="2" stroke-dasharray="5 3"'
        return rectangle(x, y, wide, high, edge)
    return rectangle(x, y, wide, high, f'fill="{SHADES[shade]}" stroke="{FAINT}" stroke-width="0.8"')


def _entries(chart: HeatMap) -> Iterator[Entry]:
    shades = {cell.shade for row in chart.cells for cell in row}
    if 0 in shades:
        yield _box(0, 1, -6, SAMPLE - 2, 12), chart.none
    if max(shades) > 0:
        steps = (
            rectangle(place * 5.5, -6, 5.5, 12, f'fill="{shade}" stroke="{FAINT}" stroke-width="0.4"')
            for place, shade in enumerate(SHADES[1:])
        )
        yield (
            "".join(steps),
            phrase("Light to dark: few to {most}", most=chart.most[:1].lower() + chart.most[1:]),
        )
    if -1 in shades:
        yield _box(-1, 0, -8, SAMPLE, 12), phrase(chart.outside)


def _about(chart: HeatMap, first: int, end: int) -> str:
    """The rows with their figures; those that are empty are named."""
    rows = range(first, end)
    empty = [
        f"{chart.rows[row]}, {name}"
        for row in rows
        for name, cell in zip(chart.columns, chart.cells[row], strict=True)
        if not cell.shade
    ]
    full = sum(cell.shade == DARKEST for row in rows for cell in chart.cells[row])
    grid = phrase(
        "A grid of {rows} rows and {columns} columns; {full} cells have the darkest shade.",
        rows=end - first,
        columns=len(chart.columns),
        full=full,
    )
    rest = phrase("Empty: {cells}.", cells="; ".join(empty)) if empty else phrase("No cell is empty.")
    return f"{grid} {rest}"
