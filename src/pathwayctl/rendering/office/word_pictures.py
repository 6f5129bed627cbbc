"""How high pictures of a Word file are: one after a short beginning is made to fit below it.

Otherwise it would leave the first page nearly empty.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING, Final

from pathwayctl.rendering.office.package import png_of, png_of_logo

if TYPE_CHECKING:
    from docx.image.image import Image
    from docx.oxml.shape import CT_Inline
    from docx.shared import Length
    from docx.text.paragraph import Paragraph

    from pathwayctl.rendering.print_data import Data

_BEGINNING: Final = 1.1
"""Inches of the number, title, version, and source of a handout."""
_LINE, _HEADING = 0.19, 0.4
_LETTERS: Final = 15
"""Letters of a line for each inch."""
_LEAST: Final = 0.7
"""A picture that had to be smaller than this share of its height goes to the next page."""


def height_above(blocks: Sequence[Data], room: float) -> float:
    """Inches that a beginning takes on a page ``room`` inches wide; infinite if it is more than words."""
    return _BEGINNING + sum(_height(block, room) for block in blocks)


def _height(block: Data, room: float) -> float:
    match block["block"]:
        case "heading":
            return _HEADING
        case "facts":
            return _LINE * sum(1 + len(words) // int(room * _LETTERS) for _, words in block["pairs"])
        case "paragraph" | "notice":
            return _LINE * (1 + len(block["text"]) // int(room * _LETTERS))
    return inf


def add_picture(paragraph: Paragraph, part: Data, number: int, room: float, most: float, free: float) -> None:
    """Add a picture as wide as ``room`` and ``most`` high at the most, or ``free`` if that is little less.

    Each picture has a ``number`` of its own.
    """
    from docx.shared import Inches, Length

    relation, image = _held(paragraph, png_of(part["svg"]))
    width, height = image.scaled_dimensions(Inches(room))
    fits = free > 0 and height * _LEAST <= Inches(free)
    limit = Inches(free if fits else most)
    if height > limit:
        width, height = Length(round(width * limit / height)), limit
    _placed(paragraph, number, (relation, image.filename, width, height)).docPr.set("descr", part["alt"])


def add_logo(paragraph: Paragraph, logo: bytes, number: int, height: float) -> None:
    """Add a logo of a ``height`` in inches; it says nothing, so it has no description."""
    from docx.shared import Inches

    relation, image = _held(paragraph, png_of_logo(logo))
    _placed(paragraph, number, (relation, image.filename, *image.scaled_dimensions(height=Inches(height))))


def _held(paragraph: Paragraph, png: bytes) -> tuple[str, Image]:
    """The relation by which the document holds a picture, and the picture."""
    return paragraph.part.get_or_add_image(io.BytesIO(png))


def _placed(paragraph: Paragraph, number: int, it: tuple[str, str, Length, Length]) -> CT_Inline:
    from docx.oxml.shape import CT_Inline

    # python-docx would go through all of the document for a number that no picture has
    inline = CT_Inline.new_pic_inline(number, *it)
    paragraph.add_run()._r.add_drawing(inline)
    return inline
