"""The three phases of the grades 9-14 work plan: timing, focus, deliverables, and progress of each.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated),
overview of the phases: fifteen activities, and for Phase I seven characteristics and four key choices.
Which parts of a project show a characteristic or a choice is our own reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from pathwayctl.evidence.pathways.work_plan_rows import phase_gaps
from pathwayctl.handouts.cells import Columns, Row, bulleted, some, stacked, when
from pathwayctl.handouts.handout import WORK_PLAN, one_page
from pathwayctl.handouts.tagged_tasks import done_words, owner_words, span_words, tasks_by, unbroken
from pathwayctl.model.vocabulary import Guide, Phase
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.catalog.grades_9_14 import PhaseEntry
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.pathways import Pathway


@dataclass(frozen=True, slots=True)
class Phases:
    """The page. ``characteristics`` and ``choices`` are those of Phase I, with the project's answers."""

    choices_columns: ClassVar[Columns] = (
        "Choice",
        "Our choice so far",
    )
    characteristics_columns: ClassVar[Columns] = (
        "Characteristic",
        "In our pathways",
    )
    work_columns: ClassVar[Columns] = (
        ("Phase", "left", "narrow"),
        ("Milestones and fixed dates", "left", "wide"),
        "Dates of the work",
        ("Progress", "left", "narrow"),
        "Owner",
    )
    phases_columns: ClassVar[Columns] = (
        ("Phase", "left", "narrow"),
        ("Timing", "left", "narrow"),
        "Focus",
        "Deliverables",
        ("Activities", "left", "wide"),
    )
    phases: tuple[Row, ...]
    work: tuple[Row, ...]
    gaps: tuple[str, ...]
    characteristics: tuple[Row, ...]
    choices: tuple[Row, ...]


def view(context: Context) -> Phases:
    """The guide’s phases, with what the project says of each."""
    from pathwayctl.catalog.reading import grades_9_14

    guide = grades_9_14()
    return Phases(
        phases=tuple(_phase(phase, context) for phase in guide.phases),
        work=tuple(_work(context)),
        gaps=tuple(_gaps(context)),
        characteristics=tuple((line.text, _SHOWN[line.id](context)) for line in guide.characteristics),
        choices=tuple((line.text, _SHOWN[line.id](context)) for line in guide.key_choices),
    )


def _phase(phase: PhaseEntry, context: Context) -> Row:
    dates = next((one for one in context.plan.phases if one.phase is phase.id), None)
    return (
        phase.id.label,
        unbroken(f"{when(dates.first)}\nto {when(dates.last)}") if dates else phase.timing,
        phase.focus,
        bulleted(phase.deliverables),
        stacked(f"{one.number}. {one.text}" for one in phase.activities),
    )


def _work(context: Context) -> Iterator[Row]:
    tasks = tasks_by(context, "phase")
    for phase in Phase:
        own = tasks.get(phase, ())
        set_dates = (one for one in own if one.kind == "milestone" or one.task.date)
        yield (
            phase.label,
            bulleted(
                f"{when(one.finish)}: {one.title}" for one in sorted(set_dates, key=lambda one: one.finish)
            ),
            span_words(own),
            done_words(own),
            owner_words(own, context),
        )


def _gaps(context: Context) -> Iterator[str]:
    """Phases without dates or work, once any phase has them, and work that goes past its phase."""
    if undated := context.index.ask(phase_gaps).undated:
        yield f"No dates are set for {listed([phase.label for phase in undated], 'or')}."
    tasks = tasks_by(context, "phase")
    idle = context.index.parts_without_tasks("phase", Phase)
    if tasks and idle:
        yield f"No work is planned for {listed([phase.label for phase in idle], 'or')}."
    for dates in context.plan.phases:
        late = [one.title for one in tasks.get(dates.phase, ()) if one.finish > dates.last]
        if late:
            end = f"{dates.phase.label} ends on {when(dates.last)}"
            yield f"{end}, but this work finishes later: {some(late)}."


def _students(context: Context) -> str:
    return _each(context, lambda one: count(one.students, "student") if one.students is not None else "")


def _providers(context: Context) -> str:
    return _each(context, lambda one: context.names(one.providers))


def _courses(context: Context) -> str:
    def words(one: Pathway) -> str:
        if not one.courses:
            return ""
        grades = sorted({course.grade for course in one.courses})
        return f"{count(len(one.courses), 'course')} in grades {grades[0]} to {grades[-1]}"

    return _each(context, words)


def _work_based(context: Context) -> str:
    return _each(context, lambda one: "; ".join(one.work_based))


def _industry(context: Context) -> str:
    return _each(context, lambda one: context.index.industries.get(one.framework or "", ""))


def _launch(context: Context) -> str:
    def words(one: Pathway) -> str:
        task = context.schedule.by_id.get(one.launch or "")
        return when(task.finish) if task else ""

    return _each(context, words)


def _eligibility(context: Context) -> str:
    return _each(context, lambda one: "; ".join(one.eligibility))


def _answers(deliverable: str, *items: str) -> Callable[[Context], str]:
    """What was decided on items of a list in the work plan; on all of them if none is named."""

    def words(context: Context) -> str:
        answers = [row.answers for row in context.plan.work_plan if row.deliverable == deliverable]
        return bulleted(text for given in answers for key, text in given.items() if not items or key in items)

    return words


def _each(context: Context, words: Callable[[Pathway], str]) -> str:
    said = ((one.title, words(one)) for one in context.plan.pathways)
    return bulleted(f"{title}: {text}" for title, text in said if text)


def _sequencing(context: Context) -> str:
    titles = [one.title for one in context.plan.pathways]
    return f"{count(len(titles), 'pathway')} planned so far: {listed(titles)}" if titles else ""


_SHOWN: Final[Mapping[str, Callable[[Context], str]]] = {
    "serves-students": _students,
    "aligned-systems": _providers,
    "integrated-learning": _courses,
    "student-support": _answers("support-plan"),
    "work-based-learning": _work_based,
    "labor-market-links": _industry,
    "launch-date": _launch,
    "sequencing": _sequencing,
    "new-courses": _answers("program-of-study", "seamless-coursework", "integrated-courses"),
    "employers-and-work": _answers("work-based-continuum", "core-experiences", "existing-offers"),
    "dual-enrollment": _eligibility,
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
