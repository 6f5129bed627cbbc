"""The career ladder for learners, with its picture: jobs by level, pay, and moves (steps 9 and 13).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.talent.attainment import attainment
from pathwayctl.evidence.talent.career_ladder import CareerLadder, CareerStep, career_ladder, without_level
from pathwayctl.handouts.cells import bulleted, some, stacked
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.handouts.talent.occupations import entry_education, flag_words, title_of, wage_words
from pathwayctl.language import marked, phrase
from pathwayctl.model.talent_demand import JobLevel
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed, money

NO_LEVEL: Final = marked("No level yet")


@dataclass(frozen=True, slots=True)
class LadderJob:
    """A job; ``pay`` is in words, and ``moves`` are the positions, in the picture, of jobs it leads to."""

    title: str
    pay: str
    moves: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LadderRung:
    """The jobs of one level."""

    label: str
    jobs: tuple[LadderJob, ...]


@dataclass(frozen=True, slots=True)
class LadderChart:
    """From left to right: the levels from lowest to highest. Jobs are counted through all levels."""

    rungs: tuple[LadderRung, ...]


def ladder_chart(found: CareerLadder, context: Context) -> LadderChart | None:
    """The picture, or ``None`` while there are neither levels nor moves to draw."""
    if not found.steps and all(level is None for level, _ in found.rungs):
        return None
    jobs = [one for _, own in found.rungs for one in own]
    place = {one.id: number for number, one in reversed(tuple(enumerate(jobs)))}
    moves: dict[str, list[int]] = {}
    for step in found.steps:
        moves.setdefault(step.start.id, []).append(place[step.end.id])
    return LadderChart(
        tuple(
            LadderRung(
                level_label(level),
                tuple(
                    LadderJob(
                        one.title,
                        "; ".join(wage_words(one, context).split("\n")),
                        tuple(dict.fromkeys(moves.get(one.id, ()))),
                    )
                    for one in own
                ),
            )
            for level, own in found.rungs
        )
    )


def level_label(level: JobLevel | None) -> str:
    """Return the level in words."""
    return level.label if level else phrase(NO_LEVEL)


def in_words(chart: LadderChart) -> str:
    """``5 jobs on 3 levels, from left to right, and 4 moves ...``."""
    jobs = [one for rung in chart.rungs for one in rung.jobs]
    parts = [count(len(jobs), "job"), count(sum(len(one.moves) for one in jobs), "move")]
    levels = count(len(chart.rungs), "level")
    return phrase(
        "{parts} on {levels}, from left to right. The tables on this page say the same in words.",
        parts=listed(parts),
        levels=levels,
    )


JOBS: Final = (
    Head(marked("Job"), width="wide"),
    Head(marked("Level"), width="narrow", spare=True),
    Head(marked("Pay"), "right"),
    marked("Entry education and credentials"),
    Head(marked("Where to learn it"), width="wide"),
)
MOVES: Final = (
    Head(marked("From"), width="wide"),
    Head(marked("To"), width="wide"),
    Head(marked("What the move needs"), width="wide"),
    Head(marked("Usual time"), width="narrow", spare=True),
    Head(marked("Change in median pay"), "right", "narrow", spare=True),
)


@dataclass(frozen=True, slots=True)
class CareerLadderPage:
    """The page; ``chart`` is a picture of what the tables say."""

    chart: LadderChart | None
    description: str
    jobs: HandoutTable
    moves: HandoutTable
    gap: str


def view(context: Context) -> CareerLadderPage:
    """Return the jobs, the lowest level first, and the moves from one to the next."""
    found = context.index.ask(career_ladder)
    chart = ladder_chart(found, context)
    missing = [context.plan.occupations[place].title for place in context.index.ask(without_level)]
    return CareerLadderPage(
        chart=chart,
        description=in_words(chart) if chart else "",
        jobs=table(JOBS, _jobs(found, context), blank=8),
        moves=table(MOVES, (_move(step, context) for step in found.steps), blank=6),
        gap=phrase("No level yet: {missing}.", missing=some(missing)) if missing else "",
    )


def _jobs(found: CareerLadder, context: Context) -> Iterator[Row]:
    programs = {one.id: one for one in context.plan.programs}
    covers = {one.occupation: one.programs for one in context.index.ask(attainment).coverage}
    for level, jobs in found.rungs:
        for one in jobs:
            taught = (programs[key] for key in covers[one.id])
            yield (
                stacked(title_of(one), flag_words(one, context)),
                level_label(level) if level else "",
                wage_words(one, context),
                stacked(entry_education(one), *_credentials(one.id, context)),
                bulleted(f"{it.title} ({context.name(it.provider)})" for it in taught),
            )


def _credentials(occupation: str, context: Context) -> Iterator[str]:
    for one in context.plan.credentials:
        if occupation in one.leads_to:
            yield one.title


def _move(step: CareerStep, context: Context) -> Row:
    titles = {one.id: one.title for one in context.plan.credentials}
    needs = (step.move.needs or "", *(titles.get(key, key) for key in step.move.credentials))
    return (
        step.start.title,
        step.end.title,
        stacked(*needs),
        step.move.time or "",
        "" if step.pay is None else _change(step.pay, context.plan.project.currency),
    )


def _change(pay: float, currency: str) -> str:
    """Return ``+$14,000 a year``."""
    sign = "+" if pay > 0 else "−" if pay < 0 else ""
    return phrase("{sign}{money} a year", sign=sign, money=money(abs(pay), currency))


HANDOUT: Final = one_page(
    "ladder",
    "Career ladder",
    COLORADO.format("steps 9 and 13"),
    "For learners: jobs from entry level up, what they pay, and what each move needs.",
    view,
    guides=(Guide.SECTOR,),
    sections=("occupations",),
)
