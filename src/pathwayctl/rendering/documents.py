"""Whole packets in the formats that people print, send, and edit: one entry for each format."""

from __future__ import annotations

from pathlib import Path

from pathwayctl.rendering.loader import own_folder
from pathwayctl.rendering.pages import Document
from pathwayctl.rendering.pdf import NotMade, pdf_of

REFERENCE = "reference.docx"
"""The file in a project's ``templates`` whose styles its Word files take."""
LARGEST = 5_000_000
"""Bytes of a reference document."""


def written(document: Document, form: str, root: Path) -> bytes | NotMade | None:
    """The document in a format; ``None`` if that format has nothing for it, as PowerPoint has for pages."""
    if form == "pdf":
        return pdf_of(document)
    if form == "pptx":
        return _slides(document)
    return _word(document, root)


def _slides(document: Document) -> bytes | None:
    from pathwayctl.rendering.office.powerpoint import powerpoint_of

    return powerpoint_of(document) if any(page.slides for page, _ in document.sheets) else None


def _word(document: Document, root: Path) -> bytes | NotMade:
    from pathwayctl.rendering.office.word import word_of

    folder = own_folder(root)
    reference = folder / REFERENCE if folder else None
    if reference is None or not reference.is_file():
        return word_of(document)
    if reference.is_symlink() or reference.stat().st_size > LARGEST:
        return NotMade(f"templates/{REFERENCE} must be a file of at most {LARGEST:,} bytes, and no link.")
    try:
        return word_of(document, reference)
    except (ValueError, KeyError, OSError):  # what python-docx raises for a file that is none of Word's
        return NotMade(f"templates/{REFERENCE} is not a Word document. Save it anew in Word as .docx.")
