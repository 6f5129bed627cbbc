"""Handout 4C: the risk breakdown, by source and by category, with a risk matrix.

Source: Designing a Career Pathways System, chapter 4, exhibit 1 (CCRS Center, 2016). A risk is a
threat or an opportunity. The exhibit has no ratings; three levels of likelihood and impact are common.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.risks import risk_register
from pathwayctl.handouts.cells import NONE, estimate_in_days, range_words, some, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Mark, Row, table, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.risks import Risk
from pathwayctl.model.vocabulary import Audience, Guide, RiskEffect, RiskKind
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

UNNAMED: Final = marked("No category")
RISKS: Final[Columns[Risk]] = (
    Column("Risk", lambda one, context: f"{context.index.ask(risk_register).numbers[one.id]}. {one.title}"),
    Column("Effect", lambda one, context: stacked(one.effect.label, *_delays(one, context)), "wide"),
    Column("Likelihood", lambda one, _: likelihood_words(one), "narrow", spare=False),
    Column("Impact", lambda one, _: one.impact.label if one.impact else "", "narrow", spare=False),
    Column("Tolerance", lambda one, _: one.tolerance or "", spare=False),
    Column("Response", lambda one, _: one.response or "", "wide", spare=False),
    Column("First sign", lambda one, _: one.trigger or ""),
    Column("Owner", lambda one, context: context.name(one.owner), spare=False),
    Column("Measure of success", lambda one, _: one.measure or "", spare=False),
)
"""What a group decides about a risk stays as a column to write in."""
CLOSED: Final[Columns[Risk]] = (
    Column("Risk", lambda one, _: one.title),
    Column("Closed", lambda one, _: when(one.closed), "narrow"),
    Column("What became of it", lambda one, _: one.result or "", "wide"),
)


@dataclass(frozen=True, slots=True)
class RiskCategory:
    """The risks under one heading."""

    label: str
    risks: HandoutTable


@dataclass(frozen=True, slots=True)
class RiskGroup:
    """Internal or external risks, by category."""

    label: str
    categories: tuple[RiskCategory, ...]

    def titled(self) -> Iterator[tuple[Row, Mark]]:
        """The rows of all categories, each after a row with the words for it."""
        for category in self.categories:
            yield (f"{self.label}: {category.label}", *("",) * (len(RISKS) - 1)), "summary"
            for row in category.risks:
                yield row, ""


@dataclass(frozen=True, slots=True)
class Risks:
    """The page: the tolerance of the project, both groups, the matrix, and the gaps.

    ``risks`` are those of both groups in one table, so that their columns are as wide in all categories.
    The matrix has the highest likelihood and the lowest impact first. ``chart`` is the matrix as a
    picture, with the same numbers. ``closed`` are risks that can no longer happen. ``decisions`` are what
    the group decides, and ``sample`` is the guide's own risk, if the project has none.
    """

    decisions: tuple[str, ...]
    sample: str
    facts: tuple[tuple[str, str], ...]
    groups: tuple[RiskGroup, ...]
    risks: HandoutTable
    chart: RiskChart | None
    description: str
    matrix: HandoutTable
    closed: HandoutTable
    gaps: tuple[str, ...]


def view(context: Context) -> Risks:
    """Return all risks; a group without any has blank rows."""
    from pathwayctl.catalog.reading import ccrs

    chart, register = risk_chart(context), context.index.ask(risk_register)
    sample = ccrs().sample_risk
    tolerance = context.plan.project.risk_tolerance
    matrix = (
        phrase("Likelihood"),
        *(phrase("{level} impact", level=level.label) for level in register.levels),
    )
    groups = tuple(_group(kind, context) for kind in RiskKind)
    rows, marks = zip(*(pair for group in groups for pair in group.titled()), strict=True)
    return Risks(
        tuple(one.text for one in ccrs().risk_decisions),
        ""
        if context.plan.risks
        else phrase("For example, under {category}: {sample}.", category=sample.category, sample=sample.text),
        ((phrase("Tolerance of the project"), tolerance),) if tolerance else (),
        groups,
        table(RISKS, rows, marks=marks),
        chart,
        in_words(chart) if chart else "",
        table(matrix, _matrix(context)),
        table_of(CLOSED, [risk for _, risk in register.closed], context),
        tuple(_gaps(context)),
    )


def _group(kind: RiskKind, context: Context) -> RiskGroup:
    """Return categories in order of first appearance; case is ignored."""
    labels: dict[str, str] = {}
    risks: dict[str, list[Risk]] = {}
    for _, risk in context.index.ask(risk_register).risks:
        if risk.kind is kind:
            key = risk.category.strip().casefold()
            labels.setdefault(key, risk.category.strip() or phrase(UNNAMED))
            risks.setdefault(key, []).append(risk)
    categories = tuple(
        RiskCategory(label, table_of(RISKS, risks[key], context)) for key, label in labels.items()
    )
    blank = RiskCategory(UNNAMED, table(RISKS, blank=4))
    return RiskGroup(phrase("{kind} risks", kind=kind.label), categories or (blank,))


def likelihood_words(risk: Risk) -> str:
    """Return ``High``, ``30%`` or ``High (30%)``."""
    chance = f"{risk.probability * 100:.3g}%" if risk.probability is not None else ""
    if risk.likelihood is None:
        return chance
    return f"{risk.likelihood.label} ({chance})" if chance else risk.likelihood.label


def _delays(risk: Risk, context: Context) -> Iterator[str]:
    verb = phrase("Brings forward") if risk.effect is RiskEffect.OPPORTUNITY else phrase("Delays")
    for delay in risk.delays:
        task = context.schedule.by_id.get(delay.task)
        name = f"{task.wbs} {task.title}" if task else delay.task
        yield phrase(
            "{verb} {name} by {range_words}",
            verb=verb,
            name=name,
            range_words=range_words(*estimate_in_days(delay.by, context.week), marked("working day")),
        )


def _matrix(context: Context) -> Iterator[Row]:
    register = context.index.ask(risk_register)
    risks, known = [risk for _, risk in register.risks], register.numbers
    for likelihood in reversed(register.levels):
        cells = (
            [
                f"{known[risk.id]}. {_name(risk)}"
                for risk in sorted(risks, key=lambda risk: known[risk.id])
                if risk.likelihood is likelihood and risk.impact is impact
            ]
            for impact in register.levels
        )
        yield (
            likelihood.label,
            *(stacked(count(len(names), "risk"), *names) if names else NONE for names in cells),
        )


def _name(risk: Risk) -> str:
    return (
        phrase("{risk} (opportunity)", risk=risk.title)
        if risk.effect is RiskEffect.OPPORTUNITY
        else risk.title
    )


def _gaps(context: Context) -> Iterator[str]:
    register = context.index.ask(risk_register)
    if unowned := register.without("owner"):
        yield phrase("No owner yet: {title}.", title=some([one.entry.title for one in unowned]))
    if unanswered := register.without("response"):
        yield phrase("No response yet: {title}.", title=some([one.entry.title for one in unanswered]))
    if unplaced := register.without("likelihood", "impact"):
        names = some([one.entry.title for one in unplaced])
        yield phrase(
            "Not in the matrix, because the likelihood or the impact is missing: {names}.", names=names
        )


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
    """Return the matrix, or ``None`` if no risk is rated in words."""
    register = context.index.ask(risk_register)
    numbers, levels = register.numbers, register.levels
    dots = [
        RiskDot(
            numbers[risk.id],
            risk.title,
            risk.kind is RiskKind.EXTERNAL,
            risk.effect is RiskEffect.OPPORTUNITY,
            levels.index(risk.likelihood),
            levels.index(risk.impact),
        )
        for _, risk in register.risks
        if risk.likelihood and risk.impact
    ]
    dots.sort(key=lambda dot: dot.number)
    return RiskChart(tuple(level.label for level in levels), tuple(dots)) if dots else None


def in_words(chart: RiskChart) -> str:
    """Describe the chart: how many risks it shows, and how many of them are in the worst cells."""
    top = len(chart.levels) - 1
    worst = [dot for dot in chart.dots if dot.likelihood + dot.impact >= 2 * top - 1]
    threats = sum(not dot.opportunity for dot in worst)
    good = len(worst) - threats
    counted = listed(
        [count(threats, "threat")] * bool(threats)
        + [count(good, "opportunity", "opportunities")] * bool(good)
    )
    note = ""
    if worst:
        note = (
            phrase(" {counted} is in the three cells at the upper right.", counted=counted)
            if len(worst) == 1
            else phrase(" {counted} are in the three cells at the upper right.", counted=counted)
        )
    return phrase(
        "{risks} by likelihood, from bottom to top, and impact, from left to right.{note}",
        risks=count(len(chart.dots), "risk"),
        note=note,
    )


HANDOUT: Final = one_page(
    "4c",
    "Risk breakdown",
    CHAPTER_4.format("handout 4C"),
    "Threats and opportunities, who owns each, and how each is managed.",
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.CCRS,),
    sections=("risks",),
)
