"""The inventory of education and training programs (step 6), and the occupations they prepare for.

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.talent.attainment import attainment
from pathwayctl.evidence.talent.occupations import occupation_gaps, program_gaps
from pathwayctl.handouts.cells import bulleted, some, stacked, yes_no
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import Column, Columns, Head, Table, table, table_of
from pathwayctl.handouts.talent.occupations import lacking
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count, money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.handouts.context import Context
    from pathwayctl.model.talent import Program

FREE: Final = "Free"
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
OCCUPATIONS: Final = (
    Head("Occupation", width="wide"),
    Head("Programs", width="wide"),
    Head("Places per year", "right", "narrow"),
)


@dataclass(frozen=True, slots=True)
class Inventory:
    """The page: the programs, and for each occupation those that prepare for it."""

    programs: Table
    gaps: tuple[str, ...]
    occupations: Table
    without: str


def view(context: Context) -> Inventory:
    """Return all programs in the order of the plan, and the critical occupations with theirs."""
    plan = context.plan
    has = context.index.ask(attainment).coverage
    titles = {one.id: one.title for one in plan.occupations}
    missing = [plan.occupations[place].title for place in context.index.ask(occupation_gaps).without_program]
    rows = ((titles[one.occupation], *_programs(one.programs, context)) for one in has)
    return Inventory(
        programs=table_of(PROGRAMS, plan.programs, context, blank=10),
        gaps=tuple(_gaps(context)),
        occupations=table(OCCUPATIONS, rows, blank=6),
        without=f"No program prepares for {some(missing, 'or')}." if missing else "",
    )


def cost_words(cost: float | None, context: Context) -> str:
    """Return ``$5,400``, ``Free``, or an empty text if the cost is not known."""
    if cost is None:
        return ""
    return money(cost, context.plan.project.currency) if cost else FREE


def _credentials(one: Program, context: Context) -> list[str]:
    titles = {it.id: it.title for it in context.plan.credentials}
    return [titles.get(key, key) for key in one.credentials]


def _transfer(one: Program, context: Context) -> str:
    said = "" if one.transfers is None else yes_no(one.transfers)
    earned = count(one.credits, "credit") if one.credits else ""
    return stacked((said, earned, context.names(one.transfers_to)))


def _programs(keys: tuple[str, ...], context: Context) -> tuple[str, str]:
    found = [one for one in context.plan.programs if one.id in keys]
    places = [one.capacity for one in found if one.capacity is not None]
    names = (f"{one.title} ({context.name(one.provider)})" for one in found)
    return bulleted(names), f"{sum(places):,}" if places else ""


_DETAILS: Final = {
    "cip": "no CIP code",
    "credentials": "no credential",
    "length": "no length",
    "cost": "no cost",
    "prerequisites": "no prerequisites listed",
    "transfers": "no transfer information",
}


def _gaps(context: Context) -> Iterator[str]:
    return lacking(context.index.ask(program_gaps).details, _DETAILS, "program has", "programs have")


HANDOUT: Final = one_page(
    "inventory",
    "Inventory of programs",
    COLORADO.format("step 6"),
    "Who trains for the critical occupations: provider, credential, length, cost, and transfer.",
    view,
    guides=(Guide.SECTOR,),
    sections=("programs",),
)
