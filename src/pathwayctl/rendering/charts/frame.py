"""What the pictures share: their width on a sheet, the room of a sheet, and words that fit.

A picture is as wide as letter paper across (998 units, as the network diagram), and comes in one part
or several, none of them higher than a sheet. All measures are in the picture's own units.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil
from typing import Final

from pathwayctl.rendering.legend import Entry, laid_out
from pathwayctl.rendering.lettering import cut, wrapped
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.svg_primitives import FAINT, INK, drawing, number, part_title, words

WIDTH: Final = 998.0
FIRST: Final = 420.0
"""Height of the first of several parts, so that a page's title can stand above it."""
NEXT: Final = 628.0
"""Height of a part that has a sheet for itself: the stylesheet makes what is higher smaller."""
PLAIN: Final = 11.5
SMALL: Final = 11.5
LEADING: Final = 14.0
BLUE: Final = "#2a5c93"
SHADES: Final = ("#ffffff", "#e6eef8", "#cbdcf0", "#adc8e8", "#8fb4dd")
"""Five steps from none to most; dark words can be read on each."""


@dataclass(slots=True)
class DrawingPart:
    """One drawing in the making: what is in it, how high it is, and what it shows in words."""

    about: str
    body: list[str] = field(default_factory=list)
    height: float = 0.0

    def legend(self, entries: Iterable[Entry]) -> None:
        """Samples with their words below all that is there."""
        below, self.height = laid_out(entries, self.height + 8, WIDTH)
        self.body += below


def drawn(parts: Sequence[DrawingPart], title: str, key: str) -> Markup:
    """All parts as drawings of a page; ``key`` makes their ids unique on it."""
    return Markup("\n").join(
        drawing(
            "picture",
            f"{key}-{place}",
            (WIDTH, part.height + 4),
            part_title(title, place, len(parts)),
            part.about,
            part.body,
        )
        for place, part in enumerate(parts, 1)
    )


def shared_out(rows: int, first: int, following: int) -> list[tuple[int, int]]:
    """Which rows stand on each part: up to ``first``, then up to ``following`` on each, evenly."""
    if not rows:
        return []
    if rows <= first:
        return [(0, rows)]
    others = ceil((rows - first) / following)
    ends = [first + (rows - first) * part // others for part in range(others + 1)]
    return list(pairwise((0, *ends)))


def look(size: float, *, bold: bool = False, anchor: str = "", color: str = INK) -> str:
    """The attributes of a text."""
    parts = [f'font-size="{number(size)}"']
    parts += ['font-weight="700"'] if bold else []
    parts += [f'text-anchor="{anchor}"'] if anchor else []
    parts += [f'fill="{color}"'] if color != INK else []
    return " ".join(parts)


def label(
    x: float, y: float, text: str, room: float,
    *, size: float = PLAIN, bold: bool = False, anchor: str = "", color: str = INK,
) -> str:  # fmt: skip
    """A text on one line, cut to its room."""
    fitting = cut(text, size, room, bold=bold)
    return words(x, y, fitting, look(size, bold=bold, anchor=anchor, color=color)) if fitting else ""


def paragraph(
    x: float, y: float, text: str, room: float,
    *, lines: int, size: float = PLAIN, bold: bool = False, anchor: str = "", color: str = INK,
) -> list[str]:  # fmt: skip
    """A text on up to ``lines`` lines, the first at height ``y``, the last cut to its room."""
    given = look(size, bold=bold, anchor=anchor, color=color)
    found = wrapped(text, size, room, lines, bold=bold)
    return [words(x, y + place * LEADING, line, given) for place, line in enumerate(found)]


def lines_of(text: str, room: float, most: int, *, size: float = PLAIN, bold: bool = False) -> int:
    """How many lines a text takes, ``most`` at the most."""
    return len(wrapped(text, size, room, most, bold=bold))


def arrow(x1: float, y1: float, x2: float, y2: float, *, color: str = FAINT, weight: float = 1.0,
          dashes: bool = False) -> str:  # fmt: skip
    """A straight arrow that runs level."""
    tip = -7 if x2 > x1 else 7
    half = 3.0 + weight / 2
    dashed = ' stroke-dasharray="4 3"' if dashes else ""
    return (
        f'<path d="M{number(x1)} {number(y1)}L{number(x2 + tip * 0.8)} {number(y2)}" fill="none"'
        f' stroke="{color}" stroke-width="{number(weight)}"{dashed}/>'
        f'<path d="M{number(x2)} {number(y2)}l{tip} {number(-half)}v{number(2 * half)}z" fill="{color}"/>'
    )
