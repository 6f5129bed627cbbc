"""The styles of a Word file: those of pages, or those of an agency's own document."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import BadZipFile

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def opened(reference: bytes | None, color: str) -> WordDocument | None:
    """A document without text, with the styles of a reference document or else our own, in a color."""
    import docx
    from docx.opc.exceptions import OpcError

    if reference is None:
        word = docx.Document()
        _styled(word, color)
        return word
    try:
        word = docx.Document(io.BytesIO(reference))
    except (OpcError, BadZipFile, SyntaxError, ValueError, KeyError):  # what a broken package leads to
        return None
    _emptied(word)
    return word


def _emptied(word: WordDocument) -> None:
    """Leave only the styles of a reference document."""
    for element in list(word.element.body):
        if not element.tag.endswith("sectPr"):
            word.element.body.remove(element)


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
