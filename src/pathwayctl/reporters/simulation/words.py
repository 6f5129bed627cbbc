"""Chances and days in words."""

from __future__ import annotations

from typing import Final

HARDLY: Final = 0.05
"""Days that are not worth telling: they would be shown as 0.0."""


def chance(share: float) -> str:
    """``23%``; what is nearly impossible or nearly certain is not rounded to what it is not."""
    if 0 < share < 0.005:
        return "<1%"
    if 0.995 <= share < 1:
        return ">99%"
    return f"{share * 100:.0f}%"


def strength(correlation: float | None) -> str:
    """How closely two things go together, in the words of Cohen (1988) for 0.1, 0.3 and 0.5."""
    if correlation is None or correlation < 0.1:
        return "hardly"
    if correlation < 0.3:
        return "a little"
    return "clearly" if correlation < 0.5 else "strongly"


def price(days: float) -> str:
    """``costs 2.4``, ``saves 1`` or ``0``, in working days; whole ones where they are counted so."""
    if abs(days) < HARDLY:
        return "0"
    amount = f"{abs(days):,}" if isinstance(days, int) else f"{abs(days):,.1f}"
    return f"{'costs' if days > 0 else 'saves'} {amount}"
