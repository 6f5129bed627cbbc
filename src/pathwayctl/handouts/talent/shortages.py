"""Quick actions on shortages in critical occupations (step 8).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. A shortage
is the annual openings minus the qualified applicants, as in handout 3A of Designing a Career Pathways
System (CCRS Center).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.talent.labor_gaps import labor_gaps
from pathwayctl.evidence.talent.occupations import shortage_actions
from pathwayctl.handouts.cells import bulleted, figure, some, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, Row, table, table_of
from pathwayctl.handouts.talent.occupations import openings_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.talent import ShortageAction
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

ACTIONS: Final[Columns[ShortageAction]] = (
    Column("Action", lambda one, _: one.title, "wide"),
    Column("Occupation", lambda one, context: _title(one.occupation, context)),
    Column("Owner", lambda one, context: context.name(one.owner)),
    Column("Due", lambda one, _: when(one.due), "narrow"),
    Column("Status", lambda one, _: one.status.label, "narrow"),
    Column("Places", lambda one, _: figure(one.places), "narrow", "right", spare=True),
    Column("Cost", lambda one, context: context.money(one.cost), "narrow", "right", spare=True),
    Column("Partners", lambda one, context: context.names(one.partners), spare=True),
    Column("Result", lambda one, _: _result(one), spare=True),
)
OCCUPATIONS: Final = (
    Head(marked("Occupation"), width="wide"),
    Head(marked("Openings per year"), "right", "narrow"),
    Head(marked("Qualified applicants"), "right", "narrow"),
    Head(marked("Shortage"), "right", "narrow"),
    Head(marked("Hiring difficulty"), width="narrow"),
    Head(marked("Quick action"), width="wide"),
)


@dataclass(frozen=True, slots=True)
class Shortages:
    """The page. ``occupations`` come with the largest shortage first."""

    actions: HandoutTable
    gaps: tuple[str, ...]
    occupations: HandoutTable


def view(context: Context) -> Shortages:
    """Return the actions in the order of the plan, and the shortages."""
    return Shortages(
        actions=table_of(ACTIONS, context.plan.shortage_actions, context, blank=5),
        gaps=tuple(_gaps(context)),
        occupations=table(OCCUPATIONS, _occupations(context), blank=8),
    )


def _result(one: ShortageAction) -> str:
    """Return the result in words, and in figures below: ``12 started, 8 hired``."""
    found = one.results
    figures = (
        ((found.started, "started"), (found.completed, "completed"), (found.hired, "hired")) if found else ()
    )
    said = ", ".join(f"{number:,} {word}" for number, word in figures if number is not None)
    return stacked(one.outcome or "", said)


def _title(key: str, context: Context) -> str:
    return next((one.title for one in context.plan.occupations if one.id == key), key)


def _occupations(context: Context) -> Iterator[Row]:
    by_id = {one.id: one for one in context.plan.occupations}
    found, actions = context.index.ask(labor_gaps), context.index.ask(shortage_actions).by_occupation
    figures = {
        gap.occupation: (
            f"{gap.openings:,}",
            f"{gap.applicants:,}",
            f"{gap.annual:,}" if gap.annual > 0 else phrase("None"),
        )
        for gap in found.gaps
    }
    figures |= {key: (openings_of(by_id[key]), "", "") for key in found.unknown}
    for key, numbers in figures.items():
        one = by_id[key]
        difficulty = one.difficulty.label if one.difficulty else ""
        yield (one.title, *numbers, difficulty, bulleted(actions.get(key, ())))


def _gaps(context: Context) -> Iterator[str]:
    plan, found = context.plan, context.index.ask(shortage_actions)
    hard = [plan.occupations[place].title for place in found.unaddressed]
    if hard and found.by_occupation:
        yield phrase("Hard to fill, but no quick action yet: {hard}.", hard=some(hard))
    words = {"owner": "owner", "due": phrase("due date")}
    for one in found.incomplete:
        lacks = listed([words[field] for field in one.missing], "or")
        yield phrase("“{title}” has no {lacks}.", title=one.entry.title, lacks=lacks)


HANDOUT: Final = one_page(
    "shortage",
    "Action on shortages",
    COLORADO.format("step 8"),
    "Quick actions for occupations that are hard to fill: what, who, and by when.",
    view,
    guides=(Guide.SECTOR,),
    sections=("shortage_actions",),
)
