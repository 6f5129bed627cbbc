"""A page for each career pathway: courses by grade, credentials, jobs, and entry and exit points.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated),
Integrated Program of Study; on entry and exit points, Texas Regional Pathways Network, Key Stakeholders
(undated).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from pathwayctl.evidence.pathways.offerings import LATEST_PLAN_GRADE, LEAST_CREDITS, offerings
from pathwayctl.evidence.pathways.pathway_routes import LAST_SCHOOL_GRADE, Route, route
from pathwayctl.handouts.cells import NONE, Columns, Grid, Row, blank_rows, bulleted, when, yes_no
from pathwayctl.handouts.handout import WORK_PLAN, Handout, PageView, asked_for
from pathwayctl.handouts.pathways.pathway_chart import PathwayMap, in_words, pathway_map
from pathwayctl.handouts.talent.occupations import code_of, wage_words
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pathwayctl.evidence.pathways.offerings import PathwayOffering
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.pathways import Course
    from pathwayctl.model.talent import Credential

COURSE_WIDTH: Final = 5
CREDENTIAL_WIDTH: Final = 5
JOB_WIDTH: Final = 5
RAMP_WIDTH: Final = 4
ENTRY: Final = "Entry point"
EXIT: Final = "Exit point"


@dataclass(frozen=True, slots=True)
class PathwayPage:
    """The page; ``chart`` is a map of what the tables say, and ``ramps`` are the entry and exit points."""

    ramps_columns: ClassVar[Columns] = (
        ("Where", "left", "wide"),
        ("Entry or exit", "left", "narrow"),
        "What students have by then",
        ("Where it leads", "left", "wide"),
    )
    jobs_columns: ClassVar[Columns] = (
        ("Occupation", "left", "wide"),
        ("Code", "left", "narrow"),
        ("Openings per year", "right", "narrow"),
        ("Median annual wage", "right", "narrow"),
        "Entry education",
    )
    credentials_columns: ClassVar[Columns] = (
        ("Credential", "left", "wide"),
        "Kind",
        "Awarded by",
        "Builds on",
        ("Jobs it leads to", "left", "wide"),
    )
    courses_columns: ClassVar[Columns] = (
        ("Grade", "left", "narrow"),
        ("Course", "left", "wide"),
        ("College credits", "right", "narrow"),
        ("Course code (SCED)", "left", "narrow"),
        "Taught by",
    )
    name: str
    facts: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    chart: PathwayMap | None
    description: str
    courses: Grid
    credentials: tuple[Row, ...]
    jobs: tuple[Row, ...]
    ramps: tuple[Row, ...]
    work_based: tuple[str, ...]
    eligibility: tuple[str, ...]
    advanced: tuple[str, ...]


def view(offering: PathwayOffering, context: Context) -> PathwayPage:
    """One pathway with everything it leads to."""
    pathway = offering.pathway
    found = route(pathway, context.plan)
    chart = pathway_map(found, context)
    return PathwayPage(
        name=pathway.title,
        facts=_facts(offering, context),
        gaps=tuple(_gaps(offering, found)),
        chart=chart,
        description=in_words(chart) if chart else "",
        courses=_courses(found, context) if found.courses else Grid(blank_rows(COURSE_WIDTH, 8)),
        credentials=tuple(_credentials(found, context)) or blank_rows(CREDENTIAL_WIDTH, 4),
        jobs=tuple(_jobs(found, context)) or blank_rows(JOB_WIDTH, 4),
        ramps=tuple(_ramps(found, context)) or blank_rows(RAMP_WIDTH, 4),
        work_based=pathway.work_based,
        eligibility=pathway.eligibility,
        advanced=pathway.advanced_academics,
    )


def blank() -> PathwayPage:
    """A page to plan a pathway on."""
    names = ("Career cluster", "Industry", "Offered by", "Students in the first cohort", "Launch")
    return PathwayPage(
        name="Pathway",
        facts=tuple((name, "") for name in names),
        gaps=(),
        chart=None,
        description="",
        courses=Grid(blank_rows(COURSE_WIDTH, 12)),
        credentials=blank_rows(CREDENTIAL_WIDTH, 5),
        jobs=blank_rows(JOB_WIDTH, 5),
        ramps=blank_rows(RAMP_WIDTH, 5),
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
    """The name of a cluster: the state’s own, or else the national one, or else its id."""
    if key is None:
        return ""
    from pathwayctl.catalog.reading import standards

    names = {one.id: one.name for one in standards().clusters}
    names |= {one.id: one.title for one in context.plan.clusters}
    return names.get(key, key)


def _gaps(offering: PathwayOffering, found: Route) -> Iterator[str]:
    """What the guides ask of a pathway and this one lacks."""
    pathway = offering.pathway
    if offering.credits is None:
        yield "The college credits that students can earn before graduation are missing."
    elif offering.has_few_credits:
        earned = count(offering.credits, "college credit")
        yield f"Students can earn {earned} before graduation, fewer than the required {LEAST_CREDITS}."
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


def _courses(found: Route, context: Context) -> Grid:
    rows = [_course(one, context) for one in found.courses]
    credit = sum(one.credits or 0 for one in found.courses)
    total = ("All grades", count(len(rows), "course"), str(credit) if credit else NONE, "", "")
    return Grid((*rows, total), marks=(*[""] * len(rows), "total"))


def _course(one: Course, context: Context) -> Row:
    credit = str(one.credits) if one.credits else NONE
    return (f"Grade {one.grade}", one.title, credit, one.sced or NONE, context.name(one.provider))


def _credentials(found: Route, context: Context) -> Iterator[Row]:
    by_id = _by_id(context)
    jobs = {one.id: one.title for one in context.plan.occupations}
    for rung in found.rungs:
        one = by_id[rung.credential]
        yield (
            one.title,
            one.kind.label,
            one.issuer or "",
            bulleted(by_id[key].title for key in one.stacks_on if key in by_id) or NONE,
            bulleted(jobs[key] for key in rung.occupations) or NONE,
        )


def _by_id(context: Context) -> Mapping[str, Credential]:
    return {one.id: one for one in reversed(context.plan.credentials)}


def _jobs(found: Route, context: Context) -> Iterator[Row]:
    for one in context.plan.occupations:
        if one.id in found.occupations:
            yield (
                one.title,
                code_of(one),
                "" if one.annual_openings is None else f"{one.annual_openings:,}",
                wage_words(one, context),
                one.entry_education.label if one.entry_education else "",
            )


def _ramps(found: Route, context: Context) -> Iterator[Row]:
    """Entry and exit points in their order: school, credentials, college."""
    for grade in found.entries:
        first = next(one for one in found.courses if one.grade == grade)
        has = "No credential yet" if grade <= LAST_SCHOOL_GRADE else "A high school diploma or equivalent"
        yield (f"Grade {grade}", ENTRY, has, first.title)
    for rung in found.rungs:
        yield from _at(rung.credential, found, context)
    for grade in found.exits:
        upto = [one for one in found.courses if one.grade <= grade]
        credit = sum(one.credits or 0 for one in upto)
        yield (
            f"End of grade {grade}",
            EXIT,
            f"{count(len(upto), 'course')}, {count(credit, 'college credit')}",
            "College, or work" if grade == LAST_SCHOOL_GRADE else "Work, or a four-year college",
        )


def _at(credential: str, found: Route, context: Context) -> Iterator[Row]:
    rung = next(one for one in found.rungs if one.credential == credential)
    by_id = _by_id(context)
    title = by_id[credential].title
    jobs = {one.id: one.title for one in context.plan.occupations}
    if rung.on_ramp:
        above = [
            by_id[one.credential].title
            for one in found.rungs
            if credential in by_id[one.credential].stacks_on
        ]
        yield (title, ENTRY, "Builds on no other credential", bulleted(above) or NONE)
    if rung.off_ramp:
        recognizing = context.names(by_id[credential].recognized_by)
        yield (
            title,
            EXIT,
            f"Recognized by {recognizing}",
            bulleted(jobs[key] for key in rung.occupations) or NONE,
        )


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
