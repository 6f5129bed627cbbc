"""Work-based learning in order, by grade: what students do, at which employers, and what they gain.

Sources: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated), Employer
Engagement (times, topics, activities, projects, skills, and outcomes); Texas Regional Pathways Network, Key
Stakeholders (undated), Continuum of Work-Based Learning Experiences, externships included. The four phases
are those of the Texas Education Agency's framework.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from pathwayctl.handouts.cells import NONE, bulleted, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.governance.coverage_chart import DARKEST, HeatCell, HeatMap
from pathwayctl.handouts.handout import STAKEHOLDERS, WORK_PLAN, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table, table_of
from pathwayctl.language import phrase
from pathwayctl.model.pathways import Externship, Pathway, WorkExperience, WorkPhase
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

EXPERIENCES: Final[Columns[WorkExperience]] = (
    Column("Experience", lambda one, _: one.title, "wide"),
    Column("Grade, phase, and time", lambda one, _: _when(one)),
    Column("Topic and project", lambda one, _: stacked(one.topic or "", one.project or "")),
    Column("Skills and outcome", lambda one, _: _gained(one), "wide"),
    Column("Hours and credit", lambda one, _: _hours(one), "narrow"),
    Column("Employers and places", lambda one, context: _places(one, context)),
)
EXTERNSHIPS: Final[Columns[Externship]] = (
    Column("Who", lambda one, context: context.name(one.person)),
    Column("Employer", lambda one, context: context.name(one.employer)),
    Column("When", lambda one, _: stacked(when(one.date), count(one.days, "day") if one.days else "")),
    Column("Focus", lambda one, _: one.focus or "", "wide"),
    Column("What they brought back", lambda one, _: one.result or "", "wide"),
)


@dataclass(frozen=True, slots=True)
class Continuum:
    """The work-based learning of one pathway, as a picture and a table, and what is missing from it."""

    title: str
    chart: HeatMap | None
    description: str
    experiences: HandoutTable
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkBasedLearning:
    """The page: a continuum for each pathway, and the externships of educators."""

    continua: tuple[Continuum, ...]
    externships: HandoutTable


def view(context: Context) -> WorkBasedLearning:
    """Return the continuum of each pathway, or one to fill in by hand."""
    continua = tuple(_continuum(one, context) for one in context.plan.pathways)
    blank = Continuum(phrase("Pathway"), None, "", experience_table((), context), ())
    return WorkBasedLearning(
        continua or (blank,), table_of(EXTERNSHIPS, context.plan.externships, context, blank=4)
    )


def experience_table(experiences: Sequence[WorkExperience], context: Context | None) -> HandoutTable:
    """Return the experiences in order, without columns that none fills; a blank form has them all."""
    spare = tuple(
        replace(one, spare=bool(experiences) and place > 0) for place, one in enumerate(EXPERIENCES)
    )
    if context is None:
        return table(spare, blank=6)
    return table_of(spare, experiences, context, blank=6)


def _continuum(pathway: Pathway, context: Context) -> Continuum:
    given = pathway.work_based
    chart = continuum_map(given)
    about = phrase("Experiences by grade and phase.") if chart else ""
    return Continuum(pathway.title, chart, about, experience_table(given, context), tuple(_gaps(given)))


def continuum_map(experiences: Iterable[WorkExperience]) -> HeatMap | None:
    """Return the experiences of each grade and phase, or ``None`` if none has a grade and a phase."""
    placed: dict[tuple[int, WorkPhase], list[WorkExperience]] = {}
    for one in experiences:
        if one.grade is not None and one.phase is not None:
            placed.setdefault((one.grade, one.phase), []).append(one)
    if not placed:
        return None
    grades = sorted({grade for grade, _ in placed})
    most = max(map(len, placed.values()))
    return HeatMap(
        corner=phrase("Grade"),
        columns=tuple(phase.label for phase in WorkPhase),
        rows=tuple(phrase("Grade {grade}", grade=grade) for grade in grades),
        cells=tuple(
            tuple(_cell(placed.get((grade, phase), ()), most) for phase in WorkPhase) for grade in grades
        ),
        none=phrase("No experience"),
        most=phrase("Most experiences"),
        outside=phrase("No experience yet"),
    )


def _cell(experiences: Sequence[WorkExperience], most: int) -> HeatCell:
    if not experiences:
        return HeatCell(NONE, -1)
    hours = sum(one.hours or 0 for one in experiences)
    words = f"{len(experiences)} ({count(hours, 'hour')})" if hours else str(len(experiences))
    return HeatCell(words, -(-DARKEST * len(experiences) // most))


def _when(one: WorkExperience) -> str:
    grade = phrase("Grade {grade}", grade=one.grade) if one.grade is not None else ""
    return stacked(grade, one.phase.label if one.phase else "", one.when or "")


def _gained(one: WorkExperience) -> str:
    return stacked(
        bulleted(one.skills),
        phrase("Outcome: {outcome}", outcome=one.outcome) if one.outcome else "",
        phrase("Assessed by: {assessed}", assessed=one.assessed) if one.assessed else "",
    )


def _hours(one: WorkExperience) -> str:
    credit = {True: phrase("For credit"), False: phrase("No credit"), None: ""}[one.credit]
    if one.credits:
        credit = count(one.credits, "college credit")
    return stacked(count(one.hours, "hour") if one.hours is not None else "", credit)


def _places(one: WorkExperience, context: Context) -> str:
    places = count(one.places, "place") if one.places is not None else ""
    if one.filled is not None:
        places = (
            phrase("{places}, {filled} filled", places=places, filled=one.filled)
            if places
            else phrase("{filled} filled", filled=one.filled)
        )
    coordinated = phrase("Coordinated by {name}", name=context.name(one.owner)) if one.owner else ""
    return stacked(bulleted(map(context.name, one.employers)), places, coordinated)


def _gaps(experiences: Sequence[WorkExperience]) -> Iterator[str]:
    for one in experiences:
        if one.places is not None and one.filled is not None and one.filled > one.places:
            yield phrase(
                "“{title}” has more students ({filled}) than places ({places}).",
                title=one.title,
                filled=one.filled,
                places=one.places,
            )
    ungraded = sum(one.grade is None for one in experiences)
    if 0 < ungraded < len(experiences):
        yield phrase(
            "{experiences_have} no grade yet.",
            experiences_have=count(ungraded, "experience has", "experiences have"),
        )


HANDOUT: Final = one_page(
    "work-based-learning",
    "Work-based learning",
    WORK_PLAN.format("Employer Engagement"),
    "For each pathway: work-based learning by grade, with hours, skills, credit, employers, and places.",
    view,
    guides=(Guide.GRADES_9_14, Guide.COMPONENTS),
    sections=("externships", "pathways.work_based"),
    source_elsewhere=STAKEHOLDERS.format("Continuum of Work-Based Learning"),
)
