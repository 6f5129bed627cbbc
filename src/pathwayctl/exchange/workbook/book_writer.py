"""Write a plan as a workbook: a sheet of instructions, a sheet for each table, and hidden ones."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

from pathwayctl.exchange.cell_text import CellKind, in_cell
from pathwayctl.exchange.workbook.ancestor import (
    SHEET,
    Ancestor,
    AncestorRow,
    AncestorTable,
    packed,
    revision_of,
)
from pathwayctl.exchange.workbook.conditions import add_conditions
from pathwayctl.exchange.workbook.partner_sheets import Sheet, SheetColumn, sheets_of
from pathwayctl.exchange.workbook.presets import PresetSheet, preset_sheet
from pathwayctl.loading.fields import plain_type_at
from pathwayctl.model.annotations import Ref
from pathwayctl.model.vocabulary import Word

if TYPE_CHECKING:
    from pathwayctl.exchange.export_source import ExportOrder, ExportSource

LISTS: Final = "~Lists"
START: Final = "Start here"
_SPARE: Final = 200
"""Empty rows below a table that have its drop-down lists, for new entries."""
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NARROW: Final = frozenset({CellKind.DAY, CellKind.NUMBER, CellKind.FLAG})
_FORMS: Final = {
    CellKind.DAY: {"num_format": "yyyy-mm-dd", "align": "left"},
    CellKind.NUMBER: {"num_format": "General", "align": "left"},
}
_HEAD: Final = {
    "bold": True,
    "bg_color": "#1F3864",
    "font_color": "#FFFFFF",
    "text_wrap": True,
    "valign": "top",
}
_GREY: Final = {"bg_color": "#E7E6E6", "font_color": "#3B3B3B", "italic": True}


def write(source: ExportSource, order: ExportOrder) -> bytes:
    """The workbook, the same bytes for the same project and order."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    plan = source.shown.plan
    day = plan.project.status_date or plan.project.start
    book.set_properties({
        "title": plan.project.name, "author": "pathwayctl",
        "created": datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None),
    })  # fmt: skip
    writer = _BookWriter(book, source)
    if order.preset:
        writer.preset(preset_sheet(source, order.preset, order.parties))
    else:
        writer.write(sheets_of(source, order))
    book.close()
    return stream.getvalue()


class _BookWriter:
    """Writes the sheets of one workbook; formats are made once for each way a cell can look."""

    def __init__(self, book: Any, source: ExportSource) -> None:
        self.book, self.source = book, source
        self._formats: dict[Any, Any] = {}
        self._lists: dict[tuple[str, ...], str] = {}

    def format(self, **look: Any) -> Any:
        """The format of a look."""
        key = tuple(look.items())
        if key not in self._formats:
            self._formats[key] = self.book.add_format({"font_name": "Calibri", "font_size": 11, **look})
        return self._formats[key]

    def write(self, sheets: list[Sheet]) -> None:
        """Write all sheets, the hidden ones last."""
        self._start(sheets)
        made = [(sheet, self.book.add_worksheet(sheet.name)) for sheet in sheets]
        lists = self.book.add_worksheet(LISTS)
        for sheet, page in made:
            self._table(sheet, page, lists)
        lists.hide()
        self._ancestor(sheets)

    def preset(self, sheet: PresetSheet) -> None:
        """Write a ready-made sheet, which is all that such a workbook has."""
        page = self.book.add_worksheet(sheet.name)
        for at, column in enumerate(sheet.columns):
            texts = tuple(row[at] for row in sheet.rows)
            shown = SheetColumn(column.title, "", column.kind, texts, is_field=True)
            self._column(page, at, shown, folded=False)
        self._heads(page, sheet.name, [one.title for one in sheet.columns], len(sheet.rows))

    def _heads(self, page: Any, name: str, titles: list[str], rows: int) -> None:
        """Make cells a table with headings, which stay in sight and stand on each printed page."""
        headers = [{"header": one, "header_format": self.format(**_HEAD)} for one in titles]
        page.add_table(0, 0, max(rows, 1), len(headers) - 1, {
            "name": f"table_{name}".replace(" - ", "_").replace(" ", "_"), "columns": headers,
            "style": "Table Style Light 1", "title": name, "description": "One row for each entry",
        })  # fmt: skip
        page.freeze_panes(1, 1)
        page.set_row(0, 32)
        page.repeat_rows(0)
        page.set_landscape()
        page.fit_to_pages(1, 0)

    def _start(self, sheets: list[Sheet]) -> None:
        """The first sheet: what a partner does, in five lines."""
        page = self.book.add_worksheet(START)
        page.set_column(0, 0, 100, self.format(text_wrap=True, valign="top"))
        page.write_string(0, 0, self.source.shown.plan.project.name, self.format(bold=True, font_size=16))
        rows = [
            *_INSTRUCTIONS,
            "",
            "Sheets in this workbook:",
            *(f"{one.name}: {len(one.rows)}" for one in sheets),
        ]
        for number, text in enumerate(rows, 2):
            page.write_string(number, 0, text, self.format(text_wrap=True, valign="top"))
        page.set_landscape()
        page.fit_to_pages(1, 0)

    def _table(self, sheet: Sheet, page: Any, lists: Any) -> None:
        for at, column in enumerate(sheet.columns):
            self._column(page, at, column, folded=sheet.folded(column))
            self._choices(page, at, column, sheet, lists)
        self._heads(page, sheet.name, [one.title for one in sheet.columns], len(sheet.rows))
        for at, column in enumerate(sheet.columns):
            page.write_comment(0, at, column.about, {"author": "pathwayctl", "x_scale": 2})
        add_conditions(page, sheet, self.source.shown.plan.project.status_date, self.format)

    def _column(self, page: Any, at: int, column: SheetColumn, *, folded: bool) -> None:
        """The width and look of a column, and its cells."""
        longest = max((len(line) for text in column.texts[:200] for line in text.split("\n")), default=0)
        width = 12 if column.kind in _NARROW else min(max(longest, len(column.title), 10) + 2, 44)
        look = {"num_format": "@", **_FORMS.get(column.kind, {}), "valign": "top", "text_wrap": True}
        form = self.format(**look, **({} if column.is_field else _GREY))
        page.set_column(at, at, width, form, {"hidden": True, "level": 1} if folded else {})
        for number, text in enumerate(column.texts, 1):
            if text:
                _cell(page, number, at, text, column.kind, form)

    def _choices(self, page: Any, at: int, column: SheetColumn, sheet: Sheet, lists: Any) -> None:
        """The drop-down list of a column, or what keeps people from typing where dates are worked out."""
        rows = (1, at, len(sheet.rows) + _SPARE, at)
        if column.is_auto:
            page.data_validation(*rows, {
                "validate": "custom", "value": "=FALSE", "error_title": "Worked out",
                "error_message": "This column is worked out from the plan. Change the plan instead.",
            })  # fmt: skip
            return
        choices = self._words(column)
        if not choices:
            return
        if choices not in self._lists:
            place = len(self._lists)
            lists.write_column(0, place, choices)
            letter = xlsxwriter.utility.xl_col_to_name(place)
            self._lists[choices] = f"='{LISTS}'!${letter}$1:${letter}${len(choices)}"
        only = column.kind in (CellKind.WORD, CellKind.FLAG)
        page.data_validation(*rows, {
            "validate": "list", "source": self._lists[choices], "show_error": only,
            "error_title": "Not in the list", "error_message": "Choose from the list, or empty the cell.",
        })  # fmt: skip

    def _words(self, column: SheetColumn) -> tuple[str, ...]:
        """The choices of a column; none for free text."""
        if column.kind is CellKind.FLAG:
            return ("yes", "no")
        if column.column is None:
            return ()
        if column.kind is CellKind.WORD:
            kind: type[Word] = plain_type_at(column.column.path)
            return tuple(word.label for word in kind)
        ref = column.column.ref
        return self._ids(ref) if ref is not None and column.kind in (CellKind.ID, CellKind.IDS) else ()

    def _ids(self, ref: Ref) -> tuple[str, ...]:
        every, unnamed = self.source.shown.index.every_entry, self.source.unnamed
        return tuple(one.id for one in every if one.kind in ref.kinds and one.id not in unnamed)

    def _ancestor(self, sheets: list[Sheet]) -> None:
        """The hidden sheet with what the workbook says now."""
        tables = {".".join(one.table.steps): _as_ancestor(one) for one in sheets}
        project = self.source.loaded.plan.project.name
        revision = revision_of(self.source.loaded.texts)
        page = self.book.add_worksheet(SHEET)
        for number, text in enumerate(packed(Ancestor(project, revision, self.source.audience, tables))):
            page.write_string(number, 0, text)
        page.very_hidden()


_INSTRUCTIONS: Final = (
    "1. Change, add, or empty cells in the white columns. Sort, filter, and reorder as you like.",
    "2. Grey columns are worked out or identify a row; changes to them are ignored.",
    "3. To add an entry, fill in a row below the last one and leave its first cell empty.",
    "4. Where a cell takes several items, part them with semicolons. Type days as 2027-03-15.",
    "5. Save the workbook under any name, and send it back to the person who sent it to you.",
)


def _as_ancestor(sheet: Sheet) -> AncestorTable:
    columns = tuple(".".join(one.steps) for one in sheet.table.columns)
    rows = tuple(AncestorRow(row.key, row.parent, row.cells) for row in sheet.rows)
    return AncestorTable(sheet.name, columns, rows)


def _cell(page: Any, row: int, at: int, text: str, kind: CellKind, form: Any) -> None:
    """Write a text as a day or number where it is one, and otherwise as it stands."""
    if kind is CellKind.DAY:
        day = date.fromisoformat(text)
        page.write_datetime(row, at, day, form)
    elif kind is CellKind.NUMBER:
        page.write_number(row, at, float(text), form)
    else:
        page.write_string(row, at, in_cell(text), form)
