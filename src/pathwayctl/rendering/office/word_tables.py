"""Tables of Word documents: a header row that repeats, rows that stay whole, and cells to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.rendering.office.word_fields import BOXES, WordFields
from pathwayctl.rendering.office.word_parts import add_words, described, repeated, shaded, unbroken
from pathwayctl.rendering.print_data import Data

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell

_CELL: Final = 9
"""Points of the letters of a table."""


def add_table(word: WordDocument, it: Data, room: float, fields: WordFields) -> None:
    """Add a table, as wide as ``room`` (inches), with its caption above and its note below it."""
    from docx.shared import Inches, Pt

    if it["caption"] and not it["repeats"]:
        word.add_paragraph(it["caption"], style="Caption").paragraph_format.keep_with_next = True
    table = word.add_table(1 + len(it["rows"]), len(it["columns"]), style=_style(word))
    table.autofit = False
    described(table, it["caption"])
    cells, across = table._cells, len(it["columns"])  # asked for once: a row counts all cells above it
    widths = [Inches(room * column["width"] / 100) for column in it["columns"]]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for place, cell in enumerate(cells):
        cell.width = widths[place % across]
    head, *rows = table.rows
    repeated(head)
    for cell, title in zip(cells, it["columns"], strict=False):
        cell.paragraphs[0].add_run(title["title"]).bold = True
        shaded(cell, "E4EAF1")
    for number, row in enumerate(rows):
        unbroken(row)
        if it["heights"][number]:
            row.height = Pt(it["heights"][number])
        _fill(cells[(number + 1) * across : (number + 2) * across], it, number, fields)
    word.add_paragraph().add_run(it["note"])


def _style(word: WordDocument) -> str:
    known = {style.name for style in word.styles}
    return next((name for name in ("Pathways Table", "Table Grid") if name in known), "Normal Table")


def _fill(cells: list[_Cell], it: Data, number: int, fields: WordFields) -> None:
    """Fill one row: with its words, or with room to write."""
    from docx.shared import Pt

    texts, is_summary = it["rows"][number], it["marks"][number] == "summary"
    if it["spans"][number]:
        cells, texts = [cells[0].merge(cells[-1])], texts[:1]
    of_row = it["rows"][number][it["naming"]] or it["rows"][number][0]
    for place, (cell, words) in enumerate(zip(cells, texts, strict=True)):
        entry, title = cell.paragraphs[0], it["columns"][place]["title"]
        entry.paragraph_format.space_after = Pt(1)
        entry.paragraph_format.keep_with_next = is_summary or None
        if words in BOXES:
            fields.add_box(entry, f"{title}: {of_row}", ticked=BOXES[words])
        elif words:
            run = add_words(entry, words)
            run.font.size = Pt(_CELL)
            run.bold = is_summary or it["marks"][number] == "total"
        elif it["heights"][number] or it["to_write_in"][place]:
            fields.add(entry, f"{title}: {of_row}", title)
        if place == it["naming"] and it["indents"][number]:
            entry.paragraph_format.left_indent = Pt(9 * it["indents"][number])
