"""The inventory of education and training programs (step 6), and the occupations they prepare for.

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from pathwayctl.evidence.talent.attainment import attainment
from pathwayctl.evidence.talent.occupations import occupation_gaps, program_gaps
from pathwayctl.handouts.cells import Columns, Row, blank_rows, bulleted, some, stacked, yes_no
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count, money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.handouts.context import Context
    from pathwayctl.model.talent import Program

WIDTH: Final = 8
FREE: Final = "Free"


@dataclass(frozen=True, slots=True)
class Inventory:
    """The page: the programs, and for each occupation those that prepare for it."""

    occupations_columns: ClassVar[Columns] = (
        ("Occupation", "left", "wide"),
        ("Programs", "left", "wide"),
        ("Places per year", "right", "narrow"),
    )
    columns: ClassVar[Columns] = (
        ("Program", "left", "wide"),
        "Provider",
        ("CIP code", "left", "narrow"),
        "Credentials",
        "Length",
        ("Cost to a student", "right", "narrow"),
        "Prerequisites",
        ("Transfers", "left", "narrow"),
    )
    rows: tuple[Row, ...]
    gaps: tuple[str, ...]
    occupations: tuple[Row, ...]
    without: str


def view(context: Context) -> Inventory:
    """All programs in the order of the plan, and the critical occupations with theirs."""
    plan = context.plan
    has = context.index.ask(attainment).coverage
    titles = {one.id: one.title for one in plan.occupations}
    missing = [plan.occupations[place].title for place in context.index.ask(occupation_gaps).without_program]
    return Inventory(
        rows=tuple(_row(one, context) for one in plan.programs) or blank_rows(WIDTH, 10),
        gaps=tuple(_gaps(context)),
        occupations=tuple((titles[one.occupation], *_programs(one.programs, context)) for one in has)
        or blank_rows(3, 6),
        without=f"No program prepares for {some(missing, 'or')}." if missing else "",
    )


def _row(one: Program, context: Context) -> Row:
    credentials = {it.id: it.title for it in context.plan.credentials}
    return (
        one.title,
        context.name(one.provider),
        one.cip or "",
        bulleted(credentials.get(key, key) for key in one.credentials),
        one.length or "",
        cost_words(one.cost, context),
        bulleted(one.prerequisites),
        _transfer(one, context),
    )


def cost_words(cost: float | None, context: Context) -> str:
    """``$5,400``, ``Free``, or an empty text if the cost is not known."""
    if cost is None:
        return ""
    return money(cost, context.plan.project.currency) if cost else FREE


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
    gaps, programs = context.index.ask(program_gaps), context.plan.programs
    for detail, words in _DETAILS.items():
        if missing := [programs[place].title for place, fields in gaps.details if detail in fields]:
            yield f"{count(len(missing), 'program has', 'programs have')} {words}: {some(missing)}."


HANDOUT: Final = one_page(
    "inventory",
    "Inventory of programs",
    COLORADO.format("step 6"),
    "Who trains for the critical occupations: provider, credential, length, cost, and transfer.",
    view,
    guides=(Guide.SECTOR,),
    sections=("programs",),
)
