"""The parts of a bar chart: its scale, its rows, its arrows, and the marks of single days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.handouts.schedule.gantt_chart import Bar
from pathwayctl.language import phrase
from pathwayctl.rendering import shapes
from pathwayctl.rendering.arrows import Ends, arrow
from pathwayctl.rendering.gantt_rows import ASIDE, FLAG, HEAD, LABEL_SIZE, SMALL, Rows
from pathwayctl.rendering.lettering import cut, width
from pathwayctl.rendering.svg_primitives import (
    CRITICAL,
    FAINT,
    GRID,
    HALO,
    PAPER,
    hover,
    line,
    rectangle,
    words,
)
from pathwayctl.rendering.timescale import BESIDE as TICK
from pathwayctl.rendering.timescale import Tick
from pathwayctl.wording import month_day, short_day

INDENT: Final = 11.0
DEEPEST: Final = 6
"""Tasks deeper than this are not moved further to the right."""
LETTER: Final = 16.0
"""Width of the column for the letter that marks what is critical."""
BESIDE: Final = 6.0
"""Between a diamond and its date: room for the arrow that leaves it."""


def legend_words(rows: Rows) -> frozenset[str]:
    """What these rows show, by the words of the legend."""
    bars = rows.bars
    drawn = {bar.kind for bar in bars if bar.kind != "task" or not bar.critical}
    tests = {
        "done": any(bar.kind == "task" and bar.complete for bar in bars),
        "critical": any(bar.critical for bar in bars),
        "near": any(bar.near and bar.kind == "task" for bar in bars),
        "tail": any(bar.late and bar.kind == "task" for bar in bars),
        "baseline": any(bar.baseline and bar.kind != "milestone" for bar in bars),
        "baseline point": any(map(_has_moved, bars)),
        "deadline": any(_has_flag(rows, bar) and not bar.missed for bar in bars),
        "missed": any(_has_flag(rows, bar) and bar.missed for bar in bars),
        "link": any(map(rows.is_near, rows.links)),
        "far": not all(map(rows.is_near, rows.links)),
        "off": bool(rows.shades),
        "status": bool(rows.chart.status_date) and not rows.chart.upright,  # there, its words are enough
    }
    return frozenset(drawn | {name for name, is_there in tests.items() if is_there})


def shading(rows: Rows) -> Iterator[str]:
    """Days off, over the whole height."""
    top = rows.over(0)
    for x, wide in rows.shades:
        yield rectangle(x, top, wide, rows.bottom - top, shapes.OFF)


def lines(rows: Rows) -> Iterator[str]:
    """The lines of the scale, and a line under each row."""
    for ticks, weight in ((rows.scale.fine(), 0.6), (rows.scale.coarse(), 1.2)):
        for tick in ticks:
            look = f'stroke="{GRID}" stroke-width="{weight:g}"'
            yield line(tick.x, rows.over(0), tick.x, rows.bottom, look)
    for row in range(1, len(rows.bars) + 1):
        y = rows.over(row - 1) + rows.height
        yield line(0, y, rows.width, y, f'stroke="{GRID}" stroke-width="0.6"')


def scale(rows: Rows, top: float) -> Iterator[str]:
    """The words of the scale above some rows, on white so that no line crosses them."""
    yield rectangle(0, top, rows.width, rows.head, f'fill="{PAPER}"')
    for ticks, y, weight in ((rows.scale.coarse(), 4.0, 700), (rows.scale.fine(), 22.0, 400)):
        yield from _words_of(ticks, top + y, top + rows.head, weight)
    small = f'font-size="{SMALL:g}" font-weight="700"'
    yield words(4, top + 34, phrase("Task"), small)
    if rows.owners:
        yield words(rows.scale.right + ASIDE, top + 34, phrase(rows.chart.aside), small)
    below = top + rows.head
    yield line(0, below, rows.width, below, f'stroke="{FAINT}"')
    if rows.chart.status_date:
        x = rows.scale.at(rows.chart.status_date, 1)
        text = phrase("Status {day}", day=short_day(rows.chart.status_date))
        half = width(text, SMALL, bold=True) / 2
        middle = min(max(x, rows.scale.left + half), rows.scale.right - half)
        look = f'{small} text-anchor="middle" fill="{shapes.STATUS_WORDS}"'
        yield words(middle, top + HEAD + FLAG - 4, text, look)


def _words_of(ticks: tuple[Tick, ...], top: float, end: float, weight: int) -> Iterator[str]:
    for tick in ticks:
        yield line(tick.x, top, tick.x, end, f'stroke="{GRID}"')
        if tick.word:
            yield words(tick.x + TICK, top + 12, tick.word, f'font-size="{SMALL:g}" font-weight="{weight}"')


def arrows(rows: Rows) -> Iterator[str]:
    """What waits for what. The links between critical tasks come last, and lie on top."""
    drawn: tuple[list[str], list[str]] = ([], [])
    for link in filter(rows.is_near, rows.links):
        before, after = link.before - rows.first, link.after - rows.first
        critical = rows.bars[before].critical and rows.bars[after].critical
        ends = rows.reach(before), rows.reach(after)
        drawn[critical].append(arrow(*ends, link.kind, rows.height, critical=critical))
    yield from (*drawn[0], *drawn[1])


def row(rows: Rows, place: int, hatch: str) -> str:
    """One row: its name, the letter that marks it, its bar with all that belongs to it, its owner."""
    bar, y = rows.bars[place], rows.middle(place)
    found = [hover(shapes.said(bar)), _name(rows, bar, y)]
    if bar.critical or bar.near:
        letter, look = ("C", f'fill="{CRITICAL}"') if bar.critical else ("n", "")
        look = f'font-weight="700" text-anchor="middle" {look}'.rstrip()
        found.append(words(rows.look.labels - LETTER / 2 - 2, y + 4, letter, look))
    found += _bar(rows, bar, y, hatch if bar.critical else "")
    if _has_flag(rows, bar) and bar.deadline:
        found.append(shapes.deadline(rows.scale.at(bar.deadline, 1), y, missed=bar.missed))
    if bar.kind == "milestone":
        found.append(_date(rows, bar, rows.reach(place)))
    if rows.owners and bar.note:
        who = cut(bar.note, SMALL, rows.owners - 4)
        found.append(words(rows.scale.right + ASIDE, y + 4, who, f'font-size="{SMALL:g}"'))
    return f"<g>{''.join(found)}</g>"


def _name(rows: Rows, bar: Bar, y: float) -> str:
    x = 4 + INDENT * min(bar.depth, DEEPEST)
    bold = bar.kind == "summary"
    room = rows.look.labels - LETTER - x - 6
    text = cut(f"{bar.wbs}  {bar.label}", LABEL_SIZE, room, bold=bold)
    return words(x, y + 4, text, 'font-weight="700"' if bold else "")


def _bar(rows: Rows, bar: Bar, y: float, hatch: str) -> Iterator[str]:
    """What was meant to be, then what is: later shapes lie on earlier ones."""
    scale = rows.scale
    x, end = scale.at(bar.start), scale.at(bar.finish, 1)
    if bar.kind == "milestone":
        if bar.baseline and _has_moved(bar):
            yield shapes.baseline_point(scale.at(bar.baseline[1], 0.5), y)
        yield shapes.milestone(scale.at(bar.start, 0.5), y, hatch)
        return
    if bar.baseline:
        begin = scale.at(bar.baseline[0])
        yield shapes.baseline(begin, y, scale.at(bar.baseline[1], 1) - begin)
    if bar.kind == "summary":
        yield shapes.summary(x, y, end - x, hatch)
        return
    if bar.late and scale.at(bar.late, 1) > end + 1:
        yield shapes.tail(end, y, scale.at(bar.late, 1))
    yield shapes.task(x, y, end - x, bar.complete, hatch, near=bar.near)


def _date(rows: Rows, bar: Bar, ends: Ends) -> str:
    """The day of a milestone beside its diamond, on the side where there is room."""
    day = month_day(bar.start)
    x, y, takes = ends.finish + BESIDE, ends.y + 4, width(day, SMALL)
    others = [rows.scale.at(bar.deadline, 1)] if bar.deadline and _has_flag(rows, bar) else []
    others += [rows.scale.at(bar.baseline[1], 0.5)] if bar.baseline else []
    hidden = any(x - 2 - shapes.DIAMOND < other < x + takes + shapes.DIAMOND for other in others)
    if x + takes <= rows.scale.right and not hidden:
        return words(x, y, day, f'font-size="{SMALL:g}" {HALO}')
    x = ends.start - BESIDE - shapes.DIAMOND
    return words(x, y, day, f'font-size="{SMALL:g}" text-anchor="end" {HALO}')


def _has_flag(rows: Rows, bar: Bar) -> bool:
    """Whether a bar has a deadline within the days of the chart."""
    return bar.deadline is not None and rows.chart.start <= bar.deadline <= rows.chart.finish


def _has_moved(bar: Bar) -> bool:
    """Whether a bar is a milestone that was once meant to be on another day."""
    return bar.kind == "milestone" and bar.baseline is not None and bar.baseline[1] != bar.finish


def status(rows: Rows) -> Iterator[str]:
    """The line of the status date, through all rows."""
    if rows.chart.status_date:
        x = rows.scale.at(rows.chart.status_date, 1)
        yield line(x, rows.over(0), x, rows.bottom, shapes.STATUS)
