"""How wide a text will be, and a text cut or wrapped to fit: a drawing does neither by itself.

No font is at hand when a page is written. ASCII letters are as wide as in Helvetica, whose widths
Arial and Liberation Sans share (Adobe's font metrics for Helvetica), others as is common, a little on
the wide side. All measures are in parts of the font size.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final

BOLD: Final = 1.08
"""How much wider bold letters are."""
_SAFETY: Final = 1.03
"""Fonts that stand in for Helvetica differ a little."""
_THOUSANDTHS: Final = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[\\]ft", 333: "()-`r", 334: "{}", 355: '"', 389: "*",
    469: "^", 500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu", 584: "+<=>~", 611: "FTZ",
    667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1015: "@",
}  # fmt: skip
_ASCII: Final = {letter: size / 1000 for size, letters in _THOUSANDTHS.items() for letter in letters}
_JOINERS: Final = "\u200d\ufe0f"
_RIGHT_TO_LEFT: Final = frozenset(("R", "AL"))
_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]+$")


def width(text: str, size: float) -> float:
    """The width of a text in the units of the font size."""
    return sum(map(_letter, text)) * size * _SAFETY


def cut(text: str, size: float, room: float) -> str:
    """The text, or as much of its beginning as fits, with an ellipsis."""
    line = " ".join(text.split())
    if width(line, size) <= room:
        return line
    kept = line[: _fitting(line, room / size / _SAFETY - _letter("…"))]
    return _whole(kept).rstrip() + "…"


def wrapped(text: str, size: float, room: float, lines: int) -> list[str]:
    """The text on up to ``lines`` lines, broken between words, the last with an ellipsis if need be.

    A word that is too long for a line by itself is broken where the line ends.
    """
    found: list[str] = []
    left = " ".join(text.split())
    while left and len(found) < lines - 1 and width(left, size) > room:
        end = max(_fitting(left, room / size / _SAFETY), 1)
        space = left.rfind(" ", 0, end + 1)
        end = space if space > 0 else len(_whole(left[:end])) or end
        found.append(left[:end])
        left = left[end:].lstrip()
    return [*found, cut(left, size, room)] if left else found


def ordered(text: str) -> str:
    """The text such that an ellipsis after Hebrew or Arabic words stands where the reading ends."""
    if text.isascii() or not text.endswith("…"):
        return text
    strong = next(filter(None, map(_direction, reversed(text))), "")
    return f"{text}{_RIGHT_TO_LEFT_MARK}" if strong in _RIGHT_TO_LEFT else text


def _direction(letter: str) -> str:
    found = unicodedata.bidirectional(letter)
    return found if found in _RIGHT_TO_LEFT or found == "L" else ""


def _fitting(line: str, room: float) -> int:
    """How many letters at the beginning fit into ``room`` parts of the font size."""
    return bisect_right(list(accumulate(_widths(line))), room)


def _widths(line: str) -> Iterator[float]:
    return map(_letter, line)


def _whole(kept: str) -> str:
    """The text without half a flag, or a sign that should join it to what was left out."""
    flags = _FLAG.search(kept)
    if flags and len(flags[0]) % 2:
        kept = kept[:-1]
    return kept.rstrip(_JOINERS)


@lru_cache(maxsize=4096)
def _letter(letter: str) -> float:
    if found := _ASCII.get(letter):
        return found
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) == "So":
        return 1.15  # signs of a font for emoji are wider than its size
    if letter in "—…":
        return 1.0
    return 0.72 if letter.isupper() else 0.6
