"""A bar chart of a schedule as SVG: dark on light, readable in print, and not by colour alone.

Long charts are drawn as several sheets of rows, each with its scale, so that a sheet fits on letter
paper across. All measures are in the drawing's own units; the page scales them to its width.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final

from markupsafe import Markup, escape

from pathwayctl.handouts.charts import Bar, GanttChart
from pathwayctl.rendering import shapes
from pathwayctl.rendering.legend import legend
from pathwayctl.rendering.lettering import BOLD, cut
from pathwayctl.rendering.shapes import GRID, INK, number
from pathwayctl.rendering.timescale import Scale
from pathwayctl.wording import short_day

WIDTH: Final = 1000.0
LABELS: Final = 310.0
MARGIN: Final = 14.0
HEAD: Final = 42.0
ROW: Final = 20.0
FOOT: Final = 32.0
ONE_SHEET: Final = 26
"""Rows that fit on letter paper across, with a heading and a caption above them."""
FIRST_SHEET: Final = 18
"""Rows of the first of several sheets, so that a page's title can stand above it."""
NEXT_SHEET: Final = 30
"""Rows of a sheet that has the paper for itself."""
TEXT: Final = 11.5
SMALL: Final = 10.5
INDENT: Final = 11.0
DEEPEST: Final = 6
SHADED_FROM: Final = 2.0
"""Width of a day from which days off are shaded."""


def draw(chart: GanttChart, title: str, key: str) -> Markup:
    """The chart as one drawing or several; ``key`` makes their ids unique on the page."""
    ends = _ends(len(chart.bars))
    return Markup("\n").join(
        _Sheet(chart, first, end, title, f"{key}-{part}").svg()
        for part, (first, end) in enumerate(pairwise((0, *ends)), 1)
    )


def _ends(rows: int) -> list[int]:
    """After how many rows each sheet ends; the sheets after the first are about equally long."""
    if rows <= ONE_SHEET:
        return [rows] if rows else []
    left = rows - FIRST_SHEET
    others = ceil(left / NEXT_SHEET)
    return [FIRST_SHEET + left * sheet // others for sheet in range(others + 1)]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Some rows of a chart: the bars from ``first`` up to, but not including, ``end``."""

    chart: GanttChart
    first: int
    end: int
    title: str
    key: str

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self.chart.bars[self.first : self.end]

    @property
    def scale(self) -> Scale:
        days = max((self.chart.finish - self.chart.start).days + 1, 1)
        return Scale(self.chart.start, days, LABELS, WIDTH - LABELS - MARGIN)

    @property
    def bottom(self) -> float:
        return HEAD + ROW * len(self.bars)

    def svg(self) -> Markup:
        """The whole drawing, with its title and description for those who do not see it."""
        part = "" if len(self.bars) == len(self.chart.bars) else f", rows {self.first + 1} to {self.end}"
        words = (
            f"Bars from {short_day(self.chart.start)} to {short_day(self.chart.finish)} for "
            f"{_through(self.bars)}. The dates stand in words beside this chart."
        )
        height = number(self.bottom + FOOT)
        body = [
            f'<svg class="gantt" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(WIDTH)} {height}"'
            f' role="img" aria-labelledby="{self.key}-t {self.key}-d"'
            f' font-family="system-ui, sans-serif" font-size="{number(TEXT)}" fill="{INK}">',
            f'<title id="{self.key}-t">{escape(self.title + part)}</title>',
            f'<desc id="{self.key}-d">{escape(words)}</desc>',
            f"<defs>{shapes.hatching(self.key)}</defs>",
            f'<rect width="{number(WIDTH)}" height="{height}" fill="#fff"/>',
            *self._shading(),
            *self._lines(),
            *self._names(),
            *self._arrows(),
            *(self._bar(bar, self._middle(row)) for row, bar in enumerate(self.bars)),
            *self._status(),
            *legend(self.chart, self.key, self.bottom + FOOT / 2 + 2, shaded=self._shades),
            "</svg>",
        ]
        return Markup("\n".join(body))  # noqa: S704 - every text in it is escaped where it is put in

    @property
    def _shades(self) -> bool:
        return self.scale.day >= SHADED_FROM and bool(self.chart.shaded)

    def _middle(self, row: int) -> float:
        return HEAD + ROW * (row + 0.5)

    def _shading(self) -> Iterator[str]:
        for first, last in self.chart.shaded if self._shades else ():
            x = self.scale.at(first)
            width = self.scale.at(last, 1) - x
            if width > 0:
                yield shapes.rectangle(x, HEAD, width, self.bottom - HEAD, shapes.OFF)

    def _lines(self) -> Iterator[str]:
        """The scale's words and lines, and a line under each row."""
        for ticks, top, weight in ((self.scale.coarse(), 4.0, 600), (self.scale.fine(), 22.0, 400)):
            for tick in ticks:
                yield shapes.line(tick.x, top, tick.x, self.bottom, f'stroke="{GRID}"')
                if tick.word:
                    yield _text(
                        tick.x + 4, top + 12, tick.word, f'font-size="{SMALL}" font-weight="{weight}"'
                    )
        for row in range(len(self.bars) + 1):
            y = HEAD + ROW * row
            yield shapes.line(0, y, WIDTH, y, f'stroke="{GRID}" stroke-width="{0.6 if row else 1.2}"')
        yield _text(4, 34, "Task", f'font-size="{SMALL}" font-weight="600"')

    def _names(self) -> Iterator[str]:
        for row, bar in enumerate(self.bars):
            x = 4 + INDENT * min(bar.depth, DEEPEST)
            bold = bar.kind == "summary"
            name = f"{bar.wbs}  {bar.label}".strip()
            words = cut(name, TEXT * (BOLD if bold else 1), LABELS - x - 8)
            look = 'font-weight="600"' if bold else ""
            yield _text(x, self._middle(row) + 4, words, look, hover=shapes.said(bar))

    def _bar(self, bar: Bar, y: float) -> str:
        hatch = self.key if bar.critical else ""
        x, end = self.scale.at(bar.start), self.scale.at(bar.finish, 1)
        if bar.kind == "milestone":
            shape = shapes.milestone(self.scale.at(bar.start, 0.5), y, hatch)
        elif bar.kind == "summary":
            shape = shapes.summary(x, y, end - x, hatch)
        else:
            shape = shapes.task(x, y, end - x, bar.complete, hatch)
        return f"<g><title>{escape(shapes.said(bar))}</title>{shape}</g>"

    def _arrows(self) -> Iterator[str]:
        """What waits for what, among the rows of this sheet."""
        for before, after in self.chart.links:
            if not (self.first <= before < self.end and self.first <= after < self.end):
                continue
            start, finish = self._reach(self.chart.bars[before])[1], self._reach(self.chart.bars[after])[0]
            y1, y2 = self._middle(before - self.first), self._middle(after - self.first)
            yield shapes.arrow(start, y1, finish, y2, y1 + ROW / 2 * (1 if y2 >= y1 else -1))

    def _reach(self, bar: Bar) -> tuple[float, float]:
        if bar.kind == "milestone":
            x = self.scale.at(bar.start, 0.5)
            return x - shapes.DIAMOND, x + shapes.DIAMOND
        return self.scale.at(bar.start), self.scale.at(bar.finish, 1)

    def _status(self) -> Iterator[str]:
        if self.chart.status_date:
            x = self.scale.at(self.chart.status_date, 1)
            yield shapes.line(x, HEAD - 4, x, self.bottom, shapes.STATUS)


def _through(bars: tuple[Bar, ...]) -> str:
    one = f"{bars[0].wbs} {bars[0].label}".strip()
    if len(bars) == 1:
        return f"“{one}”"
    other = f"{bars[-1].wbs} {bars[-1].label}".strip()
    return f"{len(bars)} rows, “{one}” to “{other}”"


def _text(x: float, y: float, words: str, look: str, hover: str = "") -> str:
    title = f"<title>{escape(hover)}</title>" if hover else ""
    return f'<text x="{number(x)}" y="{number(y)}" {look}>{title}{escape(words)}</text>'.replace(" >", ">", 1)
