"""A page for each career pathway: courses by grade, credentials, jobs, and entry and exit points.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated),
Integrated Program of Study; on entry and exit points, Texas Regional Pathways Network, Key Stakeholders
(undated).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pathwayctl.evidence.pathways.offerings import (
    PathwayOffering,
    offerings,
)
from pathwayctl.evidence.pathways.pathway_routes import (
    LAST_SCHOOL_GRADE,
    PathwayRoute,
    RouteCredential,
    route,
)
from pathwayctl.handouts.cells import NONE, bulleted, yes_no
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import WORK_PLAN, Handout, PageView
from pathwayctl.handouts.pathways.advising import MILESTONES
from pathwayctl.handouts.pathways.crosswalk import grade_words, kind_words, launch_words, students_words
from pathwayctl.handouts.pathways.pathway_chart import PathwayMap, in_words, pathway_map
from pathwayctl.handouts.pathways.pathway_gaps import pathway_gaps
from pathwayctl.handouts.pathways.work_based import experience_table
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, Row, table, table_of
from pathwayctl.handouts.talent.occupations import code_of, entry_education, openings_of, wage_words
from pathwayctl.language import marked, phrase
from pathwayctl.model.pathways import AdvisingMilestone, Course, Pathway
from pathwayctl.model.talent import Occupation
from pathwayctl.model.talent_credentials import Credential
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

ENTRY: Final = marked("Entry point")
EXIT: Final = marked("Exit point")
COURSES: Final[Columns[Course]] = (
    Column("Grade", lambda one, _: grade_words(one), "narrow"),
    Column("Course", lambda one, _: one.title, "wide"),
    Column("Kind", lambda one, _: kind_words(one), spare=True),
    Column("College credits", lambda one, _: str(one.credits or NONE), "narrow", "right"),
    Column("Transfers", lambda one, _: _yes(one.transfers), "narrow", spare=True),
    Column("Course code (SCED)", lambda one, _: one.sced or NONE, "narrow"),
    Column("Taught by", lambda one, context: bulleted(map(context.name, one.taught_by))),
)
CREDENTIALS: Final[Columns[tuple[Credential, RouteCredential]]] = (
    Column("Credential", lambda one, _: one[0].title, "wide"),
    Column("Kind", lambda one, _: one[0].kind.label),
    Column("Awarded by", lambda one, _: one[0].issuer or ""),
    Column("Builds on", lambda one, context: _titles_of(one[0].stacks_on, _by_id(context))),
    Column("Jobs it leads to", lambda one, context: _jobs_of(one[1], context), "wide"),
)
JOBS: Final[Columns[Occupation]] = (
    Column("Occupation", lambda one, _: one.title, "wide"),
    Column("Code", lambda one, _: code_of(one), "narrow"),
    Column("Openings per year", lambda one, _: openings_of(one), "narrow", "right"),
    Column("Median wage", lambda one, context: wage_words(one, context), "narrow", "right"),
    Column("Entry education", lambda one, _: entry_education(one)),
)
REVERSE: Final = (
    Head(marked("What a job takes"), width="wide"),
    marked("Jobs"),
    marked("Courses that teach it"),
)
RAMPS: Final = (
    Head(marked("Where"), width="wide"),
    Head(marked("Entry or exit"), width="narrow"),
    marked("What students have by then"),
    Head(marked("Where it leads"), width="wide"),
)


@dataclass(frozen=True, slots=True)
class PathwayPage:
    """The page; ``chart`` is a map of what the tables say, and ``ramps`` are the entry and exit points."""

    name: str
    facts: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    chart: PathwayMap | None
    description: str
    courses: HandoutTable
    credentials: HandoutTable
    jobs: HandoutTable
    ramps: HandoutTable
    reverse: HandoutTable
    work_based: HandoutTable
    milestones: HandoutTable
    eligibility: tuple[str, ...]
    advanced: tuple[str, ...]


def view(offering: PathwayOffering, context: Context) -> PathwayPage:
    """Return one pathway with everything it leads to."""
    pathway = offering.pathway
    found = route(pathway, context.plan)
    chart, by_id = pathway_map(found, context), _by_id(context)
    jobs = [one for one in context.plan.occupations if one.id in found.occupations]
    credentials = [(by_id[rung.credential], rung) for rung in found.rungs]
    return PathwayPage(
        name=pathway.title,
        facts=_facts(offering, context),
        gaps=tuple(pathway_gaps(offering, found)),
        chart=chart,
        description=in_words(chart) if chart else "",
        courses=_courses(found, context),
        credentials=table_of(CREDENTIALS, credentials, context, blank=4),
        jobs=table_of(JOBS, jobs, context, blank=4),
        ramps=table(RAMPS, _ramps(found, context), blank=4),
        reverse=table(REVERSE, _reversed(pathway, context)),
        work_based=experience_table(pathway.work_based, context),
        milestones=table_of(MILESTONES[:-1], _milestones(pathway, context), context),
        eligibility=pathway.eligibility,
        advanced=pathway.advanced_academics,
    )


def blank() -> PathwayPage:
    """Return a page to plan a pathway on."""
    names = (
        phrase("Career cluster"),
        phrase("Industry"),
        phrase("Offered by"),
        phrase("Students in the first cohort"),
        phrase("Launch"),
    )
    return PathwayPage(
        name=phrase("Pathway"),
        facts=tuple((name, "") for name in names),
        gaps=(),
        chart=None,
        description="",
        courses=table(COURSES, blank=12),
        credentials=table(CREDENTIALS, blank=5),
        jobs=table(JOBS, blank=5),
        ramps=table(RAMPS, blank=5),
        reverse=table(REVERSE),
        work_based=experience_table((), None),
        milestones=table(MILESTONES[:-1]),
        eligibility=(),
        advanced=(),
    )


def _facts(offering: PathwayOffering, context: Context) -> tuple[tuple[str, str], ...]:
    pathway, credit = offering.pathway, offering.credits
    return (
        (phrase("Career cluster"), _cluster(pathway.cluster, context)),
        (phrase("Industry"), context.index.industries.get(pathway.framework or "", "")),
        (phrase("Offered by"), context.names(pathway.providers)),
        (phrase("Students in the first cohort"), students_words(pathway.students)),
        (phrase("College credits before graduation"), "" if credit is None else str(credit)),
        *_in_focus(offering),
        (phrase("Credits transfer"), _yes(offering.transfers)),
        (phrase("Individual plans by"), _grade(pathway.individual_plans_by_grade)),
        (phrase("Launch"), launch_words(pathway, context)),
    )


def _yes(value: bool | None) -> str:
    return "" if value is None else yes_no(value)


def _in_focus(offering: PathwayOffering) -> Iterator[tuple[str, str]]:
    """Yield the credits in the career area, if they are not all of them."""
    if offering.in_focus != offering.credits:
        yield phrase("Of these, in the career area"), str(offering.in_focus)


def _reversed(pathway: Pathway, context: Context) -> Iterator[Row]:
    """Yield each KSA that the courses teach, with the jobs that need it and the courses that teach it."""
    jobs = {one.id: one.title for one in context.plan.occupations}
    for ksa in context.plan.ksas:
        courses = [
            phrase("{title} (grade {grade})", title=one.title, grade=one.grade)
            for one in pathway.courses
            if ksa.id in one.teaches
        ]
        if courses:
            needing = (jobs.get(one.occupation, one.occupation) for one in ksa.occupations)
            yield ksa.title, bulleted(needing) or NONE, bulleted(courses)


def _milestones(pathway: Pathway, context: Context) -> list[AdvisingMilestone]:
    own = (one for one in context.plan.advising if not one.pathways or pathway.id in one.pathways)
    return sorted(own, key=lambda one: one.grade)


def _grade(grade: int | None) -> str:
    return "" if grade is None else phrase("Grade {grade}", grade=grade)


def _cluster(key: str | None, context: Context) -> str:
    """Return the name of a cluster: the state’s own, or else the national one, or else its id."""
    if key is None:
        return ""
    from pathwayctl.catalog.reading import standards

    names = {one.id: one.name for one in standards().clusters}
    names |= {one.id: one.title for one in context.plan.clusters}
    return names.get(key, key)


def _courses(found: PathwayRoute, context: Context) -> HandoutTable:
    courses = table_of(COURSES, found.courses, context, blank=8)
    if not found.courses:
        return courses
    credit = sum(one.credits or 0 for one in found.courses)
    total = count(len(found.courses), "course")
    return courses.with_total(phrase("All grades"), total, "", str(credit or NONE), "", "", "")


def _titles_of(keys: Iterable[str], known: Mapping[str, Credential]) -> str:
    return bulleted(known[key].title for key in keys if key in known) or NONE


def _jobs_of(rung: RouteCredential, context: Context) -> str:
    titles = {one.id: one.title for one in context.plan.occupations}
    return bulleted(titles[key] for key in rung.occupations) or NONE


def _by_id(context: Context) -> Mapping[str, Credential]:
    return {one.id: one for one in reversed(context.plan.credentials)}


def _ramps(found: PathwayRoute, context: Context) -> Iterator[Row]:
    """Yield entry and exit points in their order: school, credentials, college."""
    for grade in found.entries:
        first = next(one for one in found.courses if one.grade == grade)
        has = (
            phrase("No credential yet")
            if grade <= LAST_SCHOOL_GRADE
            else phrase("A high school diploma or equivalent")
        )
        yield (phrase("Grade {grade}", grade=grade), phrase(ENTRY), has, first.title)
    for rung in found.rungs:
        yield from _at(rung, found, context)
    for grade in found.exits:
        upto = [one for one in found.courses if one.grade <= grade]
        credit = sum(one.credits or 0 for one in upto)
        yield (
            phrase("End of grade {grade}", grade=grade),
            phrase(EXIT),
            f"{count(len(upto), 'course')}, {count(credit, 'college credit')}",
            phrase("College, or work")
            if grade == LAST_SCHOOL_GRADE
            else phrase("Work, or a four-year college"),
        )


def _at(rung: RouteCredential, found: PathwayRoute, context: Context) -> Iterator[Row]:
    by_id = _by_id(context)
    one = by_id[rung.credential]
    if rung.on_ramp:
        above = [key.credential for key in found.rungs if one.id in by_id[key.credential].stacks_on]
        yield (one.title, phrase(ENTRY), phrase("Builds on no other credential"), _titles_of(above, by_id))
    if rung.off_ramp:
        recognizing = context.names(one.recognized_by)
        yield (
            one.title,
            phrase(EXIT),
            phrase("Recognized by {recognizing}", recognizing=recognizing),
            _jobs_of(rung, context),
        )


def _views(context: Context) -> tuple[PageView, ...]:
    pages = tuple(
        PageView(
            f"pathway-{one.pathway.id}",
            phrase("Career pathway: {pathway}", pathway=one.pathway.title),
            view(one, context),
        )
        for one in context.index.ask(offerings)
    )
    return pages or (PageView("pathway", phrase("Career pathway"), blank()),)


HANDOUT: Final = Handout(
    "pathway",
    "Career pathways",
    "pathway",
    WORK_PLAN.format("Integrated Program of Study"),
    "For each pathway: courses by grade, credentials, jobs, and entry and exit points.",
    _views,
    guides=(Guide.GRADES_9_14, Guide.SECTOR),
    sections=("pathways",),
)
