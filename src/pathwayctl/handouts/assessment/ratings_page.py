"""The self-assessment: each criterion with its rating, the rating before, and the next step.

Source: U.S. Department of Labor, Career Pathways Toolkit (2016), six key elements, and its Six Key Elements
Readiness Assessment (scale of four points); the other criteria are those of the guides.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.assessment.ratings import (
    OWN,
    AssessmentCriterion,
    CriteriaSet,
    CriterionRating,
    SelfAssessments,
    self_assessments,
)
from pathwayctl.handouts.cells import some, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import phrase
from pathwayctl.model.assessment import SCALE
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

MOST: Final = len(SCALE)
BEFORE: Final[Column[AssessmentCriterion]] = Column(
    "Before", lambda one, context: _before(_standing(one, context)), "narrow"
)
RATINGS: Final[Columns[AssessmentCriterion]] = (
    Column("Criterion", lambda one, _: stacked(one.name, one.text), "wide"),
    Column("Rating", lambda one, context: _rating(_standing(one, context)), "narrow"),
    BEFORE,
    Column("What shows it", lambda one, context: _text(one, context, "reason"), "wide"),
    Column("Next step", lambda one, context: _text(one, context, "next_step"), "wide"),
    Column("Owner and due date", lambda one, context: _owner(one, context)),
)


@dataclass(frozen=True, slots=True)
class RatedSet:
    """The criteria of one source."""

    title: str
    table: HandoutTable


@dataclass(frozen=True, slots=True)
class RatedCriterion:
    """A bar of the chart: the rating, and the one before or 0."""

    name: str
    group: str
    rating: int
    before: int


@dataclass(frozen=True, slots=True)
class RatingChart:
    """The rated criteria as bars; ``scale`` has the words for 1 and up."""

    scale: tuple[str, ...]
    bars: tuple[RatedCriterion, ...]


@dataclass(frozen=True, slots=True)
class SelfAssessmentPage:
    """The page, with rows to write in where nothing is rated."""

    facts: tuple[tuple[str, str], ...]
    scale: tuple[tuple[str, str], ...]
    gap: str
    chart: RatingChart | None
    description: str
    sets: tuple[RatedSet, ...]


def view(context: Context) -> SelfAssessmentPage:
    """Return the sets that have a rating; all sets, to fill in, while nothing is rated."""
    found = context.index.ask(self_assessments)
    sets = _shown(found)
    chart = _chart(sets, found)
    low = [one.criterion.name for one in found.low]
    columns = RATINGS if found.assessments else tuple(one for one in RATINGS if one is not BEFORE)
    return SelfAssessmentPage(
        tuple(_facts(found, context)),
        tuple((str(number), word) for number, word in enumerate(_words(found.scale), 1) if word),
        phrase("Rated low, without a next step: {low}.", low=some(low)) if low else "",
        chart,
        in_words(chart) if chart else "",
        tuple(RatedSet(one.title, table_of(columns, one.criteria, context)) for one in sets),
    )


def _shown(found: SelfAssessments) -> tuple[CriteriaSet, ...]:
    if not found.standings:
        return found.sets
    rated = [one for one in found.sets if any(each.id in found.standings for each in one.criteria)]
    return (*rated, CriteriaSet(OWN, found.own)) if found.own else tuple(rated)


def _facts(found: SelfAssessments, context: Context) -> list[tuple[str, str]]:
    if not found.assessments:
        return [(phrase("Date"), ""), (phrase("Rated by"), "")]
    latest = found.latest
    earlier = some([when(one.date) for _, one in found.assessments[: -len(latest)]])
    raters = dict.fromkeys(key for one in latest for key in one.by)
    facts = [
        (phrase("Latest"), f"{listed([one.title for one in latest])}, {when(latest[0].date)}"),
        (phrase("Rated by"), context.names(raters)),
    ]
    return [pair for pair in (*facts, (phrase("Earlier"), earlier)) if pair[1]]


def _standing(one: AssessmentCriterion, context: Context) -> CriterionRating | None:
    return context.index.ask(self_assessments).standings.get(one.id)


def _rating(standing: CriterionRating | None) -> str:
    if standing is None:
        return ""
    rating, several = standing.latest.rating, [str(one.rating) for one in standing.same_day]
    word = phrase(SCALE[rating - 1]) if max(rating, standing.scale) == MOST else ""
    text = f"{rating}: {word}" if word else phrase("{rating} of {scale}", rating=rating, scale=standing.scale)
    return stacked(text, phrase("Rated {all}", all=listed(several))) if len(several) > 1 else text


def _words(scale: int) -> tuple[str, ...]:
    """The words for each point; on a scale of another length, only the ends have one."""
    words = tuple(map(phrase, SCALE))
    return words if scale == MOST else (words[0], *[""] * (scale - 2), words[-1])


def _before(standing: CriterionRating | None) -> str:
    return str(standing.before) if standing and standing.before else ""


def _text(one: AssessmentCriterion, context: Context, field: str) -> str:
    standing = _standing(one, context)
    return getattr(standing.latest, field) or "" if standing else ""


def _owner(one: AssessmentCriterion, context: Context) -> str:
    standing = _standing(one, context)
    return stacked(context.name(standing.latest.owner), when(standing.latest.due)) if standing else ""


def _chart(sets: tuple[CriteriaSet, ...], found: SelfAssessments) -> RatingChart | None:
    bars = [
        RatedCriterion(one.name, each.title, standing.latest.rating, standing.before or 0)
        for each in sets
        for one in each.criteria
        if (standing := found.standings.get(one.id))
    ]
    return RatingChart(_words(found.scale), tuple(bars)) if bars else None


def in_words(chart: RatingChart) -> str:
    """Describe the chart: how many criteria have each rating."""
    counts = [sum(one.rating == number for one in chart.bars) for number in range(1, len(chart.scale) + 1)]
    words = [
        phrase("{number} rated {place}", number=number, place=place)
        for place, number in enumerate(counts, 1)
        if number
    ]
    total = count(len(chart.bars), "criterion", "criteria")
    return phrase(
        "{total} on a scale from 1 to {most}: {words}. The tables below give the same ratings.",
        total=total,
        most=len(chart.scale),
        words=", ".join(words),
    )


HANDOUT: Final = one_page(
    "self-assessment",
    "Self-assessment",
    "U.S. Department of Labor, Career Pathways Toolkit (2016), and the criteria of the guides",
    "Where the partnership or system stands, rated against the criteria of the guides, with next steps.",
    view,
    audience=Audience.PARTNERS,
)
