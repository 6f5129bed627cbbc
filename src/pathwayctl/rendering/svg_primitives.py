"""What all drawings are made with: colors, lines, words, and the frame of a whole drawing.

The colors are dark on light, at least 4.5 to 1 for words and 3 to 1 for marks, and no meaning depends on
color alone, so that a drawing can be printed in black and white. Pages and documents bring along the font
that is named first; ``lettering`` measures by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from pathwayctl.language import phrase
from pathwayctl.rendering.fonts import font_faces
from pathwayctl.rendering.lettering import ellipsis_in_order
from pathwayctl.rendering.markup import Markup, escape, escaped

INK: Final = "#1b2733"
FAINT: Final = "#5b6775"
GRID: Final = "#d5dbe3"
PAPER: Final = "#fff"
CRITICAL: Final = "#8f1d14"
FONTS: Final = "Public Sans, Arial, Helvetica, Liberation Sans, sans-serif"
HALO: Final = f'stroke="{PAPER}" stroke-width="3" stroke-linejoin="round" style="paint-order:stroke"'
"""A white edge, for words that lines may run behind."""


@lru_cache(maxsize=4096)  # the sheets of a chart have the same heights, over and over
def number(value: float) -> str:
    """A number with one decimal place at most, the same on every computer."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    """A straight line."""
    return f'<path d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}" {look}/>'


def rectangle(x: float, y: float, width: float, height: float, look: str) -> str:
    """A rectangle, by its upper left corner."""
    return f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}" {look}/>'


def words(x: float, y: float, text: str, look: str = "") -> str:
    """A text on one line that begins at ``x`` (or ends, or has its middle there, as ``look`` says)."""
    more = f" {look}" if look else ""
    return f'<text x="{number(x)}" y="{number(y)}"{more}>{escaped(ellipsis_in_order(text))}</text>'


def hover(text: str) -> str:
    """What comes up under the pointer, and is read aloud for a part of a drawing."""
    return f"<title>{escaped(text)}</title>"


def drawing(
    kind: str, key: str, size: tuple[float, float], title: str, description: str, body: Iterable[str],
    *, fixed: bool = False,
) -> Markup:  # fmt: skip
    """A whole drawing with its title and description for those who do not see it.

    ``key`` makes its ids unique on the page. A ``fixed`` one, for a file of its own, says how large it is and
    brings the font: letters of another one would run over their boxes.
    """
    width, height = map(number, size)
    given = f' width="{width}" height="{height}"' if fixed else ""
    head = (
        f'<svg class="{kind}" xmlns="http://www.w3.org/2000/svg"{given} viewBox="0 0 {width} {height}"'
        f' role="img" aria-labelledby="{key}-t {key}-d" font-family="{FONTS}" fill="{INK}">'
    )
    parts = [
        head,
        f'<title id="{key}-t">{escape(title)}</title>',
        f'<desc id="{key}-d">{escape(description)}</desc>',
        *([f"<style>{font_faces()}</style>"] if fixed else []),
        rectangle(0, 0, size[0], size[1], f'fill="{PAPER}"'),
        *body,
        "</svg>",
    ]
    return Markup("\n".join(parts))


def part_title(title: str, place: int, number: int) -> str:
    """The title of one of several drawings: ``Risks, part 1 of 2``."""
    if number == 1:
        return title
    return phrase("{caption}, part {place} of {number}", caption=title, place=place, number=number)
