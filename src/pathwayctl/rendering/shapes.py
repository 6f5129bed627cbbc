"""The shapes of a bar chart: a task's bar, a summary's bracket, a milestone's diamond, and a line.

Each gives SVG text. What is critical is hatched and has a thick edge, so that it is told from the
rest without colour; what is done is a dark core inside the bar.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.handouts.charts import Bar
from pathwayctl.wording import short_day

INK: Final = "#1b2733"
FAINT: Final = "#5b6775"
GRID: Final = "#d5dbe3"
PLAIN: Final = "#a9c6e6"
PLAIN_EDGE: Final = "#2a5c93"
CRITICAL_EDGE: Final = "#8f1d14"
OFF: Final = 'fill="#e6e9ee"'
STATUS: Final = 'stroke="#5b2a86" stroke-width="1.6" stroke-dasharray="5 3"'
BAR: Final = 11.0
DIAMOND: Final = 6.0


def number(value: float) -> str:
    """A number with one decimal place at most, the same on every computer."""
    return f"{value:.1f}".removesuffix(".0")


def hatching(key: str) -> str:
    """The pattern that fills what is critical. Its id must be unique on the page."""
    return (
        f'<pattern id="{key}" width="5" height="5" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect width="5" height="5" fill="#fbe3df"/>'
        f'<rect width="2" height="5" fill="{CRITICAL_EDGE}"/></pattern>'
    )


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    """A straight line."""
    return f'<path d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}" {look}/>'


def rectangle(x: float, y: float, width: float, height: float, look: str) -> str:
    """A rectangle, by its upper left corner."""
    return f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}" {look}/>'


def task(x: float, y: float, width: float, complete: int, hatch: str) -> str:
    """A bar around height ``y``; ``hatch`` is the pattern of a critical one, else empty."""
    width = max(width, 2.0)
    look = _look(hatch)
    done = width * min(max(complete, 0), 100) / 100
    edge = CRITICAL_EDGE if hatch else PLAIN_EDGE
    core = rectangle(x, y - 2.5, done, 5, f'fill="{edge}"') if done else ""
    return rectangle(x, y - BAR / 2, width, BAR, f'rx="2" {look}') + core


def summary(x: float, y: float, width: float, hatch: str) -> str:
    """A bracket over the tasks below it; a critical one is thicker."""
    width, thick = max(width, 6.0), 6.0 if hatch else 4.0
    top, tip = y - 5, min(5.0, width / 2)
    path = (
        f"M{number(x)} {number(top)}h{number(width)}v{number(thick + 6)}l{number(-tip)} -6"
        f"H{number(x + tip)}l{number(-tip)} 6z"
    )
    return f'<path d="{path}" fill="{INK}"/>'


def milestone(x: float, y: float, hatch: str) -> str:
    """A diamond around a point."""
    size = number(DIAMOND)
    path = f"M{number(x)} {number(y - DIAMOND)}l{size} {size}l-{size} {size}l-{size} -{size}z"
    look = _look(hatch) if hatch else f'fill="{INK}"'
    return f'<path d="{path}" {look}/>'


def arrow(x1: float, y1: float, x2: float, y2: float, turn: float) -> str:
    """From the end of one bar to the beginning of another; ``turn`` is the height it goes back at."""
    out, into = x1 + 4, x2 - 6
    way = (
        f"H{number(out)}V{number(y2)}H{number(x2 - 1)}"
        if into >= out
        else f"H{number(out)}V{number(turn)}H{number(into)}V{number(y2)}H{number(x2 - 1)}"
    )
    head = f"M{number(x2 - 4)} {number(y2 - 2.5)}l3.5 2.5l-3.5 2.5"
    return (
        f'<path d="M{number(x1)} {number(y1)}{way}{head}" fill="none" stroke="{FAINT}" stroke-width="0.8"/>'
    )


def said(bar: Bar) -> str:
    """A bar in words: ``1.2 Sign the agreement: Jan 4, 2027 to Jan 15, 2027, critical, 40 percent done``."""
    days = short_day(bar.start)
    if bar.finish != bar.start:
        days += f" to {short_day(bar.finish)}"
    parts = (
        days,
        bar.kind if bar.kind != "task" else "",
        "critical" if bar.critical else "",
        f"{bar.complete} percent done" if bar.complete else "",
        bar.note,
    )
    return f"{bar.wbs} {bar.label}: ".lstrip() + ", ".join(filter(None, parts))


def _look(hatch: str) -> str:
    if hatch:
        return f'fill="url(#{hatch})" stroke="{CRITICAL_EDGE}" stroke-width="1.6"'
    return f'fill="{PLAIN}" stroke="{PLAIN_EDGE}" stroke-width="0.8"'
