"""Merge a workbook that came back: between what it said, what it says now, and what the project says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from pathwayctl.editing.edits import Edit, Refused, RemoveEntry
from pathwayctl.exchange.cell_text import CellKind
from pathwayctl.exchange.entry_tables import EntryRow, EntryTable, tables_of
from pathwayctl.exchange.export_source import ExportSource
from pathwayctl.exchange.import_plan import ImportOrder, ImportPlan, ImportStep, StepKind
from pathwayctl.exchange.spreadsheets import BookCells, SheetCells, read_workbook
from pathwayctl.exchange.workbook.ancestor import SHEET, Ancestor, AncestorRow, AncestorTable, unpacked
from pathwayctl.exchange.workbook.book_writer import LISTS, START
from pathwayctl.exchange.workbook.cell_merge import MergedCell, merged_cell
from pathwayctl.exchange.workbook.moved_rows import MovedRows
from pathwayctl.exchange.workbook.new_rows import NewRows
from pathwayctl.exchange.workbook.partner_sheets import PART_OF
from pathwayctl.exchange.workbook.sheet_rows import (
    Headings,
    SheetRow,
    headings_of,
    read_cell,
    remarks_on,
    rows_of,
)
from pathwayctl.model.vocabulary import Audience
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.loading.project import Loaded

_NOT_OURS: Final = Refused(
    "This workbook was not made by “pathwayctl export xlsx”, or the part that says so is gone.",
    "For a list of your own, say what its rows are, such as: --as people",
)


def read(
    data: bytes, name: str, context: Context, loaded: Loaded, order: ImportOrder
) -> ImportPlan | Refused:
    """What a workbook that came back would change."""
    book = read_workbook(data, name)
    if isinstance(book, Refused):
        return book
    sheet = book.by_name.get(SHEET)
    ancestor = unpacked([str(row[0]) for row in sheet.rows if row]) if sheet else None
    if ancestor is None:
        return _NOT_OURS
    merge = _Merge(book, ancestor, context, loaded, order)
    return merge.refusal() or ImportPlan(name, tuple(merge.steps()))


class _Merge:
    """One workbook against one project."""

    def __init__(
        self, book: BookCells, ancestor: Ancestor, context: Context, loaded: Loaded, order: ImportOrder
    ) -> None:
        audience = next((one for one in Audience if one.value == ancestor.audience), Audience.PUBLIC)
        self.book, self.ancestor, self.order = book, ancestor, order
        self.ours = ExportSource(context, loaded, audience)
        self.tables = {".".join(table.steps): table for table in tables_of(self.ours)}
        self.new = NewRows(self.ours, loaded)
        self.moved = MovedRows(loaded)

    def refusal(self) -> Refused | None:
        """Why nothing of the workbook can be merged: it is of another project."""
        keys = {row.key for one in self.ancestor.tables.values() for row in one.rows}
        name = self.ours.loaded.plan.project.name
        if self.ancestor.project == name or not keys.isdisjoint(self.ours.loaded.ids):
            return None
        return Refused(
            f"This workbook was made from the project “{self.ancestor.project}”, and this one is “{name}”.",
            "Name the project it belongs to with -p.",
        )

    def steps(self) -> Iterator[ImportStep]:
        """Everything that the workbook would change, sheet by sheet; new entries come last."""
        used = {SHEET, LISTS, START}
        for key, base in self.ancestor.tables.items():
            table = self.tables.get(key)
            sheet = self._sheet(base, table, used) if table is not None else None
            if table is None or sheet is None:
                note = "This sheet is not there any more, so nothing in it changes."
                yield ImportStep(StepKind.IGNORED, base.sheet, note=note)
                continue
            used.add(sheet.name)
            found = headings_of(sheet, table)
            if found is None:
                note = "The row with the headings is gone, so the sheet cannot be read."
                yield ImportStep(StepKind.PROBLEM, sheet.name, note=note)
                continue
            yield from remarks_on(sheet, found, table)
            yield from _TableMerge(self, table, base, sheet, found).steps()
        others = [sheet.name for sheet in self.book.sheets if sheet.name not in used and sheet.rows]
        for title in others:
            yield ImportStep(StepKind.IGNORED, title, note="This sheet is not one of the project’s.")
        yield from self.new.steps()
        yield from self.moved.steps(self.new.names)

    def _sheet(self, base: AncestorTable, table: EntryTable | None, used: set[str]) -> SheetCells | None:
        """The sheet of a table, also under another name."""
        named = self.book.by_name.get(base.sheet)
        if named is not None or table is None:
            return named
        kept = {one.sheet for one in self.ancestor.tables.values()}
        others = [one for one in self.book.sheets if one.name not in used | kept]
        alike = [(headings_of(one, table), one) for one in others]
        most = len(table.columns) / 2
        return next((one for found, one in alike if found and len(found.fields) > most), None)


class _TableMerge:
    """One table against its sheet."""

    def __init__(
        self, merge: _Merge, table: EntryTable, base: AncestorTable, sheet: SheetCells, found: Headings
    ) -> None:
        self.merge, self.table, self.base, self.sheet, self.found = merge, table, base, sheet, found
        self.places = {name: at for at, name in enumerate(base.columns)}
        ours = list(table.rows(merge.ours))
        self.ours = _paired(base.rows, ours, by_key=table.has_ids or table.is_single)
        self.base_rows = {row.key: row for row in base.rows}
        self.parents = {row.key: row.parent for row in ours}

    def steps(self) -> Iterator[ImportStep]:
        """What the rows of the sheet change."""
        seen: dict[str, int] = {}
        covered = self.sheet.covered()
        for row in rows_of(self.sheet, self.found, covered):
            key = self._known(row.key)
            if key in seen:
                yield self._problem(
                    row, f"The ID “{key}” is in row {seen[key] + 1} already. Empty it for a new row."
                )
            elif key in self.base_rows:
                seen[key] = row.number
                yield from self._changes(row, self.base_rows[key], self.ours.get(key))
            else:
                yield from self._added(row)
        if any(column == self.found.key for _, column in covered):
            return  # some rows cannot be told apart, so none counts as deleted
        for key, base in self.base_rows.items():
            if key not in seen and key in self.ours:
                yield self._gone(base, self.ours[key])

    def _known(self, key: str) -> str:
        """The key of the ancestor that is meant, also where a program has taken ``007`` for a number."""
        if key in self.base_rows or not key.isdecimal():
            return key
        alike = [one for one in self.base_rows if one.isdecimal() and int(one) == int(key)]
        return alike[0] if len(alike) == 1 else key

    def _changes(self, row: SheetRow, base: AncestorRow, ours: EntryRow | None) -> Iterator[ImportStep]:
        header = self.merge.ours.loaded.plan.project
        for at, column in enumerate(self.table.columns):
            place = self.places.get(".".join(column.steps))
            if place is None or column.steps not in row.cells:
                continue
            old = base.cells[place]
            new = read_cell(
                row.cells[column.steps], old, column, header.start, from_1904=self.merge.book.from_1904
            )
            if new == old:
                continue
            where = self.sheet.place(row.number, self.found.fields[column.steps])
            if ours is None:
                note = "The entry has been removed from the project."
                yield ImportStep(StepKind.IGNORED, where, base.key, column.title, after=new, note=note)
                continue
            raw = row.cells[column.steps]
            typed = raw if column.kind is CellKind.DAY and isinstance(raw, str) and raw != new else ""
            cell = MergedCell(column, old, ours.cells[at], new, column.text(ours.entry), typed)
            yield from merged_cell(cell, ours, where, self.merge.new.names)
        if ours is not None and self.table.has_parent and self.found.part_of is not None:
            yield from self._moved(row, base, ours)

    def _moved(self, row: SheetRow, base: AncestorRow, ours: EntryRow) -> Iterator[ImportStep]:
        if row.parent in (base.parent, ours.parent):
            return
        where = self.sheet.place(row.number, self.found.part_of or 0)
        if self.table.tree:
            self.merge.moved.add(ours, where, base.parent, row.parent, self.parents)
            return
        note = "To move it, add a new row that says where it belongs, and delete this one."
        yield ImportStep(StepKind.IGNORED, where, ours.name, PART_OF, ours.parent, row.parent, note)

    def _added(self, row: SheetRow) -> Iterator[ImportStep]:
        """A row that the ancestor did not have."""
        if row.key and not self.table.has_ids:
            yield self._problem(row, f"There is no row “{row.key}”. Empty this cell for a new row.")
        elif self.table.is_single:
            yield self._problem(row, "This sheet takes one row only.")
        else:
            self.merge.new.add(self.table, self.sheet, self.found, row, from_1904=self.merge.book.from_1904)

    def _problem(self, row: SheetRow, note: str) -> ImportStep:
        return ImportStep(StepKind.PROBLEM, self.sheet.place(row.number, self.found.key), row.key, note=note)

    def _gone(self, base: AncestorRow, ours: EntryRow) -> ImportStep:
        """An entry whose row is not in the sheet any more."""
        said = ours.name or ours.key
        if not self.merge.order.remove:
            note = "Its row was deleted. To remove the entry too, add --remove."
            return ImportStep(StepKind.KEPT, self.sheet.name, said, note=note)
        edits: tuple[Edit, ...] = (RemoveEntry(ours.at),)
        changed = self._changed_since(base, ours)
        if changed:
            note = f"Its row was deleted, and the project has changed {listed(changed)} since."
            return ImportStep(
                StepKind.CONFLICT, self.sheet.name, said, before="changed", note=note, edits=edits
            )
        return ImportStep(StepKind.REMOVED, self.sheet.name, said, edits=edits)

    def _changed_since(self, base: AncestorRow, ours: EntryRow) -> list[str]:
        pairs = zip(self.table.columns, ours.cells, strict=True)
        known = ((column, text, self.places.get(".".join(column.steps))) for column, text in pairs)
        return [column.title for column, text, at in known if at is not None and base.cells[at] != text]


def _paired(base: Sequence[AncestorRow], ours: Sequence[EntryRow], *, by_key: bool) -> dict[str, EntryRow]:
    """The entries of today by the keys of the ancestor; entries without ids are matched by what they say."""
    if by_key:
        return {row.key: row for row in ours}
    before = [(row.parent.partition("#")[0], *row.cells) for row in base]
    now = [(row.parent.partition("#")[0], *row.cells) for row in ours]
    if len(before) == len(now):
        return {old.key: new for old, new in zip(base, ours, strict=True) if old.parent == new.parent}
    found: dict[str, EntryRow] = {}
    for kind, first, last, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and last - first == end - start):
            found.update((old.key, new) for old, new in zip(base[first:last], ours[start:end], strict=True))
    return found
