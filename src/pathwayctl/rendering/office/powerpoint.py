"""Slides as PowerPoint files: titles and texts where PowerPoint expects them, and speaker notes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.rendering.office.package import packed, png_of, settled
from pathwayctl.rendering.pages import Document
from pathwayctl.rendering.print_data import Data, data_of

if TYPE_CHECKING:
    from pptx.dml.color import RGBColor
    from pptx.presentation import Presentation
    from pptx.slide import Slide

_WIDTH, _HEIGHT = 13.333, 7.5
_MARGIN, _TOP = 0.8, 1.5
"""The side margin of a slide and the top of its content, in inches."""
_TITLE_AND_CONTENT: Final = 1
_TITLE_ONLY: Final = 5
_TEXT, _CELL = 24, 20
"""Points of the letters of a slide, and of its tables."""
_TITLE, _LONG_TITLE = 36, 42
"""Points of the letters of a title, and how many of them fit on a line."""
_ACCENT: Final = re.compile(rb'(<a:accent1>\s*<a:srgbClr val=")[0-9A-F]{6}')
_LINE: Final = "_" * 40


def powerpoint_of(document: Document) -> bytes:
    """The slides of a document as a PowerPoint file."""
    import pptx
    from pptx.dml.color import RGBColor
    from pptx.util import Inches

    data = data_of(document)
    red, green, blue = bytes.fromhex(data["color"].lstrip("#"))
    untyped: Any = RGBColor
    color = untyped(red, green, blue)
    show = pptx.Presentation()
    _widened(show, Inches(_WIDTH) / (show.slide_width or Inches(_WIDTH)))
    _themed(show, data["color"])
    show.slide_width, show.slide_height = Inches(_WIDTH), Inches(_HEIGHT)
    settled(show.core_properties, data["title"], data["project"])
    for sheet in data["sheets"]:
        for slide in sheet.get("slides", ()):
            _add(show, slide, color)
    return _packed(show)


def _packed(show: Presentation) -> bytes:
    from pptx.opc.oxml import serialize_part_xml
    from pptx.opc.serialized import _ContentTypesItem

    package = show.part.package
    parts = tuple(package.iter_parts())
    return packed(parts, package._rels.xml, serialize_part_xml(_ContentTypesItem.xml_for(parts)))


def _add(show: Presentation, it: Data, color: RGBColor) -> None:
    from pptx.util import Inches, Pt

    texts = [line for block in it["blocks"] for line in _lines(block)]
    layout = show.slide_layouts[_TITLE_AND_CONTENT if texts else _TITLE_ONLY]
    slide = show.slides.add_slide(layout)
    if title := slide.shapes.title:
        title.text = it["title"]
        font = title.text_frame.paragraphs[0].font
        font.size, font.color.rgb = Pt(_TITLE if len(it["title"]) <= _LONG_TITLE else _TEXT), color
        _placed(title, 0.4, 1.0)
    top = _TOP
    if texts:
        body = slide.placeholders[1]
        height = min(_HEIGHT - _TOP - 0.5, 0.2 + 0.5 * sum(1 + len(text) // 70 for text, _ in texts))
        _placed(body, top, height)
        _fill(body.text_frame, texts)
        top += height
    for block in it["blocks"]:
        if block["block"] == "table":
            _table(slide, block, top)
        elif block["block"] == "figure":
            for part in block["parts"][:1]:
                room = Inches(_WIDTH - 2 * _MARGIN)
                shape = slide.shapes.add_picture(
                    io.BytesIO(png_of(part["svg"])), Inches(_MARGIN), Inches(top), room
                )
                shape._element._nvXxPr.cNvPr.set("descr", part["alt"])
    _number(slide)
    if it["notes"] and (notes := slide.notes_slide.notes_text_frame):
        notes.text = "\n".join(it["notes"])


def _widened(show: Presentation, ratio: float) -> None:
    """Stretch the layouts to the width of the slides, so that slides that are added to them are as wide."""
    for part in (show.slide_master, *show.slide_layouts):
        for shape in part.shapes:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = round(shape.left * ratio), round(shape.width * ratio)


def _themed(show: Presentation, color: str) -> None:
    """Make an agency's color the first of the theme, which tables and new shapes take."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = show.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _ACCENT.sub(rb"\g<1>" + color.lstrip("#").upper().encode(), theme.blob)


def _number(slide: Slide) -> None:
    from pptx.enum.shapes import PP_PLACEHOLDER

    for shape in slide.slide_layout.shapes:
        if shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            slide.shapes._spTree.append(deepcopy(shape._element))


def _placed(shape: Any, top: float, height: float) -> None:
    from pptx.util import Inches

    shape.left, shape.top = Inches(_MARGIN), Inches(top)
    shape.width, shape.height = Inches(_WIDTH - 2 * _MARGIN), Inches(height)


def _lines(block: Data) -> Iterator[tuple[str, bool]]:
    """The lines of a block that is text, and whether each is a point of a list."""
    match block["block"]:
        case "paragraph" | "heading" | "notice":
            yield block["text"], False
        case "items":
            yield from ((text, True) for text in block["items"])
        case "facts":
            yield from ((f"{name}: {text}", False) for name, text in block["pairs"])
        case "checklist":
            yield from ((f"{'☑' if ticked else '☐'} {text}", False) for text, ticked in block["items"])
        case "lines":
            yield block["label"], False
            yield from ((_LINE, False) for _ in range(block["count"]))


def _fill(frame: Any, texts: list[tuple[str, bool]]) -> None:
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    for place, (text, is_point) in enumerate(texts):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text, paragraph.font.size = text, Pt(_TEXT)
        if not is_point:
            properties = paragraph._p.get_or_add_pPr()
            properties.set("marL", "0")
            properties.set("indent", "0")
            properties.append(properties.makeelement(qn("a:buNone"), {}))


def _table(slide: Slide, it: Data, top: float) -> None:
    from pptx.util import Inches, Pt

    room = _WIDTH - 2 * _MARGIN
    size = Inches(_MARGIN), Inches(top), Inches(room), Inches(0.4 * (1 + len(it["rows"])))
    frame = slide.shapes.add_table(1 + len(it["rows"]), len(it["columns"]), *size)
    frame._element._nvXxPr.cNvPr.set("descr", it["name"])
    table = frame.table
    for place, column in enumerate(it["columns"]):
        table.columns[place].width = Inches(room * column["width"] / 100)
    texts = [[column["title"] for column in it["columns"]], *it["rows"]]
    for row, cells in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
            for paragraph in cell.text_frame.paragraphs:
                paragraph.font.size = Pt(_CELL)
