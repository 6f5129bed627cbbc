"""The shapes of estimates: turn three points into a table of equally likely durations.

**PERT** (Malcolm, Roseboom, Clark and Fazar, 1959; as a distribution in Vose, Risk Analysis, 2008) is
the beta distribution on low to high with ``alpha = 1 + 4 (likely - low) / (high - low)`` and
``beta = 1 + 4 (high - likely) / (high - low)``, so that its mean is ``(low + 4 likely + high) / 6``.
**Triangular** rises in a straight line from low to likely, and falls in one to high.

A table holds the quantiles in the middle of ``LEVELS`` equal slices: a slice drawn at random is a draw from
the distribution. The quantiles depend only on where likely is between low and high, so they are calculated
once for each such ratio.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

LEVEL_BITS: Final = 12
LEVELS: Final = 1 << LEVEL_BITS
"""Slices of a table: few enough to stay in a processor's cache, and finer than ten thousand runs can show."""
_STEPS: Final = 1 << 13
"""Steps in which the density of the beta distribution is summed up."""

Floats = NDArray[np.float64]
Column = NDArray[np.signedinteger[Any]]


@lru_cache(maxsize=4096)
def lengths(shape: str, low: int, likely: int, high: int, grain: float) -> Column:
    """The table of an uncertain estimate in days; ``grain`` is the number of parts in a day."""
    unit = quantiles(shape, (likely - low) / (high - low))
    return np.rint((low + unit * (high - low)) * grain).astype(np.int32)


@lru_cache(maxsize=1024)
def quantiles(shape: str, peak: float) -> Floats:
    """The quantiles of a shape on 0 to 1, where ``peak`` is the place of the likely value."""
    shares = (np.arange(LEVELS) + 0.5) / LEVELS
    return _triangular(peak, shares) if shape == "triangular" else _pert(peak, shares)


def _triangular(peak: float, shares: Floats) -> Floats:
    rising = np.sqrt(shares * peak)
    falling = 1 - np.sqrt((1 - shares) * (1 - peak))
    return np.where(shares < peak, rising, falling)


def _pert(peak: float, shares: Floats) -> Floats:
    """The inverse of the cumulative density.

    With ``x = sin²(angle)`` the density has no edge at either end, whatever the peak.
    """
    sine, cosine = _logarithms()
    density = np.zeros(_STEPS + 1)
    density[1:-1] = np.exp((1 + 8 * peak) * sine + (9 - 8 * peak) * cosine)
    below = np.zeros(_STEPS + 1)
    np.cumsum((density[1:] + density[:-1]) / 2, out=below[1:])
    angles = np.interp(shares * below[-1], below, _angles())
    return np.asarray(np.sin(angles) ** 2)


@lru_cache(maxsize=1)
def _angles() -> Floats:
    return np.linspace(0, np.pi / 2, _STEPS + 1)


@lru_cache(maxsize=1)
def _logarithms() -> tuple[Floats, Floats]:
    inner = _angles()[1:-1]
    return np.log(np.sin(inner)), np.log(np.cos(inner))
