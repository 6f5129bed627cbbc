"""Rows that partners have added, as new entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pathwayctl.editing.draft import own_ids
from pathwayctl.editing.edits import AddEntry
from pathwayctl.editing.new_entry import EntryTarget, proposed_id
from pathwayctl.exchange.cell_text import Unusable, clean, typed_text
from pathwayctl.exchange.cell_values import UnusableField, values_of
from pathwayctl.exchange.entry_tables import missing_in, nested
from pathwayctl.exchange.import_plan import ImportStep, StepKind
from pathwayctl.loading.naming import Names, names_in, slug
from pathwayctl.model.annotations import name_field
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.exchange.entry_tables import EntryTable
    from pathwayctl.exchange.export_source import ExportSource
    from pathwayctl.exchange.spreadsheets import SheetCells
    from pathwayctl.exchange.workbook.sheet_rows import Headings, SheetRow
    from pathwayctl.loading.project import Loaded


@dataclass(frozen=True, slots=True)
class _NewRow:
    """A new row with the id that its entry gets, if it gets one, and whether that was typed."""

    table: EntryTable
    sheet: SheetCells
    found: Headings
    row: SheetRow
    texts: dict[tuple[str, ...], str]
    id: str
    name: str
    is_taken: bool


class NewRows:
    """All new rows of a workbook. Their ids are known before they are read, so they can name each other."""

    def __init__(self, source: ExportSource, loaded: Loaded) -> None:
        self._source, self._loaded = source, loaded
        self._sections: dict[str, Any] = dict(loaded.written(()))
        self._taken = set(loaded.ids)
        self._spots = dict(own_ids(self._sections))
        self._rows: list[_NewRow] = []
        self.names: Names = names_in(self._sections)
        """What can be referred to: the entries of the project."""

    def add(
        self, table: EntryTable, sheet: SheetCells, found: Headings, row: SheetRow, *, from_1904: bool
    ) -> None:
        """Take up a row, unless none of its fields has anything in it."""
        start, texts = self._source.loaded.plan.project.start, {}
        for column in table.columns:
            value = row.cells.get(column.steps, "")
            if value != "":
                texts[column.steps] = typed_text(value, column.path, column.kind, start, from_1904=from_1904)
        if not any(texts.values()):
            return
        name = texts.get((name_field(table.model),), "")
        id_ = slug(row.key) if row.key else ""
        is_taken = id_ in self._taken and bool(id_)
        if table.has_ids and not id_:
            id_ = proposed_id(_target(table), {name_field(table.model): name}, self._taken)
        self._taken.add(id_)
        self._rows.append(_NewRow(table, sheet, found, row, texts, id_, name, is_taken))

    def steps(self) -> Iterator[ImportStep]:
        """The new entries, those that others are part of before them."""
        self._name_all()
        parents = {new.id: self._parent(new) for new in self._rows if new.id and new.table.tree}
        for new in sorted(self._rows, key=lambda new: depth_of(new.id, parents)):
            yield self._step(new)

    def _name_all(self) -> None:
        """Make the new entries known by their ids and names."""
        found: dict[str, list[dict[str, str]]] = {}
        for new in self._rows:
            if new.id and len(new.table.steps) == 1 and not new.is_taken:
                entry = {"id": new.id, name_field(new.table.model): new.name}
                found.setdefault(new.table.steps[0], []).append(entry)
        if found:
            more = {name: [*(self._sections.get(name) or []), *entries] for name, entries in found.items()}
            self.names = names_in({**self._sections, **more})

    def _parent(self, new: _NewRow) -> str:
        return holder_called(new.row.parent, self.names)

    def _step(self, new: _NewRow) -> ImportStep:
        where = new.sheet.place(new.row.number, new.found.key)
        said = (where, new.name or new.id)
        into = self._into(new)
        if isinstance(into, Unusable):
            return ImportStep(StepKind.PROBLEM, *said, note=into.message)
        values = values_of(new.texts, new.table.columns, self.names)
        if isinstance(values, UnusableField):
            place = new.sheet.place(new.row.number, new.found.fields[values.column.steps])
            unusable = (values.column.title, "", values.text, values.message)
            return ImportStep(StepKind.PROBLEM, place, new.name, *unusable)
        if new.id and new.table.has_ids:
            values = {("id",): new.id, **values}
        entry = nested(values)
        missing = [one.title for one in missing_in(entry, new.table)]
        if missing:
            return ImportStep(StepKind.PROBLEM, *said, note=f"The new row needs {listed(missing)}.")
        if self._is_there(into, entry):
            return ImportStep(StepKind.IGNORED, *said, note="The project has this entry by now.")
        if new.is_taken:
            note = f"The project has another entry with the ID “{new.id}”. Type a different one."
            return ImportStep(StepKind.PROBLEM, *said, note=note)
        after = "; ".join(f"{'.'.join(steps)}: {text}" for steps, text in new.texts.items() if text)
        return ImportStep(StepKind.ADDED, *said, after=after, edits=(AddEntry(into, entry),))

    def _is_there(self, into: str | Path, entry: dict[str, Any]) -> bool:
        """Whether a list has an entry that says the same, as after the same workbook was imported before."""
        said = {key: value for key, value in entry.items() if key != "id"}
        return any({**one, "id": None} == {**said, "id": None} for one in self._entries(into))

    def _entries(self, into: str | Path) -> list[dict[str, Any]]:
        """The entries of a list, with the values of the files."""
        if isinstance(into, str):
            found: Any = self._loaded.written((into,))
        else:
            holder = self._spots.get(str(into[0]))
            found = self._loaded.written((*holder, *into[1:]) if holder is not None else into)
        return [one for one in found or () if isinstance(one, dict)]

    def _into(self, new: _NewRow) -> str | Path | Unusable:
        """The list that the entry is added to."""
        steps, parent = new.table.steps, self._parent(new)
        if not new.table.has_parent or (new.table.tree and not parent):
            return steps[0]
        if new.table.is_of_single:
            return steps
        if parent in self.names.ids:
            return (parent, *([new.table.tree] if new.table.tree else steps[1:]))
        number = parent.removeprefix("#")
        if parent.startswith("#") and number.isdecimal() and len(steps) > 1:
            return (steps[0], int(number) - 1, *steps[1:])
        return Unusable(f"“Part of” has to say which entry it is part of, and there is no “{parent}”.")


def _target(table: EntryTable) -> EntryTarget:
    return EntryTarget(table.steps[0], table.entry_path)


def holder_called(text: str, names: Names) -> str:
    """The id of the entry that a cell says another is part of, also where it is called by its name."""
    text = clean(text)
    if not text or text in names.ids:
        return text
    called = names.called(text, tuple({one.kind for one in names.ids.values()}))
    return called[0].id if len(called) == 1 else text


def depth_of(id_: str, parents: Mapping[str, str]) -> int:
    """The number of entries above an entry. If they form a cycle, it is the number of all of them."""
    depth = 0
    while id_ in parents and depth < len(parents):
        id_, depth = parents[id_], depth + 1
    return depth
