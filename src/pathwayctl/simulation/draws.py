"""Random numbers that are the same everywhere: the bare bits of PCG64, one stream for each name.

Only ``random_raw`` is used: numpy promises its bits to be the same in every version (NEP 19), which
it does not for what is made of them. Each uncertain thing has a stream of its own, which begins at a
place in the generator's period of 2^128 that is worked out from its name. So what is drawn for a
task in run 17 depends on the seed, the task and the 17 alone: not on how many runs are reckoned at a
time, nor on what else the plan holds. Two plans that differ in one task differ by what that task
does, and not by luck.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any, Final

import numpy as np
from numpy.random import PCG64
from numpy.typing import NDArray

from pathwayctl.simulation.shapes import LEVEL_BITS

_PERIOD: Final = 1 << 128
WORD: Final = 4
"""Runs that share a number of 64 bits. The first run of what is drawn must be a multiple of it."""


class Draws:
    """The streams of one seed."""

    __slots__ = ("_at", "_generator")

    def __init__(self, seed: int) -> None:
        self._generator, self._at = PCG64(seed), 0

    def levels(self, name: str, first: int, runs: int) -> NDArray[np.intp]:
        """Slices of a table, all as likely, for runs from ``first`` on; for a length of time."""
        words = self._raw(name, first // WORD, -(-runs // WORD)).view("<u2")[:runs]
        levels: NDArray[np.intp] = np.right_shift(words, 16 - LEVEL_BITS, dtype=np.intp)
        return levels

    def happens(self, name: str, chance: float, first: int, runs: int) -> NDArray[np.bool_]:
        """Whether something of a chance from 0 to 1 happens, in each of the runs from ``first`` on."""
        words = self._raw(name, first // 2, -(-runs // 2)).view("<u4")[:runs]
        return words.astype(np.int64) < round(chance * (1 << 32))

    def _raw(self, name: str, offset: int, number: int) -> NDArray[Any]:
        begin = int.from_bytes(blake2b(name.encode(), digest_size=16).digest()) + offset
        self._generator.advance((begin - self._at) % _PERIOD)
        self._at = begin + number
        return self._generator.random_raw(number).astype("<u8", copy=False)
