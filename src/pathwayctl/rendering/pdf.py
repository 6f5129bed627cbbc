"""Documents to PDF, by Typst: tagged for screen readers (PDF/UA-1), with the same bytes on every machine.

The text of a project reaches Typst as JSON and is never read as markup; ``templates/pdf`` says what a
document looks like. Letters come from the fonts in ``templates/fonts``; only a document with letters that
these lack, such as Chinese names, is set with the fonts of the machine as well.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from pathwayctl import assets
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.pages import Document
from pathwayctl.rendering.print_data import data_of
from pathwayctl.rendering.word_breaks import with_breaks_in_long_words

if TYPE_CHECKING:
    from pathlib import Path

    from typst import Fonts

MOST_AT_ONCE: Final = 4
"""Documents that are set at the same time; each takes some memory."""
_LACKING: Final = "could not be displayed with"
"""The words of Typst's error for a letter that no font has."""


@dataclass(frozen=True, slots=True)
class NoDocument:
    """Why there is no document, in plain words."""

    message: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as a PDF. ``counts`` are the pages of its cover, if it has one, and of each handout."""

    data: bytes
    counts: tuple[int, ...]

    @property
    def of_handouts(self) -> tuple[int, ...]:
        """The pages of each handout; only a document of several has a cover."""
        return self.counts[1:] if len(self.counts) > 1 else self.counts


def hindrance() -> str:
    """Why no PDF can be made on this machine; empty if one can."""
    try:
        import typst  # noqa: F401 - compiled code, which some systems refuse to load
    except ImportError as error:
        return str(error)
    return ""


def printed(document: Document) -> Printed | NoDocument:
    """The document as a PDF, with its pages counted."""
    return _set(_packet(document))


def printed_together(documents: Iterable[Document]) -> Iterator[Printed | NoDocument]:
    """The documents as PDFs, in their order; each processor sets one, since Typst works beside Python."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE)) as pool:
        yield from pool.map(_set, map(_packet, documents))


def _packet(document: Document) -> str:
    """What the template is given: the data of a document in JSON."""
    data = data_of(document)
    for sheet in data["sheets"]:
        for block in sheet.get("blocks", ()):
            if block["block"] == "table":
                block["rows"] = [[with_breaks_in_long_words(cell) for cell in row] for row in block["rows"]]
    return json.dumps(data)


def _set(packet: str) -> Printed | NoDocument:
    from typst import TypstError

    try:
        return _printed(packet, own_fonts_only=True)
    except TypstError as error:
        if _LACKING not in str(error):
            return NoDocument(_reason(error))
    try:
        return _printed(packet, own_fonts_only=False)
    except TypstError as error:
        return NoDocument(_reason(error))


def pdf_of(document: Document) -> bytes | NoDocument:
    """The document as a PDF."""
    found = printed(document)
    return found.data if isinstance(found, Printed) else found


def _reason(error: Exception) -> str:
    said = str(error)
    if _LACKING in said:
        letters = said.partition("`")[2].partition("`")[0].strip('"')
        return (
            f"No font on this computer has the letters of “{letters}”. Install one that has them, such as "
            "a Noto font, and run this again."
        )
    if "image" in said or "svg" in said.lower():
        return "The logo is damaged, or no picture. Save it again as PNG, and run this again."
    return f"The text could not be set: {said}"


def compiled(
    source: bytes | Path, given: dict[str, str], form: Literal["pdf", "png"], dots: float | None = None,
    *, own_fonts_only: bool = True,
) -> bytes:  # fmt: skip
    """What a template of Typst makes of the texts that it is given: a PDF, or its first page as a picture."""
    import typst

    made: bytes | list[bytes] = typst.compile(
        source,
        font_paths=_fonts(own_fonts_only=own_fonts_only),
        sys_inputs=given,
        pdf_standards="ua-1" if form == "pdf" else None,
        format=form,
        ppi=dots,
    )
    return made[0] if isinstance(made, list) else made


@cache
def _fonts(*, own_fonts_only: bool) -> Fonts:
    import typst

    return typst.Fonts(include_system_fonts=not own_fonts_only, font_paths=[assets.templates() / "fonts"])


def _printed(packet: str, *, own_fonts_only: bool) -> Printed:
    """The PDF of a packet. Typst keeps the layout of a template that is a file, so counting costs nothing."""
    from collections import Counter

    import typst

    template, given = assets.templates() / "pdf" / "packet.typ", {"packet": packet}
    data = compiled(template, given, "pdf", own_fonts_only=own_fonts_only)
    fonts = _fonts(own_fonts_only=own_fonts_only)
    sheets = typst.query(template, "<sheet>", field="value", font_paths=fonts, sys_inputs=given)
    counts = Counter(json.loads(sheets))
    return Printed(data, tuple(counts[place] for place in sorted(counts)))
