"""Knowledge, skills, and abilities (KSAs) by occupation, and by skill set and level (steps 9 and 10; 3B).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. An
occupation is listed at the highest level that it asks for in a skill set; that is our own interpretation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pathwayctl.evidence.grids import LevelGrid, demand_grid
from pathwayctl.evidence.talent.employers import employers_of
from pathwayctl.evidence.talent.occupations import skill_gaps
from pathwayctl.handouts.cells import NONE, bulleted, some, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import (
    UNMARKED,
    HandoutTable,
    Head,
    Mark,
    Row,
    TablePart,
    blank_grid,
    divided,
    table,
)
from pathwayctl.language import marked, phrase
from pathwayctl.model.talent import Ksa, SkillLevel
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

UNGROUPED: Final = marked("Not in a skill set yet")
LEVELS: Final = tuple(SkillLevel)


@dataclass(frozen=True, slots=True)
class KsaGrid:
    """The page: the grid in parts that fit on a sheet, and jobs by skill set and level."""

    parts: tuple[TablePart, ...]
    gaps: tuple[str, ...]
    jobs: HandoutTable


def view(context: Context) -> KsaGrid:
    """Return all KSAs under their skill sets, by the critical occupations."""
    demands = demand_grid(context.plan)
    titles = {one.id: one.title for one in context.plan.occupations}
    filled = bool(demands.rows and demands.columns)
    grid = _grid(context, demands, titles) if filled else blank_grid(phrase("KSA"), phrase("Occupation"), 10)
    return KsaGrid(
        parts=divided(phrase("Level that each occupation asks for"), grid),
        gaps=tuple(_gaps(context, demands, titles)),
        jobs=_jobs(context, demands, titles),
    )


def by_group(context: Context) -> Mapping[str, list[Ksa]]:
    """Return the KSAs of each skill set, in the order of the plan; those in no set come last."""
    groups: dict[str, list[Ksa]] = {one.group.strip(): [] for one in context.plan.ksas if one.group}
    for one in context.plan.ksas:
        groups.setdefault(one.group.strip() if one.group else phrase(UNGROUPED), []).append(one)
    return groups


def grouped_grid(context: Context, columns: Sequence[str], rows: Mapping[str, Row]) -> HandoutTable:
    """Return KSAs under their skill sets; ``rows`` are the cells of each KSA after its title, by its id.

    The row of a skill set counts how many of its KSAs have something in each column.
    """
    cells: list[Row] = []
    marks: list[Mark] = []
    for label, ksas in by_group(context).items():
        filled = (
            sum(cell != NONE for cell in column) for column in zip(*(rows[it.id] for it in ksas), strict=True)
        )
        cells.append(
            (label, *(phrase("{number} of {number2}", number=number, number2=len(ksas)) for number in filled))
        )
        cells.extend((_named(it, context), *rows[it.id]) for it in ksas)
        marks += ["summary", *[UNMARKED] * len(ksas)]
    heads: tuple[str | Head, ...] = (Head(columns[0], width="wide"), *columns[1:])
    return table(heads, cells, indents=[0 if mark else 1 for mark in marks], marks=marks)


def _named(one: Ksa, context: Context) -> str:
    """Return a KSA with its kind, its importance, and who confirmed it."""
    employers = employers_of(one)
    who = [context.name(key) for key in one.confirmed_by]
    said = (
        (
            phrase("Confirmed by {employers}: {who}", employers=count(employers, "employer"), who=some(who))
            if who
            else phrase("Confirmed by {employers}", employers=count(employers, "employer"))
        )
        if employers
        else ""
    )
    if said and one.confirmed:
        said = f"{said} ({when(one.confirmed)})"
    return stacked(
        f"{one.title} ({one.kind.label.lower()})",
        phrase("Importance: {importance}", importance=one.importance.label.lower()) if one.importance else "",
        said,
    )


def level_words(level: SkillLevel | None) -> str:
    """Return the level’s word, or a dash."""
    return level.label if level else NONE


def _grid(context: Context, demands: LevelGrid, titles: Mapping[str, str]) -> HandoutTable:
    rows = {
        ksa: tuple(level_words(demands.cells.get((ksa, occupation))) for occupation in demands.columns)
        for ksa in demands.rows
    }
    return grouped_grid(context, (phrase("KSA"), *(titles[key] for key in demands.columns)), rows)


def _gaps(context: Context, demands: LevelGrid, titles: Mapping[str, str]) -> Iterator[str]:
    gaps, ksas = context.index.ask(skill_gaps), context.plan.ksas
    if demands.empty_columns:
        yield phrase("No KSAs yet for {titles}.", titles=some([titles[key] for key in demands.empty_columns]))
    if unasked := [ksas[place].title for place in gaps.unasked]:
        yield phrase("No critical occupation asks for {unasked}.", unasked=some(unasked, "or"))
    if loose := [ksas[place].title for place in gaps.ungrouped]:
        yield phrase("Not in a skill set yet: {loose}.", loose=some(loose))


def _jobs(context: Context, demands: LevelGrid, titles: Mapping[str, str]) -> HandoutTable:
    """Return occupations by skill set and the highest level that they ask for in it."""
    columns: tuple[str | Head, ...] = (
        phrase("Skill set"),
        *(Head(level.label, spare=True) for level in LEVELS),
    )
    rows: list[Row] = []
    for label, ksas in by_group(context).items():
        highest = {key: level for key in demands.columns if (level := _highest(key, ksas, demands))}
        rows.append((label, *(_at(level, highest, titles) for level in LEVELS)))
    return table(columns, rows, blank=4)


def _highest(occupation: str, ksas: list[Ksa], demands: LevelGrid) -> SkillLevel | None:
    levels = [level for ksa in ksas if (level := demands.cells.get((ksa.id, occupation)))]
    return max(levels, key=LEVELS.index, default=None)


def _at(level: SkillLevel, highest: Mapping[str, SkillLevel], titles: Mapping[str, str]) -> str:
    return bulleted(titles[key] for key, found in highest.items() if found is level) or NONE


HANDOUT: Final = one_page(
    "ksa-grid",
    "Skills by occupation",
    COLORADO.format("steps 9 and 10"),
    "Which knowledge, skills, and abilities each occupation asks for, and to which level.",
    view,
    guides=(Guide.SECTOR,),
    sections=("ksas",),
)
