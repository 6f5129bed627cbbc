"""The cells of a workbook or a CSV file as values, with the place of each; the file is untrusted."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import field
from io import BytesIO, StringIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from pathwayctl.editing.edits import Refused
from pathwayctl.quick_dataclass import dataclass

_MOST: Final = 1_000_000_000
"""Bytes of an unpacked workbook; one that unpacks to more is made to harm."""
_1904: Final = re.compile(rb'date1904\s*=\s*"(?:1|true)"')
_GUARD: Final = re.compile(r"'(?=[=+\-@\t\r])")
"""What stands before a text that would be taken for a formula."""
Merged = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class SheetCells:
    """A sheet: its values by row and column from 0, and the ranges of merged cells (both ends included)."""

    name: str
    rows: list[list[Any]]
    merged: tuple[Merged, ...] = ()

    def place(self, row: int, column: int) -> str:
        """A cell as people name it, ``Tasks!B7``; only ``B7`` in a file without sheets."""
        cell = f"{letters(column)}{row + 1}"
        return f"{self.name}!{cell}" if self.name else cell

    def range(self, merged: Merged) -> str:
        """A range as people name it: ``Tasks!B7:C7``."""
        (top, left), (bottom, right) = merged
        return f"{self.place(top, left)}:{letters(right)}{bottom + 1}"

    def covered(self) -> set[tuple[int, int]]:
        """The cells that merging has made unreadable: all of a range but the first."""
        return {
            (row, column)
            for (top, left), (bottom, right) in self.merged
            for row in range(top, min(bottom, len(self.rows)) + 1)
            for column in range(left, right + 1)
        } - {first for first, _ in self.merged}


@dataclass(frozen=True, slots=True)
class BookCells:
    """A workbook: its sheets in order, and whether its days are counted from 1904."""

    sheets: tuple[SheetCells, ...]
    from_1904: bool = False
    by_name: dict[str, SheetCells] = field(default_factory=dict)


def letters(column: int) -> str:
    """The letters of a column, from 0: ``A``, ``Z``, ``AA``."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def read_workbook(data: bytes, name: str) -> BookCells | Refused:
    """The cells of an ``.xlsx`` file, or why it cannot be read."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        from_1904 = _opened(data)
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = tuple(_sheets(book))
    except (BadZipFile, CalamineError, KeyError, NotImplementedError, OSError, ValueError, EOFError):
        return Refused(
            f"“{name}” cannot be read as a workbook.",
            "Open it in Excel, remove a password if it has one, and save it again as .xlsx.",
        )
    return BookCells(sheets, from_1904, {sheet.name: sheet for sheet in sheets})


def _opened(data: bytes) -> bool:
    """Whether days are counted from 1904. Raises ``ValueError`` for a file that unpacks to far too much."""
    with ZipFile(BytesIO(data)) as package:
        if sum(one.file_size for one in package.infolist()) > _MOST:
            raise ValueError(_MOST)
        return bool(_1904.search(package.read("xl/workbook.xml")))


def _sheets(book: Any) -> Iterator[SheetCells]:
    for title in book.sheet_names:
        sheet = book.get_sheet_by_name(title)
        yield SheetCells(title, sheet.to_python(skip_empty_area=False), tuple(sheet.merged_cell_ranges or ()))


def read_csv(data: bytes, name: str) -> BookCells | Refused:
    """The cells of a CSV file: UTF-8 or as Excel writes it, parted by commas, semicolons, or tabs."""
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Refused(f"“{name}” is not a text file.", "Save it as CSV UTF-8 (comma delimited).")
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(10_000_000)
    rows = [[_GUARD.sub("", cell, count=1) if _GUARD.match(cell) else cell for cell in row]
            for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter)]  # fmt: skip
    sheet = SheetCells("", rows)
    return BookCells((sheet,), by_name={"": sheet})
