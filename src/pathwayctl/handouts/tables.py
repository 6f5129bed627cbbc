"""Tables of handouts: each column is declared once, with its title, its place on paper, and its cells.

Headings, rows, blank rows to fill in by hand, and the number of columns all follow from one tuple of
columns. An **empty** cell is one that nobody has filled in yet, and on paper it is room to write; a dash
says that there is nothing to write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, Generic, Literal, TypeVar

from pathwayctl.handouts.cells import NONE
from pathwayctl.handouts.context import Context
from pathwayctl.language import marked, phrase
from pathwayctl.quick_dataclass import dataclass

Align = Literal["left", "center", "right"]
Width = Literal["", "narrow", "wide"]
Mark = Literal["", "summary", "critical", "total"]
WIDEST: Final = 6
"""The most columns of a table that has a sheet of letter paper to itself."""
UNMARKED: Final[Mark] = ""
Row = tuple[str, ...]
"""The cells of one row; the first is the row's header."""
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a column, and how its cells are set.

    A ``wide`` column gets more room than it would take; a ``narrow`` one takes no more than its words, as
    long as those are short. A ``spare`` column is left out if none of its cells is filled.
    """

    title: str
    align: Align = "left"
    width: Width = ""
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Column(Generic[Entry]):
    """A column of a table that has a row for each entry: its heading, and the text of an entry's cell.

    Unlike other columns, it is ``spare`` unless it says otherwise, because it is to be filled in by hand.
    """

    title: str
    cell: Callable[[Entry, Context], str]
    width: Width = ""
    align: Align = "left"
    spare: bool = True


Columns = tuple[Column[Entry], ...]
"""The columns of a table that has a row for each entry."""


@dataclass(frozen=True, slots=True)
class HandoutTable:
    """Rows under their columns, as a template gets them; in a template, a table counts as its rows.

    ``indents`` (the depth of each row from 0, for a tree) and ``marks`` are empty or as long as ``rows``.
    """

    columns: tuple[Head, ...]
    rows: tuple[Row, ...]
    indents: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __getitem__(self, place: int) -> Row:
        return self.rows[place]

    def with_total(self, *cells: str) -> HandoutTable:
        """The table with one more row, marked as the total."""
        marks: tuple[Mark, ...] = self.marks or (UNMARKED,) * len(self.rows)
        indents = (*self.indents, 0) if self.indents else ()
        return HandoutTable(self.columns, (*self.rows, cells), indents, (*marks, "total"))

    def resized(self, widths: Mapping[str, Width]) -> HandoutTable:
        """The table with other widths for some columns, by their titles."""
        heads = (replace(head, width=widths.get(head.title, head.width)) for head in self.columns)
        return replace(self, columns=tuple(heads))


def table_of(
    columns: Columns[Entry], entries: Iterable[Entry], context: Context, *, blank: int = 0
) -> HandoutTable:
    """Make a table with a row for each entry; without entries, with ``blank`` numbered rows to fill in."""
    rows = (tuple(column.cell(entry, context) for column in columns) for entry in entries)
    return table(columns, rows, blank=blank)


def table(
    columns: Iterable[str | Head | Column[Any]],
    rows: Iterable[Row] = (),
    *,
    blank: int = 0,
    indents: Iterable[int] = (),
    marks: Iterable[Mark] = (),
) -> HandoutTable:
    """Make a table of finished rows; without rows, with ``blank`` numbered rows to fill in.

    A row to fill in begins with what it is about, so its first cell has room to write.
    """
    heads = tuple(_head(column) for column in columns)
    found = tuple(rows)
    if not found and heads and not heads[0].width:
        heads = (replace(heads[0], width="wide"), *heads[1:])
    return HandoutTable(heads, found or blank_rows(len(heads), blank), tuple(indents), tuple(marks))


def _head(column: str | Head | Column[Any]) -> Head:
    if isinstance(column, Column):
        return _declared_head(column.title, column.align, column.width, column.spare)
    return Head(column) if isinstance(column, str) else column


@lru_cache(maxsize=1024)  # the same objects in each run: equal tables are found to be so at once
def _declared_head(title: str, align: Align, width: Width, spare: bool) -> Head:
    return Head(marked(title), align, width, spare)


def blank_rows(width: int, number: int = 4) -> tuple[Row, ...]:
    """Numbered rows of ``width`` cells to fill in by hand."""
    return tuple((str(line), *("",) * (width - 1)) for line in range(1, number + 1))


@dataclass(frozen=True, slots=True)
class TablePart:
    """One of the tables that a wide one is divided into; ``caption`` says which of how many it is."""

    caption: str
    grid: HandoutTable


def divided(caption: str, whole: HandoutTable, most: int = WIDEST) -> tuple[TablePart, ...]:
    """Divide a table into several of at most ``most`` columns, about equally wide: 8 columns are 4 and 4.

    Each has the first column. If there are several, each leaves out the rows in which it has only dashes.
    """
    width = len(whole.columns) - 1
    number = max(1, -(-width // (most - 1)))
    if number == 1:
        return (TablePart(caption, whole),)
    cuts = [1 + part * width // number for part in range(number + 1)]
    return tuple(
        TablePart(
            phrase("{caption}, part {place} of {number}", caption=caption, place=place, number=number),
            _cut(whole, first, last),
        )
        for place, (first, last) in enumerate(pairwise(cuts), 1)
    )


def blank_grid(first: str, titles: str, rows: int = 8, width: int = WIDEST) -> HandoutTable:
    """Make a grid to fill in by hand, with ``titles`` and a number above each column but the first."""
    numbered = (f"{titles} {number}" for number in range(1, width))
    return table((Head(first, width="wide"), *numbered), blank=rows)


def _cut(whole: HandoutTable, first: int, last: int) -> HandoutTable:
    kept = [place for place, row in enumerate(whole.rows) if any(cell != NONE for cell in row[first:last])]
    return HandoutTable(
        (whole.columns[0], *whole.columns[first:last]),
        tuple((whole.rows[place][0], *whole.rows[place][first:last]) for place in kept),
        tuple(whole.indents[place] for place in kept if whole.indents),
        tuple(whole.marks[place] for place in kept if whole.marks),
    )
