"""How wide a text will be, and a text cut or wrapped to fit: a drawing does neither by itself.

The widths are those of Public Sans, which pages and documents bring along (``templates/fonts``), so a text
is as wide on every machine. Letters that the font lacks come from another one, and are estimated. All
widths are in parts of the font size.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

_SAFETY: Final = 1.02
"""Room for the rounding of sizes."""
_REGULAR: Final = {
    218: "`", 225: ".", 226: ":", 230: "·", 232: "’", 240: ";‘", 242: ",", 243: " \u00a0", 248: "'i",
    251: "!", 262: "j", 263: "|", 283: "I", 302: "(", 303: "[]l", 309: ")", 316: "•", 328: "{", 332: "}",
    350: "/\\", 378: "-", 388: "J", 389: "t", 391: "r", 394: "*", 396: "f", 407: "1", 410: "”", 419: "“",
    426: '"', 463: "°", 473: "^", 480: "z", 490: "§", 504: "v", 507: "s", 518: "_", 521: "?", 535: "y",
    540: "×", 544: "c", 546: "<>", 553: "a", 554: "+=−≥≤", 555: "–", 562: "k", 564: "x", 566: "eo",
    568: "~", 576: "h", 577: "n", 578: "L", 580: "u", 594: "FT", 596: "2bdpq", 600: "7€", 603: "#",
    607: "Y", 612: "0", 620: "E", 622: "6g", 624: "9", 628: "4", 630: "3", 636: "P", 637: "Z", 640: "5",
    648: "8", 658: "$", 670: "B", 672: "V", 674: "S", 676: "R", 682: "K", 688: "CX", 694: "D", 700: "U",
    708: "&", 710: "A", 733: "G", 734: "O", 748: "Q", 754: "N", 766: "H", 768: "…", 786: "w", 792: "¼",
    831: "@", 865: "m", 866: "½", 886: "M", 904: "%", 918: "¾", 954: "W", 1000: "→←", 1117: "—",
}  # fmt: skip
_BOLD: Final = {
    226: " \u00a0", 259: "·", 261: "'", 262: "’", 263: "‘", 264: "`", 267: "i", 268: "|", 270: ".:", 277: ",",
    278: ";", 282: "!", 288: "j", 308: "I", 329: "l", 333: "(", 336: ")", 337: "[]", 353: "•", 381: "/\\",
    384: "{}", 393: "-", 396: "f", 402: "J", 412: "r", 416: "t", 428: "1", 473: "*", 474: "°", 478: "”",
    480: '"“', 484: "^", 496: "z", 512: "§", 520: "v", 528: "s", 534: "?", 547: "c", 553: "_", 563: "y",
    566: "a", 576: "eo×", 578: "<>L", 580: "k", 588: "+=x−≥≤", 592: "h–", 593: "n", 595: "u", 607: "pq",
    608: "bd", 612: "~", 614: "F", 616: "#T", 626: "7", 628: "g", 634: "E", 635: "2", 644: "0", 652: "P€",
    656: "4", 659: "9", 660: "6", 665: "3", 668: "Y", 670: "Z", 671: "8", 675: "5", 680: "$", 684: "B",
    694: "S", 696: "R", 704: "V", 717: "KX", 718: "C", 720: "D", 724: "U", 726: "A", 759: "G", 760: "O",
    770: "H", 773: "Q", 782: "N", 784: "&", 792: "w", 828: "@", 831: "¼", 894: "…", 896: "m", 902: "½",
    918: "M", 939: "%", 960: "¾", 968: "W", 1000: "→←", 1149: "—",
}  # fmt: skip
_WIDTHS: Final = tuple(
    {letter: size / 1000 for size, letters in table.items() for letter in letters}
    for table in (_REGULAR, _BOLD)
)
_TABULAR: Final = str.maketrans(dict.fromkeys("0123456789", "U") | dict.fromkeys(",.", "l"))
"""Letters as wide as the digits and the points of tables, which stand below each other."""
_HEAVIER: Final = 1.12
"""How much wider bold letters are that are in no table."""
_JOINERS: Final = "\u200d\ufe0f"
_RIGHT_TO_LEFT: Final = frozenset(("R", "AL"))
_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]+$")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in the units of the font size."""
    return sum(_widths(text, bold=bold)) * size * _SAFETY


def tabular_width(text: str) -> float:
    """The width of a text in a table, in ems: all digits there are equally wide."""
    return width(text.translate(_TABULAR), 1)


def cut(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits, with an ellipsis."""
    line = " ".join(text.split())
    if width(line, size, bold=bold) <= room:
        return line
    kept = line[: _fitting(line, room / size / _SAFETY - _LETTERS[bold]["…"], bold=bold)]
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
    return map(_LETTERS[bold].__getitem__, line)


def _whole(kept: str) -> str:
    """The text without half a flag, or a sign that should join it to what was left out."""
    flags = _FLAG.search(kept)
    if flags and len(flags[0]) % 2:
        kept = kept[:-1]
    return kept.rstrip(_JOINERS)


class _Letters(dict[str, float]):
    """The widths of letters, those that are in no table after they were asked for once.

    A drawing measures very many letters, and to look one up here takes no call of a function.
    """

    def __init__(self, *, bold: bool) -> None:
        super().__init__(_WIDTHS[bold])
        self._bold = bold

    def __missing__(self, letter: str) -> float:
        found = self[letter] = _estimated(letter, bold=self._bold)
        return found


_LETTERS: Final = (_Letters(bold=False), _Letters(bold=True))


def _estimated(letter: str, *, bold: bool) -> float:
    """The width of a letter that is in no table."""
    if found := _WIDTHS[bold].get(unicodedata.normalize("NFD", letter)[0]):
        return found  # an accent adds nothing to the letter under it
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) == "So":
        return 1.15  # signs of a font for emoji are wider than its size
    return (0.8 if letter.isupper() else 0.68) * (_HEAVIER if bold else 1)
