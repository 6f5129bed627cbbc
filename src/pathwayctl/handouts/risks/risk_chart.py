"""The risk matrix as a picture, as facts: a numbered dot for each risk in the cell it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathwayctl.model.vocabulary import RiskEffect, RiskKind, RiskLevel
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pathwayctl.handouts.context import Context
    from pathwayctl.model.risks import Risk


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


def numbers(risks: tuple[Risk, ...]) -> Mapping[str, int]:
    """The number of each risk on the page, by its id: internal ones first, as on the page."""
    ordered = [risk.id for kind in RiskKind for risk in risks if risk.kind is kind]
    return {key: number for number, key in enumerate(ordered, 1)}


def risk_chart(context: Context) -> RiskChart | None:
    """The matrix, or nothing where no risk is rated in words."""
    levels, known = tuple(RiskLevel), numbers(context.plan.risks)
    dots = [
        RiskDot(
            known[risk.id],
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
    """``12 risks by likelihood and impact; 3 of them are in the upper right corner.``."""
    top = len(chart.levels) - 1
    worst = sum(dot.likelihood + dot.impact >= 2 * top - 1 for dot in chart.dots)
    told = f" {count(worst, 'risk is', 'risks are')} in the three cells of the upper right." if worst else ""
    return (
        f"{count(len(chart.dots), 'risk')} by likelihood, from below to above, and impact, from left to "
        f"right.{told} The numbers are those of the table below."
    )
