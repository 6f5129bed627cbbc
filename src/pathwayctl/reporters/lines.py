"""Lines of styled text, and how texts are folded, cut, and set in columns. Rich measures and breaks them.

A letter takes one column, a Chinese sign or an emoji two, a separate accent none. No text of a project is
ever read as markup. Texts in plain ASCII are cut without Rich: a schedule may have ten thousand of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

from pathwayctl.quick_pattern import pattern
from pathwayctl.wording import HIDDEN

if TYPE_CHECKING:
    from typing import TextIO

    from rich.console import Console
    from rich.table import Table

Span = tuple[str, str]
"""A stretch of text and its style for Rich, such as ``bold red``; ``""`` is no style."""
Line = tuple[Span, ...]
LINK: Final = " link "
"""In a style, it comes before the code of the rule whose page the text leads to."""

ELLIPSIS: Final = "…"
WIDEST: Final = 100
"""Columns of running text: longer lines are hard to read."""
GAP: Final = "  "
_WORD: Final = pattern(r" *[^ ]+ *")
_PLAIN: Final = str.maketrans("", "", "“”‘’–—…")
_UNSEEN: Final = pattern(f"[{HIDDEN}]")
_HALF: Final = pattern("[\ud800-\udfff]")
"""A byte of a file's name that is no letter in any encoding that Python knows of."""
_RIGHT_TO_LEFT: Final = pattern(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LEFT_TO_RIGHT: Final = "\u200e"
"""Takes no room. A terminal that reverses Hebrew or Arabic words stops doing so here."""


def console_of(stream: TextIO, width: int) -> Console:
    """A Rich console that never takes what a project says for markup, an emoji, or something to highlight."""
    from rich.console import Console

    return Console(file=stream, width=width, height=25, markup=False, emoji=False, highlight=False)


@cache
def _layout_console() -> Console:
    """The console that texts and tables are laid out for; it shows nothing."""
    return console_of(StringIO(), WIDEST)


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
    if _is_plain(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(harmless(text))


def _is_plain(text: str) -> bool:
    """Whether every character takes one column, as those of most messages do, so that Rich is not needed."""
    return text.isprintable() and text.translate(_PLAIN).isascii()


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
        here = list(words)
        part = " ".join(here).strip()
        lines += here if is_long else (_wrapped_plainly if _is_plain(part) else _wrapped_by_rich)(part, width)
    return lines


def _wrapped_plainly(text: str, width: int) -> list[str]:
    """The lines that Rich would make of a text whose characters take one column each."""
    lines: list[str] = []
    for word in _WORD.findall(text):
        if lines and len(lines[-1]) + len(word.rstrip(" ")) <= width:
            lines[-1] += word
        else:
            lines.append(word)
    return [one.rstrip(" ") for one in lines]


def _wrapped_by_rich(text: str, width: int) -> list[str]:
    from rich.text import Text

    if not text:
        return []
    return [part.plain.rstrip() for part in Text(harmless(text)).wrap(_layout_console(), width)]


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


def columns(
    head: Sequence[str], rows: Iterable[Sequence[str]], width: int, *, right: Collection[int] = ()
) -> list[Line]:
    """A table under a row of headings. Where there is too little room, the first column is cut.

    ``right`` are the numbers of the columns that are aligned to the right.
    """
    from rich.table import Table

    table = Table.grid(padding=(0, len(GAP), 0, 0))
    for place in range(len(head)):
        table.add_column(no_wrap=place > 0, justify="right" if place in right else "left")
    headings = [(text, "bold") for text in head]
    return _drawn(table, [headings, *([(text, "") for text in row] for row in rows)], width, is_cut=True)


def listing(rows: Iterable[Sequence[str | Span]], width: int, *, least: int = 0) -> list[Line]:
    """Rows with a margin; the text in the last column is folded beside the others.

    The column before it is ``least`` columns wide or wider, so that several listings agree.
    """
    from rich.table import Table

    cells = [[*line(*row)] for row in rows]
    table = Table.grid(padding=(0, len(GAP), 0, 0))
    for place in range(len(cells[0])):
        is_before_text = place == len(cells[0]) - 2
        table.add_column(no_wrap=place < len(cells[0]) - 1, min_width=least if is_before_text else None)
    return [line(GAP, *spans) for spans in _drawn(table, cells, width - len(GAP))]


def _drawn(table: Table, rows: Iterable[Sequence[Span]], width: int, *, is_cut: bool = False) -> list[Line]:
    """The lines of a table with these rows; with ``is_cut``, text that is too long is cut and not folded."""
    from rich.text import Text

    overflow: Literal["ellipsis", "fold"] = "ellipsis" if is_cut else "fold"
    for row in rows:
        table.add_row(
            *(Text(_in_cell(text), style, no_wrap=is_cut, overflow=overflow) for text, style in row)
        )
    console = _layout_console()
    lines = console.render_lines(table, console.options.update(width=width), pad=False)
    return [tuple((part.text, str(part.style or "")) for part in drawn) for drawn in lines]


def _in_cell(text: str) -> str:
    text = " ".join(harmless(text).split())
    return f"{_LEFT_TO_RIGHT}{text}{_LEFT_TO_RIGHT}" if _RIGHT_TO_LEFT.search(text) else text
