"""The course crosswalk: which school course counts as which college course; and courses in words.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Links Between Secondary and Postsecondary
(crosswalks of courses); Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template
(undated), Integrated Program of Study (12 credits in one career area, all of which transfer).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.evidence.pathways.offerings import PathwayOffering, least_credits, offerings
from pathwayctl.evidence.pathways.pathway_routes import LAST_SCHOOL_GRADE
from pathwayctl.handouts.cells import bulleted, some, stacked, when, yes_no
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import STAKEHOLDERS, WORK_PLAN, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import phrase
from pathwayctl.model.pathways import Course, Pathway
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count


def grade_words(one: Course) -> str:
    """Return ``Grade 9``, or ``Grades 11 to 12`` of a course that takes several years."""
    return (
        phrase("Grades {grade} to {through}", grade=one.grade, through=one.through)
        if one.through
        else phrase("Grade {grade}", grade=one.grade)
    )


def kind_words(one: Course) -> str:
    """Return ``CTE``, and below it the course it is taught together with."""
    together = (
        phrase("Taught together with {integrated_with}", integrated_with=one.integrated_with)
        if one.integrated_with
        else ""
    )
    return stacked(one.kind.label if one.kind else "", together)


def students_words(students: int | str | None) -> str:
    """Return ``1,240``, ``15%``, or an empty text if it is not known."""
    return "" if students is None else f"{students:,}" if isinstance(students, int) else students


def launch_words(pathway: Pathway, context: Context) -> str:
    """Return the day on which a pathway is launched: as given, or that of the task that launches it."""
    if isinstance(pathway.launch, date):
        return when(pathway.launch)
    task = context.schedule.by_id.get(pathway.launch or "")
    return when(task.finish) if task else ""


CROSSWALK: Final[Columns[Course]] = (
    Column("School course", lambda one, _: one.title, "wide"),
    Column("Grade", lambda one, _: grade_words(one), "narrow"),
    Column("College course", lambda one, _: one.college_course or ""),
    Column(
        "College credits", lambda one, _: "" if one.credits is None else str(one.credits), "narrow", "right"
    ),
    Column("Transfers", lambda one, _: "" if one.transfers is None else yes_no(one.transfers), "narrow"),
    Column("Taught by", lambda one, context: bulleted(map(context.name, one.taught_by))),
)


@dataclass(frozen=True, slots=True)
class PathwayCrosswalk:
    """The crosswalk of one pathway, with what its credits add up to and what is missing."""

    title: str
    courses: HandoutTable
    total: str
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The page: a crosswalk for each pathway."""

    pathways: tuple[PathwayCrosswalk, ...]


def view(context: Context) -> Crosswalk:
    """Return the school courses of each pathway that carry college credit, or a form to fill in."""
    found = tuple(_crosswalk(one, context) for one in context.index.ask(offerings))
    return Crosswalk(
        found or (PathwayCrosswalk(phrase("Pathway"), table_of(CROSSWALK, (), context, blank=14), "", ()),)
    )


def _crosswalk(offering: PathwayOffering, context: Context) -> PathwayCrosswalk:
    courses = [one for one in offering.pathway.courses if _counts(one)]
    total = ""
    if offering.added is not None:
        total = phrase(
            "{college_credits} before graduation, {focused} of them in the ",
            college_credits=count(offering.added, "college credit"),
            focused=offering.focused,
        )
        total += phrase(
            "career area. The guide asks for {least_credits} or more there.", least_credits=least_credits()
        )
    return PathwayCrosswalk(
        offering.pathway.title,
        table_of(CROSSWALK, courses, context, blank=14),
        total,
        tuple(_gaps(courses)),
    )


def _counts(course: Course) -> bool:
    return course.grade <= LAST_SCHOOL_GRADE and bool(course.credits or course.college_course)


def _gaps(courses: list[Course]) -> Iterator[str]:
    if unnamed := [one.title for one in courses if not one.college_course]:
        yield phrase("The college course is not named yet: {unnamed}.", unnamed=some(unnamed))
    if open_ones := [one.title for one in courses if one.transfers is None]:
        yield phrase("It is not known whether these transfer: {open_ones}.", open_ones=some(open_ones))
    if lost := [one.title for one in courses if one.transfers is False]:
        yield phrase("These do not transfer: {lost}.", lost=some(lost))


HANDOUT: Final = one_page(
    "crosswalk",
    "Course crosswalk",
    STAKEHOLDERS.format("Links Between Secondary and Postsecondary"),
    "Which school courses count as which college courses, with credits and transfer.",
    view,
    guides=(Guide.COMPONENTS, Guide.GRADES_9_14),
    sections=("pathways.courses",),
    source_elsewhere=WORK_PLAN.format("Integrated Program of Study"),
)
