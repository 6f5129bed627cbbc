"""Handout 1B, Career Pathways System 101: what it is, why it matters, and questions to think about.

Source: Designing a Career Pathways System, chapter 1, sharing beliefs, slides 13-17 (CCRS Center,
2016): what a system does for jobs, students, and the economy, how it fits existing goals, and two or
three minutes to think before anyone answers. The sentences are ours.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.handouts.cells import stacked, unmarked
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.frameworks.frameworks import PARTS
from pathwayctl.handouts.goals.definitions_1c import federal, own_source, quotation
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.goals import Belief, Goal
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass

GOALS: Final[Columns[Goal]] = (
    Column("Goal", lambda one, _: one.title, "wide"),
    Column("What success looks like", lambda one, _: unmarked(one.detail), "wide"),
)
SAID: Final[Columns[Belief]] = (
    Column("Who", lambda one, context: _speaker(one, context)),
    Column("What they said", lambda one, _: one.text, "wide"),
)
UNKNOWN: Final = marked("Not recorded")
REASONS: Final = (
    (
        marked("For students"),
        marked("They see where each course leads, keep the credit they earn, and learn on the job."),
    ),
    (marked("For jobs"), marked("Employers say which skills a job takes, and find qualified people nearby.")),
    (
        marked("For the economy"),
        marked("Fewer jobs stay vacant, and people earn enough to stay in the region."),
    ),
)
QUESTIONS: Final = (
    marked("Why does a career pathways system matter to you and to your organization?"),
    marked("What should be different in five years because of it?"),
    marked("What can your organization contribute?"),
)


@dataclass(frozen=True, slots=True)
class Primer:
    """The page: definition, parts of a pathway, when it begins, why it matters, goals, and questions.

    ``by_grade`` says which grades it is for, and ``agency`` what the state education agency does.
    ``said`` is what people answered in the first discussion; it is not for the public.
    """

    definition: str
    definition_source: str
    gap: str
    reasons: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]
    by_grade: tuple[str, ...]
    agency: tuple[str, ...]
    goals: HandoutTable
    goals_gap: str
    questions: tuple[str, ...]
    said: HandoutTable


def view(context: Context) -> Primer:
    """Return the group's own definition and goals, or the federal definition and room for goals."""
    from pathwayctl.catalog.reading import ccrs

    plan = context.plan
    own = plan.definition
    beliefs = () if context.audience is Audience.PUBLIC else plan.beliefs
    return Primer(
        definition=own.text
        if own
        else phrase("A career pathway is a {quotation}.", quotation=quotation(federal().text)),
        definition_source=own_source(context) if own else phrase("Source: {source}", source=federal().source),
        gap="" if own else phrase("The group has not adopted its own definition yet."),
        reasons=tuple((phrase(name), phrase(text)) for name, text in REASONS),
        parts=_parts(),
        by_grade=tuple(line.text for line in ccrs().by_grade),
        agency=tuple(line.text for line in ccrs().agency_roles),
        goals=table_of(GOALS, plan.goals, context, blank=4),
        goals_gap=""
        if plan.goals
        else phrase("No goals yet. Write down the goals that the state has already set."),
        questions=tuple(map(phrase, QUESTIONS)),
        said=table_of(SAID, beliefs, context),
    )


def _parts() -> tuple[tuple[str, str], ...]:
    """Return the parts of a framework and what each is (chapter 4, handout 4A part 1)."""
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import ccrs

    return tuple((part.label, find(ccrs().framework_parts, part.id).text) for part in PARTS)


def _speaker(belief: Belief, context: Context) -> str:
    person = context.index.people.get(belief.who or "")
    organization = context.name(person.organization) if person else ""
    return stacked(context.name(belief.who), organization) or phrase(UNKNOWN)


HANDOUT: Final = one_page(
    "1b",
    "Career Pathways System 101",
    CHAPTER_1.format("handout 1B"),
    "What a career pathways system is, why it matters, its goals here, and questions to think about.",
    view,
    guides=(Guide.CCRS,),
    sections=("definition", "beliefs"),
)
