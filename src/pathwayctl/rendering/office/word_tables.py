"""Tables of Word files, written as text: built element by element, a long one takes seconds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from docx.table import Table

    from pathwayctl.rendering.print_data import Data

_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TEXT: Final = 18
"""Half points of the letters of a table."""
_TWIPS: Final = 20
"""Twentieths of a point: the unit of lengths in Word."""
_INDENT: Final = 9
"""Points of a level of indentation."""
_HEAD: Final = '<w:shd w:val="clear" w:color="auto" w:fill="E4EAF1"/>'
_BREAKS: Final = re.compile("([\n\t])")


def fill(table: Table, it: Data, widths: Sequence[int]) -> None:
    """Give a table without rows its header row, which is repeated on each page, and all other rows.

    ``widths`` are those of the columns in twentieths of a point.
    """
    from docx.oxml.parser import parse_xml

    rows = "".join((_header(it, widths), *_rows(it, widths)))
    for row in list(parse_xml(f'<w:tbl xmlns:w="{_SPACE}">{rows}</w:tbl>')):
        table._tbl.append(row)


def _header(it: Data, widths: Sequence[int]) -> str:
    titles = zip(it["columns"], widths, strict=True)
    cells = (_cell(_run(column["title"], "<w:b/>"), width, _HEAD) for column, width in titles)
    return _row("<w:cantSplit/><w:tblHeader/>", cells)


def _rows(it: Data, widths: Sequence[int]) -> Iterator[str]:
    for texts, mark, indent, height in zip(
        it["rows"], it["marks"], it["indents"], it["heights"], strict=True
    ):
        weight = "<w:b/>" if mark in ("summary", "total") else '<w:b w:val="0"/>'
        looks = f'{weight}<w:sz w:val="{_TEXT}"/>'
        cells = []
        for place, (words, width) in enumerate(zip(texts, widths, strict=True)):
            deep = indent if place == it["naming"] else 0
            begins = f'<w:ind w:left="{_INDENT * _TWIPS * deep}"/>' if deep else ""
            paragraph = f'<w:pPr><w:spacing w:after="{_TWIPS}"/>{begins}</w:pPr>{_run(words, looks)}'
            cells.append(_cell(paragraph, width))
        high = f'<w:trHeight w:val="{round(height * _TWIPS)}"/>' if height else ""
        yield _row(f"<w:cantSplit/>{high}", cells)


def _row(properties: str, cells: Iterator[str] | Sequence[str]) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(paragraph: str, width: int, shade: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{shade}</w:tcPr><w:p>{paragraph}</w:p></w:tc>'


def _run(words: str, looks: str) -> str:
    """Words that look alike, with their line breaks and tabs."""
    signs = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    texts = "".join(
        signs.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in _BREAKS.split(words)
        if part
    )
    return f"<w:r><w:rPr>{looks}</w:rPr>{texts}</w:r>"
