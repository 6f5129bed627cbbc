"""Rows that partners have added, as new entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pathwayctl.editing.edits import AddEntry
from pathwayctl.editing.new_entry import EntryTarget, proposed_id
from pathwayctl.exchange.cell_text import Unusable, clean, typed_text
from pathwayctl.exchange.cell_values import value_of
from pathwayctl.exchange.import_plan import ImportStep, StepKind
from pathwayctl.loading.naming import Names, names_in, slug
from pathwayctl.model.annotations import name_field
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.exchange.export_source import ExportSource
    from pathwayctl.exchange.spreadsheets import SheetCells
    from pathwayctl.exchange.tables import EntryTable
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


class NewRows:
    """All new rows of a workbook. Their ids are known before they are read, so they can name each other."""

    def __init__(self, source: ExportSource, loaded: Loaded) -> None:
        self._source = source
        self._sections: dict[str, Any] = dict(loaded.written(()))
        self._taken = set(loaded.ids)
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
        if table.has_ids and not id_:
            id_ = proposed_id(_target(table), {name_field(table.model): name}, self._taken)
        self._taken.add(id_)
        self._rows.append(_NewRow(table, sheet, found, row, texts, id_, name))

    def steps(self) -> Iterator[ImportStep]:
        """The new entries, those that others are part of before them."""
        for new in self._rows:
            if new.id:
                entry = {"id": new.id, name_field(new.table.model): new.name}
                section = new.table.steps[0]
                if len(new.table.steps) == 1:
                    self._sections[section] = [*(self._sections.get(section) or []), entry]
        self.names = names_in(self._sections)
        made: set[str] = set()
        waiting = list(self._rows)
        own = {new.id for new in waiting if new.id}
        while waiting:
            ready = [new for new in waiting if self._parent(new) not in own - made] or waiting
            for new in ready:
                made.add(new.id)
                yield self._step(new)
            waiting = [new for new in waiting if new not in ready]

    def _parent(self, new: _NewRow) -> str:
        """The id of the entry that a row says it is part of, also where it is called by its name."""
        text = clean(new.row.parent)
        if not text or text in self.names.ids:
            return text
        called = self.names.called(text, tuple({one.kind for one in self.names.ids.values()}))
        return called[0].id if len(called) == 1 else text

    def _step(self, new: _NewRow) -> ImportStep:
        where = new.sheet.place(new.row.number, new.found.key)
        said = (where, new.name or new.id)
        into = self._into(new)
        if isinstance(into, Unusable):
            return ImportStep(StepKind.PROBLEM, *said, note=into.message)
        entry: dict[str, Any] = {"id": new.id} if new.id and new.table.has_ids else {}
        for column in new.table.columns:
            text = new.texts.get(column.steps, "")
            value = value_of(column.path, column.kind, text, self.names)
            if isinstance(value, Unusable):
                place = new.sheet.place(new.row.number, new.found.fields[column.steps])
                return ImportStep(StepKind.PROBLEM, place, new.name, column.title, "", text, value.message)
            if value is not None:
                group = entry
                for step in column.steps[:-1]:
                    group = group.setdefault(step, {})
                group[column.steps[-1]] = value
        missing = [one.title for one in new.table.columns if one.needed and not _has(entry, one.steps)]
        if missing:
            return ImportStep(StepKind.PROBLEM, *said, note=f"The new row needs {listed(missing)}.")
        after = "; ".join(f"{'.'.join(steps)}: {text}" for steps, text in new.texts.items() if text)
        return ImportStep(StepKind.ADDED, *said, after=after, edits=(AddEntry(into, entry),))

    def _into(self, new: _NewRow) -> str | Path | Unusable:
        """The list that the entry is added to."""
        steps, parent = new.table.steps, self._parent(new)
        if not new.table.has_parent or (new.table.tree and not parent):
            return steps[0]
        if new.table.is_of_single:
            return steps
        if parent in self.names.ids:
            return (parent, new.table.tree or steps[1])
        number = parent.removeprefix("#")
        if parent.startswith("#") and number.isdecimal() and len(steps) > 1:
            return (steps[0], int(number) - 1, steps[1])
        return Unusable(f"“Part of” has to say which entry it is part of, and there is no “{parent}”.")


def _target(table: EntryTable) -> EntryTarget:
    return EntryTarget(table.steps[0], table.entry_path)


def _has(entry: dict[str, Any], steps: tuple[str, ...]) -> bool:
    """Whether an entry has a field; one of a group that is not there need not be."""
    for step in steps[:-1]:
        entry = entry.get(step, {})
        if not entry:
            return True
    return steps[-1] in entry
