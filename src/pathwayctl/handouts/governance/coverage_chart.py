"""How well a grid is covered, as facts for a picture: a figure in each cell, and how dark it is shaded.

Two grids are drawn: people by role and stage (Designing a Career Pathways System, chapter 1, tables 3
and 4; CCRS Center, 2016), and responsibilities held by component and role (Texas Regional Pathways
Network, Key Stakeholders, undated).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.grids import role_grid
from pathwayctl.handouts.cells import NONE, Row
from pathwayctl.model.governance_words import StakeholderRole
from pathwayctl.model.vocabulary import Component, Role, Stage
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.evidence.governance.duties import DutyGrid
    from pathwayctl.handouts.context import Context

DARKEST: Final = 4


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A figure in words; ``shade`` is 0 (nothing) to ``DARKEST``, and -1 where nothing is asked for."""

    words: str
    shade: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Rows of cells under columns. ``none`` and ``most`` say what the lightest and the darkest mean."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[HeatCell, ...], ...]
    none: str
    most: str


def role_map(context: Context) -> HeatMap | None:
    """How many people play each role at each stage, or nothing where nobody plays any at any."""
    cells = role_grid(context.plan).cells
    most = max(map(len, cells.values()))
    if not most:
        return None
    return HeatMap(
        corner="Role",
        columns=tuple(stage.label for stage in Stage),
        rows=tuple(role.label for role in Role),
        cells=tuple(tuple(_counted(len(cells[role, stage]), most) for stage in Stage) for role in Role),
        none="Nobody",
        most="Most people",
    )


def map_rows(chart: HeatMap) -> tuple[Row, ...]:
    """The rows of a table that says what a map of figures shows."""
    return tuple(
        (name, *(cell.words for cell in cells)) for name, cells in zip(chart.rows, chart.cells, strict=True)
    )


def duty_map(grid: DutyGrid) -> HeatMap | None:
    """How many of the responsibilities are held, or nothing where nobody holds any."""
    held = {
        (cell.component, cell.role): (len(cell.duties) - len(cell.unheld), len(cell.duties))
        for cell in grid.cells
    }
    if not any(number for number, _ in held.values()):
        return None
    return HeatMap(
        corner="Component",
        columns=tuple(role.label for role in StakeholderRole),
        rows=tuple(component.label for component in Component),
        cells=tuple(
            tuple(_share(*held[component, role]) for role in StakeholderRole) for component in Component
        ),
        none="Nobody holds any",
        most="All are held",
    )


def in_words(chart: HeatMap, what: str) -> str:
    """``16 cells, of which 3 have nobody in them ...``; ``what`` is the figure in a cell."""
    cells = [cell for row in chart.cells for cell in row if cell.shade >= 0]
    empty = sum(not cell.shade for cell in cells)
    told = f"; {count(empty, 'cell is', 'cells are')} empty" if empty else ""
    return f"{what}: {count(len(cells), 'cell')}{told}. The table below says the same in words."


def _counted(number: int, most: int) -> HeatCell:
    return HeatCell(f"{number:,}", -(-DARKEST * number // most))


def _share(held: int, asked: int) -> HeatCell:
    if not asked:
        return HeatCell(NONE, -1)
    return HeatCell(f"{held} of {asked}", min(-(-DARKEST * held // asked), DARKEST))
