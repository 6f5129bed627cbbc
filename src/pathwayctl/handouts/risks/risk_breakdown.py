"""Handout 4C: the risk breakdown, by source and by category, with a risk matrix.

Source: Designing a Career Pathways System, chapter 4, exhibit 1 (CCRS Center, 2016). A risk is a
threat or an opportunity. The exhibit has no ratings; three levels of likelihood and impact are common.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.risks import risk_register
from pathwayctl.handouts.cells import (
    NONE,
    Grid,
    Row,
    blank_rows,
    in_days,
    range_words,
    some,
    stacked,
)
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.risks.risk_chart import RiskChart, in_words, risk_chart
from pathwayctl.model.vocabulary import Audience, RiskEffect, RiskKind, RiskLevel
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.risks import Risk

WIDTH: Final = 9
UNNAMED: Final = "No category"
LEVELS: Final = tuple(RiskLevel)


@dataclass(frozen=True, slots=True)
class RiskCategory:
    """The risks under one heading; ``COLUMNS`` names the cells of their rows."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class RiskGroup:
    """Internal or external risks, by category."""

    label: str
    categories: tuple[RiskCategory, ...]


@dataclass(frozen=True, slots=True)
class Risks:
    """The page: both groups, the matrix (highest likelihood first, lowest impact first), and the gaps.

    ``chart`` is the matrix as a picture, with the same numbers.
    """

    groups: tuple[RiskGroup, ...]
    chart: RiskChart | None
    description: str
    matrix: Grid
    gaps: tuple[str, ...]


def view(context: Context) -> Risks:
    """All risks; a group without any has blank rows."""
    chart = risk_chart(context)
    return Risks(
        tuple(_group(kind, context) for kind in RiskKind),
        chart,
        in_words(chart) if chart else "",
        Grid(tuple(_matrix(context)), ("Likelihood", *(f"{level.label} impact" for level in LEVELS))),
        tuple(_gaps(context)),
    )


def _group(kind: RiskKind, context: Context) -> RiskGroup:
    """Categories in order of first appearance; case is ignored."""
    labels: dict[str, str] = {}
    rows: dict[str, list[Row]] = {}
    for risk in context.plan.risks:
        if risk.kind is kind:
            key = risk.category.strip().casefold()
            labels.setdefault(key, risk.category.strip() or UNNAMED)
            rows.setdefault(key, []).append(_row(risk, context))
    categories = tuple(RiskCategory(label, tuple(rows[key])) for key, label in labels.items())
    return RiskGroup(f"{kind.label} risks", categories or (RiskCategory(UNNAMED, blank_rows(WIDTH)),))


def _row(risk: Risk, context: Context) -> Row:
    return (
        risk.title,
        stacked((risk.effect.label, *_delays(risk, context))),
        likelihood_words(risk),
        risk.impact.label if risk.impact else "",
        risk.tolerance or "",
        risk.response or "",
        risk.trigger or "",
        context.name(risk.owner),
        risk.measure or "",
    )


def likelihood_words(risk: Risk) -> str:
    """``High``, ``30%`` or ``High (30%)``."""
    chance = f"{risk.probability * 100:.3g}%" if risk.probability is not None else ""
    if risk.likelihood is None:
        return chance
    return f"{risk.likelihood.label} ({chance})" if chance else risk.likelihood.label


def _delays(risk: Risk, context: Context) -> Iterator[str]:
    verb = "Brings forward" if risk.effect is RiskEffect.OPPORTUNITY else "Delays"
    for delay in risk.delays:
        task = context.schedule.by_id.get(delay.task)
        name = f"{task.wbs} {task.title}" if task else delay.task
        yield f"{verb} {name} by {range_words(*in_days(delay.by, context.week), 'working day')}"


def _matrix(context: Context) -> Iterator[Row]:
    risks, known = context.plan.risks, context.index.ask(risk_register).numbers
    for likelihood in reversed(LEVELS):
        cells = (
            [
                f"{known[risk.id]}. {_name(risk)}"
                for risk in sorted(risks, key=lambda risk: known[risk.id])
                if risk.likelihood is likelihood and risk.impact is impact
            ]
            for impact in LEVELS
        )
        yield (
            likelihood.label,
            *(stacked((count(len(names), "risk"), *names)) if names else NONE for names in cells),
        )


def _name(risk: Risk) -> str:
    return f"{risk.title} (opportunity)" if risk.effect is RiskEffect.OPPORTUNITY else risk.title


def _gaps(context: Context) -> Iterator[str]:
    register = context.index.ask(risk_register)
    if unowned := register.without("owner"):
        yield f"No owner yet: {some([one.entry.title for one in unowned])}."
    if unanswered := register.without("response"):
        yield f"No response yet: {some([one.entry.title for one in unanswered])}."
    if unplaced := register.without("likelihood", "impact"):
        names = some([one.entry.title for one in unplaced])
        yield f"Not in the matrix, because the likelihood or the impact is missing: {names}."


HANDOUT: Final = one_page(
    "4c",
    "Risk breakdown",
    CHAPTER_4.format("handout 4C"),
    "Threats and opportunities, who owns each, and how each is managed.",
    view,
    audience=Audience.PARTNERS,
)
