"""What a pathway has to offer its students: college credit, ways on, plans of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted, spoken, titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.model.pathways import Pathway


FEW_CREDITS: Final = Rule("PW585")
NO_TRANSFER: Final = Rule("PW586")
ONE_MEASURE: Final = Rule("PW587")
OPEN_CHOICES: Final = Rule("PW588")
LATE_PLANS: Final = Rule("PW578")
NO_ADVANCED: Final = Rule("PW579")

LEAST_CREDITS: Final = 12
_LAST_SCHOOL_GRADE: Final = 12
_LATEST_PLAN: Final = 8
_CHOICES: Final = ("students", "providers", "courses", "work_based", "framework", "launch")


@check(FEW_CREDITS, NO_TRANSFER, ONE_MEASURE, OPEN_CHOICES, guides=("grades-9-14",))
def offers(index: PlanIndex) -> Iterator[Problem]:
    """What the grades 9-14 plan asks of each pathway."""
    for place, pathway in enumerate(index.plan.pathways):
        title, path = quoted(pathway.title), ("pathways", place)
        earned = _credits(pathway)
        if earned is None or earned < LEAST_CREDITS:
            yield FEW_CREDITS.at(path, f"{title} {_few(earned)}.")
        if not pathway.transfers:
            told = pathway.transfers is not None
            whether = "has credits that do not" if told else "does not say whether its credits"
            yield NO_TRANSFER.at(path, f"{title} {whether} transfer to four-year public colleges.")
        if len(set(pathway.eligibility)) < 2:
            few = "only one measure" if pathway.eligibility else "no measures"
            yield ONE_MEASURE.at(path, f"{title} has {few} for who may take college courses.")
        left = [field for field in _CHOICES if not getattr(pathway, field)]
        if left:
            hint = f"Add {listed([f'{field}:' for field in left])} to it."
            words = ", ".join(map(spoken, left))
            yield OPEN_CHOICES.at(path, f"{title} leaves open: {words}.", hint)


@check(LATE_PLANS, NO_ADVANCED, guides=("components",))
def support(index: PlanIndex) -> Iterator[Problem]:
    """What the components ask of pathways, in one finding of each."""
    pathways = tuple(enumerate(index.plan.pathways))
    late = [(place, one.title) for place, one in pathways if not _plans_in_time(one)]
    if late:
        message = f"Not known to give every student a plan of their own by 8th grade: {titles(late)}."
        yield LATE_PLANS.at(("pathways", late[0][0]), message)
    plain = [(place, one.title) for place, one in pathways if not one.advanced_academics]
    if plain:
        message = f"No advanced academics are named for {titles(plain)}."
        yield NO_ADVANCED.at(("pathways", plain[0][0]), message)


def _credits(pathway: Pathway) -> int | None:
    """College credits before graduation: as stated, else those of the courses up to grade 12."""
    if pathway.college_credits is not None:
        return pathway.college_credits
    known = [
        course.credits
        for course in pathway.courses
        if course.credits is not None and course.grade <= _LAST_SCHOOL_GRADE
    ]
    return sum(known) if known else None


def _few(earned: int | None) -> str:
    if earned is None:
        return "does not say how many college credits students can earn"
    return f"leads to {earned} college credits before graduation, and {LEAST_CREDITS} are asked for"


def _plans_in_time(pathway: Pathway) -> bool:
    grade = pathway.individual_plans_by_grade
    return grade is not None and grade <= _LATEST_PLAN
