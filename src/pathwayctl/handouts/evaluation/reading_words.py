"""Values of measures in words: numbers, shares, and the periods they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import when
from pathwayctl.model.governance import Horizon

if TYPE_CHECKING:
    from pathwayctl.model.evaluation import Measure, Measured

_DIGITS: Final = 6


def number(value: float | None) -> str:
    """``43,800``, ``8.5``, ``-2``: with up to six decimal places."""
    if value is None:
        return ""
    no_minus_zero = round(value, _DIGITS) + 0.0
    return f"{no_minus_zero:,.{_DIGITS}f}".rstrip("0").rstrip(".")


def amount(value: Measured) -> str:
    """``24``, or with what it is part of ``24 of 40 (60%)``."""
    if value.of is None:
        return number(value.value)
    share = f" ({value.value / value.of:.0%})" if value.of > 0 else ""
    return f"{number(value.value)} of {number(value.of)}{share}"


def period_words(value: Measured) -> str:
    """The day of a value, or the period that it covers: ``Aug 1, 2026 to Jan 29, 2027``."""
    return f"{when(value.start)} to {when(value.date)}" if value.start else when(value.date)


def first_horizon(measure: Measure) -> int:
    """The position of the earliest horizon of a measure, for sorting."""
    return min((tuple(Horizon).index(one) for one in measure.horizon), default=0)
