"""Shares of runs and days in words."""

from __future__ import annotations

from typing import Final

from pathwayctl.wording import chance

HARDLY: Final = 0.05
"""Days that would be shown as 0.0."""


def share(part: float) -> str:
    """``23%`` of the runs; what is not all or none of them is not rounded to that."""
    return f"{part * 100:.0f}%" if part in (0, 1) else chance(part)


def strength(correlation: float | None) -> str:
    """How closely two things go together, in the words of Cohen (1988) for 0.1, 0.3 and 0.5."""
    if correlation is None or correlation < 0.1:
        return "very low"
    if correlation < 0.3:
        return "low"
    return "medium" if correlation < 0.5 else "high"


def price(days: float) -> str:
    """``costs 2.4``, ``saves 1`` or ``0``, in working days; whole ones where they are counted so."""
    if abs(days) < HARDLY:
        return "0"
    amount = f"{abs(days):,}" if isinstance(days, int) else f"{abs(days):,.1f}"
    return f"{'costs' if days > 0 else 'saves'} {amount}"
