"""How critical each occupation is by the project's own criteria and weights (17 steps, step 5).

Source: Creating Career Pathways in Colorado (2014), step 5, known to us by its published summary. Which
criteria count, and how much, the partnership decides; that points run from 0 to 5 is our own choice. A
criterion with a figure gives 5 points to the occupation with the largest one, and the others their share.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pathwayctl.evidence.goals import ranks
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.wages import employers_demand, yearly_openings, yearly_wage
from pathwayctl.model.talent import Occupation
from pathwayctl.model.talent_demand import Criterion, CriterionFigure
from pathwayctl.model.vocabulary import RiskLevel
from pathwayctl.quick_dataclass import dataclass

MOST_POINTS: Final = 5
_DIFFICULTY: Final = {RiskLevel.LOW: 1.0, RiskLevel.MEDIUM: 3.0, RiskLevel.HIGH: 5.0}


@dataclass(frozen=True, slots=True)
class CriterionPoints:
    """The points of an occupation on one criterion, ``None`` if not rated, and the reason that is written."""

    criterion: Criterion
    points: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Criticality:
    """An occupation with its points; ``score`` is a share of 100, ``None`` while a criterion is not rated."""

    occupation: Occupation
    parts: tuple[CriterionPoints, ...]
    score: float | None
    rank: int | None

    @property
    def unrated(self) -> tuple[str, ...]:
        """The titles of the criteria without points."""
        return tuple(part.criterion.title for part in self.parts if part.points is None)


def criticality(index: PlanIndex) -> tuple[Criticality, ...]:
    """The occupations, the most critical first and those without a score last; none without criteria."""
    plan = index.plan
    if not plan.criteria:
        return ()
    figures = {one.id: _figure_points(one, plan.occupations) for one in plan.criteria}
    rated = [_rated(one, plan.criteria, figures) for one in plan.occupations]
    scored = [(one, parts, score) for one, parts, score in rated if score is not None]
    order = ranks([round(10 * score) for _, _, score in scored])
    found = [Criticality(*entry, rank) for entry, rank in zip(scored, order, strict=True)]
    rest = [Criticality(one, parts, None, None) for one, parts, score in rated if score is None]
    return (*sorted(found, key=lambda one: one.rank or 0), *rest)


def weight_of_all(index: PlanIndex) -> int:
    """The weights of all criteria together, which should be 100."""
    return sum(one.weight for one in index.plan.criteria)


def _rated(
    one: Occupation, criteria: tuple[Criterion, ...], figures: Mapping[str, Mapping[str, float]]
) -> tuple[Occupation, tuple[CriterionPoints, ...], float | None]:
    stated = {it.criterion: it for it in reversed(one.ratings)}
    parts = []
    for criterion in criteria:
        rating = stated.get(criterion.id)
        points = float(rating.points) if rating else figures[criterion.id].get(one.id)
        parts.append(CriterionPoints(criterion, points, (rating.why or "") if rating else ""))
    total = sum(criterion.weight for criterion in criteria)
    if not total or any(part.points is None for part in parts):
        return one, tuple(parts), None
    earned = sum(part.criterion.weight * (part.points or 0) for part in parts)
    return one, tuple(parts), round(100 * earned / (MOST_POINTS * total), 1)


def _figure_points(criterion: Criterion, occupations: tuple[Occupation, ...]) -> dict[str, float]:
    if criterion.figure is None:
        return {}
    if criterion.figure is CriterionFigure.DIFFICULTY:
        return {one.id: _DIFFICULTY[one.difficulty] for one in occupations if one.difficulty}
    values = {one.id: value for one in occupations if (value := _value(criterion.figure, one)) is not None}
    largest = max(values.values(), default=0)
    return {
        key: round(MOST_POINTS * max(value, 0) / largest, 1) if largest > 0 else 0.0
        for key, value in values.items()
    }


def _value(figure: CriterionFigure, one: Occupation) -> float | None:
    openings = yearly_openings(one)
    if figure is CriterionFigure.OPENINGS:
        return openings
    if figure is CriterionFigure.SHORTAGE:
        known = openings is not None and one.qualified_applicants is not None
        return (openings or 0) - (one.qualified_applicants or 0) if known else None
    if figure is CriterionFigure.WAGE:
        return yearly_wage(one)
    if figure is CriterionFigure.HIRES:
        return employers_demand(one)[1]
    return one.growth
