"""The facts of a heat map: a figure in each cell, and how dark it is shaded.

Two grids are drawn: people by role and stage (Designing a Career Pathways System, chapter 1, tables 3
and 4; CCRS Center, 2016), and responsibilities held by component and role (Texas Regional Pathways
Network, Key Stakeholders, undated).
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.governance.duties import DutyGrid, DutyTotals, totals
from pathwayctl.evidence.partners.stakeholders import stakeholders
from pathwayctl.handouts.cells import NONE
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.tables import HandoutTable, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.governance import StakeholderRole
from pathwayctl.model.vocabulary import Component, Role, Stage
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

DARKEST: Final = 4


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A figure in words; ``shade`` is 0 (empty) to ``DARKEST``, or -1 if the guide asks for none."""

    words: str
    shade: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Rows of cells under columns; ``none`` and ``most`` explain the lightest and darkest shade.

    ``outside`` explains the cells with the shade -1.
    """

    corner: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[HeatCell, ...], ...]
    none: str
    most: str
    outside: str = marked("Nothing is asked for here")


def role_map(context: Context) -> HeatMap | None:
    """Return how many people play each role at each stage, or ``None`` if nobody does."""
    cells = context.index.ask(stakeholders).grid.cells
    most = max(map(len, cells.values()))
    if not most:
        return None
    return HeatMap(
        corner=phrase("Role"),
        columns=tuple(stage.label for stage in Stage),
        rows=tuple(role.label for role in Role),
        cells=tuple(tuple(_counted(len(cells[role, stage]), most) for stage in Stage) for role in Role),
        none=phrase("Nobody"),
        most=phrase("Most people"),
    )


def map_table(chart: HeatMap) -> HandoutTable:
    """Return a table with the same figures."""
    lines = zip(chart.rows, chart.cells, strict=True)
    rows = ((name, *(cell.words for cell in cells)) for name, cells in lines)
    return table((chart.corner, *chart.columns), rows)


def duty_map(grid: DutyGrid) -> HeatMap | None:
    """Return how many of the responsibilities are held, or ``None`` if none are."""
    if not totals(grid.cells).held:
        return None
    found = {(cell.component, cell.role): totals((cell,)) for cell in grid.cells}
    return HeatMap(
        corner=phrase("Component"),
        columns=tuple(role.label for role in StakeholderRole),
        rows=tuple(component.label for component in Component),
        cells=tuple(
            tuple(_share(found[component, role]) for role in StakeholderRole) for component in Component
        ),
        none=phrase("None held"),
        most=phrase("All held"),
    )


def in_words(chart: HeatMap, what: str) -> str:
    """Describe the map; ``what`` is the figure in a cell: ``People: 16 cells; 3 cells are empty. ...``."""
    cells = [cell for row in chart.cells for cell in row if cell.shade >= 0]
    empty = sum(not cell.shade for cell in cells)
    empty_words = (
        phrase("; {cells_are} empty", cells_are=count(empty, "cell is", "cells are")) if empty else ""
    )
    return phrase(
        "{what}: {cells}{empty_words}.",
        what=what,
        cells=count(len(cells), "cell"),
        empty_words=empty_words,
    )


def _counted(number: int, most: int) -> HeatCell:
    return HeatCell(f"{number:,}", -(-DARKEST * number // most))


def _share(found: DutyTotals) -> HeatCell:
    if not found.listed:
        return HeatCell(NONE, -1)
    shade = -(-DARKEST * found.held // found.listed)
    return HeatCell(phrase("{held} of {listed}", held=found.held, listed=found.listed), shade)
