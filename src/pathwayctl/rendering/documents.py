"""Write whole packets in the formats that people print, send, and edit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pathwayctl.language import phrases_of, speaking
from pathwayctl.rendering.loader import bytes_inside, own_folder
from pathwayctl.rendering.mistakes import UnfitError
from pathwayctl.rendering.pages import Document
from pathwayctl.rendering.pdf import NoDocument as NoDocument
from pathwayctl.rendering.pdf import pdf_of

REFERENCE: Final = "reference.docx"
"""The file in a project's ``templates`` whose styles its Word files take."""
LARGEST: Final = 5_000_000
"""Bytes of a reference document."""


def written(document: Document, form: str, root: Path) -> bytes | NoDocument | None:
    """The document in a format; ``None`` if that format has nothing for it, as PowerPoint has for pages."""
    with speaking(phrases_of(document.language)):
        if form == "pdf":
            return pdf_of(document)
        return _slides(document) if form == "pptx" else _word(document, root)


def begin_pictures(documents: Iterable[Document]) -> None:
    """Begin to draw the pictures of all Word files, beside the writing of the files."""
    from pathwayctl.rendering.office.package import draw_ahead
    from pathwayctl.rendering.print_data import drawings_of

    for document in documents:
        with speaking(phrases_of(document.language)):
            draw_ahead(drawings_of(document))


def _slides(document: Document) -> bytes | None:
    from pathwayctl.rendering.office.powerpoint import powerpoint_of

    return powerpoint_of(document) if any(page.slides for page, _ in document.sheets) else None


def _word(document: Document, root: Path) -> bytes | NoDocument:
    from pathwayctl.rendering.office.word import word_of

    folder = own_folder(root)
    try:
        reference = bytes_inside(folder, REFERENCE, LARGEST) if folder else None
    except UnfitError as error:
        return NoDocument(f"{error.message} {error.hint}")
    return word_of(document, reference) or NoDocument(
        f"templates/{REFERENCE} is not a Word document. Save it in Word again, as .docx."
    )
