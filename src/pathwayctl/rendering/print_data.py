"""A document to print as plain data: what its template in ``templates/pdf`` lays out."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from pathwayctl.language import code, phrase
from pathwayctl.rendering.blocks import (
    Block,
    Figure,
    Heading,
    Notes,
    Notice,
    Prose,
    Table,
    is_blank_row,
    is_group_row,
    naming_column,
    printed,
)
from pathwayctl.rendering.column_widths import column_widths
from pathwayctl.rendering.drawings import draw
from pathwayctl.rendering.made_once import MadeOnce
from pathwayctl.rendering.pages import Document, Frame, Page, is_wide, slides_of
from pathwayctl.rendering.plain_text import seen
from pathwayctl.rendering.prose_tree import to_tree
from pathwayctl.rendering.word_breaks import with_breaks

Data = dict[str, Any]
TALL: Final = 900
"""Characters of a row that may go on over the end of a sheet: it could be too high for one."""
ROOMS: Final = {False: 511.0, True: 698.0}
"""Points between the margins of a sheet, upright and across."""
SLIDE: Final = 325.0
"""The same of a slide, if its letters were as small as those of a sheet."""
PAGE_TEXT: Final = {False: 10.0, True: 8.8}
"""Points of the letters of a page, and of a dense one."""
TEXT: Final = {False: 9.0, True: 8.0}
"""Points of the letters of a table, and of one on a dense page or with many columns."""
MANY: Final = 9
BLANK_ROW: Final = {False: 24.0, True: 18.0}
"""Points of the height of a row to write on."""
_DRAWING: Final = re.compile(r"<svg .*?</svg>", re.DOTALL)
_WORDS: Final = re.compile(r"<(?:title|desc) [^>]*>([^<]*)</")
_LOGO: Final = re.compile("data:image/[a-z+]+;base64,(.*)", re.DOTALL)


def data_of(document: Document) -> Data:
    """The document as data that JSON can hold; every text is cleaned of hidden characters."""
    cleaned: Data = _cleaned(_document(document))
    for sheet in cleaned["sheets"]:
        for block in sheet.get("blocks", ()):
            if block["block"] == "table":  # after cleaning, which takes signs that nobody sees away
                block["rows"] = [[with_breaks(cell) for cell in row] for row in block["rows"]]
    return cleaned


def drawings_of(document: Document) -> Iterator[str]:
    """The SVG of each drawing in a document, as its data has it; slides are left out."""
    for page, _ in document.sheets:
        for block in () if page.slides else document.ready.of(page, _blocks, code()):
            if block["block"] == "figure":
                yield from (seen(part["svg"]) for part in block["parts"])


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return seen(value)
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    return [_cleaned(one) for one in value] if isinstance(value, list | tuple) else value


def _document(document: Document) -> Data:
    frame, front = document.frame, document.front
    brand = frame.brand
    return {
        "title": document.title,
        "project": frame.project,
        "author": frame.project,
        "version": frame.version,
        "language": code(),
        "notes_title": phrase("Speaker notes"),
        "source_word": phrase("Source:"),
        "page_words": phrase("Page {page} of {pages}"),
        "region": "US",
        "contents": phrase("Contents"),
        "cut_here": phrase("Cut here"),
        "purpose": front.purpose,
        "paragraphs": front.paragraphs,
        "agency": front.agency,
        "facts": front.facts,
        "logos": [_bytes(one) for one in (front.logo, brand.seal) if one],
        "color": brand.color or "#1c4a73",
        "footer": brand.footer,
        "sheets": [_sheet(page, around, document.ready) for page, around in document.sheets],
    }


def _bytes(address: str) -> list[int]:
    """The bytes of a picture that its address holds."""
    found = _LOGO.fullmatch(address)
    return list(base64.b64decode(found[1])) if found else []


def _sheet(page: Page, frame: Frame, ready: MadeOnce[Page, list[Data]]) -> Data:
    if page.slides:
        return {"title": page.title, "slides": [_slide(slide) for slide in slides_of(page)]}
    wide = is_wide(page)
    return {
        "title": page.title,
        "short": frame.number or page.title,
        "number": frame.number,
        "version": frame.version,
        "source": frame.source,
        "wide": wide,
        "dense": page.dense,
        "letter": page.letter,
        "logo": _bytes(frame.logo),
        "blocks": ready.of(page, _blocks, code()),
    }


def _blocks(page: Page) -> list[Data]:
    room = ROOMS[is_wide(page)]
    return [_block(block, room=room, dense=page.dense) for block in printed(page.blocks)]


def _slide(blocks: tuple[Block, ...]) -> Data:
    notes = [text for block in blocks if isinstance(block, Notes) for text in block.items]
    shown = [block for block in blocks if not isinstance(block, Notes)]
    title = next((block for block in shown if isinstance(block, Heading)), Heading(""))
    rest = [block for block in shown if block is not title]
    return {"title": title.text, "notes": notes, "blocks": [_block(block, room=SLIDE) for block in rest]}


def _block(block: Block, *, room: float, dense: bool = False) -> Data:
    match block:
        case Prose():
            found: Data = {"nodes": to_tree(block.text)}
        case Table():
            found = _table(block, room=room, dense=dense)
        case Figure():
            found = _figure(block) | {"dense": dense}
        case Notice():
            found = {**asdict(block), "word": block.word}
        case _:
            found = asdict(block)
    return {"block": type(block).__name__.lower(), **found}


def _table(table: Table, *, room: float, dense: bool) -> Data:
    size = TEXT[dense or len(table.columns) >= MANY]
    widths = column_widths(table, room / size)
    return {
        "caption": table.caption,
        "name": table.name,
        "note": table.note,
        "text": size,
        "size": size / PAGE_TEXT[dense],
        "dense": dense,
        "naming": naming_column(table),
        "columns": [
            {"title": head.title, "align": head.align, "width": width}
            for head, width in zip(table.columns, widths, strict=True)
        ],
        "rows": table.rows,
        "marks": list(table.marks or ("",) * len(table.rows)),
        "indents": list(table.indents or (0,) * len(table.rows)),
        "tall": [sum(map(len, row)) > TALL for row in table.rows],
        "spans": [is_group_row(table, place) for place in range(len(table.rows))],
        "heights": [BLANK_ROW[dense] if is_blank_row(row) else 0 for row in table.rows],
        "to_write_in": [not any(row[place] for row in table.rows) for place in range(len(table.columns))],
    }


def _said(table: Table) -> str:
    """A table in words: ``Grade 9: Learn 3, Explore 1.``."""
    titles = [column.title for column in table.columns[1:]]
    rows = (
        (row[0], ", ".join(f"{title} {cell}" for title, cell in zip(titles, row[1:], strict=True) if cell))
        for row in table.rows
    )
    return " ".join(" ".join(f"{name}: {words}.".split()) for name, words in rows)


def _figure(figure: Figure) -> Data:
    from html import unescape

    drawings = _DRAWING.findall(draw(figure.drawing, figure.name, "f"))
    parts = [
        {"svg": svg, "alt": unescape(" ".join(_WORDS.findall(svg)[:2])) or figure.description}
        for svg in drawings
    ]
    if parts and figure.same:  # which is not printed, so that those who hear the page need its words here
        parts[0]["alt"] = f"{parts[0]['alt']} {_said(figure.same)}"
    return {"title": figure.title, "description": figure.description, "parts": parts}
