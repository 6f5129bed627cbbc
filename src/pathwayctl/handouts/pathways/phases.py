"""The three phases of the grades 9-14 work plan: timing, focus, deliverables, and progress of each.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated),
overview of the phases: fifteen activities, and for Phase I seven characteristics and four key choices.
Which parts of a project show a characteristic or a choice is our own interpretation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.pathways.work_plan_rows import phase_gaps
from pathwayctl.handouts.cells import bulleted, some, stacked, when
from pathwayctl.handouts.handout import WORK_PLAN, one_page
from pathwayctl.handouts.pathways.crosswalk import launch_words, students_words
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.handouts.tagged_tasks import (
    done_words,
    one_below_the_other,
    owner_words,
    span_words,
    tasks_by,
)
from pathwayctl.language import phrase
from pathwayctl.model.pathways import CourseKind, KeyChoice
from pathwayctl.model.vocabulary import Guide, ItemState, Phase, StakeholderCategory
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.catalog.catalog_entry import CatalogLine
    from pathwayctl.catalog.grades_9_14 import PhaseEntry
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.pathways import OwnDeliverable, Pathway
    from pathwayctl.scheduling.schedule import ScheduledTask


PHASES: Final[Columns[PhaseEntry]] = (
    Column("Phase", lambda one, _: one.id.label, "narrow"),
    Column("Timing", lambda one, context: _timing(one, context), "narrow"),
    Column("Focus", lambda one, _: one.focus),
    Column("Deliverables", lambda one, context: bulleted(_deliverables(one, context))),
    Column(
        "Activities", lambda one, _: stacked(*(f"{it.number}. {it.text}" for it in one.activities)), "wide"
    ),
)
WORK: Final[Columns[tuple[Phase, Sequence[ScheduledTask]]]] = (
    Column("Phase", lambda one, _: one[0].label, "narrow"),
    Column("Milestones and fixed dates", lambda one, _: _set_dates(one[1]), "wide"),
    Column("Dates of the work", lambda one, _: span_words(one[1])),
    Column("Progress", lambda one, _: done_words(one[1]), "narrow"),
    Column("Owner", lambda one, context: owner_words(one[1], context)),
)
OWN: Final[Columns[tuple[Phase, OwnDeliverable]]] = (
    Column("Deliverable", lambda one, _: one[1].title, "wide"),
    Column("Phase", lambda one, _: one[0].label),
    Column("Cost", lambda one, context: context.money(one[1].cost), "narrow", "right", spare=True),
    Column("Due", lambda one, _: when(one[1].due), "narrow", spare=True),
    Column("Owner", lambda one, context: context.name(one[1].owner), spare=True),
    Column("Progress", lambda one, _: one[1].state.label, "narrow"),
)
CHARACTERISTICS: Final[Columns[CatalogLine]] = (
    Column("Characteristic", lambda line, _: line.text),
    Column("In our pathways", lambda line, context: _SHOWN[line.id](context)),
)
CHOICES: Final[Columns[CatalogLine]] = (
    Column("Choice", lambda line, _: line.text),
    Column("Our choice so far", lambda line, context: _SHOWN[line.id](context)),
)


@dataclass(frozen=True, slots=True)
class Phases:
    """The page. ``characteristics`` and ``choices`` are those of Phase I, with the project's answers."""

    phases: HandoutTable
    work: HandoutTable
    own: HandoutTable
    gaps: tuple[str, ...]
    characteristics: HandoutTable
    choices: HandoutTable


def view(context: Context) -> Phases:
    """Return the guide’s phases, with what the project says of each."""
    from pathwayctl.catalog.reading import grades_9_14

    guide, tasks = grades_9_14(), tasks_by(context, "phase")
    return Phases(
        phases=table_of(PHASES, guide.phases, context),
        work=table_of(WORK, [(phase, tasks.get(phase, ())) for phase in Phase], context),
        own=table_of(
            OWN, [(one.phase, it) for one in context.plan.phases for it in one.deliverables], context
        ),
        gaps=tuple(_gaps(context)),
        characteristics=table_of(CHARACTERISTICS, guide.characteristics, context),
        choices=table_of(CHOICES, guide.key_choices, context),
    )


def _timing(phase: PhaseEntry, context: Context) -> str:
    dates = next((one for one in context.plan.phases if one.phase is phase.id), None)
    return one_below_the_other(when(dates.first), when(dates.last)) if dates else phase.timing


def _set_dates(tasks: Sequence[ScheduledTask]) -> str:
    found = (one for one in tasks if one.kind == "milestone" or one.task.date)
    return bulleted(f"{when(one.finish)}: {one.title}" for one in sorted(found, key=lambda one: one.finish))


def _gaps(context: Context) -> Iterator[str]:
    """Yield phases without dates or work, once any phase has them, and work that finishes after its phase."""
    if undated := context.index.ask(phase_gaps).undated:
        yield phrase("No dates are set for {phase}.", phase=listed([phase.label for phase in undated], "or"))
    tasks = tasks_by(context, "phase")
    idle = context.index.parts_without_tasks("phase", Phase)
    if tasks and idle:
        yield phrase("No work is planned for {phase}.", phase=listed([phase.label for phase in idle], "or"))
    for dates in context.plan.phases:
        late = [one.title for one in tasks.get(dates.phase, ()) if one.finish > dates.last]
        if late:
            end = phrase("{phase} ends on {last}", phase=dates.phase.label, last=when(dates.last))
            yield phrase("{end}, but this work finishes later: {late}.", end=end, late=some(late))


def _deliverables(phase: PhaseEntry, context: Context) -> tuple[str, ...]:
    """Return the guide's deliverables; the students of Phase III as many as the project has planned for."""
    planned = [one for one in context.plan.pathways if one.students is not None]
    if phase.id is not Phase.LAUNCH or not planned:
        return phase.deliverables
    return tuple(
        phrase(
            "{title}: {number_of_students} in preparatory courses, with the support they need to "
            "enter a program of {college}",
            title=one.title,
            number_of_students=_number_of_students(one),
            college=_college(one, context),
        )
        for one in planned
    )


def _number_of_students(one: Pathway) -> str:
    if isinstance(one.students, int):
        return count(one.students, "student")
    return phrase("{students_words} of students", students_words=students_words(one.students))


def _college(one: Pathway, context: Context) -> str:
    """Return the project's word for the college, or else the colleges that offer the pathway."""
    terms = context.plan.project.terms
    parties = (context.index.parties.get(key) for key in one.providers)
    colleges = [it.name for it in parties if it and it.category is StakeholderCategory.POSTSECONDARY]
    return terms.get("college-name") or terms.get("college") or listed(colleges, "or") or phrase("a college")


def _students(context: Context) -> str:
    return _each(context, lambda one: _number_of_students(one) if one.students is not None else "")


def _providers(context: Context) -> str:
    return _each(context, lambda one: context.names(one.providers))


def _courses(context: Context) -> str:
    """Return which courses join career and academic learning, and how many there are of each kind."""

    def words(one: Pathway) -> str:
        joined = [
            phrase("{title} with {integrated_with}", title=it.title, integrated_with=it.integrated_with)
            for it in one.courses
            if it.integrated_with
        ]
        kinds = [
            f"{kind.label}: {some([it.title for it in one.courses if it.kind is kind])}"
            for kind in CourseKind
            if any(it.kind is kind for it in one.courses)
        ]
        return "; ".join(
            [phrase("taught together: {joined}", joined=some(joined)), *kinds] if joined else kinds
        )

    return _each(context, words)


def _work_based(context: Context) -> str:
    return _each(context, lambda one: "; ".join(it.title for it in one.work_based))


def _industry(context: Context) -> str:
    """Return the industry, the openings a year in its jobs, and the employers that offer places."""

    def words(one: Pathway) -> str:
        jobs = [it for it in context.plan.occupations if one.framework and one.framework in it.frameworks]
        openings = sum(it.annual_openings or 0 for it in jobs)
        employers = dict.fromkeys(key for it in one.work_based for key in it.employers)
        parts = (
            context.index.industries.get(one.framework or "", ""),
            phrase("{openings} a year", openings=count(openings, "opening")) if openings else "",
            phrase("employers: {name}", name=some([context.name(key) for key in employers]))
            if employers
            else "",
        )
        return "; ".join(part for part in parts if part)

    return _each(context, words)


def _launch(context: Context) -> str:
    return _each(context, lambda one: launch_words(one, context))


def _chosen(choice: KeyChoice, otherwise: Callable[[Context], str]) -> Callable[[Context], str]:
    """Return what the pathways say about a key choice, and below it what the rest of the project shows."""

    def words(context: Context) -> str:
        return stacked(_each(context, lambda one: one.choices.get(choice, "")), otherwise(context))

    return words


def _needed_courses(context: Context) -> str:
    """Return the courses that the frameworks of the pathways need."""
    needed = {
        one.id: [it.title for it in one.course_sequence if it.state is ItemState.NEEDED]
        for one in context.plan.frameworks
    }

    def words(one: Pathway) -> str:
        titles = needed.get(one.framework or "", [])
        return phrase("needed in its framework: {titles}", titles=some(titles)) if titles else ""

    return _each(context, words)


def _eligibility(context: Context) -> str:
    return _each(context, lambda one: "; ".join(one.eligibility))


def _answers(deliverable: str, *items: str) -> Callable[[Context], str]:
    """Return what was decided on items of a list in the work plan; on all of them if none is named."""

    def words(context: Context) -> str:
        answers = [row.answers for row in context.plan.work_plan if row.deliverable == deliverable]
        return bulleted(text for given in answers for key, text in given.items() if not items or key in items)

    return words


def _each(context: Context, words: Callable[[Pathway], str]) -> str:
    said = ((one.title, words(one)) for one in context.plan.pathways)
    return bulleted(f"{title}: {text}" for title, text in said if text)


def _sequencing(context: Context) -> str:
    titles = [one.title for one in context.plan.pathways]
    return (
        phrase(
            "{pathways} planned so far: {titles}",
            pathways=count(len(titles), "pathway"),
            titles=listed(titles),
        )
        if titles
        else ""
    )


_SHOWN: Final[Mapping[str, Callable[[Context], str]]] = {
    "serves-students": _students,
    "aligned-systems": _providers,
    "integrated-learning": _courses,
    "student-support": _answers("support-plan"),
    "work-based-learning": _work_based,
    "labor-market-links": _industry,
    "launch-date": _launch,
    "sequencing": _chosen(KeyChoice.SEQUENCING, _sequencing),
    "new-courses": _chosen(KeyChoice.NEW_COURSES, _needed_courses),
    "employers-and-work": _chosen(
        KeyChoice.EMPLOYERS, _answers("work-based-continuum", "core-experiences", "existing-offers")
    ),
    "dual-enrollment": _chosen(KeyChoice.DUAL_ENROLLMENT, _eligibility),
}
"""What a project has for each characteristic and each choice of Phase I."""

HANDOUT: Final = one_page(
    "phases",
    "Phases of the work plan",
    WORK_PLAN.format("overview of phases of work"),
    "The timing, focus, deliverables, and progress of each phase.",
    view,
    guides=(Guide.GRADES_9_14,),
    sections=("phases",),
)
