"""The rough inventory of education and training programs (step 6), and which occupations they prepare for.

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.talent.attainment import attainment_map
from pathwayctl.handouts.cells import Row, blank_rows, bulleted, some, stacked, yes_no
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
    """The page.

    ``rows``: program, provider, CIP code, credentials, length, cost, prerequisites, transfer.
    ``occupations``: occupation, programs that prepare for it, places a year.
    """

    rows: tuple[Row, ...]
    gaps: tuple[str, ...]
    occupations: tuple[Row, ...]
    without: str


def view(context: Context) -> Inventory:
    """All programs in the order of the plan, and the critical occupations with theirs."""
    plan = context.plan
    has = attainment_map(plan).coverage
    titles = {one.id: one.title for one in plan.occupations}
    missing = [titles[one.occupation] for one in has if not one.programs]
    return Inventory(
        rows=tuple(_row(one, context) for one in plan.programs) or blank_rows(WIDTH, 10),
        gaps=tuple(_gaps(plan.programs)),
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
    """``$5,400``, ``Free``, or nothing where the cost is not known."""
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


_WANTED: Final = (
    ("a CIP code", "cip"),
    ("a credential", "credentials"),
    ("a length", "length"),
    ("a cost", "cost"),
    ("a word on transfer", "transfers"),
)


def _gaps(programs: tuple[Program, ...]) -> Iterator[str]:
    for words, field in _WANTED:
        missing = [one.title for one in programs if getattr(one, field) in (None, ())]
        if missing:
            yield f"{count(len(missing), 'program lacks', 'programs lack')} {words}: {some(missing)}."


HANDOUT: Final = one_page(
    "inventory",
    "Inventory of programs",
    COLORADO.format("step 6"),
    "Who trains for the critical occupations: provider, credential, length, cost and transfer.",
    view,
    guides=(Guide.SECTOR,),
    sections=("programs",),
)
