"""Conditional formats that partners would add by hand: what is overdue, critical, done, or there twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from xlsxwriter.utility import xl_col_to_name

from pathwayctl.exchange.workbook.partner_sheets import AUTO
from pathwayctl.model.vocabulary import Status

if TYPE_CHECKING:
    from pathwayctl.exchange.workbook.partner_sheets import Sheet

_OVERDUE: Final = {"font_color": "#9C0006", "bg_color": "#FFC7CE", "bold": True}
_DONE: Final = {"font_color": "#595959", "font_strikeout": True}
_CRITICAL: Final = {"font_color": "#7F3F00", "bg_color": "#FCE4D6", "bold": True}
_TWICE: Final = {"font_color": "#7F6000", "bg_color": "#FFEB9C"}


def add_conditions(page: Any, sheet: Sheet, today: date | None, form: Callable[..., Any]) -> None:
    """Add the formats of a sheet; ``today`` is the status date; without it, that of Excel counts."""
    letters = {column.title: xl_col_to_name(at) for at, column in enumerate(sheet.columns)}
    last = len(sheet.rows) + 1
    day = f"DATE({today.year},{today.month},{today.day})" if today else "TODAY()"

    def mark(title: str, formula: str, look: dict[str, Any]) -> None:
        cells = f"{letters[title]}2:{letters[title]}{last}"
        page.conditional_format(cells, {"type": "formula", "criteria": formula, "format": form(**look)})

    if {"Status", f"{AUTO}Finish", "Title"} <= letters.keys():
        status, finish = letters["Status"], letters[f"{AUTO}Finish"]
        open_ = " ".join(f'${status}2<>"{one.label}",' for one in (Status.DONE, Status.DROPPED)).rstrip(",")
        mark("Title", f'=${status}2="{Status.DONE.label}"', _DONE)
        mark(f"{AUTO}Finish", f'=AND({open_},${finish}2<>"",${finish}2<{day})', _OVERDUE)
        mark(f"{AUTO}Critical", f'=${letters[f"{AUTO}Critical"]}2="yes"', _CRITICAL)
    for title in ("Due", "Deadline"):
        done = letters.get("Finished") or letters.get("Done")
        if title in letters and done:
            mark(title, f'=AND(${done}2="",${letters[title]}2<>"",${letters[title]}2<{day})', _OVERDUE)
    if sheet.table.has_ids and sheet.rows:
        page.conditional_format(f"A2:A{last}", {"type": "duplicate", "format": form(**_TWICE)})
