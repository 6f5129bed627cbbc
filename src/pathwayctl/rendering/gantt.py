"""A bar chart of a schedule as SVG: dark on light, readable in print, and not by color alone.

On a page, long charts are drawn as several sheets of rows, each with its scale, so that a sheet fits
on letter paper across; as a file of its own a chart is one tall picture. All measures are in the
drawing's own units; a page scales them to its width.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import Final

from pathwayctl.handouts.schedule.gantt_chart import Bar, ChartLink, GanttChart
from pathwayctl.language import Phrases, phrase, spoken
from pathwayctl.rendering import gantt_parts as parts
from pathwayctl.rendering import legend, shapes
from pathwayctl.rendering.gantt_rows import LABEL_SIZE, PICTURE, ROW, SHEET, UPRIGHT, GanttStyle, Rows
from pathwayctl.rendering.lettering import cut
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.svg_primitives import FAINT, drawing, words
from pathwayctl.wording import count, short_day

FIRST_SHEET: Final = 12
"""Rows of the first sheet on letter paper across, so that a page’s title and facts can stand above it."""
NEXT_SHEET: Final = 30
"""Rows of a sheet that has the paper for itself."""
FEWEST: Final = 4
"""Rows of a sheet after the first, at the least."""
TITLE: Final = 20.0
CAPTION: Final = 50.0
"""Height of the title above a picture, with the line below it."""


def draw(chart: GanttChart, title: str, key: str) -> Markup:
    """The chart as one drawing or several for a page; ``key`` makes their ids unique on it."""
    style = (UPRIGHT if chart.upright else SHEET).fitted(chart)
    ends = _ends(chart.bars, Rows(chart, style).height, chart.first_rows)
    return Markup("\n").join(
        _sheet(rows, _titled(title, rows, len(chart.bars)), f"{key}-{part}", spoken())
        for part, rows in enumerate(_sheets(chart, ends, style), 1)
    )


def _sheets(chart: GanttChart, ends: Sequence[int], style: GanttStyle) -> Iterator[Rows]:
    """The rows of each sheet; links are dealt out in one pass, since there are very many."""
    if not ends[1:]:
        yield from (Rows(chart, style) for _ in ends)
        return
    links: list[list[ChartLink]] = [[] for _ in ends]
    for link in chart.links:
        sheet = bisect_right(ends, link.after)
        if sheet == bisect_right(ends, link.before):
            links[sheet].append(link)
    for (first, end), own in zip(pairwise((0, *ends)), links, strict=True):
        yield Rows(replace(chart.part(first, end), links=tuple(own)), style, first)


def _titled(title: str, rows: Rows, number: int) -> str:
    """The title of some of a ``number`` of rows."""
    if len(rows.bars) == number:
        return title
    return phrase("{title}, rows {first} to {last}", title=title, first=rows.first + 1, last=rows.end)


def picture(chart: GanttChart, title: str, caption: str) -> Markup:
    """The whole chart as one picture for a file of its own; title, facts, and legend stand above it."""
    rows = Rows(chart, PICTURE.fitted(chart))
    room = rows.width - 8
    key, top = legend.laid_out(_entries(rows, "gantt"), CAPTION, rows.width)
    above = [
        words(4, 26, cut(title, TITLE, room, bold=True), f'font-size="{TITLE:g}" font-weight="700"'),
        words(4, 44, cut(caption, 12, room), f'font-size="12" fill="{FAINT}"'),
        *key,
    ]
    rows = replace(rows, top=top + 4)
    return _drawn(rows, "gantt", title, f"{caption} {_about(rows)}", (above, ()), rows.bottom, fixed=True)


def _ends(bars: Sequence[Bar], height: float, first: int) -> list[int]:
    """After how many rows each sheet ends; the sheets after the first are about equally long."""
    room, following = (int(rows * ROW / height) for rows in (FIRST_SHEET, NEXT_SHEET))
    room = first or room
    ends: list[int] = []
    start = 0
    while (left := len(bars) - start) > room:
        rows = ceil(left / ceil(left / following)) if ends else min(room, left - FEWEST)
        start = _between_groups(bars, start, start + rows)
        ends.append(start)
        room = following
    return [*ends, len(bars)] if bars else []


def _between_groups(bars: Sequence[Bar], start: int, end: int) -> int:
    """The nearest end at or before a row that parts neither a heading nor a last row from its group."""
    for place in range(end, max(start + FEWEST, end - FEWEST), -1):
        is_last = place + 1 == len(bars) or bars[place + 1].depth < bars[place].depth
        if bars[place - 1].kind != "summary" and not (is_last and bars[place - 1].depth == bars[place].depth):
            return place
    return end


@lru_cache(maxsize=64)  # a change of a watched project concerns few sheets of a long chart
def _sheet(rows: Rows, title: str, key: str, _language: Phrases | None) -> Markup:
    about = f"{_about(rows)} {phrase('The table below this chart has the dates.')}"
    below, height = legend.laid_out(_entries(rows, key), rows.bottom + 6, rows.width)
    return _drawn(rows, key, title, about, ((), below), height, fixed=False)


def _entries(rows: Rows, key: str) -> Iterator[legend.Entry]:
    return legend.of_bars(parts.legend_words(rows), f"{key}-h", rows.chart.near, rows.look.reach)


def _drawn(
    rows: Rows, key: str, title: str, about: str,
    around: tuple[Sequence[str], Sequence[str]], height: float, *, fixed: bool,
) -> Markup:  # fmt: skip
    """The drawing with what stands above and below its rows."""
    body = [
        f"<defs>{shapes.hatching(f'{key}-h')}</defs>",
        f'<g font-size="{LABEL_SIZE:g}">',
        *around[0],
        *parts.shading(rows),
        *parts.lines(rows),
        *parts.arrows(rows),
        *(parts.row(rows, place, f"{key}-h") for place in range(len(rows.bars))),
        *parts.status(rows),
        *(head for top in rows.heads for head in parts.scale(rows, top)),
        *around[1],
        "</g>",
    ]
    kind = "gantt upright" if rows.chart.upright else "gantt"
    return drawing(kind, key, (rows.width, height + 4), title, about, body, fixed=fixed)


def _about(rows: Rows) -> str:
    """The drawing in words."""
    critical = sum(bar.critical for bar in rows.bars if bar.kind != "summary")
    start, finish = short_day(rows.chart.start), short_day(rows.chart.finish)
    about = phrase(
        "Bars from {start} to {finish} for {rows}.", start=start, finish=finish, rows=_through(rows.bars)
    )
    if not critical:
        return about
    return f"{about} {phrase('{tasks_are} critical.', tasks_are=count(critical, 'task is', 'tasks are'))}"


def _through(bars: tuple[Bar, ...]) -> str:
    one = f"{bars[0].wbs} {bars[0].label}".strip()
    if len(bars) == 1:
        return f"“{one}”"
    other = f"{bars[-1].wbs} {bars[-1].label}".strip()
    return phrase("{number} rows, “{first}” to “{last}”", number=len(bars), first=one, last=other)
