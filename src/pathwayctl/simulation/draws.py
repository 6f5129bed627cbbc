"""Random numbers that are the same on every machine: raw bits of PCG64, with a stream for each name.

Only ``random_raw`` is used: numpy guarantees its bits in every version (NEP 19), but not the distributions
made from them. Each uncertain thing has its own stream, which begins at a place in the generator's period of
2^128 that is computed from its name. So what is drawn for a task in run 17 depends only on the seed, the
task, and the number 17: not on how many runs are simulated at a time, and not on the rest of the plan. Two
plans that differ in one task differ by the effect of that task, and not by chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from typing import Any, Final

import numpy as np
from numpy.random import PCG64
from numpy.typing import NDArray

from pathwayctl.simulation.distributions import LEVEL_BITS

_PERIOD: Final = 1 << 128
WORD: Final = 4
"""Runs that share a number of 64 bits. The first run of what is drawn must be a multiple of it."""

_WORDS, _HALVES, _QUARTERS = np.dtype("<u8"), np.dtype("<u4"), np.dtype("<u2")


class Draws:
    """The streams of one seed."""

    __slots__ = ("_at", "_generator")

    def __init__(self, seed: int) -> None:
        self._generator, self._at = PCG64(seed), 0

    def levels(self, names: Sequence[str], first: int, runs: int) -> NDArray[np.uint16]:
        """Equally likely slices of a table of durations: a row for each name, for runs from ``first`` on."""
        words = np.empty((len(names), -(-runs // WORD)), _WORDS)
        for place, name in enumerate(names):
            words[place] = self._raw(name, first // WORD, words.shape[1])
        levels: NDArray[np.uint16] = np.right_shift(words.view(_QUARTERS)[:, :runs], 16 - LEVEL_BITS)
        return levels

    def happens(self, name: str, chance: float, first: int, runs: int) -> NDArray[np.bool_]:
        """Whether an event with a chance from 0 to 1 happens, for each of the runs from ``first`` on."""
        words = self._raw(name, first // 2, -(-runs // 2)).astype(_WORDS, copy=False)
        return words.view(_HALVES)[:runs].astype(np.int64) < round(chance * (1 << 32))

    def _raw(self, name: str, offset: int, number: int) -> NDArray[Any]:
        begin = _beginning(name) + offset
        self._generator.advance((begin - self._at) % _PERIOD)
        self._at = begin + number
        return self._generator.random_raw(number)


@cache
def _beginning(name: str) -> int:
    """The place in the period at which the stream of a name begins."""
    return int.from_bytes(blake2b(name.encode(), digest_size=16).digest())
