"""The styles of a Word file: those of pages, or those of an agency's own document."""

from __future__ import annotations

import io
from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile

from pathwayctl.language import code

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.parfmt import ParagraphFormat

_MODE: Final = "15"
"""Word 2013 and later: Word says in its title bar of an older file that it is in compatibility mode."""
_USED: Final = (
    *("Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Caption", "Quote", "TOC Heading"),
    *("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3"),
    "Table Grid",
)
_ENTRY: Final = "toc 1"
_HANGING: Final = 0.15
"""Inches of the second line of a title in columns."""
ACROSS: Final = 7.1
"""Inches between the margins of an upright sheet."""
_NO_LISTS: Final = b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def opened(reference: bytes | None, color: str) -> WordDocument | None:
    """A document without text, with the styles of a reference document or else our own, in a color."""
    return deepcopy(_empty(reference, color, f"{code()}-US"))  # to copy one takes a fifth of the time


@lru_cache(maxsize=1)
def _empty(reference: bytes | None, color: str, language: str) -> WordDocument | None:
    """A document without text, whose spelling is checked in a language."""
    import docx
    from docx.opc.exceptions import OpcError

    if reference is None:
        word = docx.Document()
        _styled(word, color)
        _made_current(word)
    else:
        try:
            word = docx.Document(io.BytesIO(reference))
        except (OpcError, BadZipFile, SyntaxError, ValueError, KeyError):  # what a broken package leads to
            return None
        _emptied(word)
        _completed(word)
    _entries_styled(word)
    _spoken(word, language)
    return word


def _emptied(word: WordDocument) -> None:
    """Leave only the styles of a reference document."""
    for element in list(word.element.body):
        if not element.tag.endswith("sectPr"):
            word.element.body.remove(element)
    word.element.body.get_or_add_sectPr()


def _completed(word: WordDocument) -> None:
    """Add the styles that a reference document lacks, since Word saves only those in use.

    Pandoc writes some names in other letters than Word.
    """
    import docx
    from docx.styles import BabelFish

    by_name = {style.name.lower(): style for style in word.styles if style.name}
    ours = docx.Document()
    for name in _USED:
        if name in word.styles:
            continue
        if same := by_name.get(name.lower()):
            same.name = BabelFish.ui2internal(name)
            continue
        style = deepcopy(ours.styles[name].element)
        word.styles.element.append(style)
        if style.pPr is not None and style.pPr.numPr is not None:
            style.pPr.numPr.numId.val = _list_copied(ours, word, style.pPr.numPr.numId.val)


def _list_copied(ours: WordDocument, word: WordDocument, number: int) -> int:
    """Copy how a list is numbered or marked, and return its number in ``word``."""
    from docx.oxml.ns import qn

    numbering, all_of_ours = (_numbering(one) for one in (word, ours))
    wanted = all_of_ours.num_having_numId(number).abstractNumId.val
    same = qn("w:abstractNumId")
    abstract = next(one for one in all_of_ours.iter(qn("w:abstractNum")) if int(one.get(same)) == wanted)
    taken = [int(one.get(same)) for one in numbering.iter(qn("w:abstractNum"))]
    copied = deepcopy(abstract)
    copied.set(same, str(max(taken, default=-1) + 1))
    for unique in copied.findall(qn("w:nsid")):  # by which Word takes lists for one and the same
        copied.remove(unique)
    if numbering.num_lst:
        numbering.num_lst[0].addprevious(copied)
    else:
        numbering.append(copied)
    return int(numbering.add_num(int(copied.get(same))).numId)


def _numbering(word: WordDocument) -> Any:
    """The lists of a document, which has a part for them only if it has lists."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.numbering import NumberingPart

    if not any(one.reltype == RELATIONSHIP_TYPE.NUMBERING for one in word.part.rels.values()):
        part = NumberingPart.load(
            PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, _NO_LISTS, word.part.package
        )
        word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return word.part.numbering_part.element


def _made_current(word: WordDocument) -> None:
    from docx.oxml.ns import qn

    for setting in word.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _MODE)


def _spoken(word: WordDocument, language: str) -> None:
    """Let Word check the spelling in the language of the pages."""
    from docx.oxml.ns import qn

    for one in word.styles.element.iter(qn("w:lang")):
        one.set(qn("w:val"), language)


def _entries_styled(word: WordDocument) -> None:
    """Have a style for the entries of contents, by the name that Word looks for when it updates them."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    if any((style.name or "").lower() == _ENTRY for style in word.styles):
        return
    style = word.styles.add_style(_ENTRY, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    style.base_style = word.styles["Normal"]
    style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(1), 1
    _add_page_numbers(style.paragraph_format, ACROSS)


def narrow_entries(word: WordDocument, width: float) -> None:
    """Let contents be ``width`` inches wide; a title that takes two lines hangs."""
    from docx.shared import Inches

    style = next(style for style in word.styles if (style.name or "").lower() == _ENTRY)
    layout = style.paragraph_format
    layout.tab_stops.clear_all()
    _add_page_numbers(layout, width)
    layout.left_indent, layout.first_line_indent = Inches(_HANGING), Inches(-_HANGING)


def _add_page_numbers(layout: ParagraphFormat, width: float) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Inches

    layout.tab_stops.add_tab_stop(Inches(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _styled(word: WordDocument, color: str) -> None:
    """Set the styles as pages have them: one font without serifs, and little space between paragraphs."""
    from docx.shared import Pt, RGBColor

    sizes = {"Normal": 10, "Title": 22, "Heading 1": 16, "Heading 2": 13.5, "Heading 3": 11, "Heading 4": 10}
    for name, size in {**sizes, "Caption": 9.5}.items():
        style = word.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        fonts = style.element.rPr.rFonts
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(f"{{{fonts.nsmap['w']}}}{kind}", None)
        if name != "Normal":
            style.font.color.rgb = RGBColor(*bytes.fromhex(color.lstrip("#")))
    word.styles["Normal"].paragraph_format.space_after = Pt(4)
    word.styles["Heading 1"].paragraph_format.space_before = Pt(0)  # it begins a sheet
