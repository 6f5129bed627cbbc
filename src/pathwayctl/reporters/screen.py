"""Puts lines on a screen or into a pipe: how wide it is, whether to paint, and what it can show."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Final, TextIO

from pathwayctl.reporters.lines import Line, Span, harmless, plain

WIDTH: Final = 80
"""Columns of a file or a pipe, and of a terminal that does not say how wide it is."""
NARROWEST: Final = 40
WIDEST: Final = 1_000
_CODES: Final = {
    "bold": "1", "dim": "2",
    "red": "31", "green": "32", "yellow": "33", "blue": "34", "magenta": "35", "cyan": "36",
}  # fmt: skip
_WITHOUT_UNICODE: Final = str.maketrans(
    {
        "█": "#", "━": "=", "┅": "-", "◆": "*", "◇": "o", "·": ".", "—": "-", "–": "-", "\xa0": " ",
        "“": '"', "”": '"', "‘": "'", "’": "'", "…": "~", "→": ">", "┊": ":", "\u200e": "",
    }
)  # fmt: skip


def colourful(stream: TextIO) -> bool:
    """Whether to paint: on a terminal, unless ``NO_COLOR`` is set (https://no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb" and _obeys_codes()


def _obeys_codes() -> bool:
    """Not so the old console of Windows; the newer terminals say who they are."""
    return os.name != "nt" or any(name in os.environ for name in ("WT_SESSION", "TERM", "TERM_PROGRAM"))


def screen_width(stream: TextIO) -> int:
    """How many columns there are: as ``COLUMNS`` says, or the terminal, or 80."""
    asked = os.environ.get("COLUMNS", "")
    columns = int(asked) if asked.isdecimal() and len(asked) < 10 else 0
    if not columns and stream.isatty():
        try:
            columns = os.get_terminal_size(stream.fileno()).columns
        except OSError:  # a terminal that does not tell
            columns = 0
    return max(NARROWEST, min(columns or WIDTH, WIDEST))


def show(lines: Iterable[Line], stream: TextIO) -> None:
    """Write lines to a stream, painted where that is wanted, readable on any encoding."""
    text = _painted(lines) if colourful(stream) else plain(lines)
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_WITHOUT_UNICODE).encode(encoding, "replace").decode(encoding)
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:  # whoever was reading has seen enough, as in `pathwayctl schedule | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _painted(lines: Iterable[Line]) -> str:
    return "".join("".join(map(_paint, spans)).rstrip() + "\n" for spans in lines)


def _paint(span: Span) -> str:
    text, style = span
    if not style or not text.strip():
        return harmless(text)
    codes = ";".join(_CODES[word] for word in style.split())
    return f"\x1b[{codes}m{harmless(text)}\x1b[0m"
