"""Texts in columns: how wide they are on a terminal, cut to fit, and folded.

A letter takes one column, a Chinese sign or an emoji two, an accent that is written apart none.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from typing import Final

from pathwayctl.reporters.lines import harmless

ELLIPSIS: Final = "…"
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LEFT_TO_RIGHT: Final = "\u200e"
"""Takes no room. A terminal that turns Hebrew or Arabic words around stops doing so here."""
_JOINERS: Final = "\u200d\ufe0f"


def width_of(text: str) -> int:
    """How many columns a text takes on a terminal."""
    if text.isascii() and text.isprintable():
        return len(text)
    from rich.cells import cell_len

    return cell_len(harmless(text))


def fitted(text: str, width: int) -> str:
    """The text on one line in exactly ``width`` columns, cut with an ellipsis where it is too long."""
    text = " ".join(harmless(text).split())
    if text.isascii():  # in most tables all are, and a table may have ten thousand rows
        short = text if len(text) <= width else text[: width - 1].rstrip() + ELLIPSIS
        return short.ljust(width)
    short = head(text, width)
    padded = short + " " * (width - width_of(short))
    return f"{_LEFT_TO_RIGHT}{padded}{_LEFT_TO_RIGHT}" if _RIGHT_TO_LEFT.search(short) else padded


def head(text: str, width: int) -> str:
    """As much of the beginning of a text as fits, with an ellipsis if something is left out."""
    if width_of(text) <= width:
        return text
    kept = text[: _letters(text, width - 1)]
    while width_of(kept) > width - 1 > 0:  # signs that are wider together than one by one
        kept = kept[:-1]
    return kept.rstrip(_JOINERS).rstrip() + ELLIPSIS if width > 0 else ""


def tail(text: str, width: int) -> str:
    """As much of the end of a text as fits, with an ellipsis if something is left out."""
    if width_of(text) <= width:
        return text
    kept = text[len(text) - _letters(reversed(text), width - 1) :]
    while width_of(kept) > width - 1 > 0:
        kept = kept[1:]
    return ELLIPSIS + kept.lstrip(_JOINERS).lstrip() if width > 0 else ""


def folded(text: str, width: int) -> list[str]:
    """The lines of a text, each folded between words; what stands before its first word is kept.

    Where a line is indented, what is folded is indented by two columns more.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        margin = part[: len(part) - len(part.lstrip(" "))]
        hung = f"{margin}  " if margin else ""
        lines += textwrap.wrap(
            part, width, subsequent_indent=hung, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return lines


def hanging(text: str, width: int, most: int, indents: tuple[str, str]) -> list[str]:
    """A text on at most ``most`` lines of exactly ``width`` columns, broken between words, the last one cut.

    ``indents`` stand before the first line, and before each of the others.
    """
    text = " ".join(harmless(text).split())
    lines: list[str] = []
    while text and len(lines) < most:
        indent = indents[bool(lines)]
        room = width - len(indent)
        is_last = len(lines) == most - 1 or width_of(text) <= room
        here = text if is_last else _words(text, room)
        lines.append(indent + fitted(here, room))
        text = "" if is_last else text[len(here) :].lstrip()
    return lines


def _words(text: str, width: int) -> str:
    """As many whole words from the beginning as fit, or of one long word as many letters."""
    fits = text[: max(1, _letters(text, width))]
    is_broken = not text[len(fits) :].startswith(" ") and " " in fits
    return fits[: fits.rindex(" ")] if is_broken else fits


def _letters(text: Iterable[str], width: int) -> int:
    """How many letters at the beginning fit into ``width`` columns, each measured by itself."""
    number = 0
    for letter in text:
        width -= width_of(letter)
        if width < 0:
            break
        number += 1
    return number
