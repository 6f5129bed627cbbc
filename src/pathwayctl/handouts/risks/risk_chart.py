"""The risk matrix as a chart, as facts: a numbered dot for each risk in the cell where it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathwayctl.evidence.risks import risk_register
from pathwayctl.model.vocabulary import RiskEffect, RiskKind, RiskLevel
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context


@dataclass(frozen=True, slots=True)
class RiskDot:
    """One risk; ``likelihood`` and ``impact`` are positions in the chart's levels."""

    number: int
    title: str
    external: bool
    opportunity: bool
    likelihood: int
    impact: int


@dataclass(frozen=True, slots=True)
class RiskChart:
    """The levels from low to high, and the risks whose likelihood and impact are rated, by number."""

    levels: tuple[str, ...]
    dots: tuple[RiskDot, ...]


def risk_chart(context: Context) -> RiskChart | None:
    """The matrix, or ``None`` if no risk is rated in words."""
    levels, numbers = tuple(RiskLevel), context.index.ask(risk_register).numbers
    dots = [
        RiskDot(
            numbers[risk.id],
            risk.title,
            risk.kind is RiskKind.EXTERNAL,
            risk.effect is RiskEffect.OPPORTUNITY,
            levels.index(risk.likelihood),
            levels.index(risk.impact),
        )
        for risk in context.plan.risks
        if risk.likelihood and risk.impact
    ]
    dots.sort(key=lambda dot: dot.number)
    return RiskChart(tuple(level.label for level in levels), tuple(dots)) if dots else None


def in_words(chart: RiskChart) -> str:
    """``12 risks by likelihood and impact. 3 risks are in the three cells at the upper right.``."""
    top = len(chart.levels) - 1
    worst = sum(dot.likelihood + dot.impact >= 2 * top - 1 for dot in chart.dots)
    note = f" {count(worst, 'risk is', 'risks are')} in the three cells at the upper right." if worst else ""
    return (
        f"{count(len(chart.dots), 'risk')} by likelihood, from bottom to top, and impact, from left to "
        f"right.{note} The numbers are those in the table below."
    )
