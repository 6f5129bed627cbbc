"""Wide grids as several narrow ones, each with the titles of its rows, so that all can be read in print."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pathwayctl.handouts.cells import NONE, Grid, Row, blank_rows

MOST: Final = 6
"""Columns of one table, the titles of the rows among them: what a sheet of letter size has room for."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the tables that a grid is parted into; ``caption`` says which of how many it is."""

    caption: str
    grid: Grid


def parted(caption: str, grid: Grid, most: int = MOST) -> tuple[Part, ...]:
    """The grid in tables of at most ``most`` columns, about equally wide: 8 columns are 4 and 4.

    Where there are several, each leaves out the rows that have nothing but dashes in it.
    """
    width = len(grid.columns) - 1
    number = max(1, -(-width // (most - 1)))
    cuts = [1 + part * width // number for part in range(number + 1)]
    if number == 1:
        return (Part(caption, grid),)
    return tuple(
        Part(f"{caption}, part {place} of {number}", _cut(grid, first, last))
        for place, (first, last) in enumerate(pairwise(cuts), 1)
    )


def blank_grid(first: str, titles: str, rows: int = 8, width: int = MOST) -> Grid:
    """A grid to fill in by hand: ``titles`` with a number stand where the columns' own will be."""
    columns: Row = (first, *(f"{titles} {number}" for number in range(1, width)))
    return Grid(blank_rows(width, rows), columns)


def _cut(grid: Grid, first: int, last: int) -> Grid:
    kept = [place for place, row in enumerate(grid.rows) if any(cell != NONE for cell in row[first:last])]
    return Grid(
        tuple((grid.rows[place][0], *grid.rows[place][first:last]) for place in kept),
        (grid.columns[0], *grid.columns[first:last]),
        tuple(grid.indents[place] for place in kept if grid.indents),
        tuple(grid.marks[place] for place in kept if grid.marks),
    )
