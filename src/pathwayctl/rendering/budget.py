"""How much one page may take, so that no template hangs the program or fills the memory."""

from __future__ import annotations

import time
from typing import Final

from pathwayctl.rendering.mistakes import UnfitError

MOST_STEPS: Final = 2_000_000
"""Turns of loops, calls and included files."""
MOST_BLOCKS: Final = 200_000
MOST_TEXT: Final = 50_000_000
"""Characters, over every text that is put together on the way to the page."""
MOST_SECONDS: Final = 20.0
"""A stop for what is slow without many steps. It decides on failure only, never on what is written."""

_LESS: Final = "Show less on one page, or split the template into two handouts."


class Budget:
    """What is left for one page; going past it stops the template."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        self._steps = MOST_STEPS
        self._blocks = MOST_BLOCKS
        self._text = MOST_TEXT
        self._until = time.monotonic() + seconds

    def step(self, steps: int = 1) -> None:
        """Take ``steps`` turns of a loop, or calls."""
        self._steps -= steps
        if self._steps < 0 or time.monotonic() > self._until:
            raise UnfitError("This page takes too long to make.", "Look for a loop that runs too often.")

    def text(self, length: int) -> None:
        """Put together a text of ``length`` characters."""
        self._text -= length
        if self._text < 0:
            raise UnfitError("This page becomes too large.", _LESS)

    def block(self) -> None:
        """Place one block on the page."""
        self._blocks -= 1
        if self._blocks < 0:
            raise UnfitError(f"This page has more than {MOST_BLOCKS:,} blocks.", _LESS)
