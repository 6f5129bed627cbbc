"""The refined asset map: which program teaches what, to which level, and where the gaps are (step 11).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from pathwayctl.evidence.grids import program_grid
from pathwayctl.evidence.talent.attainment import AttainmentMap, attainment
from pathwayctl.evidence.talent.programs import program_gaps
from pathwayctl.handouts.cells import Columns, Grid, Row, blank_rows, bulleted, some, when
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.talent.ksa_grid import grouped_grid, level_words
from pathwayctl.handouts.wide_tables import Part, blank_grid, parted
from pathwayctl.model.talent import SkillLevel
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context

NOWHERE: Final = "Not taught"


@dataclass(frozen=True, slots=True)
class AssetMap:
    """The page.

    ``parts`` is the grid of KSAs by programs, in tables that fit on a sheet.
    """

    checked_columns: ClassVar[Columns] = (
        ("Program", "left", "wide"),
        "Provider",
        ("KSAs listed", "right", "narrow"),
        ("Last checked", "left", "narrow"),
    )
    gaps_columns: ClassVar[Columns] = (
        ("KSA", "left", "wide"),
        ("Asked for by", "left", "wide"),
        ("Highest level taught", "left", "narrow"),
        ("Who could teach it", "left", "wide"),
    )
    parts: tuple[Part, ...]
    gaps: tuple[Row, ...]
    no_gaps: str
    checked: tuple[Row, ...]
    unchecked: str


def view(context: Context) -> AssetMap:
    """All KSAs under their skill sets by all programs, and the gaps."""
    plan = context.plan
    filled = bool(plan.ksas and plan.programs)
    grid = _grid(context) if filled else blank_grid("KSA", "Program", 10)
    found = context.index.ask(attainment)
    gaps = tuple(_gaps(found, context)) if plan.programs else ()
    unchecked = [plan.programs[place].title for place in context.index.ask(program_gaps).unchecked]
    return AssetMap(
        parts=parted("Level that students reach", grid),
        gaps=gaps or (() if filled and found.rows else blank_rows(4, 6)),
        no_gaps=""
        if gaps or not (filled and found.rows)
        else "Every KSA that jobs ask for is taught to that level.",
        checked=tuple(_checked(context)) or blank_rows(4, 6),
        unchecked=f"Not checked with the provider yet: {some(unchecked)}." if unchecked else "",
    )


def _grid(context: Context) -> Grid:
    taught = program_grid(context.plan)
    names = {one.id: f"{one.title}\n{context.name(one.provider)}" for one in context.plan.programs}
    rows = {
        ksa: tuple(level_words(taught.cells.get((program, ksa))) for program in taught.rows)
        for ksa in taught.columns
    }
    return grouped_grid(context, ("KSA", *(names[key] for key in taught.rows)), rows)


def _gaps(found: AttainmentMap, context: Context) -> Iterator[Row]:
    """Each KSA that no program teaches to the level asked for, with the occupations that ask for it."""
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
            max(reached, key=tuple(SkillLevel).index).label if reached else NOWHERE,
            "",
        )


def _checked(context: Context) -> Iterator[Row]:
    for one in context.plan.programs:
        known = str(len({taught.ksa for taught in one.teaches})) if one.teaches else "None"
        yield (one.title, context.name(one.provider), known, when(one.refined))


HANDOUT: Final = one_page(
    "asset-map",
    "Asset map",
    COLORADO.format("step 11"),
    "Which program teaches which skills, to which level, and where the gaps are.",
    view,
    guides=(Guide.SECTOR,),
    sections=("programs", "ksas"),
)
