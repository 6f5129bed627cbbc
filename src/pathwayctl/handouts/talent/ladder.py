"""The career ladder for learners: jobs by level, their pay, and what each move needs (steps 9 and 13).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.talent.attainment import attainment
from pathwayctl.evidence.talent.career_ladder import CareerLadder, career_ladder, without_level
from pathwayctl.handouts.cells import bulleted, some, stacked
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.handouts.talent.ladder_chart import LadderChart, in_words, ladder_chart, level_label
from pathwayctl.handouts.talent.occupations import entry_education, flag_words, title_of, wage_words
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import money

if TYPE_CHECKING:
    from pathwayctl.evidence.talent.career_ladder import CareerStep
    from pathwayctl.handouts.context import Context

JOBS: Final = (
    Head("Job", width="wide"),
    Head("Level", width="narrow"),
    Head("Pay", "right"),
    "Entry education and credentials",
    Head("Where to learn it", width="wide"),
)
MOVES: Final = (
    Head("From", width="wide"),
    Head("To", width="wide"),
    Head("What the move needs", width="wide"),
    Head("Usual time", width="narrow", spare=True),
    Head("Change in median pay", "right", "narrow", spare=True),
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
        gap=f"No level yet: {some(missing)}." if missing else "",
    )


def _jobs(found: CareerLadder, context: Context) -> Iterator[Row]:
    programs = {one.id: one for one in context.plan.programs}
    covers = {one.occupation: one.programs for one in context.index.ask(attainment).coverage}
    for level, jobs in found.rungs:
        for one in jobs:
            taught = (programs[key] for key in covers[one.id])
            yield (
                stacked((title_of(one), flag_words(one, context))),
                level_label(level) if level else "",
                wage_words(one, context),
                stacked((entry_education(one), *_credentials(one.id, context))),
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
        stacked(needs),
        step.move.time or "",
        "" if step.pay is None else _change(step.pay, context.plan.project.currency),
    )


def _change(pay: float, currency: str) -> str:
    """Return ``+$14,000 a year``."""
    sign = "+" if pay > 0 else "−" if pay < 0 else ""
    return f"{sign}{money(abs(pay), currency)} a year"


HANDOUT: Final = one_page(
    "ladder",
    "Career ladder",
    COLORADO.format("steps 9 and 13"),
    "For learners: jobs from entry level up, what they pay, and what each move needs.",
    view,
    guides=(Guide.SECTOR,),
    sections=("occupations",),
)
