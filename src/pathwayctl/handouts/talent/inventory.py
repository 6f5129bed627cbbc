"""The inventory of programs (step 6), the occupations they prepare for, and a picture of supply and demand.

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.talent.occupations import occupation_gaps, program_gaps
from pathwayctl.evidence.talent.supply import Supply, supply
from pathwayctl.handouts.cells import bulleted, figure, some, stacked, yes_no
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, Row, table, table_of
from pathwayctl.handouts.talent.occupations import lacking
from pathwayctl.language import marked, phrase
from pathwayctl.model.talent import Program
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count


@dataclass(frozen=True, slots=True)
class SupplyBar:
    """One occupation, in people a year."""

    title: str
    openings: int
    completers: int


@dataclass(frozen=True, slots=True)
class SupplyChart:
    """The occupations whose openings and completers are both known, in the order of the plan."""

    bars: tuple[SupplyBar, ...]


def supply_chart(context: Context) -> SupplyChart | None:
    """The picture, or ``None`` if both figures are known for no occupation."""
    titles = {one.id: one.title for one in context.plan.occupations}
    bars = tuple(
        SupplyBar(titles[one.occupation], one.openings, one.completers)
        for one in context.index.ask(supply)
        if one.openings is not None and one.completers is not None
    )
    return SupplyChart(bars) if bars else None


def in_words(chart: SupplyChart) -> str:
    """``For 3 of 4 occupations fewer people complete programs than there are openings ...``."""
    short = sum(one.completers < one.openings for one in chart.bars)
    total = count(len(chart.bars), "occupation")
    return phrase(
        "For {short} of {total}, fewer people complete programs than there are openings. The "
        "table on this page has the figures.",
        short=short,
        total=total,
    )


FREE: Final = marked("Free")
PROGRAMS: Final[Columns[Program]] = (
    Column("Program", lambda one, _: one.title, "wide"),
    Column("Provider", lambda one, context: context.name(one.provider)),
    Column("CIP code", lambda one, _: one.cip or "", "narrow"),
    Column("Credentials", lambda one, context: bulleted(_credentials(one, context))),
    Column("Length", lambda one, _: one.length or ""),
    Column("Cost to a student", lambda one, context: cost_words(one.cost, context), "narrow", "right"),
    Column("Prerequisites", lambda one, _: bulleted(one.prerequisites)),
    Column("Transfers", lambda one, context: _transfer(one, context), "narrow"),
)
STUDENTS: Final[Columns[Program]] = (
    Column("Program", lambda one, _: one.title, "wide"),
    Column("Places per year", lambda one, _: figure(one.capacity), "narrow", "right"),
    Column("Enrolled last year", lambda one, _: figure(one.enrolled), "narrow", "right"),
    Column("Completed last year", lambda one, _: figure(one.completers), "narrow", "right"),
    Column("How it is taught", lambda one, _: one.delivery or ""),
    Column("Starts", lambda one, _: one.starts or ""),
    Column("Whom it serves", lambda one, _: one.serves or ""),
)
OCCUPATIONS: Final = (
    Head(marked("Occupation"), width="wide"),
    Head(marked("Programs"), width="wide"),
    Head(marked("Places per year"), "right", "narrow"),
    Head(marked("Completed last year"), "right", "narrow", spare=True),
    Head(marked("Openings per year"), "right", "narrow", spare=True),
    Head(marked("Openings minus completers"), "right", "narrow", spare=True),
)


@dataclass(frozen=True, slots=True)
class Inventory:
    """The page: the programs, and supply against demand for each occupation, as a table and a picture."""

    programs: HandoutTable
    students: HandoutTable
    gaps: tuple[str, ...]
    occupations: HandoutTable
    chart: SupplyChart | None
    description: str
    uncounted: str
    without: str


def view(context: Context) -> Inventory:
    """Return all programs in the order of the plan, and the critical occupations with theirs."""
    plan = context.plan
    chart = supply_chart(context)
    uncounted = [
        f"{one.title} ({it.uncounted})"
        for it in context.index.ask(supply)
        if it.uncounted and it.completers is not None
        for one in plan.occupations
        if one.id == it.occupation
    ]
    titles = {one.id: one.title for one in plan.occupations}
    missing = [plan.occupations[place].title for place in context.index.ask(occupation_gaps).without_program]
    rows = ((titles[one.occupation], *_supply(one, context)) for one in context.index.ask(supply))
    return Inventory(
        programs=table_of(PROGRAMS, plan.programs, context, blank=10),
        students=table_of(STUDENTS, plan.programs, context, blank=10),
        gaps=tuple(
            lacking(
                context.index.ask(program_gaps).details,
                _DETAILS,
                phrase("program has"),
                phrase("programs have"),
            )
        ),
        occupations=table(OCCUPATIONS, rows, blank=6),
        chart=chart,
        description=in_words(chart) if chart else "",
        uncounted=phrase(
            "Completers are missing for some programs: {uncounted}.", uncounted="; ".join(uncounted)
        )
        if uncounted
        else "",
        without=phrase("No program prepares for {missing}.", missing=some(missing, "or")) if missing else "",
    )


def cost_words(cost: float | None, context: Context) -> str:
    """Return ``$5,400``, ``Free``, or an empty text if the cost is not known."""
    return phrase(FREE) if cost == 0 else context.money(cost)


def _credentials(one: Program, context: Context) -> list[str]:
    titles = {it.id: it.title for it in context.plan.credentials}
    return [titles.get(key, key) for key in one.credentials]


def _transfer(one: Program, context: Context) -> str:
    said = "" if one.transfers is None else yes_no(one.transfers)
    earned = count(one.credits, "credit") if one.credits else ""
    return stacked(said, earned, context.names(one.transfers_to))


def _supply(found: Supply, context: Context) -> Row:
    """Return the programs of an occupation, and its people a year; below 0 are more people than openings."""
    programs = [one for one in context.plan.programs if one.id in found.programs]
    names = (f"{one.title} ({context.name(one.provider)})" for one in programs)
    figures = (found.places, found.completers, found.openings, found.gap)
    return bulleted(names), *map(figure, figures)


_DETAILS: Final = {
    "cip": marked("no CIP code"),
    "credentials": marked("no credential"),
    "length": marked("no length"),
    "cost": marked("no cost"),
    "prerequisites": marked("no prerequisites listed"),
    "transfers": marked("no transfer information"),
}


HANDOUT: Final = one_page(
    "inventory",
    "Inventory of programs",
    COLORADO.format("step 6"),
    "Who trains for the critical occupations: provider, credential, length, cost, and transfer.",
    view,
    guides=(Guide.SECTOR,),
    sections=("programs",),
)
