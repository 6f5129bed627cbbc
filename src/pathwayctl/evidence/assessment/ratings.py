"""Self-assessments: the criteria of the guides, the latest rating of each, and ratings that ask for action.

Source: U.S. Department of Labor, Career Pathways Toolkit (2016), six key elements; Texas Regional Pathways
Network, Key Stakeholders (seven components); and the criteria of each guide, as the catalog cites them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from pathwayctl.evidence.gap import Gap, Judgment
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.language import phrase
from pathwayctl.model.assessment import SCALE, Assessment, Rated
from pathwayctl.model.vocabulary import Component, Guide
from pathwayctl.quick_dataclass import dataclass

LOW: Final = 2
"""Ratings up to this one ask for a next step."""
OWN: Final = "Criteria of your own"


class AssessmentCriterion(NamedTuple):
    """A criterion: its id in ``ratings``, its name, and what it asks in a sentence (or empty)."""

    id: str
    name: str
    text: str = ""


class CriteriaSet(NamedTuple):
    """The criteria of one source."""

    title: str
    criteria: tuple[AssessmentCriterion, ...]


@dataclass(frozen=True, slots=True)
class CriterionRating:
    """A criterion with its latest rating and the one before; ``path`` leads to the latest.

    Where several assessments of one day rate it, ``latest`` is the middle one (of two, the lower), and
    ``same_day`` has them all. ``before`` is of an earlier day, on the same ``scale``.
    """

    criterion: AssessmentCriterion
    latest: Rated
    day: date
    before: int | None
    path: tuple[str | int, ...]
    scale: int = len(SCALE)
    same_day: tuple[Rated, ...] = ()

    @property
    def asks_for_action(self) -> bool:
        """Whether the rating is low, and no next step is recorded."""
        return self.latest.rating <= LOW and self.latest.next_step is None


class _Placed(NamedTuple):
    """A rating in its assessment, and its place in the plan."""

    rated: Rated
    assessment: Assessment
    path: tuple[str | int, ...]


@dataclass(frozen=True)
class SelfAssessments:
    """The assessments up to the status date, oldest first, with their positions in the plan."""

    assessments: tuple[tuple[int, Assessment], ...]
    sets: tuple[CriteriaSet, ...]

    @cached_property
    def known(self) -> Mapping[str, AssessmentCriterion]:
        """The criteria of all sets by id."""
        return {one.id: one for each in self.sets for one in each.criteria}

    @cached_property
    def standings(self) -> Mapping[str, CriterionRating]:
        """The latest rating of each criterion, by its id."""
        gathered: dict[str, list[_Placed]] = {}
        for place, assessment in self.assessments:
            for number, rated in enumerate(assessment.ratings):
                one = _Placed(rated, assessment, ("assessments", place, "ratings", number))
                gathered.setdefault(rated.criterion, []).append(one)
        return {key: self._standing(key, every) for key, every in gathered.items()}

    def _standing(self, key: str, every: list[_Placed]) -> CriterionRating:
        day, scale = every[-1].assessment.date, every[-1].assessment.scale
        today = sorted((one for one in every if one.assessment.date == day), key=lambda one: one.rated.rating)
        middle = today[(len(today) - 1) // 2]
        earlier = [
            one.rated.rating for one in every if one.assessment.date < day and one.assessment.scale == scale
        ]
        criterion = self.known.get(key) or AssessmentCriterion(key, middle.rated.title or key)
        before = earlier[-1] if earlier else None
        rated = tuple(one.rated for one in today)
        return CriterionRating(criterion, middle.rated, day, before, middle.path, scale, rated)

    @property
    def latest(self) -> tuple[Assessment, ...]:
        """The assessments of the last day."""
        last = self.assessments[-1][1].date if self.assessments else None
        return tuple(one for _, one in self.assessments if one.date == last)

    @property
    def scale(self) -> int:
        """The highest point of the scale: that of the last day, or the highest rating if that is above it."""
        points = [one.scale for one in self.latest] or [len(SCALE)]
        return max(points + [one.latest.rating for one in self.standings.values()])

    @cached_property
    def own(self) -> tuple[AssessmentCriterion, ...]:
        """The rated criteria that no guide has."""
        return tuple(one.criterion for key, one in self.standings.items() if key not in self.known)

    @cached_property
    def low(self) -> tuple[CriterionRating, ...]:
        """Low ratings without a next step, the lowest first."""
        return tuple(sorted(self.asking, key=lambda one: one.latest.rating))

    @property
    def asking(self) -> Iterator[CriterionRating]:
        """Low ratings without a next step, in the order in which they were rated."""
        return (one for one in self.standings.values() if one.asks_for_action)


def self_assessments(index: PlanIndex) -> SelfAssessments:
    """The self-assessments of a plan, and the criteria that its guides suggest."""
    placed = [
        (place, one)
        for place, one in enumerate(index.plan.assessments)
        if index.today is None or one.date <= index.today
    ]
    return SelfAssessments(
        tuple(sorted(placed, key=lambda one: one[1].date)), tuple(_sets(index.plan.project.guides))
    )


def all_criteria() -> tuple[str, ...]:
    """The ids of the criteria of all guides."""
    return tuple(one.id for each in _sets(tuple(Guide)) for one in each.criteria)


def low_ratings(index: PlanIndex) -> Judgment:
    """Every low rating has a next step; silent while nothing is rated."""
    gaps = tuple(
        Gap("low-rating", one.path[:2], ("next step",), "rating", entry=_assessment(index, one), items=(one,))
        for one in index.ask(self_assessments).low
    )
    return Judgment(gaps=gaps)


def _assessment(index: PlanIndex, one: CriterionRating) -> Assessment:
    return index.plan.assessments[int(one.path[1])]


def _sets(guides: tuple[Guide, ...]) -> Iterator[CriteriaSet]:
    """The six key elements and the seven components, then the criteria of the guides that are followed."""
    from pathwayctl.catalog.reading import components, grades_9_14, sector, standards

    elements = standards().key_elements
    yield CriteriaSet(
        phrase("Six key elements"), tuple(AssessmentCriterion(one.id, one.name, one.text) for one in elements)
    )
    texts: dict[str, str] = {one.id: one.text for one in components().components}
    yield CriteriaSet(
        phrase("Seven components"),
        tuple(AssessmentCriterion(one.value, one.label, texts[one.value]) for one in Component),
    )
    if Guide.COMPONENTS in guides:
        rules = tuple(AssessmentCriterion(one.id, one.text) for one in components().rules)
        yield CriteriaSet(phrase("Rules of the seven components"), rules)
    if Guide.GRADES_9_14 in guides:
        marks = tuple(
            AssessmentCriterion(f"pathway-{one.id}", one.text) for one in grades_9_14().characteristics
        )
        yield CriteriaSet(phrase("A pathway for grades 9 to 14"), marks)
    if Guide.SECTOR in guides:
        signs = tuple(
            AssessmentCriterion(one.id, f"{one.number}. {one.behind_you}") for one in sector().steps
        )
        yield CriteriaSet(phrase("Signs of the 17 steps"), signs)
