"""What a pathway is expected to offer its students, and what is missing: credit, transfer, access, and plans.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated), Integrated
Program of Study and Effective Advising. Our reading: a course counts toward the focused career area unless
it is marked as academic or as career exploration.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.pathways.pathway_routes import LAST_SCHOOL_GRADE
from pathwayctl.model.pathways import Course, CourseKind, Pathway
from pathwayctl.model.talent import Program
from pathwayctl.quick_dataclass import dataclass

LATEST_PLAN_GRADE: Final = 8
"""By the end of this grade every student has an individual plan (Effective Advising)."""
LEAST_MEASURES: Final = 2
CHOICES: Final = ("students", "providers", "courses", "work_based", "framework", "launch")
"""What Phase I decides, as fields of ``Pathway``."""
_OTHER_AREAS: Final = frozenset({CourseKind.ACADEMIC, CourseKind.EXPLORATION})


@dataclass(frozen=True, slots=True)
class PathwayOffering:
    """One pathway: its college credits before graduation, whether they transfer, and what is missing.

    ``added`` are the credits of its courses up to grade 12, and ``focused`` those in its career area; both
    are ``None`` if no course has credits. ``transfers`` is what the pathway says, or else what all of its
    courses with credits say. ``not_transferring`` are the titles of courses and programs whose credits do
    not transfer though the pathway says that they do.
    """

    pathway: Pathway
    added: int | None
    focused: int | None
    transfers: bool | None
    not_transferring: tuple[str, ...]
    open_choices: tuple[str, ...]

    @property
    def credits(self) -> int | None:
        """College credits before graduation: those of the courses, or else as stated; ``None`` if unknown."""
        return self.pathway.college_credits if self.added is None else self.added

    @property
    def overstates(self) -> bool:
        """Whether the pathway states more credits than its courses up to grade 12 carry."""
        return self.added is not None and self.added < (self.pathway.college_credits or 0)

    @property
    def in_focus(self) -> int | None:
        """College credits in the career area; ``None`` if unknown."""
        return self.pathway.college_credits if self.focused is None else self.focused

    @property
    def has_few_credits(self) -> bool:
        """Whether too few college credits in the career area are known of."""
        return self.in_focus is None or self.in_focus < least_credits()

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
    return tuple(_offering(one, index.plan.programs) for one in index.plan.pathways)


def _offering(pathway: Pathway, programs: Iterable[Program]) -> PathwayOffering:
    carrying = [one for one in pathway.courses if one.credits]
    school = [one for one in pathway.courses if one.grade <= LAST_SCHOOL_GRADE]
    known = [one for one in school if one.credits is not None]
    said = [one.transfers for one in carrying]
    transfers = pathway.transfers
    if transfers is None and said and None not in said:
        transfers = all(said)
    return PathwayOffering(
        pathway=pathway,
        added=_credits(known) if known else None,
        focused=_credits(one for one in known if one.kind not in _OTHER_AREAS) if known else None,
        transfers=transfers,
        not_transferring=tuple(_contradicting(pathway, carrying, programs)) if pathway.transfers else (),
        open_choices=tuple(field for field in CHOICES if not getattr(pathway, field)),
    )


def _credits(courses: Iterable[Course]) -> int:
    return sum(one.credits or 0 for one in courses)


def _contradicting(pathway: Pathway, courses: Iterable[Course], programs: Iterable[Program]) -> list[str]:
    """Titles of courses, and of programs that lead to the pathway's credentials, that do not transfer."""
    own = set(pathway.credentials)
    found = [one.title for one in courses if one.transfers is False]
    return found + [
        one.title for one in programs if one.transfers is False and not own.isdisjoint(one.credentials)
    ]
