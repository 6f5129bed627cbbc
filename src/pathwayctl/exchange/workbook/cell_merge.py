"""Merge one cell: what a partner has changed, against what the project says by now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.editing.edits import AddEntry, Edit, RemoveItem, SetField
from pathwayctl.exchange.cell_text import CellKind, Unusable, parts_of
from pathwayctl.exchange.cell_values import value_of
from pathwayctl.exchange.entry_tables import EntryRow, FieldColumn, head
from pathwayctl.exchange.import_plan import ImportStep, StepKind
from pathwayctl.loading.fields import fits_at
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.loading.naming import Names

_LISTS: Final = frozenset({CellKind.IDS, CellKind.WORDS, CellKind.ITEMS})


@dataclass(frozen=True, slots=True)
class MergedCell:
    """A cell of which a partner has changed ``base`` to ``theirs``, while the project says ``ours`` by now.

    ``whole`` is what the project says with nothing left out for the audience of the workbook. ``typed`` is
    what was typed where that was understood in one way of several, as a day such as 2/12/2027 is.
    """

    column: FieldColumn
    base: str
    ours: str
    theirs: str
    whole: str
    typed: str = ""


def merged_cell(cell: MergedCell, row: EntryRow, place: str, names: Names) -> Iterator[ImportStep]:
    """The step that the cell makes; none where the project says the same by now."""
    if cell.theirs == cell.ours:
        return
    column, note = cell.column, f"It was typed as “{cell.typed}”." if cell.typed else ""
    said = (place, row.name or row.key, column.title, cell.ours, cell.theirs)
    value = value_of(column.path, column.kind, cell.theirs, names)
    if isinstance(value, Unusable):
        yield ImportStep(StepKind.PROBLEM, *said, value.message)
        return
    if value is None and column.needed:
        yield ImportStep(StepKind.PROBLEM, *said, "This cell cannot be empty.")
        return
    if column.kind in _LISTS and cell.whole:
        kind, edits = _items(cell, value, row, names)
    elif cell.whole != cell.ours:
        note = "The project says more here than this workbook shows. Change it in the project."
        kind, edits = StepKind.PROBLEM, ()
    else:
        kind = StepKind.CHANGED if cell.ours == cell.base else StepKind.CONFLICT
        edits = (SetField(row.at, column.steps, value),)
    if edits or kind is StepKind.PROBLEM:
        yield ImportStep(kind, *said, note, edits)


def _items(cell: MergedCell, value: Any, row: EntryRow, names: Names) -> tuple[StepKind, tuple[Edit, ...]]:
    """Take items out of a list and add others, so that what the project has added or hides stays."""
    column = cell.column
    base, ours, whole = (_values(text, column, names) for text in (cell.base, cell.ours, cell.whole))
    theirs = value if isinstance(value, list) else [] if value is None else [value]
    gone = [one for one in base if one not in theirs and one in whole]
    new = [one for one in theirs if one not in base and one not in whole]
    if not gone and not new:  # only the order differs
        same = cell.ours == cell.base and cell.whole == cell.ours and set(theirs) == set(ours)
        return StepKind.CHANGED, (SetField(row.at, column.steps, value),) if same else ()
    changed = {head(one) for one in ours if one not in base}
    kind = StepKind.CONFLICT if changed & {head(one) for one in (*new, *gone)} else StepKind.CHANGED
    at = (row.at, *column.steps) if isinstance(row.at, str) else (*row.at, *column.steps)
    kept = [one for one in whole if one not in gone]
    if not kept or base[:1] != theirs[:1]:  # the first of several owners counts, so the order does too
        whole_list = [
            *(one for one in theirs if one in kept or one in new),
            *(one for one in kept if one not in theirs),
        ]
        return kind, (SetField(row.at, column.steps, _shaped(whole_list, column)),)
    taken: list[Edit] = [RemoveItem(at, one) for one in gone]
    return kind, (*taken, *(AddEntry(at, one) for one in new))


def _shaped(items: list[Any], column: FieldColumn) -> Any:
    """A list as its field takes it: a single item alone if that is possible, and nothing if it is empty."""
    return items[0] if len(items) == 1 and fits_at(column.path, items[0]) else items or None


def _values(text: str, column: FieldColumn, names: Names) -> list[Any]:
    """The items of a cell as plain values."""
    if not text:
        return []
    value = value_of(column.path, column.kind, text, names)
    if isinstance(value, Unusable):
        return list(parts_of(text))
    return value if isinstance(value, list) else [value]
