"""What a pathway is expected to offer its students, and what is missing: credit, transfer, access, and plans.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated), Integrated
Program of Study and Effective Advising.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.pathways.pathway_routes import LAST_SCHOOL_GRADE

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.pathways import Pathway

LATEST_PLAN_GRADE: Final = 8
"""By the end of this grade every student has an individual plan (Effective Advising)."""
LEAST_MEASURES: Final = 2
CHOICES: Final = ("students", "providers", "courses", "work_based", "framework", "launch")
"""What Phase I decides, as fields of ``Pathway``."""


@dataclass(frozen=True, slots=True)
class PathwayOffering:
    """One pathway: its college credits before graduation, ``None`` if unknown, and what is missing."""

    pathway: Pathway
    credits: int | None
    open_choices: tuple[str, ...]

    @property
    def has_few_credits(self) -> bool:
        """Whether too few college credits are known of."""
        return self.credits is None or self.credits < least_credits()

    @property
    def has_few_measures(self) -> bool:
        """Whether a single measure, or none, decides who may take college courses."""
        return len(set(self.pathway.eligibility)) < LEAST_MEASURES

    @property
    def plans_in_time(self) -> bool:
        """Whether every student is known to have an individual plan by grade 8."""
        grade = self.pathway.individual_plans_by_grade
        return grade is not None and grade <= LATEST_PLAN_GRADE


def least_credits() -> int:
    """Return how many college credits the guide asks for before graduation."""
    from pathwayctl.catalog.reading import grades_9_14

    return grades_9_14().least_college_credits


def offerings(index: PlanIndex) -> tuple[PathwayOffering, ...]:
    """What each pathway offers, in the order of the plan."""
    return tuple(
        PathwayOffering(one, _credits(one), tuple(field for field in CHOICES if not getattr(one, field)))
        for one in index.plan.pathways
    )


def _credits(pathway: Pathway) -> int | None:
    """College credits before graduation: as stated, or else the sum of the courses up to grade 12."""
    if pathway.college_credits is not None:
        return pathway.college_credits
    school = [one for one in pathway.courses if one.grade <= LAST_SCHOOL_GRADE]
    known = [one.credits for one in school if one.credits is not None]
    return sum(known) if known else None
