"""Handout 1B, Career Pathways System 101: what it is, why it matters, what the state wants, and a question.

Source: Designing a Career Pathways System, chapter 1, sharing beliefs, slides 13-17 (CCRS Center,
2016): what a system does for jobs, students and the economy, and how it goes with the goals that are
there already; then two or three minutes to think before anyone answers. The sentences are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, blank_rows, stacked
from pathwayctl.handouts.frameworks.frameworks import PARTS
from pathwayctl.handouts.goals.definitions_1c import FEDERAL_WORDS, federal_source, own_source
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.handouts.plain_text import unmarked
from pathwayctl.model.vocabulary import Audience, Guide

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.goals import Belief

WIDTH: Final = 2
NOBODY: Final = "Not noted who"
REASONS: Final = (
    ("For students", "They see where each course leads, keep what they have earned, and learn at work."),
    ("For jobs", "Employers say what a job takes, and find people nearby who can do it."),
    ("For the economy", "Fewer posts stay empty, and people earn enough to stay in the region."),
)
QUESTIONS: Final = (
    "Why does a career pathways system matter to you and to your organization?",
    "What should be different in five years because of it?",
    "What can your organization bring to it?",
)


@dataclass(frozen=True, slots=True)
class Primer:
    """The page.

    ``parts`` are what a pathway is made of. ``goals``: goal, what reaching it looks like. ``said``:
    who, and what they answered in the first discussion; it is not for the public.
    """

    definition: str
    definition_source: str
    gap: str
    reasons: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]
    goals: tuple[Row, ...]
    goals_gap: str
    questions: tuple[str, ...]
    said: tuple[Row, ...]


def view(context: Context) -> Primer:
    """The group's own definition and goals, or the federal one and room for the goals."""
    plan = context.plan
    own = plan.definition
    goals = tuple((goal.title, unmarked(goal.detail)) for goal in plan.goals)
    beliefs = () if context.audience is Audience.PUBLIC else plan.beliefs
    return Primer(
        definition=own.text if own else FEDERAL_WORDS,
        definition_source=own_source(context) if own else f"In our words, after: {federal_source()}",
        gap="" if own else "The group has not adopted a definition of its own yet.",
        reasons=REASONS,
        parts=_parts(),
        goals=goals or blank_rows(WIDTH),
        goals_gap="" if goals else "No goals are noted yet: write down those that the state has set already.",
        questions=QUESTIONS,
        said=tuple(_said(belief, context) for belief in beliefs),
    )


def _parts() -> tuple[tuple[str, str], ...]:
    """The parts of a framework and what each is (chapter 4, handout 4A part 1)."""
    from pathwayctl.catalog.entries import find
    from pathwayctl.catalog.reading import ccrs

    return tuple((part.label, find(ccrs().framework_parts, part.id).text) for part in PARTS)


def _said(belief: Belief, context: Context) -> Row:
    person = context.index.people.get(belief.who or "")
    organization = context.name(person.organization) if person else ""
    return stacked((context.name(belief.who), organization)) or NOBODY, belief.text


HANDOUT: Final = one_page(
    "1b",
    "Career Pathways System 101",
    CHAPTER_1.format("handout 1B"),
    "What a career pathways system is, why it matters, what it serves here, and a question to think over.",
    view,
    guides=(Guide.CCRS,),
    sections=("definition", "beliefs"),
)
