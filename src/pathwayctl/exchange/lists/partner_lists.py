"""Read a partner's own list: each row a new entry, or what it adds to an entry that the project has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.editing.edits import AddEntry, Refused, SetField
from pathwayctl.editing.new_entry import EntryTarget, kinds, proposed_id, target_of
from pathwayctl.exchange.cell_text import CellKind, Unusable, typed_text
from pathwayctl.exchange.cell_values import value_of
from pathwayctl.exchange.entry_tables import EntryRow, EntryTable, FieldColumn, missing_in, nested, tables_of
from pathwayctl.exchange.export_source import ExportSource
from pathwayctl.exchange.import_plan import ImportOrder, ImportPlan, ImportStep, StepKind
from pathwayctl.exchange.lists.column_mapping import (
    ListColumns,
    Steps,
    columns_of,
    remembered,
    usable,
)
from pathwayctl.exchange.spreadsheets import SheetCells, read_csv, read_workbook
from pathwayctl.loading.naming import Names, names_in, slug
from pathwayctl.model.annotations import name_field
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed, offer

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.loading.project import Loaded

_EMAIL: Final = ("email",)
_BETWEEN: Final = re.compile(r"([;,\n])")
_ROW_NUMBER: Final = re.compile(r"(\d+)\s*(?=$|[FS][FS])")


def read(
    data: bytes, name: str, context: Context, loaded: Loaded, order: ImportOrder
) -> ImportPlan | Refused:
    """What a list would add to the project, and change in it."""
    if not order.kind:
        return Refused(
            f"“{name}” does not say what its rows are.", f"Say it, such as: import {name} --as people"
        )
    target = target_of(order.kind)
    if target is None:
        hint = offer(order.kind.lower(), tuple(kinds().values()), "lists")
        return Refused(f"There is no list of “{order.kind}”.", hint)
    book = (read_csv if name.lower().endswith(".csv") else read_workbook)(data, name)
    if isinstance(book, Refused):
        return book
    whole = ExportSource(context, loaded, Audience.INTERNAL)
    table = next(one for one in tables_of(whole) if one.steps == target.path[:1])
    best = max(book.sheets, key=lambda one: _size(one, table), default=None)
    if best is None or not best.rows:
        return Refused(f"“{name}” has no rows.", "Save the list again, with headings in its first row.")
    kept = usable(
        (str(cell) for row in best.rows[:20] for cell in row), remembered(loaded.root, table.steps[0])
    )
    columns = columns_of(best, table, {**kept, **(order.mapping or {})})
    if isinstance(columns, Refused):
        return columns
    rows = _ListRows(table, best, columns, whole, order, from_1904=book.from_1904)
    return ImportPlan(name, tuple(rows.steps()), columns.mapping)


def _size(sheet: SheetCells, table: EntryTable) -> tuple[int, int]:
    """How well a sheet fits: by its columns that are understood, then by its rows."""
    found = columns_of(sheet, table, {}) if sheet.rows else None
    return (len(found.fields) if isinstance(found, ListColumns) else 0, len(sheet.rows))


@dataclass(frozen=True, slots=True)
class _ListRow:
    """A row of a list: its number from 0, the text of each field, who it is about, and the entry it becomes.

    ``known`` is the entry that the project has for it. ``id`` is that of a new entry, if it gets one.
    """

    number: int
    texts: Mapping[Steps, str]
    name: str
    known: EntryRow | None
    id: str

    @property
    def entry_id(self) -> str:
        """The id of the entry that it becomes, or of the one that the project has; empty if it has none."""
        return self.id or (self.known.key if self.known else "")


class _ListRows:
    """The rows of one list, read against the entries of the project and against each other."""

    def __init__(
        self, table: EntryTable, sheet: SheetCells, columns: ListColumns, whole: ExportSource,
        order: ImportOrder, *, from_1904: bool,
    ) -> None:  # fmt: skip
        self.table, self.sheet, self.columns, self.order = table, sheet, columns, order
        self.start, self.from_1904 = whole.original.project.start, from_1904
        self.by_steps = {column.steps: column for column in table.columns}
        self.sections, self.taken = whole.loaded.written(()), set(whole.loaded.ids)
        self.names: Names = names_in(self.sections)
        self.name = (name_field(table.model),)
        there = tuple(table.rows(whole))
        self.by_name: dict[str, list[EntryRow]] = {}
        for one in there:
            self.by_name.setdefault(slug(one.name), []).append(one)
        emails = ((self._text_in(one, _EMAIL).casefold(), one) for one in there)
        self.by_email = {email: one for email, one in emails if email}
        self.covered = sheet.covered()
        self.by_number: list[_ListRow] = []
        self.id_by_number: dict[str, str] = {}

    def steps(self) -> Iterator[ImportStep]:
        """What each row does, with the cell where it does not fit."""
        remarks = list(self._gathered())
        section = self.table.steps[0]
        new = [
            {"id": one.id, self.name[0]: one.name} for one in self.by_number if one.id and one.known is None
        ]
        self.names = names_in({**self.sections, section: [*(self.sections.get(section) or []), *new]})
        self.id_by_number = {
            str(at): id_ for at, one in enumerate(self.by_number, 1) if (id_ := one.entry_id)
        }
        yield from remarks
        for row in self.by_number:
            yield from self._row(row)

    def _gathered(self) -> Iterator[ImportStep]:
        """Find out what each row is about; a row that says the same as one before it is left out."""
        seen: dict[tuple[str, str], int] = {}
        for number in range(self.columns.row + 1, len(self.sheet.rows)):
            texts = self._texts(number)
            if not any(texts.values()):
                continue
            name, email = texts.get(self.name, ""), texts.get(_EMAIL, "").casefold()
            who, known = (slug(name), email), self._known(slug(name), email)
            if who in seen and any(who):
                note = f"Row {seen[who] + 1} says the same name{' and e-mail' if email else ''}."
                yield ImportStep(StepKind.IGNORED, self._place(number), name, note=note)
            elif isinstance(known, str):
                yield ImportStep(StepKind.PROBLEM, self._place(number), name, note=known)
            else:
                if known is None:
                    texts.update((steps, one) for steps, one in self._fill().items() if not texts.get(steps))
                id_ = "" if known or not self.table.has_ids else self._id(texts)
                self.by_number.append(_ListRow(number, texts, name, known, id_))
            seen[who] = number

    def _fill(self) -> dict[Steps, str]:
        return {tuple(field.split(".")): value for field, value in (self.order.fill or {}).items()}

    def _texts(self, number: int) -> dict[Steps, str]:
        """The text of each field in a row; a name may be in two cells, and what merging covers is empty."""
        row, found = self.sheet.rows[number], {}
        for steps, columns in self.columns.fields.items():
            column = self.by_steps[steps]
            cells = [row[at] for at in columns if at < len(row) and (number, at) not in self.covered]
            texts = [
                typed_text(one, column.path, column.kind, self.start, from_1904=self.from_1904)
                for one in cells
            ]
            found[steps] = " ".join(filter(None, texts))
            if column.kind is CellKind.TEXT and steps == self.name:
                found[steps] = " ".join(found[steps].split())
        return found

    def _id(self, texts: Mapping[Steps, str]) -> str:
        """The id of a new entry: the one that is typed, if it can be one, else one after its name."""
        typed = texts.get(("id",), "")
        target = EntryTarget(self.table.steps[0], self.table.entry_path)
        named = {self.name[0]: texts.get(self.name, "")}
        is_free = typed == slug(typed) != "" and not typed.isdecimal() and typed not in self.taken
        id_ = typed if is_free else proposed_id(target, named, self.taken)
        self.taken.add(id_)
        return id_

    def _known(self, name: str, email: str) -> EntryRow | str | None:
        """The entry of the project that a row is about; a text if that is not clear."""
        found, named = self.by_email.get(email), self.by_name.get(name, []) if name else []
        if found is not None and email:
            return found
        if len(named) > 1:
            return f"The project has {len(named)} entries of this name: {listed([one.key for one in named])}."
        if named and email and self._text_in(named[0], _EMAIL):
            return f"The project has “{named[0].key}” of this name with another e-mail. Add the row by hand."
        return named[0] if named else None

    def _text_in(self, row: EntryRow, steps: Steps) -> str:
        column = self.by_steps.get(steps)
        return column.text(row.entry) if column is not None else ""

    def _row(self, row: _ListRow) -> Iterator[ImportStep]:
        values: dict[Steps, Any] = {}
        for steps, text in row.texts.items():
            column = self.by_steps[steps]
            value = value_of(column.path, column.kind, self._with_ids(column, text), self.names)
            if isinstance(value, Unusable):
                place = self._place(row.number, steps)
                yield ImportStep(StepKind.PROBLEM, place, row.name, column.title, "", text, value.message)
                return
            if value is not None and steps != ("id",):
                values[steps] = value
        if row.known is not None:
            yield from self._compared(row, row.known, values)
        else:
            yield self._new(row, values)

    def _with_ids(self, column: FieldColumn, text: str) -> str:
        """Predecessors as a project program exports them, ``3; 5FS+2d``, with ids in place of row numbers."""
        if column.kind is not CellKind.ITEMS or column.ref is None:
            return text
        return "".join(_with_id(part, self.id_by_number) for part in _BETWEEN.split(text))

    def _compared(self, row: _ListRow, known: EntryRow, values: Mapping[Steps, Any]) -> Iterator[ImportStep]:
        """What a row says of an entry that is there: fields that it lacks, and others that differ."""
        said = []
        for steps, value in values.items():
            column, ours = self.by_steps[steps], self._text_in(known, steps)
            is_list = column.kind in (CellKind.ID, CellKind.IDS, CellKind.ITEMS)
            theirs = "; ".join(value if isinstance(value, list) else [value]) if is_list else row.texts[steps]
            if theirs.casefold() not in (ours.casefold(), column.default):
                kind = StepKind.CONFLICT if ours else StepKind.CHANGED
                place = self._place(row.number, steps)
                edits = (SetField(known.at, steps, value),)
                said.append(ImportStep(kind, place, known.name, column.title, ours, theirs, "", edits))
        yield from said
        if not said:
            note = f"The project has it as “{known.key}”."
            yield ImportStep(StepKind.IGNORED, self._place(row.number), known.name, note=note)

    def _new(self, row: _ListRow, values: Mapping[Steps, Any]) -> ImportStep:
        entry = nested({("id",): row.id, **values} if row.id else values)
        missing = missing_in(entry, self.table)
        if missing:
            note = f"The row needs {listed([one.title for one in missing])}. {self._how_to_give(missing[0])}"
            return ImportStep(StepKind.PROBLEM, self._place(row.number), row.name, note=note)
        edits = (AddEntry(self.table.steps[0], entry),)
        return ImportStep(StepKind.ADDED, self._place(row.number), row.name, edits=edits)

    def _how_to_give(self, column: FieldColumn) -> str:
        """What to type for a field that rows lack: whose column it is, or what it is in all of them."""
        field = ".".join(column.steps)
        if column.steps == self.name and column.steps not in self.columns.fields:
            return f'Say which column has it: --map "HEADING={field}"'
        return f"The same for all rows: --fill {field}=VALUE"

    def _place(self, number: int, steps: Steps = ()) -> str:
        columns = self.columns.fields.get(steps) or self.columns.fields.get(self.name) or (0,)
        return self.sheet.place(number, columns[0])


def _with_id(part: str, rows: Mapping[str, str]) -> str:
    """A predecessor with an id in place of the number of a row, if it begins with one."""
    link = part.lstrip()
    found = _ROW_NUMBER.match(link)
    before = part[: len(part) - len(link)]
    return f"{before}{rows.get(found[1], found[1])} {link[found.end(1) :]}" if found else part
