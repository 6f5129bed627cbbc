"""Lines of styled text, and how texts are folded, cut, and set in columns. Rich measures and breaks them.

A letter takes one column, a Chinese sign or an emoji two, a separate accent none. No text of a project is
ever read as markup. Texts in plain ASCII are cut without Rich: a schedule may have ten thousand of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pathwayctl.wording import HIDDEN

if TYPE_CHECKING:
    from rich.table import Table

Span = tuple[str, str]
"""A stretch of text and its style for Rich, such as ``bold red``; ``""`` is no style."""
Line = tuple[Span, ...]

ELLIPSIS: Final = "…"
WIDEST: Final = 100
"""Columns of running text: longer lines are hard to read."""
GAP: Final = "  "
_UNSEEN: Final = re.compile(f"[{HIDDEN}]")
_HALF: Final = re.compile("[\ud800-\udfff]")
"""A byte of a file's name that is no letter in any encoding that Python knows of."""
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LEFT_TO_RIGHT: Final = "\u200e"
"""Takes no room. A terminal that reverses Hebrew or Arabic words stops doing so here."""


def line(*spans: str | Span) -> Line:
    """A line of texts and ``(text, style)`` pairs."""
    return tuple((span, "") if isinstance(span, str) else span for span in spans)


def harmless(text: str) -> str:
    """The text without hidden characters that would control the screen it is shown on."""
    return text if text.isprintable() else _HALF.sub("?", _UNSEEN.sub("", text))


def plain(lines: Iterable[Line]) -> str:
    """The lines as unstyled text, each ended, without trailing blanks."""
    return harmless("".join("".join([text for text, _ in spans]).rstrip() + "\n" for spans in lines))


def width_of(text: str) -> int:
    """The number of columns that a text takes on a terminal."""
    if text.isascii() and text.isprintable():
        return len(text)
    from rich.cells import cell_len

    return cell_len(harmless(text))


def fitted(text: str, width: int) -> str:
    """The text on one line in exactly ``width`` columns, cut with an ellipsis where it is too long."""
    text = " ".join(harmless(text).split())
    if text.isascii():
        short = text if len(text) <= width else text[: width - 1].rstrip() + ELLIPSIS
        return short.ljust(width)
    short = head(text, width)
    padded = short + " " * (width - width_of(short))
    return f"{_LEFT_TO_RIGHT}{padded}{_LEFT_TO_RIGHT}" if _RIGHT_TO_LEFT.search(short) else padded


def head(text: str, width: int) -> str:
    """As much of the beginning of a text as fits, with an ellipsis if something is left out."""
    if width_of(text) <= width:
        return text
    if width < 1:
        return ""
    from rich.cells import set_cell_size

    return set_cell_size(harmless(text), width - 1).rstrip() + ELLIPSIS


def tail(text: str, width: int) -> str:
    """As much of the end of a text as fits, with an ellipsis if something is left out."""
    if width_of(text) <= width:
        return text
    if width < 1:
        return ""
    from rich.cells import split_text

    return ELLIPSIS + split_text(harmless(text), width_of(text) - width + 1)[1].lstrip()


def folded(text: str, width: int) -> list[str]:
    """The lines of a text, each folded between words; blanks before its first word are kept.

    Where a line is indented, its continuation is indented by two columns more. Words are never broken, so
    that a command or a name can be copied.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        words = part.lstrip(" ")
        margin = part[: len(part) - len(words)]
        first, *others = _wrapped(words, width - len(margin))
        lines.append(margin + first)
        if others and margin:
            others = [f"{margin}  {more}" for more in _wrapped(" ".join(others), width - len(margin) - 2)]
        lines += others
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    """The lines of a paragraph; a word that is too long has a line of its own."""
    if width_of(text) <= width:
        return [text.rstrip()]
    lines: list[str] = []
    for is_long, words in groupby(text.split(" "), lambda word: width_of(word) > width):
        lines += words if is_long else _wrapped_by_rich(" ".join(words).strip(), width)
    return lines


def _wrapped_by_rich(text: str, width: int) -> list[str]:
    from rich.text import Text

    from pathwayctl.reporters.screen import layout_console

    lines = Text(harmless(text)).wrap(layout_console(), width, overflow="fold") if text else []
    return [part.plain.rstrip() for part in lines]


def hanging(text: str, width: int, most: int, indents: tuple[str, str]) -> list[str]:
    """A text on at most ``most`` lines of exactly ``width`` columns, broken between words, the last one cut.

    ``indents`` come before the first line, and before each of the others.
    """
    text = " ".join(harmless(text).split())
    lines: list[str] = []
    while text and len(lines) < most:
        indent = indents[bool(lines)]
        room = width - len(indent)
        is_last = len(lines) == most - 1 or width_of(text) <= room
        here = text if is_last else _first_words(text, room)
        lines.append(indent + fitted(here, room))
        text = "" if is_last else text[len(here) :].lstrip()
    return lines


def _first_words(text: str, width: int) -> str:
    """The words at the beginning that fit, or as many letters of one long word."""
    if not text.isascii():
        return _wrapped_by_rich(text, width)[0] or text[:1]
    end = text.rfind(" ", 0, width + 1)
    return text[:end] if end > 0 else text[: max(1, width)]


def columns(rows: Iterable[Sequence[str | Span]], width: int, *, right: int | None = None) -> list[Line]:
    """Rows set in columns by a Rich table.

    The first column gives way where there is too little room; it is cut with an ellipsis. Columns from the
    number ``right`` on are aligned to the right.
    """
    from rich.table import Table

    table = Table.grid(padding=(0, len(GAP), 0, 0), pad_edge=False)
    cells = [[_cell(one) for one in row] for row in rows]
    for place in range(max(map(len, cells), default=0)):
        is_right = right is not None and place >= right
        table.add_column(
            justify="right" if is_right else "left",
            no_wrap=True,
            overflow="ellipsis",
            min_width=None if place == 0 else max(width_of(row[place][0]) for row in cells),
        )
    return _drawn(table, cells, width)


def listing(rows: Iterable[Sequence[str | Span]], width: int, *, indent: str = GAP) -> list[Line]:
    """Rows whose last column is running text, folded beside the others by a Rich table."""
    from rich.table import Table

    table = Table.grid(padding=(0, len(GAP), 0, 0), pad_edge=False)
    cells = [[_cell(one) for one in row] for row in rows]
    number = max(map(len, cells), default=0)
    for place in range(number):
        is_text = place == number - 1
        least = None if is_text else max(width_of(row[place][0]) for row in cells)
        table.add_column(no_wrap=not is_text, overflow="fold" if is_text else "ignore", min_width=least)
    return [line(indent, *spans) for spans in _drawn(table, cells, width - len(indent))]


def _cell(one: str | Span) -> Span:
    text, style = (one, "") if isinstance(one, str) else one
    text = " ".join(harmless(text).split())
    return f"{_LEFT_TO_RIGHT}{text}{_LEFT_TO_RIGHT}" if _RIGHT_TO_LEFT.search(text) else text, style


def _drawn(table: Table, cells: Iterable[Sequence[Span]], width: int) -> list[Line]:
    """The lines of a table with these cells."""
    from rich.text import Text

    from pathwayctl.reporters.screen import layout_console

    for row in cells:
        table.add_row(*(Text(text, style) for text, style in row))
    console = layout_console()
    rows = console.render_lines(table, console.options.update(width=width), pad=False)
    return [tuple((part.text, str(part.style or "")) for part in row) for row in rows]
