"""Documents to PDF, by Typst: tagged for screen readers (PDF/UA-1), with the same bytes on every machine.

The text of a project reaches Typst as JSON and is never read as markup; ``templates/pdf`` says what a
document looks like. Letters come from the fonts in ``templates/fonts``; only a document with letters that
these lack, such as Chinese names, is set with the fonts of the machine as well.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from pathwayctl import assets
from pathwayctl.rendering.pages import Document
from pathwayctl.rendering.print_data import data_of

_LACKING: Final = "could not be displayed with"
"""The words of Typst's error for a letter that no font has."""


@dataclass(frozen=True, slots=True)
class NoPdf:
    """Why there is no PDF, in plain words."""

    message: str


def pdf_of(document: Document) -> bytes | NoPdf:
    """The document as a PDF."""
    from typst import TypstError

    packet = json.dumps(data_of(document))
    try:
        return _compiled(packet, own_fonts_only=True)
    except TypstError as error:
        if _LACKING not in str(error):
            raise  # a fault of the template, not of the project
    try:
        return _compiled(packet, own_fonts_only=False)
    except TypstError as error:
        letters = str(error).partition("`")[2].partition("`")[0].strip('"')
        return NoPdf(
            f"No font on this computer has the letters of “{letters}”. Install one that has them, such as "
            "a Noto font, and run this again."
        )


def _compiled(packet: str, *, own_fonts_only: bool) -> bytes:
    import typst

    made: bytes = typst.compile(
        assets.templates() / "pdf" / "packet.typ",
        font_paths=[assets.templates() / "fonts"],
        ignore_system_fonts=own_fonts_only,
        sys_inputs={"packet": packet},
        pdf_standards="ua-1",
        format="pdf",
    )
    return made
