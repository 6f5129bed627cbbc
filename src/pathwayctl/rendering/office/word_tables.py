"""Tables of Word files, written as text: built element by element, a long one takes seconds.

The header row repeats, rows stay whole, and cells to fill in have controls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from pathwayctl.rendering.office.word_fields import BOXES, WordFields

if TYPE_CHECKING:
    from pathwayctl.rendering.print_data import Data

_TWIPS: Final = 20
"""Twentieths of a point: the unit of lengths in Word."""
_TO_WRITE: Final = 2.4
"""Height of a row with room to write in, in the height of its letters."""
_INDENT: Final = 9
"""Points of a level of indentation."""
_INSET: Final = 80
"""Twentieths of a point between the text of a cell and its sides, for which widths are calculated."""
_LAYOUT: Final = (
    '<w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/>'
    f'<w:tblCellMar><w:left w:w="{_INSET}" w:type="dxa"/>'
    f'<w:right w:w="{_INSET}" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1"'
    ' w:val="04A0"/>'
)
_HEAD: Final = '<w:shd w:val="clear" w:color="auto" w:fill="E4EAF1"/><w:vAlign w:val="bottom"/>'
_SPACING: Final = f'<w:spacing w:after="{_TWIPS}"/>'
_BREAKS: Final = re.compile("([\n\t]|-\u2060)")
_SIGNS: Final = {"\n": "<w:br/>", "\t": "<w:tab/>", "-\u2060": "<w:noBreakHyphen/>"}
"""Line breaks, tabs, and hyphens that are joined to what follows."""


def table_text(it: Data, style: str | None, widths: Sequence[int], fields: WordFields) -> str:
    """A table with its header row, which is repeated on each page, and all other rows.

    ``style`` is an id, and ``widths`` are those of the columns in twentieths of a point.
    """
    styled = f"<w:tblStyle w:val={quoteattr(style)}/>" if style else ""
    caption = f"<w:tblCaption w:val={quoteattr(it['name'])}/>"  # which screen readers announce
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join((_header(it, widths), *_rows(it, widths, fields)))
    return (
        f"<w:tbl><w:tblPr>{styled}{_LAYOUT}{caption}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _header(it: Data, widths: Sequence[int]) -> str:
    titles = zip(it["columns"], widths, _sides(it), strict=True)
    looks = f"<w:b/>{_size(it)}"
    layout = f"<w:keepNext/>{_SPACING}"
    cells = (
        _cell(f"<w:pPr>{layout}{side}</w:pPr>{_run(column['title'], looks)}", width, _HEAD)
        for column, width, side in titles
    )
    return _row("<w:cantSplit/><w:tblHeader/>", cells)


def _rows(it: Data, widths: Sequence[int], fields: WordFields) -> Iterator[str]:
    sides, least = _sides(it), _TO_WRITE * it["text"] if any(it["to_write_in"]) else 0
    kept = _kept(it)
    for number, texts in enumerate(it["rows"]):
        mark, height = it["marks"][number], it["heights"][number] or (0 if it["spans"][number] else least)
        weight = "<w:b/>" if mark in ("summary", "total") else '<w:b w:val="0"/>'
        looks = f"{weight}{_size(it)}"
        keep = "<w:keepNext/>" if mark == "summary" or number in kept else ""
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
            cells.append(_cell(f"{layout}{shown}{_field(it, number, place, fields)}", width))
        high = f'<w:trHeight w:val="{round(height * _TWIPS)}"/>' if height else ""
        whole = "" if it["tall"][number] else "<w:cantSplit/>"
        yield _row(f"{whole}{high}", cells)


def _kept(it: Data) -> tuple[int, ...]:
    """The rows that stay with what is below: the last but one, so that no row is alone, and one above a note.

    One that goes on over the end of a sheet is not alone there.
    """
    last = len(it["rows"]) - 1
    before = () if any(it["tall"][-2:]) else (last - 1,)
    return (*before, last) if it["note"] else before


def _field(it: Data, number: int, place: int, fields: WordFields) -> str:
    """The control of a cell that is to be filled in: a box to tick, or room to write."""
    words = it["rows"][number]
    title, of_row = it["columns"][place]["title"], words[it["naming"]] or words[0]
    if words[place] in BOXES:
        return fields.box(f"{title}: {of_row}", ticked=BOXES[words[place]])
    if not words[place] and (it["heights"][number] or it["to_write_in"][place]):
        return fields.room(f"{title}: {of_row}", title)
    return ""


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
