"""Puts lines on a screen or into a pipe. The one import of rich, and only where colour is shown."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Final, TextIO

from pathwayctl.reporters.lines import Line, plain

NARROWEST: Final = 80
_WITHOUT_UNICODE: Final = str.maketrans(
    {
        "█": "#", "▓": "=", "━": "=", "◆": "*", "┅": "-", "·": ".", "│": "|", "—": "-", "–": "-",
        "“": '"', "”": '"', "’": "'", "…": ".", "→": ">", "├": "|", "└": "`", "─": "-",
    }
)  # fmt: skip


def colourful(stream: TextIO) -> bool:
    """Whether to paint: on a terminal, unless ``NO_COLOR`` is set (https://no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def screen_width(stream: TextIO) -> int:
    """How many columns there are: the terminal's, or ``COLUMNS``, or 80."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdigit() and int(asked) > 0:
        return max(NARROWEST // 2, min(int(asked), 1_000))
    if stream.isatty():
        return max(NARROWEST // 2, os.get_terminal_size(stream.fileno()).columns)
    return NARROWEST


def width_of(text: str) -> int:
    """How many columns a text takes on a terminal; some letters and all emoji take two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def fitted(text: str, width: int, align: str = "left") -> str:
    """The text in exactly ``width`` columns, cut with an ellipsis where it is too long."""
    text = " ".join(text.split())
    missing = width - width_of(text)
    while missing < 0:
        text = text[: missing - 1].rstrip() + "…" if len(text) > 1 - missing else "…"[:width]
        missing = width - width_of(text)
    return " " * missing + text if align == "right" else text + " " * missing


def show(lines: Iterable[Line], stream: TextIO) -> None:
    """Write lines to a stream, painted where that is wanted, readable on any encoding."""
    if colourful(stream):
        _paint(lines, stream)
        return
    text = plain(lines)
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_WITHOUT_UNICODE).encode(encoding, "replace").decode(encoding)
    stream.write(text)
    stream.flush()


def _paint(lines: Iterable[Line], stream: TextIO) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True, force_terminal=True)
    for spans in lines:
        console.print(Text.assemble(*spans), soft_wrap=True)
