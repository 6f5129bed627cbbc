"""A bar that shows how far a long piece of work has come: on a terminal alone, and never in a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

_WIDTH: Final = 30


def progress_bar(words: str) -> Callable[[int, int], None]:
    """A function that is told how many steps are done, and of how many; it draws the bar on stderr."""
    if not sys.stderr.isatty():
        return _nothing
    shown = -1

    def show(done: int, steps: int) -> None:
        nonlocal shown
        filled = _WIDTH * done // steps
        if filled == shown and done < steps:
            return
        shown = filled
        text = f"{words} [{'#' * filled}{'.' * (_WIDTH - filled)}] {done} of {steps}"
        # The finished bar is wiped out, so that the result stands by itself.
        sys.stderr.write(f"\r{text}" if done < steps else f"\r{' ' * len(text)}\r")
        sys.stderr.flush()

    return show


def _nothing(done: int, steps: int) -> None:
    """Draw no progress."""
