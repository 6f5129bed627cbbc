"""One section as comma-separated values, with the columns of its workbook sheet; tasks if none is named."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pathwayctl.exchange.workbook.partner_sheets import sheets_of

if TYPE_CHECKING:
    from pathwayctl.exchange.export_source import ExportOrder, ExportSource

_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
"""What spreadsheets would run; an apostrophe before it says that it is text (OWASP: CSV injection)."""


def write(source: ExportSource, order: ExportOrder) -> bytes:
    """The rows of a section, with a header; ``bom`` starts it with the mark by which Excel knows UTF-8."""
    wanted = replace(order, sections=order.sections or ("tasks",))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for sheet in sheets_of(source, wanted)[:1]:
        writer.writerow(column.title for column in sheet.columns)
        columns = [column.texts for column in sheet.columns]
        writer.writerows([_cell(text) for text in row] for row in zip(*columns, strict=True))
    return out.getvalue().encode("utf-8-sig" if order.bom else "utf-8")


def _cell(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
