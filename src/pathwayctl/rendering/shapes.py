"""The shapes of a bar chart: a task's bar, a summary's bracket, a milestone's diamond, and so on.

Each gives SVG text. Critical bars are hatched and have a thick edge, so that they differ from the
rest without color; what is done is a dark core inside the bar.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from pathwayctl.handouts.schedule.gantt_chart import Bar
from pathwayctl.language import marked, phrase
from pathwayctl.rendering.svg_primitives import CRITICAL, FAINT, INK, PAPER, line, number, rectangle
from pathwayctl.wording import count, short_day

PLAIN: Final = "#a9c6e6"
PLAIN_EDGE: Final = "#2a5c93"
OFF: Final = 'fill="#e2e6ec"'
STATUS: Final = 'stroke="#5b2a86" stroke-width="1.6" stroke-dasharray="5 3"'
STATUS_WORDS: Final = "#5b2a86"
BAR: Final = 11.0
DIAMOND: Final = 6.0
FLAG: Final = 4.5
"""Half the width of a deadline's flag."""
_KINDS: Final = {"summary": marked("summary"), "milestone": marked("milestone")}
_TAIL: Final = f'stroke="{FAINT}" stroke-width="1.2" stroke-dasharray="1.5 2.5"'


def hatching(key: str) -> str:
    """The pattern that fills what is critical. Its id must be unique on the page."""
    return (
        f'<pattern id="{key}" width="5" height="5" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect width="5" height="5" fill="#fbe3df"/>'
        f'<rect width="2" height="5" fill="{CRITICAL}"/></pattern>'
    )


def task(x: float, y: float, width: float, complete: int, hatch: str, *, near: bool = False) -> str:
    """A bar around height ``y``; ``hatch`` is the pattern of a critical one, else empty."""
    width = max(width, 2.0)
    done = width * min(max(complete, 0), 100) / 100
    edge = CRITICAL if hatch else PLAIN_EDGE
    core = rectangle(x, y - 2.5, done, 5, f'fill="{edge}"') if done else ""
    return rectangle(x, y - BAR / 2, width, BAR, f'rx="2" {_look(hatch, near=near)}') + core


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
    look = _look(hatch) if hatch else f'fill="{INK}"'
    return f'<path d="{_diamond(x, y)}" {look}/>'


def baseline(x: float, y: float, width: float) -> str:
    """A thin bar below a task's, where the task was meant to be."""
    return rectangle(x, y + 6.5, max(width, 2.0), 3, f'fill="{FAINT}"')


def baseline_point(x: float, y: float) -> str:
    """An empty diamond, where a milestone was meant to be."""
    return f'<path d="{_diamond(x, y)}" fill="{PAPER}" stroke="{FAINT}"/>'


def deadline(x: float, y: float, *, missed: bool) -> str:
    """A flag that points down on a deadline: empty while it is kept, full where it is missed."""
    flag = f"M{number(x - FLAG)} {number(y - 8)}h{number(2 * FLAG)}l{number(-FLAG)} 8z"
    stem = f"M{number(x)} {number(y)}V{number(y + 8)}"
    return f'<path d="{flag}{stem}" fill="{INK if missed else PAPER}" stroke="{INK}" stroke-width="1.2"/>'


def tail(x: float, y: float, end: float) -> str:
    """A dotted line after a bar: how far the task can wait without making the end late.

    It runs lower than the arrows that enter the bar from there.
    """
    y += 3.5
    return line(x, y, end, y, _TAIL) + line(end, y - 3, end, y + 3, f'stroke="{FAINT}" stroke-width="1.2"')


def said(bar: Bar) -> str:
    """A bar in words: ``1.2 Sign the agreement: Jan 4, 2027 to Jan 15, 2027, critical, 40 percent done``."""
    parts = (
        _span(bar.start, bar.finish),
        phrase(_KINDS.get(bar.kind, "")),
        phrase("critical") if bar.critical else phrase("nearly critical") if bar.near else "",
        phrase("{complete} percent done", complete=bar.complete) if bar.complete else "",
        phrase("float of {days}", days=count(bar.slack, "working day")) if bar.slack else "",
        phrase("baseline {value}", value=_span(*bar.baseline)) if bar.baseline else "",
        _deadline(bar.deadline, missed=bar.missed) if bar.deadline else "",
        bar.note,
    )
    return f"{bar.wbs} {bar.label}: ".lstrip() + ", ".join(filter(None, parts))


def _span(start: date, finish: date) -> str:
    if finish == start:
        return short_day(start)
    return phrase("{start} to {finish}", start=short_day(start), finish=short_day(finish))


def _deadline(day: date, *, missed: bool) -> str:
    said = marked("deadline {day}, missed") if missed else marked("deadline {day}")
    return phrase(said, day=short_day(day))


def _diamond(x: float, y: float) -> str:
    size = number(DIAMOND)
    return f"M{number(x)} {number(y - DIAMOND)}l{size} {size}l-{size} {size}l-{size} -{size}z"


def _look(hatch: str, *, near: bool = False) -> str:
    if hatch:
        return f'fill="url(#{hatch})" stroke="{CRITICAL}" stroke-width="1.6"'
    return f'fill="{PLAIN}" stroke="{PLAIN_EDGE}" stroke-width="{1.8 if near else 0.8}"'
