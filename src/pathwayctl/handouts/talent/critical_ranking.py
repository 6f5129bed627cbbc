"""Why occupations are critical: their rank by the criteria, and which are high-wage or in demand (step 5).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.talent.criticality import MOST_POINTS, CriterionPoints, Criticality, criticality
from pathwayctl.evidence.talent.wages import flags
from pathwayctl.handouts.cells import some, stacked
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed, money

CRITERIA: Final = (
    Head(marked("Criterion"), width="wide"),
    Head(marked("Weight"), "right", "narrow"),
    Head(marked("Points come from"), width="wide"),
)
RANKS: Final = (
    Head(marked("Occupation"), width="wide"),
    Head(marked("Rank"), "right", "narrow"),
    Head(marked("Score"), "right", "narrow"),
    Head(marked("Why"), width="wide"),
)
FLAGS: Final = (
    Head(marked("High-wage and in demand"), width="wide"),
    Head(marked("High-wage only"), width="wide"),
    Head(marked("In demand only"), width="wide"),
)
BY_HAND: Final = marked("The group’s own judgment")


@dataclass(frozen=True, slots=True)
class Ranking:
    """The criteria with their weights, and the occupations in order; ``unrated`` says what has no score."""

    criteria: HandoutTable
    occupations: HandoutTable
    unrated: str


def ranking(context: Context) -> Ranking | None:
    """Return the ranked list, or ``None`` if the project has no criteria."""
    plan, found = context.plan, context.index.ask(criticality)
    if not plan.criteria:
        return None
    criteria = (
        (one.title, f"{one.weight}%", one.figure.label if one.figure else phrase(BY_HAND))
        for one in plan.criteria
    )
    unrated = [one.occupation.title for one in found if one.score is None]
    return Ranking(
        table(CRITERIA, criteria),
        table(RANKS, (_row(one) for one in found), blank=8),
        phrase("No score yet, because points are missing: {unrated}.", unrated=some(unrated))
        if unrated
        else "",
    )


def _row(one: Criticality) -> Row:
    score = "" if one.score is None else phrase("{score:.0f} of 100", score=one.score)
    return (
        one.occupation.title,
        str(one.rank or ""),
        score,
        stacked(*(_why(part) for part in one.parts)),
    )


def _why(part: CriterionPoints) -> str:
    points = (
        phrase("no points yet")
        if part.points is None
        else phrase("{points:g} of {most_points}", points=part.points, most_points=MOST_POINTS)
    )
    return f"{part.criterion.title}: {points}{f' ({part.why})' if part.why else ''}"


def threshold_words(context: Context) -> str:
    """Say what counts as high-wage and in demand; empty if the project sets no threshold."""
    header = context.plan.project
    parts = []
    if header.high_wage is not None:
        wage = money(header.high_wage, header.currency)
        parts.append(phrase("high-wage means a median wage of {wage} a year or more", wage=wage))
    if header.in_demand is not None:
        parts.append(
            phrase("in demand means {in_demand:,} openings a year or more", in_demand=header.in_demand)
        )
    return phrase("In this project, {parts}.", parts=listed(parts)) if parts else ""


def flagged_table(context: Context) -> HandoutTable:
    """Return a row with the occupations that reach both thresholds, or one of them."""
    return table(FLAGS, _flagged(context))


def _flagged(context: Context) -> Iterator[Row]:
    found = context.index.ask(flags)
    if not found.high_wage | found.in_demand:
        return
    titles = {one.id: one.title for one in context.plan.occupations}
    yield tuple(
        stacked(*(title for key, title in titles.items() if key in keys)) or phrase("None")
        for keys in (
            found.high_wage & found.in_demand,
            found.high_wage - found.in_demand,
            found.in_demand - found.high_wage,
        )
    )
