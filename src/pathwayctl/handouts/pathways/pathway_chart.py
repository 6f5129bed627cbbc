"""The map of a career pathway, as facts: courses by grade, credentials, jobs, and entry and exit points.

On entry and exit points: Texas Regional Pathways Network, Key Stakeholders (undated); ``evidence.pathways``
says what counts as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.evidence.pathways.pathway_routes import LAST_SCHOOL_GRADE
from pathwayctl.language import phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.evidence.pathways.pathway_routes import PathwayRoute
    from pathwayctl.handouts.context import Context


@dataclass(frozen=True, slots=True)
class MapCourse:
    """A course; ``credits`` are college credits, in words."""

    title: str
    credits: str


@dataclass(frozen=True, slots=True)
class MapGrade:
    """The courses of a grade, and whether it has an entry point before it and an exit point after it."""

    label: str
    college: bool
    courses: tuple[MapCourse, ...]
    is_entry: bool
    is_exit: bool


@dataclass(frozen=True, slots=True)
class MapCredential:
    """A credential; ``builds_on`` and ``jobs`` are positions in the map's credentials and jobs."""

    title: str
    kind: str
    builds_on: tuple[int, ...]
    jobs: tuple[int, ...]
    is_entry: bool
    is_exit: bool


@dataclass(frozen=True, slots=True)
class PathwayMap:
    """From left to right: the grades that have courses, the credentials in their order, and the jobs."""

    grades: tuple[MapGrade, ...]
    credentials: tuple[MapCredential, ...]
    jobs: tuple[str, ...]


def pathway_map(found: PathwayRoute, context: Context) -> PathwayMap | None:
    """The map of a route, or ``None`` if it has neither courses nor credentials."""
    if not found.courses and not found.rungs:
        return None
    titles = {one.id: one.title for one in reversed(context.plan.occupations)}
    return PathwayMap(
        tuple(_grades(found)),
        tuple(_credentials(found, context)),
        tuple(titles[key] for key in found.occupations),
    )


def _grades(found: PathwayRoute) -> Iterator[MapGrade]:
    for grade in dict.fromkeys(course.grade for course in found.courses):
        yield MapGrade(
            label=phrase("Grade {grade}", grade=grade),
            college=grade > LAST_SCHOOL_GRADE,
            courses=tuple(
                MapCourse(one.title, count(one.credits, "college credit") if one.credits else "")
                for one in found.courses
                if one.grade == grade
            ),
            is_entry=grade in found.entries,
            is_exit=grade in found.exits or _last_of_school(grade, found),
        )


def _last_of_school(grade: int, found: PathwayRoute) -> bool:
    """Students can leave after the last high school course, whichever grade it is in."""
    school = [one.grade for one in found.courses if one.grade <= LAST_SCHOOL_GRADE]
    return LAST_SCHOOL_GRADE in found.exits and grade == max(school, default=0)


def _credentials(found: PathwayRoute, context: Context) -> Iterator[MapCredential]:
    by_id = {one.id: one for one in reversed(context.plan.credentials)}
    place = {rung.credential: number for number, rung in enumerate(found.rungs)}
    job = {key: number for number, key in enumerate(found.occupations)}
    for rung in found.rungs:
        one = by_id[rung.credential]
        yield MapCredential(
            one.title,
            one.kind.label,
            tuple(dict.fromkeys(place[key] for key in one.stacks_on if key in place)),
            tuple(job[key] for key in rung.occupations),
            rung.on_ramp,
            rung.off_ramp,
        )


def in_words(chart: PathwayMap) -> str:
    """``9 courses in grades 9 to 13, 4 credentials and 3 jobs, from left to right ...``."""
    courses = sum(len(grade.courses) for grade in chart.grades)
    parts = [
        count(number, one)
        for number, one in (
            (courses, "course"),
            (len(chart.credentials), "credential"),
            (len(chart.jobs), "job"),
        )
        if number
    ]
    grades, ladder = chart.grades, chart.credentials
    ons = sum(one.is_entry for one in grades) + sum(one.is_entry for one in ladder)
    offs = sum(one.is_exit for one in grades) + sum(one.is_exit for one in ladder)
    points = phrase(
        "{entry_points} and {exit_points} are marked",
        entry_points=count(ons, "entry point"),
        exit_points=count(offs, "exit point"),
    )
    return phrase(
        "{parts}, from left to right. {points}. The tables on this page say the same in words.",
        parts=listed(parts),
        points=points,
    )
