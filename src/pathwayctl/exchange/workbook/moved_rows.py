"""Rows of entries that partners have made part of another entry, as tasks are part of other tasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from pathwayctl.editing.draft import own_ids
from pathwayctl.editing.edits import MoveEntry
from pathwayctl.exchange.import_plan import ImportStep, StepKind
from pathwayctl.exchange.workbook.new_rows import depth_of, holder_called
from pathwayctl.exchange.workbook.partner_sheets import PART_OF
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.exchange.entry_tables import EntryRow
    from pathwayctl.loading.naming import Names
    from pathwayctl.loading.project import Loaded


@dataclass(frozen=True, slots=True)
class _MovedRow:
    """An entry of the project, and what the cell at a place says that it is part of now."""

    entry: EntryRow
    place: str
    base: str
    parent: str


class MovedRows:
    """All moved rows of a workbook. They are read once the new rows are known, which they may go under."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._rows: list[_MovedRow] = []
        self._parents: Mapping[str, str] = {}

    def add(self, entry: EntryRow, place: str, base: str, parent: str, parents: Mapping[str, str]) -> None:
        """Record a moved row. ``parents`` maps each task of the project to its parent."""
        self._rows.append(_MovedRow(entry, place, base, parent))
        self._parents = parents

    def steps(self, names: Names) -> Iterator[ImportStep]:
        """Yield the moves, those to the top level first, so that two tasks can swap places."""
        wanted = {moved.entry.key: holder_called(moved.parent, names) for moved in self._rows}
        parents = {**self._parents, **wanted}
        for moved in sorted(self._rows, key=lambda one: depth_of(one.entry.key, parents)):
            yield self._step(moved, wanted[moved.entry.key], names, parents)

    def _step(self, moved: _MovedRow, parent: str, names: Names, parents: Mapping[str, str]) -> ImportStep:
        entry = moved.entry
        said = (moved.place, entry.name or entry.key, PART_OF, entry.parent, moved.parent)
        if parent and (parent not in names.ids or names.ids[parent].kind != Task.NOUN):
            return ImportStep(StepKind.PROBLEM, *said, note=f"There is no task “{parent}”.")
        if depth_of(entry.key, parents) >= len(parents):
            return ImportStep(StepKind.PROBLEM, *said, note="It would be part of itself.")
        kind = StepKind.CHANGED if entry.parent == moved.base else StepKind.CONFLICT
        return ImportStep(kind, *said, edits=(self._edit(entry.key, parent),))

    def _edit(self, key: str, parent: str) -> MoveEntry:
        if parent:
            return MoveEntry(key, under=parent)
        spot = self._loaded.where(self._paths[key])
        return MoveEntry(key, file=spot[0] if spot else None)

    @cached_property
    def _paths(self) -> dict[str, Path]:
        return dict(own_ids(self._loaded.written(())))
