"""How wide a text will be, and a text cut or wrapped to fit: a drawing does neither by itself.

No font is at hand when a page is written, and every machine has others. Each letter counts as wide as
in the wider of Helvetica (whose widths Arial and Liberation Sans share) and DejaVu Sans (about as wide
as Verdana, and 12 to 18 percent wider than Helvetica), so a text fits in all of them. All widths are
in parts of the font size.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final

_SAFETY: Final = 1.02
"""Room for the small differences of other fonts."""
_REGULAR: Final = {
    275: "'", 278: "ijl", 295: "I", 318: " ,.‘’·", 337: "/:;\\|", 352: "f", 361: "-", 390: "()[]", 392: "t",
    401: "!", 411: "r", 460: '"', 500: "*J`°", 518: "“”", 521: "s", 525: "z", 550: "c", 556: "?_–", 557: "L",
    579: "k", 592: "vxy", 611: "FTø", 612: "o", 613: "a", 615: "e", 630: "ß", 634: "hnu", 635: "bdgpq",
    636: "$0123456789{}€", 667: "EKPSY", 684: "AV", 685: "XZ", 686: "B", 722: "CR", 732: "U", 748: "N",
    752: "H", 770: "D", 778: "G", 780: "&", 787: "OQ", 818: "w", 838: "#+<=>^~×", 863: "M", 950: "%",
    974: "m", 989: "W", 1000: "—…→", 1015: "@",
}  # fmt: skip
_BOLD: Final = {
    306: "'", 343: "ijl", 348: " ", 365: "/\\|", 372: "I", 380: ",.‘’·", 400: ":;", 415: "-", 435: "f",
    456: "!", 457: "()[]", 478: "t", 493: "r", 500: "`°", 521: '"', 523: "*", 556: "J_–", 582: "z", 593: "c",
    595: "s", 611: "?", 637: "L", 645: "x", 652: "vy", 657: "“”", 665: "k", 675: "a", 678: "e", 682: "T",
    683: "EF", 687: "oø", 696: "$0123456789€", 712: "hnu{}", 716: "bdgpq", 719: "ß", 720: "S", 724: "Y",
    725: "Z", 733: "P", 734: "C", 762: "B", 770: "R", 771: "X", 774: "AV", 775: "K", 812: "U", 821: "G",
    830: "D", 837: "HN", 838: "#+<=>^~×", 850: "OQ", 872: "&", 924: "w", 995: "M", 1000: "@—…→", 1002: "%",
    1042: "m", 1103: "W",
}  # fmt: skip
_WIDTHS: Final = tuple(
    {letter: size / 1000 for size, letters in table.items() for letter in letters}
    for table in (_REGULAR, _BOLD)
)
_HEAVIER: Final = 1.12
"""How much wider bold letters are that are in no table."""
_JOINERS: Final = "\u200d\ufe0f"
_RIGHT_TO_LEFT: Final = frozenset(("R", "AL"))
_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]+$")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in the units of the font size."""
    return sum(_widths(text, bold=bold)) * size * _SAFETY


def cut(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits, with an ellipsis."""
    line = " ".join(text.split())
    if width(line, size, bold=bold) <= room:
        return line
    kept = line[: _fitting(line, room / size / _SAFETY - _letter("…", bold=bold), bold=bold)]
    return _whole(kept).rstrip() + "…"


def wrapped(text: str, size: float, room: float, lines: int, *, bold: bool = False) -> list[str]:
    """The text on up to ``lines`` lines, broken between words, the last with an ellipsis if need be.

    A word that is too long for a line by itself is broken where the line ends.
    """
    found: list[str] = []
    left = " ".join(text.split())
    while left and len(found) < lines - 1 and width(left, size, bold=bold) > room:
        end = max(_fitting(left, room / size / _SAFETY, bold=bold), 1)
        space = left.rfind(" ", 0, end + 1)
        end = space if space > 0 else len(_whole(left[:end])) or end
        found.append(left[:end])
        left = left[end:].lstrip()
    return [*found, cut(left, size, room, bold=bold)] if left else found


def ellipsis_in_order(text: str) -> str:
    """The text such that an ellipsis after Hebrew or Arabic words stands where the reading ends."""
    if text.isascii() or not text.endswith("…"):
        return text
    strong = next(filter(None, map(_direction, reversed(text))), "")
    return f"{text}{_RIGHT_TO_LEFT_MARK}" if strong in _RIGHT_TO_LEFT else text


def _direction(letter: str) -> str:
    found = unicodedata.bidirectional(letter)
    return found if found in _RIGHT_TO_LEFT or found == "L" else ""


def _fitting(line: str, room: float, *, bold: bool) -> int:
    """How many letters at the beginning fit into ``room`` parts of the font size."""
    return bisect_right(list(accumulate(_widths(line, bold=bold))), room)


def _widths(line: str, *, bold: bool) -> Iterator[float]:
    return (_letter(letter, bold=bold) for letter in line)


def _whole(kept: str) -> str:
    """The text without half a flag, or a sign that should join it to what was left out."""
    flags = _FLAG.search(kept)
    if flags and len(flags[0]) % 2:
        kept = kept[:-1]
    return kept.rstrip(_JOINERS)


@lru_cache(maxsize=4096)
def _letter(letter: str, *, bold: bool) -> float:
    known = _WIDTHS[bold]
    if found := known.get(letter) or known.get(unicodedata.normalize("NFD", letter)[0]):
        return found  # an accent adds nothing to the letter under it
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) == "So":
        return 1.15  # signs of a font for emoji are wider than its size
    return (0.8 if letter.isupper() else 0.68) * (_HEAVIER if bold else 1)
