"""The trends of measures: a small panel for each, three beside each other, a drawing for each row of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.handouts.evaluation.measure_chart import MeasureChart, MeasurePanel
from pathwayctl.handouts.evaluation.measure_chart import number as figure
from pathwayctl.language import phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.charts.frame import (
    BLUE,
    LEADING,
    PLAIN,
    SHADES,
    SMALL,
    WIDTH,
    DrawingPart,
    drawn,
    label,
    paragraph,
)
from pathwayctl.rendering.legend import SAMPLE, Entry
from pathwayctl.rendering.lettering import width, wrapped
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.svg_primitives import FAINT, GRID, INK, PAPER, hover, line, number, rectangle
from pathwayctl.rendering.timescale import TimeScale
from pathwayctl.wording import listed, short_day

ABREAST: Final = 3
BETWEEN: Final = 20.0
GUTTER: Final = 108.0
"""Room to the left of the days for the words of the baseline and the target."""
PLOT: Final = 74.0
AXIS: Final = 32.0
PAD: Final = 8.0
"""Between the highest and lowest value and the edge of the plot."""
APART: Final = 13.0
"""Between the words of the baseline and those of the target."""
BASELINE: Final = f'stroke="{INK}" stroke-width="1.3" stroke-dasharray="1.5 2.5"'
TARGET: Final = f'stroke="{INK}" stroke-width="1.6" stroke-dasharray="7 4"'
LEAST_DAYS: Final = 60
VALUE: Final = 11.5
UNITS: Final = ((1e9, " bn"), (1e6, " M"), (1e3, " k"))


def draw(chart: MeasureChart, title: str, key: str) -> Markup:
    """The panels as drawings for a page; ``key`` makes their ids unique on it."""
    parts = []
    for first in range(0, len(chart.panels), ABREAST):
        panels = chart.panels[first : first + ABREAST]
        part = DrawingPart(" ".join(f"{_said(panel)}." for panel in panels))
        wide = _wide(len(chart.panels))
        titles = max(len(wrapped(panel.title, PLAIN, wide, 3, bold=True)) for panel in panels)
        for place, panel in enumerate(panels):
            where = _Where(place * (wide + BETWEEN), titles * LEADING + 46, wide, panel)
            part.body += _panel(panel, where)
            part.height = where.top + PLOT + AXIS
        if not first:
            part.legend(_entries(chart))
        parts.append(part)
    return drawn(parts, title, key)


def _wide(panels: int) -> float:
    """The width of a panel: few of them share the whole width."""
    abreast = min(panels, ABREAST)
    return (WIDTH - (abreast - 1) * BETWEEN) / abreast


@dataclass(frozen=True)
class _Where:
    """The position of a day and a value in a panel that begins at ``x``."""

    x: float
    top: float
    wide: float
    panel: MeasurePanel

    @property
    def scale(self) -> TimeScale:
        days = [self.panel.start, *(day for day, _ in self.panel.readings)]
        days += [self.panel.due] if self.panel.due else []
        length = max((max(days) - min(days)).days + 1, LEAST_DAYS)
        return TimeScale(min(days), length, self.x + GUTTER, self.wide - GUTTER - 10)

    def y(self, value: float) -> float:
        values = [value for _, value in self.panel.readings]
        values += [one for one in (self.panel.baseline, self.panel.target) if one is not None]
        low, high = min(values), max(values)
        share = (value / 2 - low / 2) / (high / 2 - low / 2) if high > low else 0.5
        return self.top + PLOT - PAD - share * (PLOT - 2 * PAD)


def _panel(panel: MeasurePanel, where: _Where) -> Iterator[str]:
    x, wide = where.x, where.wide
    yield f"<g>{hover(_said(panel))}"
    yield label(x, 11, panel.group, wide, size=11.5, color=FAINT)
    title = paragraph(x, 26, panel.title, wide, lines=3, bold=True)
    yield from title
    y = 26 + (len(title) - 1) * LEADING
    way = phrase("should rise") if panel.rising else phrase("should fall")
    facts = ", ".join(filter(None, (panel.unit, way)))
    yield label(x, y + 14, facts[:1].upper() + facts[1:], wide, size=SMALL, color=FAINT)
    yield from _plot(where)
    yield from _values(panel, where)
    yield from _readings(panel, where)
    yield "</g>"


def _plot(where: _Where) -> Iterator[str]:
    """The ground, with a line and a word for each year, month or so."""
    scale = where.scale
    look = f'fill="{SHADES[0]}" stroke="{GRID}"'
    yield rectangle(scale.left, where.top, scale.width, PLOT, look)
    for ticks, y, weight in ((scale.fine(), 12.0, 0.6), (scale.coarse(), 25.0, 1.2)):
        for tick in ticks:
            yield line(
                tick.x, where.top, tick.x, where.top + PLOT, f'stroke="{GRID}" stroke-width="{weight}"'
            )
            if tick.word:
                room = scale.right - tick.x
                yield label(tick.x + 2, where.top + PLOT + y, tick.word, room, size=11.5, color=FAINT)


def _values(panel: MeasurePanel, where: _Where) -> Iterator[str]:
    """The lines of the baseline and the target, with their words to the left, apart from each other."""
    scale = where.scale
    target, baseline = phrase("Target"), phrase("Baseline")
    given = [
        (where.y(value), word, value, look)
        for word, value, look in ((target, panel.target, TARGET), (baseline, panel.baseline, BASELINE))
        if value is not None
    ]
    given.sort(key=lambda one: one[0])
    heights = [one[0] for one in given]
    if len(heights) == 2 and heights[1] - heights[0] < APART:
        middle = min(max(sum(heights) / 2, where.top + APART / 2), where.top + PLOT - APART / 2)
        heights = [middle - APART / 2, middle + APART / 2]
    for (y, word, value, look), at in zip(given, heights, strict=True):
        yield line(scale.left, y, scale.right, y, look)
        text = _fitting(word, value, GUTTER - 11)
        yield label(
            scale.left - 9, at + 3.5, text, GUTTER - 11, size=VALUE, bold=word == target, anchor="end"
        )
    if panel.due and panel.target is not None:
        x, y = scale.at(panel.due, 0.5), where.y(panel.target)
        shape = f"M{number(x)} {number(y - 5)}l5 5l-5 5l-5 -5z"
        yield f'<path d="{shape}" fill="{PAPER}" stroke="{INK}" stroke-width="1.5"/>'


def _fitting(word: str, value: float, room: float) -> str:
    """``Target 43,800``, and where that is too long ``Target 12.3 M``: a number is never cut."""
    text = f"{word} {figure(value)}"
    if width(text, VALUE, bold=True) <= room:
        return text
    size, sign = next(((size, sign) for size, sign in UNITS if abs(value) >= size), (1.0, ""))
    return f"{word} {value / size:.3g}{sign}"


def _readings(panel: MeasurePanel, where: _Where) -> Iterator[str]:
    """The readings, joined in their order, the last of them in words below the title."""
    scale = where.scale
    points = [(scale.at(day, 0.5), where.y(value)) for day, value in panel.readings]
    if len(points) > 1:
        path = "L".join(f"{number(x)} {number(y)}" for x, y in points)
        yield f'<path d="M{path}" fill="none" stroke="{BLUE}" stroke-width="2"/>'
    for place, (x, y) in enumerate(points, 1):
        fill = BLUE if place == len(points) else PAPER
        shape = f'cx="{number(x)}" cy="{number(y)}" r="4"'
        yield f'<circle {shape} fill="{fill}" stroke="{BLUE}" stroke-width="1.6"/>'
    yield label(where.x, where.top - 6, _latest(panel), where.wide, size=SMALL)


def _latest(panel: MeasurePanel) -> str:
    day, value = panel.readings[-1]
    latest = phrase("Latest {value}, {day}", value=figure(value), day=short_day(day))
    return (
        phrase("{latest}; target by {day}", latest=latest, day=short_day(panel.due)) if panel.due else latest
    )


def _entries(chart: MeasureChart) -> Iterator[Entry]:
    panels = chart.panels
    dot = f'cy="0" r="4" stroke="{BLUE}" stroke-width="1.6"'
    if any(len(panel.readings) > 1 for panel in panels):
        joined = line(0, 0, SAMPLE, 0, f'stroke="{BLUE}" stroke-width="2"')
        yield (
            f'{joined}<circle cx="4" fill="{PAPER}" {dot}/><circle cx="18" fill="{BLUE}" {dot}/>',
            phrase("Readings"),
        )
    yield f'<circle cx="11" fill="{BLUE}" {dot}/>', phrase("Latest reading")
    if any(panel.baseline is not None for panel in panels):
        yield line(0, 0, SAMPLE, 0, BASELINE), phrase("Baseline")
    if any(panel.target is not None for panel in panels):
        yield line(0, 0, SAMPLE, 0, TARGET), phrase("Target")
    if any(panel.due and panel.target is not None for panel in panels):
        diamond = f'<path d="M11 -5l5 5l-5 5l-5 -5z" fill="{PAPER}" stroke="{INK}" stroke-width="1.5"/>'
        yield diamond, phrase("Target date")


def _said(panel: MeasurePanel) -> str:
    """A panel in words."""
    parts = [
        phrase("baseline {value}", value=figure(panel.baseline)) if panel.baseline is not None else "",
        phrase("target {value}", value=figure(panel.target)) if panel.target is not None else "",
        *(
            phrase("{value} on {day}", value=figure(value), day=short_day(day))
            for day, value in panel.readings[-2:]
        ),
    ]
    return f"{panel.title}: {listed([part for part in parts if part])}"
