"""How wide a text will be, roughly, and a text cut to fit: a drawing cannot wrap its words.

No font is at hand when a page is written. Widths are those of common sans-serif fonts, a little on
the wide side, in parts of the font size.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import Final

NARROW: Final = frozenset("iljtfrI.,:;'|!()[] -")
BROAD: Final = frozenset("mwMW@%—…")
BOLD: Final = 1.07


def width(text: str, size: float) -> float:
    """The width of a text in the units of the font size."""
    return sum(map(_letter, text)) * size


def cut(text: str, size: float, room: float) -> str:
    """The text, or as much of its beginning as fits, with an ellipsis."""
    line = " ".join(text.split())
    if width(line, size) <= room:
        return line
    ends = list(accumulate(map(_letter, line)))
    return line[: bisect_right(ends, room / size - width("…", 1))].rstrip() + "…"


@lru_cache(maxsize=1024)
def _letter(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF" or letter in BROAD:
        return 1.0
    if letter in NARROW:
        return 0.33
    return 0.7 if letter.isupper() else 0.57
