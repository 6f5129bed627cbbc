"""Shows lines on a screen or in a pipe: how wide it is, whether to paint, and what it can show.

Rich paints, and draws the progress bar. Everything is written at once and as text, so that a screen
without Unicode and a reader that stops reading are both served.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final, TextIO

from pathwayctl.reporters.lines import LINK, Line, console_of, harmless, plain
from pathwayctl.rule_pages import rule_address

if TYPE_CHECKING:
    from rich.style import Style

WIDTH: Final = 80
"""Columns of a file or a pipe, and of a terminal that does not say how wide it is."""
NARROWEST: Final = 40
WIDEST: Final = 1_000
_WITH_LINKS: Final = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"})
_LINKING: Final = frozenset({"xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm"})
"""Terminals that show links, by ``TERM_PROGRAM`` and by ``TERM``."""
_FIRST_VTE: Final = 5000
"""The version 0.50 of the library of GNOME Terminal and others; earlier ones stop at some links."""
_WITHOUT_UNICODE: Final = str.maketrans(
    {
        "█": "#", "━": "=", "┅": "-", "◆": "*", "◇": "o", "·": ".", "—": "-", "–": "-", "\xa0": " ",
        "“": '"', "”": '"', "‘": "'", "’": "'", "…": "~", "→": ">", "┊": ":", "\u200e": "",
    }
)  # fmt: skip


def colourful(stream: TextIO) -> bool:
    """Whether to paint: on a terminal that obeys color codes, unless ``NO_COLOR`` is set.

    See https://no-color.org. Rich knows the terminals, and the old console of Windows, which gets no color.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and console_of(stream, WIDTH).color_system not in (None, "windows")


def has_links(stream: TextIO) -> bool:
    """Whether a terminal is known to show links, and has the files of this machine at hand.

    Some terminals print the address as garbage, so only those that say who they are get links.
    ``FORCE_HYPERLINK`` decides, as in other programs: 0 for none, anything else for links.
    """
    asked, name = os.environ.get("FORCE_HYPERLINK"), os.environ.get("TERM", "")
    if not stream.isatty() or not colourful(stream):
        return False
    if asked:
        return asked != "0"
    if name.startswith(("screen", "tmux")) or "SSH_CONNECTION" in os.environ:
        return False
    vte = os.environ.get("VTE_VERSION", "")
    return (
        os.environ.get("TERM_PROGRAM") in _WITH_LINKS
        or name in _LINKING
        or "WT_SESSION" in os.environ
        or (vte.isdecimal() and int(vte) >= _FIRST_VTE)
    )


def screen_width(stream: TextIO) -> int:
    """The number of columns: from ``COLUMNS``, or the terminal, or 80."""
    asked = os.environ.get("COLUMNS", "")
    columns = int(asked) if asked.isdecimal() and len(asked) < 10 else 0
    if not columns and stream.isatty():
        try:
            columns = os.get_terminal_size(stream.fileno()).columns
        except OSError:  # a terminal that does not say
            columns = 0
    return max(NARROWEST, min(columns or WIDTH, WIDEST))


def show(lines: Iterable[Line], stream: TextIO) -> None:
    """Write lines to a stream, painted where that is wanted, readable in any encoding."""
    text = _painted(lines, linked=has_links(stream)) if colourful(stream) else plain(lines)
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_WITHOUT_UNICODE).encode(encoding, "replace").decode(encoding)
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:  # the reader has seen enough, as in `pathwayctl schedule | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def clear(stream: TextIO) -> None:
    """Clear the screen if the stream is a terminal."""
    if stream.isatty():
        console_of(stream, screen_width(stream)).clear()


def _painted(lines: Iterable[Line], *, linked: bool) -> str:
    return "".join(
        "".join([_paint(*span, linked=linked) for span in spans]).rstrip() + "\n" for spans in lines
    )


def _paint(text: str, style: str, *, linked: bool) -> str:
    if not style or not text.strip():
        return harmless(text)
    from rich.color import ColorSystem

    look, _, code = style.partition(LINK)
    painted = _style(look).render(harmless(text), color_system=ColorSystem.STANDARD)
    # Not by Rich, which gives each link a random number.
    return f"\x1b]8;;{rule_address(code)}\x1b\\{painted}\x1b]8;;\x1b\\" if code and linked else painted


@cache
def _style(words: str) -> Style:
    from rich.style import Style

    return Style.parse(words)


Watch = Callable[[int, int], None]
"""A function that is called with the number of finished steps, and of all."""


@contextmanager
def progress(words: str, stream: TextIO) -> Iterator[Watch]:
    """A bar for a long piece of work, on a terminal only; it is gone when the work is done."""
    if not stream.isatty():
        yield lambda done, steps: None  # noqa: ARG005 - a watch that nobody sees
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    parts = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    console = console_of(stream, screen_width(stream))
    with Progress(*parts, console=console, auto_refresh=False, transient=True) as bar:
        task = bar.add_task(words, total=None)
        shown = -1

        def watch(done: int, steps: int) -> None:
            nonlocal shown
            if (percent := 100 * done // steps) != shown:  # not for each of ten thousand runs
                shown = percent
                bar.update(task, completed=done, total=steps, refresh=True)

        yield watch
