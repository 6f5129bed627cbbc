"""The sheets of a workbook: which tables of the plan they show, and with which columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from pathwayctl.exchange.cell_text import CellKind
from pathwayctl.exchange.entry_tables import EntryRow, EntryTable, FieldColumn, names_ids, tables_of
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import Schedule

if TYPE_CHECKING:
    from pathwayctl.exchange.export_source import ExportOrder, ExportSource

AUTO: Final = "(auto) "
"""The title of a column that is worked out begins so; what is typed there is ignored."""
KEY: Final = "ID"
ROW: Final = "Row"
PART_OF: Final = "Part of"
_LONGEST_NAME: Final = 31
_WIDE: Final = 14
"""Columns of a sheet from which on those with nothing in them are folded."""
_KEY_ABOUT: Final = "Identifies the entry. Leave it as it is, and leave it empty in a new row."
_PART_ABOUT: Final = "The ID of the entry that this one is part of. A new row needs it{}."


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet. ``column`` is the field that it shows; keys and what is worked out have none.

    ``is_field`` if people may type in it.
    """

    title: str
    about: str
    kind: CellKind
    texts: tuple[str, ...]
    column: FieldColumn | None = None
    is_auto: bool = False
    is_field: bool = False

    @property
    def is_used(self) -> bool:
        """Whether any cell has something in it."""
        return any(self.texts)


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, the table that it shows, its rows, and its columns."""

    name: str
    table: EntryTable
    rows: tuple[EntryRow, ...]
    columns: tuple[SheetColumn, ...]

    def folded(self, column: SheetColumn) -> bool:
        """Whether a column is folded away at first: there are many, and it has nothing in it."""
        is_optional = column.column is not None and not column.column.needed
        return len(self.columns) > _WIDE and is_optional and not column.is_used


def sheets_of(source: ExportSource, order: ExportOrder) -> list[Sheet]:
    """The sheets for an order: those that were asked for, else those of sections with entries."""
    found = []
    names = {one.id: one.name for one in source.shown.index.every_entry}
    for table in tables_of(source):
        if order.sections and table.steps[0] not in order.sections:
            continue
        rows = tuple(row for row in table.rows(source) if _is_wanted(row, table, order.parties))
        if rows or (order.sections and not table.is_single):
            found.append(
                Sheet(
                    table.title[:_LONGEST_NAME],
                    table,
                    rows,
                    tuple(_columns(table, rows, names, source.shown.schedule)),
                )
            )
    return found


def _is_wanted(row: EntryRow, table: EntryTable, parties: Collection[str]) -> bool:
    return not parties or not names_ids(row, table).isdisjoint(parties)


def _columns(
    table: EntryTable, rows: tuple[EntryRow, ...], names: Mapping[str, str], schedule: Schedule
) -> Iterator[SheetColumn]:
    """The key, what an entry is part of, its fields, and beside those what is worked out."""
    keys = tuple(row.key for row in rows)
    yield SheetColumn(KEY if table.has_ids else ROW, _KEY_ABOUT, CellKind.ID, keys)
    if table.has_parent:
        parents = tuple(row.parent for row in rows)
        about = _PART_ABOUT.format(", unless it is part of none" if table.tree else "")
        yield SheetColumn(PART_OF, about, CellKind.ID, parents)
        yield from _names(PART_OF, parents, names)
    for place, column in enumerate(table.columns):
        if column.steps == ("id",):
            continue
        texts = tuple(row.cells[place] for row in rows)
        yield SheetColumn(column.title, column.about, column.kind, texts, column, is_field=True)
        if column.kind in (CellKind.ID, CellKind.IDS):
            yield from _names(column.title, texts, names)
        if column.steps == ("title",) and table.steps == ("tasks",):
            yield from _dates(keys, schedule)


def _names(title: str, texts: tuple[str, ...], names: Mapping[str, str]) -> Iterator[SheetColumn]:
    """What the ids in a column name, if there are any."""
    shown = tuple("; ".join(names.get(one, one) for one in text.split("; ")) for text in texts)
    if any(name != text for name, text in zip(shown, texts, strict=True)):
        about = f"What “{title}” names. It is worked out, and changes here are ignored."
        yield SheetColumn(f"{AUTO}{title}", about, CellKind.TEXT, shown, is_auto=True)


def _dates(keys: tuple[str, ...], schedule: Schedule) -> Iterator[SheetColumn]:
    """The dates of tasks as the schedule has them."""
    about = "Worked out from the plan; changes here are ignored."
    tasks = [schedule.by_id.get(key) for key in keys]
    for title, kind, text in _WORKED_OUT:
        texts = tuple(text(task) if task is not None else "" for task in tasks)
        yield SheetColumn(f"{AUTO}{title}", about, kind, texts, is_auto=True)


_WORKED_OUT: Final = (
    ("Number", CellKind.TEXT, lambda task: task.wbs),
    ("Start", CellKind.DAY, lambda task: task.start.isoformat()),
    ("Finish", CellKind.DAY, lambda task: task.finish.isoformat()),
    ("Total float in working days", CellKind.NUMBER, lambda task: str(task.total_float)),
    ("Critical", CellKind.FLAG, lambda task: "yes" if task.critical else ""),
)
