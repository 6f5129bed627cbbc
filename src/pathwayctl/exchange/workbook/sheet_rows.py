"""The rows of a sheet that came back: found under its headings, wherever people have moved them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.exchange.cell_text import CellKind, clean, in_cell, typed_text
from pathwayctl.exchange.import_plan import ImportStep, StepKind
from pathwayctl.exchange.spreadsheets import SheetCells
from pathwayctl.exchange.workbook.partner_sheets import AUTO, KEY, PART_OF, ROW
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.exchange.entry_tables import EntryTable, FieldColumn

_FIRST_ROWS: Final = 20
"""Rows in which the headings are looked for: people put titles and notes above them."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings are, and the columns by what they hold: fields by their steps, and two more."""

    row: int
    key: int
    part_of: int | None
    fields: Mapping[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that came back: its number from 0, its key, what it is part of, and its cells as they stand.

    ``cells`` has only fields whose cells can be read.
    """

    number: int
    key: str
    parent: str
    cells: Mapping[tuple[str, ...], Any]


def headings_of(sheet: SheetCells, table: EntryTable) -> Headings | None:
    """The headings of a table in a sheet; ``None`` if it does not have them."""
    titles = {column.title.casefold(): column.steps for column in table.columns if column.steps != ("id",)}
    first = (KEY if table.has_ids else ROW).casefold()
    for number, row in enumerate(sheet.rows[:_FIRST_ROWS]):
        words = [clean(str(cell)).casefold() for cell in row]
        if first in words and any(word in titles for word in words):
            fields = {titles[word]: at for at, word in reversed([*enumerate(words)]) if word in titles}
            part_of = words.index(PART_OF.casefold()) if PART_OF.casefold() in words else None
            return Headings(number, words.index(first), part_of, fields)
    return None


def rows_of(sheet: SheetCells, found: Headings, covered: Collection[tuple[int, int]]) -> Iterator[SheetRow]:
    """The rows below the headings that have anything in them, without cells that merging has covered."""
    for number in range(found.row + 1, len(sheet.rows)):
        row = sheet.rows[number]
        if (number, found.key) in covered or not any(cell != "" for cell in row):
            continue
        cells = {
            steps: row[at] if at < len(row) else ""
            for steps, at in found.fields.items()
            if (number, at) not in covered
        }
        parent = "" if found.part_of is None else _key(row, found.part_of)
        yield SheetRow(number, _key(row, found.key), parent, cells)


def _key(row: list[Any], at: int) -> str:
    """A key as a text; a program that took it for a number has left out what is before it."""
    value = row[at] if at < len(row) else ""
    return str(int(value)) if isinstance(value, float) and value == int(value) else clean(str(value))


def remarks_on(sheet: SheetCells, found: Headings, table: EntryTable) -> Iterator[ImportStep]:
    """What is to be said of the columns and merged cells of a sheet."""
    titles = {column.steps: column.title for column in table.columns}
    known = {title.casefold() for title in (*titles.values(), KEY, ROW, PART_OF)}
    heads = sheet.rows[found.row]
    for at, cell in enumerate(heads):
        title = clean(str(cell))
        if not title.casefold().startswith(AUTO.strip()) and title.casefold() not in known and title:
            note = f"The column “{title}” is not one of the project’s."
            yield ImportStep(StepKind.IGNORED, sheet.place(found.row, at), note=note)
    words = [clean(str(cell)).casefold() for cell in heads]
    for at, word in enumerate(words):
        if word in known and words.index(word) < at:
            note = f"Two columns are called “{clean(str(heads[at]))}”; the first one is read."
            yield ImportStep(StepKind.PROBLEM, sheet.place(found.row, at), note=note)
    for steps, title in titles.items():
        if steps != ("id",) and steps not in found.fields:
            note = f"The column “{title}” is not there any more, so nothing in it changes."
            yield ImportStep(StepKind.IGNORED, sheet.name, note=note)
    for merged in sheet.merged:
        if merged[1][0] > found.row:
            first = sheet.place(*merged[0])
            note = f"These cells are merged. Only {first} can be read; unmerge them, and fill in each."
            yield ImportStep(StepKind.PROBLEM, sheet.range(merged), note=note)


def read_cell(value: Any, base: str, column: FieldColumn, start: date, *, from_1904: bool) -> str:
    """The text of a cell; quick where it is as it was in the ancestor."""
    if value == in_cell(base) or (
        column.kind is CellKind.TEXT and isinstance(value, str) and clean(value) == base
    ):
        return base
    text = typed_text(value, column.path, column.kind, start, from_1904=from_1904)
    return "" if text == column.default else text
