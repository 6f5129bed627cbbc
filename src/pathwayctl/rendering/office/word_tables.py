"""Tables of Word files, written as text: built element by element, a long one takes seconds.

The header row repeats, rows stay whole, and cells to fill in have controls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from pathwayctl.rendering.office.word_fields import BOXES, WordFields

if TYPE_CHECKING:
    from docx.table import Table

    from pathwayctl.rendering.print_data import Data

_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS: Final = 20
"""Twentieths of a point: the unit of lengths in Word."""
_TO_WRITE: Final = 2.4
"""Height of a row with room to write in, in the height of its letters."""
_INDENT: Final = 9
"""Points of a level of indentation."""
_HEAD: Final = '<w:shd w:val="clear" w:color="auto" w:fill="E4EAF1"/><w:vAlign w:val="bottom"/>'
_SPACING: Final = f'<w:spacing w:after="{_TWIPS}"/>'
_BREAKS: Final = re.compile("([\n\t]|-\u2060)")
_SIGNS: Final = {"\n": "<w:br/>", "\t": "<w:tab/>", "-\u2060": "<w:noBreakHyphen/>"}
"""Line breaks, tabs, and hyphens that are joined to what follows."""


def fill(table: Table, it: Data, widths: Sequence[int], fields: WordFields) -> None:
    """Give a table without rows its header row, which is repeated on each page, and all other rows.

    ``widths`` are those of the columns in twentieths of a point.
    """
    from docx.oxml.parser import parse_xml

    texts = "".join((_header(it, widths), *_rows(it, widths)))
    head, *rows = parse_xml(f'<w:tbl xmlns:w="{_SPACE}">{texts}</w:tbl>')
    table._tbl.append(head)
    for number, row in enumerate(rows):
        table._tbl.append(row)
        if not it["spans"][number]:
            _add_fields(row, it, number, fields, table)


def _add_fields(row: Any, it: Data, number: int, fields: WordFields, table: Table) -> None:
    """Put controls into the cells of a row that are to be filled in: boxes to tick, and room to write."""
    from docx.text.paragraph import Paragraph

    words = it["rows"][number]
    of_row = words[it["naming"]] or words[0]
    for place, (cell, text) in enumerate(zip(row.tc_lst, words, strict=True)):
        title = it["columns"][place]["title"]
        if text in BOXES:
            fields.add_box(Paragraph(cell.p_lst[0], table), f"{title}: {of_row}", ticked=BOXES[text])
        elif not text and (it["heights"][number] or it["to_write_in"][place]):
            fields.add(Paragraph(cell.p_lst[0], table), f"{title}: {of_row}", title)


def _header(it: Data, widths: Sequence[int]) -> str:
    titles = zip(it["columns"], widths, _sides(it), strict=True)
    looks = f"<w:b/>{_size(it)}"
    layout = f"<w:keepNext/>{_SPACING}"
    cells = (
        _cell(f"<w:pPr>{layout}{side}</w:pPr>{_run(column['title'], looks)}", width, _HEAD)
        for column, width, side in titles
    )
    return _row("<w:cantSplit/><w:tblHeader/>", cells)


def _rows(it: Data, widths: Sequence[int]) -> Iterator[str]:
    sides, least = _sides(it), _TO_WRITE * it["text"] if any(it["to_write_in"]) else 0
    for number, texts in enumerate(it["rows"]):
        mark, height = it["marks"][number], it["heights"][number] or (0 if it["spans"][number] else least)
        weight = "<w:b/>" if mark in ("summary", "total") else '<w:b w:val="0"/>'
        looks = f"{weight}{_size(it)}"
        leads = mark == "summary" or (it["note"] and number == len(it["rows"]) - 1)
        keep = "<w:keepNext/>" if leads else ""
        cells = []
        for place, (words, width, side) in enumerate(zip(texts, widths, sides, strict=True)):
            deep = it["indents"][number] if place == it["naming"] else 0
            begins = f'<w:ind w:left="{_INDENT * _TWIPS * deep}"/>' if deep else ""
            layout = f"<w:pPr>{keep}{_SPACING}{begins}{side}</w:pPr>"
            shown = "" if words in BOXES else _run(words, looks)
            if it["spans"][number]:
                over = f'<w:gridSpan w:val="{len(widths)}"/>'
                cells.append(_cell(f"{layout}{shown}", sum(widths), over))
                break
            cells.append(_cell(f"{layout}{shown}", width))
        high = f'<w:trHeight w:val="{round(height * _TWIPS)}"/>' if height else ""
        whole = "" if it["tall"][number] else "<w:cantSplit/>"
        yield _row(f"{whole}{high}", cells)


def _sides(it: Data) -> list[str]:
    """To which side of its column the text of a cell stands, for each column."""
    return ["" if one["align"] == "left" else f'<w:jc w:val="{one["align"]}"/>' for one in it["columns"]]


def _size(it: Data) -> str:
    """The letters of a table, for which the widths of its columns are calculated, in half points."""
    return f'<w:sz w:val="{round(2 * it["text"])}"/>'


def _row(properties: str, cells: Iterator[str] | Sequence[str]) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(paragraph: str, width: int, more: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{more}</w:tcPr><w:p>{paragraph}</w:p></w:tc>'


def _run(words: str, looks: str) -> str:
    """Words that look alike, with their line breaks, tabs, and hyphens that do not break."""
    texts = "".join(
        _SIGNS.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in _BREAKS.split(words)
        if part
    )
    return f"<w:r><w:rPr>{looks}</w:rPr>{texts}</w:r>"
