"""Boxes with words in them, as high as their words take, and the labels of entry and exit points."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pathwayctl.language import marked, phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.charts.frame import look
from pathwayctl.rendering.lettering import width, wrapped
from pathwayctl.rendering.svg_primitives import FAINT, INK, PAPER, hover, rectangle, words

PAD: Final = 8.0
TEXT: Final = 11.5
NOTE: Final = 11.5
PILL: Final = 17.0
PILL_TEXT: Final = 11.5
APART: Final = 5.0
ON: Final = marked("Entry point")
OFF: Final = marked("Exit point")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of words that fits into its box."""

    text: str
    size: float = TEXT
    bold: bool = False
    color: str = INK

    @property
    def height(self) -> float:
        """What the line takes."""
        return self.size + 3


def lines(text: str, room: float, most: int, *, size: float = TEXT, bold: bool = False,
          color: str = INK) -> tuple[TextLine, ...]:  # fmt: skip
    """A text on up to ``most`` lines for a box that is ``room`` wide inside."""
    found = wrapped(text, size, room, most, bold=bold)
    return tuple(TextLine(line, size, bold, color) for line in found)


@dataclass(frozen=True, slots=True)
class TextBox:
    """A box: its lines, the color of its ground, its labels, and all of it in words."""

    said: str
    lines: tuple[TextLine, ...]
    ground: str
    pills: tuple[str, ...] = ()
    beside: bool = False
    """Whether the labels stand at the end of the first line, or below the last one."""

    @property
    def height(self) -> float:
        """What the words take, and the room around them."""
        return 2 * PAD + sum(line.height for line in self.lines) + (PILL + 3 if self._below else 0)

    @property
    def _below(self) -> bool:
        return bool(self.pills) and not self.beside

    def drawn(self, x: float, y: float, wide: float, high: float = 0.0) -> str:
        """The box with its upper left corner at (x, y), as high as its words or higher."""
        edge = f'rx="4" fill="{self.ground}" stroke="{FAINT}" stroke-width="1"'
        parts = [hover(self.said), rectangle(x, y, wide, max(high, self.height), edge)]
        at = y + PAD
        for line in self.lines:
            at += line.height
            given = look(line.size, bold=line.bold, color=line.color)
            parts.append(words(x + PAD, at - 4, line.text, given))
        left, top = x + PAD, at + 3
        if self.beside:
            left, top = x + wide - 5 - pills_width(self.pills), y + 4
        for text in self.pills:
            parts.append(pill(left, top, text))
            left += pill_width(text) + APART
        return f"<g>{''.join(parts)}</g>"


def pill(x: float, y: float, text: str) -> str:
    """A small label: an entry point is light on dark, an exit point dark on light."""
    fill, ink = (INK, PAPER) if text == ON else (PAPER, INK)
    shape = rectangle(x, y, pill_width(text), PILL - 2, f'rx="7" fill="{fill}" stroke="{INK}"')
    middle = look(PILL_TEXT, bold=True, anchor="middle", color=ink)
    return shape + words(x + pill_width(text) / 2, y + 11, phrase(text), middle)


def pill_width(text: str) -> float:
    """The width of a small label."""
    return width(phrase(text), PILL_TEXT, bold=True) + 12


def pills_width(texts: tuple[str, ...]) -> float:
    """The width of small labels beside each other."""
    return sum(pill_width(text) + APART for text in texts) - APART if texts else 0.0


def pills(*, on: bool, off: bool) -> tuple[str, ...]:
    """The labels of an entry point, an exit point, or both."""
    return tuple(text for text, there in ((ON, on), (OFF, off)) if there)


def narrowest(titles: Iterable[str], *, bold: bool = False) -> float:
    """The width of a box for the longest word of its titles, which should not be broken."""
    return 2 * PAD + max(
        (width(word, TEXT, bold=bold) for one in titles for word in one.split()), default=0.0
    )


def shared_widths(weights: list[float], least: list[float], room: float, share: float) -> list[float]:
    """``room`` in ``share`` parts by weight; a column takes from the others what its longest word needs."""
    fixed: dict[int, float] = {}
    unit = room / share
    while narrow := {
        place: least[place]
        for place, weight in enumerate(weights)
        if place not in fixed and weight * unit < least[place]
    }:
        fixed |= narrow
        left = share - sum(weights[place] for place in fixed)
        if left <= 0 or sum(fixed.values()) >= room:
            return [weight * room / share for weight in weights]
        unit = (room - sum(fixed.values())) / left
    return [fixed.get(place, weight * unit) for place, weight in enumerate(weights)]
