"""The sheets of a Word file, upright and across, and the line at their foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.language import phrase
from pathwayctl.rendering.office.word_parts import add_field, element

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.enum.section import WD_SECTION
    from docx.section import Section

    from pathwayctl.rendering.print_data import Data

_MARGIN: Final = 0.7
_SIZES: Final = {False: (8.5, 11.0), True: (11.0, 8.5)}
"""Inches of a sheet, upright and across."""
_ABOVE_PICTURE: Final = 0.9
"""Inches of a page that are kept for the title and the description of a picture."""
COLUMN_GAP: Final = 0.3
"""Inches between columns."""
_TWIPS: Final = 1440
_AFTER_COLUMNS: Final = (
    *("w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter"),
    *("w:docGrid", "w:printerSettings", "w:sectPrChange"),
)
"""What comes below columns among the properties of a section (ISO/IEC 29500-1, 17.6.17)."""
_NUMBERS: Final = {"page": "PAGE", "pages": "NUMPAGES"}


def begun(word: WordDocument, *, across: bool, first: bool) -> tuple[float, float]:
    """Begin a sheet, and return how wide and how high a picture on it may be, in inches."""
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.shared import Inches

    section = word.sections[0] if first else _added(word, WD_SECTION.NEW_PAGE)
    width, height = _SIZES[across]
    section.page_width, section.page_height = Inches(width), Inches(height)
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Inches(_MARGIN)
    section.top_margin = section.bottom_margin = Inches(_MARGIN)
    return width - 2 * _MARGIN, height - 2 * _MARGIN - _ABOVE_PICTURE


def in_columns(word: WordDocument, count: int) -> None:
    """Set what is added next in so many columns, on the page of what is above.

    Word makes columns as long as each other if the section after them begins on the same page.
    """
    from docx.enum.section import WD_SECTION
    from docx.oxml.ns import qn

    properties: Any = _added(word, WD_SECTION.CONTINUOUS)._sectPr
    for before in properties.findall(qn("w:cols")):
        properties.remove(before)
    columns = element("cols", num=count, space=round(COLUMN_GAP * _TWIPS))
    properties.insert_element_before(columns, *_AFTER_COLUMNS)


def _added(word: WordDocument, start: WD_SECTION) -> Section:
    """Add a section that the last paragraph of the one before ends.

    python-docx ends it by one more paragraph, which alone would fill a page after a full one.
    """
    from docx.oxml.ns import qn
    from docx.shared import Pt
    from docx.text.paragraph import Paragraph

    section: Section = word.add_section(start)
    end = word.element.body.sectPr.getprevious()
    last = end.getprevious()
    if last is not None and last.tag == qn("w:p") and (last.pPr is None or last.pPr.sectPr is None):
        last.get_or_add_pPr().append(end.pPr.sectPr)
        word.element.body.remove(end)
        end = last
    if not end.r_lst:
        layout = Paragraph(end, word._body).paragraph_format
        layout.line_spacing, layout.space_after = Pt(1), Pt(0)
    return section


def add_foot(word: WordDocument, data: Data) -> None:
    """Number the pages; all sections have the foot of the first."""
    section = word.sections[0]
    foot = section.footer.paragraphs[0]
    foot.text = " · ".join([*filter(None, (data["project"], data["version"])), ""])
    for place, part in enumerate(re.split(r"\{(\w+)\}", phrase("Page {page} of {pages}"))):
        add_field(foot, _NUMBERS[part]) if place % 2 else foot.add_run(part)
    if data["footer"]:
        section.footer.add_paragraph(data["footer"])


def blocks_of(sheet: Data) -> list[Data]:
    """The blocks of a sheet; slides come one after the other, with their titles as headings."""
    if "slides" not in sheet:
        return list(sheet["blocks"])
    blocks = []
    for slide in sheet["slides"]:
        blocks += [{"block": "heading", "text": slide["title"], "level": 2}, *slide["blocks"]]
        blocks += [{"block": "notes", "items": slide["notes"]}] if slide["notes"] else []
    return blocks
