"""A pathway as a route: the jobs it leads to, and its entry and exit points.

Source: Texas Regional Pathways Network, Key Stakeholders, on stackable credentials with entry and exit
points. Our reading: students enter at the first course, at the first college course, or at a credential that
builds on no other; they leave at the end of high school, after the last course, or with a credential that
employers recognize in hiring. A credential leads to the jobs that are stated for it; the pathway leads to
these, and to the jobs in its industry that programs with one of its credentials prepare for.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.talent.credential_ladder import ladder
from pathwayctl.model.pathways import Course, Pathway
from pathwayctl.model.plan import Plan
from pathwayctl.quick_dataclass import dataclass

FIRST_GRADE: Final = 9
"""The grade in which a pathway begins; courses before it explore careers."""
LAST_SCHOOL_GRADE: Final = 12


@dataclass(frozen=True, slots=True)
class RouteCredential:
    """A credential on the route, and the ids of the occupations that it leads to there."""

    credential: str
    on_ramp: bool
    off_ramp: bool
    occupations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PathwayRoute:
    """A pathway with its courses by grade, its known credentials in their order, and its jobs, by ids.

    ``entries`` are the grades that students can enter at, ``exits`` those after which they can leave.
    ``credits`` are the college credits of its courses up to the end of high school.
    """

    courses: tuple[Course, ...]
    rungs: tuple[RouteCredential, ...]
    occupations: tuple[str, ...]
    entries: tuple[int, ...]
    exits: tuple[int, ...]
    credits: int


def route(pathway: Pathway, plan: Plan) -> PathwayRoute:
    """The route of one pathway; credentials that the plan does not know are skipped."""
    steps = ladder(plan)
    known = {one.id for one in plan.credentials}
    rungs = tuple(
        RouteCredential(key, key in steps.on_ramps, key in steps.off_ramps, _jobs(key, plan))
        for key in dict.fromkeys(pathway.credentials)
        if key in known
    )
    led_to = {
        job for rung in rungs for job in (*rung.occupations, *_prepared(rung.credential, pathway, plan))
    }
    own = {one.id for one in plan.occupations if pathway.framework and pathway.framework in one.frameworks}
    courses = tuple(sorted(pathway.courses, key=lambda course: course.grade))
    school = [one for one in courses if one.grade <= LAST_SCHOOL_GRADE]
    begun = [one for one in school if one.grade >= FIRST_GRADE]
    college = [one for one in courses if one.grade > LAST_SCHOOL_GRADE]
    ends = ([LAST_SCHOOL_GRADE] if school else []) + (
        [max(one.through or one.grade for one in college)] if college else []
    )
    return PathwayRoute(
        courses=courses,
        rungs=rungs,
        occupations=tuple(one.id for one in plan.occupations if one.id in led_to | own),
        entries=tuple(part[0].grade for part in (begun or school, college) if part),
        exits=tuple(ends),
        credits=sum(one.credits or 0 for one in school),
    )


def _jobs(credential: str, plan: Plan) -> tuple[str, ...]:
    stated = {job for one in plan.credentials if one.id == credential for job in one.leads_to}
    return tuple(one.id for one in plan.occupations if one.id in stated)


def _prepared(credential: str, pathway: Pathway, plan: Plan) -> tuple[str, ...]:
    """The jobs that programs with the credential prepare for, in the pathway's industry."""
    prepared = {job for one in plan.programs if credential in one.credentials for job in one.occupations}
    return tuple(
        one.id
        for one in plan.occupations
        if one.id in prepared
        and (not pathway.framework or pathway.framework in one.frameworks or not one.frameworks)
    )
