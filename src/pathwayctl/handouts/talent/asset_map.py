"""The refined asset map: which program teaches what, to which level, and where the gaps are (step 11).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.grids import program_grid
from pathwayctl.evidence.talent.attainment import AttainmentMap, attainment
from pathwayctl.evidence.talent.occupations import program_gaps
from pathwayctl.handouts.cells import bulleted, figure, some, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import (
    Column,
    Columns,
    HandoutTable,
    Head,
    Row,
    TablePart,
    blank_grid,
    divided,
    table,
    table_of,
)
from pathwayctl.handouts.talent.ksa_grid import grouped_grid, level_words
from pathwayctl.language import marked, phrase
from pathwayctl.model.talent import Program, SkillLevel
from pathwayctl.model.talent_assets import Asset
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass

NOWHERE: Final = marked("Not taught")
GAPS: Final = (
    Head(marked("KSA"), width="wide"),
    Head(marked("Asked for by"), width="wide"),
    Head(marked("Highest level taught"), width="narrow"),
    Head(marked("Who could teach it"), width="wide", spare=True),
)
CHECKED: Final[Columns[Program]] = (
    Column("Program", lambda one, _: one.title, "wide"),
    Column("Provider", lambda one, context: context.name(one.provider)),
    Column(
        "KSAs listed",
        lambda one, _: str(len({it.ksa for it in one.teaches}) or phrase("None")),
        "narrow",
        "right",
    ),
    Column("Last checked", lambda one, _: when(one.refined), "narrow"),
)

ASSETS: Final[Columns[Asset]] = (
    Column("Asset", lambda one, _: one.title, "wide"),
    Column("Kind", lambda one, _: one.kind.label, "narrow"),
    Column("Provider", lambda one, context: context.name(one.provider)),
    Column("Places per year", lambda one, _: figure(one.places), "narrow", "right"),
    Column("Whom it serves", lambda one, _: one.serves or ""),
    Column("Occupations", lambda one, context: bulleted(_jobs(one, context)) or phrase("All")),
)


@dataclass(frozen=True, slots=True)
class AssetMap:
    """The page; ``parts`` is the grid of KSAs by programs, in tables that fit on a sheet."""

    parts: tuple[TablePart, ...]
    gaps: HandoutTable
    no_gaps: str
    checked: HandoutTable
    unchecked: str
    others: HandoutTable


def view(context: Context) -> AssetMap:
    """Return all KSAs under their skill sets by all programs, and the gaps."""
    plan = context.plan
    filled = bool(plan.ksas and plan.programs)
    grid = _grid(context) if filled else blank_grid(phrase("KSA"), phrase("Program"), 10)
    found = context.index.ask(attainment)
    gaps = tuple(_gaps(found, context)) if plan.programs else ()
    all_taught = bool(filled and found.rows and not gaps)
    unchecked = [plan.programs[place].title for place in context.index.ask(program_gaps).unchecked]
    return AssetMap(
        parts=divided(phrase("Level that students reach"), grid),
        gaps=table(GAPS, gaps, blank=0 if filled and found.rows else 6),
        no_gaps=phrase("Every KSA that jobs ask for is taught to that level.") if all_taught else "",
        checked=table_of(CHECKED, plan.programs, context, blank=6),
        unchecked=phrase("Not checked with the provider yet: {unchecked}.", unchecked=some(unchecked))
        if unchecked
        else "",
        others=table_of(ASSETS, plan.assets, context, blank=5),
    )


def _jobs(one: Asset, context: Context) -> Iterator[str]:
    return (it.title for it in context.plan.occupations if it.id in one.occupations)


def _grid(context: Context) -> HandoutTable:
    taught = program_grid(context.plan)
    names = {one.id: f"{one.title}\n{context.name(one.provider)}" for one in context.plan.programs}
    rows = {
        ksa: tuple(level_words(taught.cells.get((program, ksa))) for program in taught.rows)
        for ksa in taught.columns
    }
    return grouped_grid(context, (phrase("KSA"), *(names[key] for key in taught.rows)), rows)


def _gaps(found: AttainmentMap, context: Context) -> Iterator[Row]:
    """Yield each KSA that no program teaches to the level asked for, with the occupations that ask for it."""
    plan = context.plan
    taught = program_grid(plan)
    titles = {one.id: one.title for one in plan.occupations}
    for ksa in plan.ksas:
        open_rows = [row for row in found.gaps if row.ksa == ksa.id]
        if not open_rows:
            continue
        reached = [
            taught.cells[program, ksa.id] for program in taught.rows if (program, ksa.id) in taught.cells
        ]
        yield (
            ksa.title,
            bulleted(f"{titles[row.occupation]} ({row.level.label.lower()})" for row in open_rows),
            max(reached, key=tuple(SkillLevel).index).label if reached else phrase(NOWHERE),
            "",
        )


HANDOUT: Final = one_page(
    "asset-map",
    "Asset map",
    COLORADO.format("step 11"),
    "Which program teaches which skills, to which level, and where the gaps are.",
    view,
    guides=(Guide.SECTOR,),
    sections=("programs", "ksas", "assets"),
)
