"""A page for each career pathway: courses by grade, credentials, jobs, and entry and exit points.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated),
Integrated Program of Study; on entry and exit points, Texas Regional Pathways Network, Key Stakeholders
(undated).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.pathways.offerings import LATEST_PLAN_GRADE, least_credits, offerings
from pathwayctl.evidence.pathways.pathway_routes import LAST_SCHOOL_GRADE, Route, Rung, route
from pathwayctl.handouts.cells import NONE, bulleted, when, yes_no
from pathwayctl.handouts.handout import WORK_PLAN, Handout, PageView, asked_for
from pathwayctl.handouts.pathways.pathway_chart import PathwayMap, in_words, pathway_map
from pathwayctl.handouts.tables import Column, Columns, Head, Row, Table, table, table_of
from pathwayctl.handouts.talent.occupations import code_of, entry_education, openings_of, wage_words
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pathwayctl.evidence.pathways.offerings import PathwayOffering
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.pathways import Course
    from pathwayctl.model.talent import Occupation
    from pathwayctl.model.talent_credentials import Credential

ENTRY: Final = "Entry point"
EXIT: Final = "Exit point"
COURSES: Final[Columns[Course]] = (
    Column("Grade", lambda one, _: f"Grade {one.grade}", "narrow"),
    Column("Course", lambda one, _: one.title, "wide"),
    Column("College credits", lambda one, _: str(one.credits or NONE), "narrow", "right"),
    Column("Course code (SCED)", lambda one, _: one.sced or NONE, "narrow"),
    Column("Taught by", lambda one, context: context.name(one.provider)),
)
CREDENTIALS: Final[Columns[tuple[Credential, Rung]]] = (
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
RAMPS: Final = (
    Head("Where", width="wide"),
    Head("Entry or exit", width="narrow"),
    "What students have by then",
    Head("Where it leads", width="wide"),
)


@dataclass(frozen=True, slots=True)
class PathwayPage:
    """The page; ``chart`` is a map of what the tables say, and ``ramps`` are the entry and exit points."""

    name: str
    facts: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    chart: PathwayMap | None
    description: str
    courses: Table
    credentials: Table
    jobs: Table
    ramps: Table
    work_based: tuple[str, ...]
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
        gaps=tuple(_gaps(offering, found)),
        chart=chart,
        description=in_words(chart) if chart else "",
        courses=_courses(found, context),
        credentials=table_of(CREDENTIALS, credentials, context, blank=4),
        jobs=table_of(JOBS, jobs, context, blank=4),
        ramps=table(RAMPS, _ramps(found, context), blank=4),
        work_based=pathway.work_based,
        eligibility=pathway.eligibility,
        advanced=pathway.advanced_academics,
    )


def blank() -> PathwayPage:
    """Return a page to plan a pathway on."""
    names = ("Career cluster", "Industry", "Offered by", "Students in the first cohort", "Launch")
    return PathwayPage(
        name="Pathway",
        facts=tuple((name, "") for name in names),
        gaps=(),
        chart=None,
        description="",
        courses=table(COURSES, blank=12),
        credentials=table(CREDENTIALS, blank=5),
        jobs=table(JOBS, blank=5),
        ramps=table(RAMPS, blank=5),
        work_based=(),
        eligibility=(),
        advanced=(),
    )


def _facts(offering: PathwayOffering, context: Context) -> tuple[tuple[str, str], ...]:
    pathway, credit = offering.pathway, offering.credits
    launch = context.schedule.by_id.get(pathway.launch or "")
    return (
        ("Career cluster", _cluster(pathway.cluster, context)),
        ("Industry", context.index.industries.get(pathway.framework or "", "")),
        ("Offered by", context.names(pathway.providers)),
        ("Students in the first cohort", "" if pathway.students is None else f"{pathway.students:,}"),
        ("College credits before graduation", "" if credit is None else str(credit)),
        ("Credits transfer", "" if pathway.transfers is None else yes_no(pathway.transfers)),
        ("Individual plans by", _grade(pathway.individual_plans_by_grade)),
        ("Launch", when(launch.finish) if launch else ""),
    )


def _grade(grade: int | None) -> str:
    return "" if grade is None else f"Grade {grade}"


def _cluster(key: str | None, context: Context) -> str:
    """Return the name of a cluster: the state’s own, or else the national one, or else its id."""
    if key is None:
        return ""
    from pathwayctl.catalog.reading import standards

    names = {one.id: one.name for one in standards().clusters}
    names |= {one.id: one.title for one in context.plan.clusters}
    return names.get(key, key)


def _gaps(offering: PathwayOffering, found: Route) -> Iterator[str]:
    """Yield what the guides ask of a pathway and this one lacks."""
    pathway = offering.pathway
    if offering.credits is None:
        yield "The college credits that students can earn before graduation are missing."
    elif offering.has_few_credits:
        earned = count(offering.credits, "college credit")
        yield f"Students can earn {earned} before graduation, fewer than the required {least_credits()}."
    if not pathway.transfers:
        known = "do not transfer" if pathway.transfers is False else "are not known to transfer"
        yield f"The college credits {known} to four-year public colleges."
    if offering.has_few_measures:
        yield "Several measures, not one, should decide who may take college courses."
    if not offering.plans_in_time:
        yield f"Every student should have an individual plan by grade {LATEST_PLAN_GRADE}."
    if not found.rungs:
        yield "The pathway has no credentials."
    if not pathway.work_based:
        yield "The pathway has no work-based learning."


def _courses(found: Route, context: Context) -> Table:
    courses = table_of(COURSES, found.courses, context, blank=8)
    if not found.courses:
        return courses
    credit = sum(one.credits or 0 for one in found.courses)
    total = count(len(found.courses), "course")
    return courses.with_total("All grades", total, str(credit or NONE), "", "")


def _titles_of(keys: Iterable[str], known: Mapping[str, Credential]) -> str:
    return bulleted(known[key].title for key in keys if key in known) or NONE


def _jobs_of(rung: Rung, context: Context) -> str:
    titles = {one.id: one.title for one in context.plan.occupations}
    return bulleted(titles[key] for key in rung.occupations) or NONE


def _by_id(context: Context) -> Mapping[str, Credential]:
    return {one.id: one for one in reversed(context.plan.credentials)}


def _ramps(found: Route, context: Context) -> Iterator[Row]:
    """Yield entry and exit points in their order: school, credentials, college."""
    for grade in found.entries:
        first = next(one for one in found.courses if one.grade == grade)
        has = "No credential yet" if grade <= LAST_SCHOOL_GRADE else "A high school diploma or equivalent"
        yield (f"Grade {grade}", ENTRY, has, first.title)
    for rung in found.rungs:
        yield from _at(rung, found, context)
    for grade in found.exits:
        upto = [one for one in found.courses if one.grade <= grade]
        credit = sum(one.credits or 0 for one in upto)
        yield (
            f"End of grade {grade}",
            EXIT,
            f"{count(len(upto), 'course')}, {count(credit, 'college credit')}",
            "College, or work" if grade == LAST_SCHOOL_GRADE else "Work, or a four-year college",
        )


def _at(rung: Rung, found: Route, context: Context) -> Iterator[Row]:
    by_id = _by_id(context)
    one = by_id[rung.credential]
    if rung.on_ramp:
        above = [key.credential for key in found.rungs if one.id in by_id[key.credential].stacks_on]
        yield (one.title, ENTRY, "Builds on no other credential", _titles_of(above, by_id))
    if rung.off_ramp:
        recognizing = context.names(one.recognized_by)
        yield (one.title, EXIT, f"Recognized by {recognizing}", _jobs_of(rung, context))


def _views(context: Context) -> tuple[PageView, ...]:
    if not asked_for(context, (Guide.GRADES_9_14, Guide.SECTOR), ("pathways",)):
        return ()
    pages = tuple(
        PageView(f"pathway-{one.pathway.id}", f"Career pathway: {one.pathway.title}", view(one, context))
        for one in context.index.ask(offerings)
    )
    return pages or (PageView("pathway", "Career pathway", blank()),)


HANDOUT: Final = Handout(
    "pathway",
    "Career pathways",
    "pathway",
    WORK_PLAN.format("Integrated Program of Study"),
    "For each pathway: courses by grade, credentials, jobs, and entry and exit points.",
    _views,
)
