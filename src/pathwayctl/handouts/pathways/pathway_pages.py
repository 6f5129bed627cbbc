"""A page for each career pathway: courses by grade, credentials, jobs, and where one gets on and off.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated),
Integrated Program of Study; on credentials with ways on and off, Texas Regional Pathways Network, Key
Stakeholders (undated).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.pathways.pathway_routes import LAST_SCHOOL_GRADE, Route, route
from pathwayctl.handouts.cells import NONE, Grid, Row, blank_rows, bulleted, when, yes_no
from pathwayctl.handouts.handout import WORK_PLAN, Handout, PageView, asked_for
from pathwayctl.handouts.pathways.pathway_chart import PathwayMap, in_words, pathway_map
from pathwayctl.handouts.talent.occupations import code_of, wage_words
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pathwayctl.handouts.context import Context
    from pathwayctl.model.pathways import Course, Pathway
    from pathwayctl.model.talent import Credential

COURSE_WIDTH: Final = 5
CREDENTIAL_WIDTH: Final = 5
JOB_WIDTH: Final = 5
RAMP_WIDTH: Final = 4
ON: Final = "Way on"
OFF: Final = "Way off"
_LATEST_PLANS: Final = 8
_MEASURES: Final = 2


@dataclass(frozen=True, slots=True)
class PathwayPage:
    """The page; ``chart`` is the map of all that the tables say.

    ``courses``: grade, course, college credits, school course code, taught by. ``credentials``:
    credential, kind, awarded by, builds on, jobs it leads to. ``jobs``: occupation, code, openings a
    year, median wage, entry education. ``ramps``: where, way on or off, what one has then, where it
    leads.
    """

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


def view(pathway: Pathway, context: Context) -> PathwayPage:
    """One pathway with all that leads on from it."""
    found = route(pathway, context.plan)
    chart = pathway_map(found, context)
    return PathwayPage(
        name=pathway.title,
        facts=_facts(pathway, found, context),
        gaps=tuple(_gaps(pathway, found)),
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
    names = ("Career cluster", "Industry", "Offered by", "First students", "Launch")
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


def _facts(pathway: Pathway, found: Route, context: Context) -> tuple[tuple[str, str], ...]:
    launch = context.schedule.by_id.get(pathway.launch or "")
    credit = pathway.college_credits if pathway.college_credits is not None else found.credits or None
    return (
        ("Career cluster", _cluster(pathway.cluster, context)),
        ("Industry", context.index.industries.get(pathway.framework or "", "")),
        ("Offered by", context.names(pathway.providers)),
        ("First students", "" if pathway.students is None else f"{pathway.students:,}"),
        ("College credits before graduation", "" if credit is None else str(credit)),
        ("Credits transfer", "" if pathway.transfers is None else yes_no(pathway.transfers)),
        ("Plan for every student by", _grade(pathway.individual_plans_by_grade)),
        ("Launch", when(launch.finish) if launch else ""),
    )


def _grade(grade: int | None) -> str:
    return "" if grade is None else f"Grade {grade}"


def _cluster(key: str | None, context: Context) -> str:
    """The name of a cluster: the state’s own, else the national one, else its id."""
    if key is None:
        return ""
    from pathwayctl.catalog.reading import standards

    names = {one.id: one.name for one in standards().clusters}
    names |= {one.id: one.title for one in context.plan.clusters}
    return names.get(key, key)


def _gaps(pathway: Pathway, found: Route) -> Iterator[str]:
    """What the guides ask of a pathway and this one does not say or have."""
    from pathwayctl.catalog.reading import grades_9_14

    least = grades_9_14().least_college_credits
    credit = found.credits if pathway.college_credits is None else pathway.college_credits
    if credit < least:
        yield f"Students can earn {count(credit, 'college credit')} before graduation; {least} is the least."
    if not pathway.transfers:
        said = "do not transfer" if pathway.transfers is False else "are not known to transfer"
        yield f"The college credits {said} to four-year public colleges."
    if len(pathway.eligibility) < _MEASURES:
        yield "Several measures should decide who may take college courses, not a single one."
    plans = pathway.individual_plans_by_grade
    if plans is None or plans > _LATEST_PLANS:
        yield f"Every student should have a plan of their own by grade {_LATEST_PLANS}."
    if not found.rungs:
        yield "No credential stands on the way."
    if not pathway.work_based:
        yield "Nothing says where students learn at work."


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
    """Ways on and off in the order in which one meets them: school, credentials, college."""
    for grade in found.entries:
        first = next(one for one in found.courses if one.grade == grade)
        has = "Nothing yet" if grade <= LAST_SCHOOL_GRADE else "A high school diploma or the like"
        yield (f"Grade {grade}", ON, has, first.title)
    for rung in found.rungs:
        yield from _at(rung.credential, found, context)
    for grade in found.exits:
        upto = [one for one in found.courses if one.grade <= grade]
        credit = sum(one.credits or 0 for one in upto)
        yield (
            f"End of grade {grade}",
            OFF,
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
        yield (title, ON, "It builds on no other credential", bulleted(above) or NONE)
    if rung.off_ramp:
        counted = context.names(by_id[credential].recognized_by)
        yield (title, OFF, f"Counts with {counted}", bulleted(jobs[key] for key in rung.occupations) or NONE)


def _views(context: Context) -> tuple[PageView, ...]:
    if not asked_for(context, (Guide.GRADES_9_14, Guide.SECTOR), ("pathways",)):
        return ()
    pages = tuple(
        PageView(f"pathway-{one.id}", f"Career pathway: {one.title}", view(one, context))
        for one in context.plan.pathways
    )
    return pages or (PageView("pathway", "Career pathway", blank()),)


HANDOUT: Final = Handout(
    "pathway",
    "Career pathways",
    "pathway",
    WORK_PLAN.format("Integrated Program of Study"),
    "For each pathway its courses by grade, its credentials and jobs, and where one gets on and off.",
    _views,
)
