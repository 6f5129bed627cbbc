"""Documents to PDF, by Typst: tagged for screen readers (PDF/UA-1), with the same bytes on every machine.

The text of a project reaches Typst as JSON and is never read as markup; ``templates/pdf`` says what a
document looks like. Letters come from the fonts in ``templates/fonts``; only a document with letters that
these lack, such as Chinese names, is set with the fonts of the machine as well.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from pathwayctl import assets
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.pages import Document
from pathwayctl.rendering.print_data import Data, data_of
from pathwayctl.rendering.word_breaks import with_breaks_in_long_words

if TYPE_CHECKING:
    from pathlib import Path

    from typst import Fonts

MOST_AT_ONCE: Final = 4
"""Documents that are set at the same time; each takes some memory."""
Fits = dict[int, Data]
"""How much closer or wider than usual handouts are set, by their numbers; see ``packet.typ``."""
Files = dict[str, "Path | bytes"]
"""A template as ``main.typ``, and the files that it reads."""
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
    packets = [_packet(document)]
    return _set(packets[0], _starts(packets), {})[0]


def printed_together(documents: Iterable[Document]) -> list[Printed | NoDocument]:
    """The documents as PDFs, in their order; each processor sets one, since Typst works beside Python.

    The shortest come first, since Typst forgets what the last ten documents have not used; and the longest
    comes last: it has the handouts of the others, whose layouts it uses again once their fits are known.
    """
    from concurrent.futures import ThreadPoolExecutor

    packets = list(map(_packet, documents))
    if not packets:
        return []
    starts = _starts(packets)
    *others, longest = sorted(range(len(packets)), key=lambda place: len(packets[place]["sheets"]))
    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE)) as pool:
        done = pool.map(lambda place: _set(packets[place], starts, {}), others)
        made = dict(zip(others, done, strict=True))
    known = {number: fit for _, fits in made.values() for number, fit in fits.items()}
    made[longest] = _set(packets[longest], starts, known)
    return [made[place][0] for place in range(len(packets))]


def _starts(packets: list[Data]) -> bytes:
    """Number the sheets, the same ones alike, and return what begins each of them, as a list in Typst's code.

    Typst tells pages apart by where in the code their first element is from, and counts those from one place.
    Without an element of its own, a sheet had to be as far from the front in each packet to be used again.
    """
    numbers: dict[str, int] = {}
    for packet in packets:
        for sheet in packet["sheets"]:
            sheet["start"] = numbers.setdefault(json.dumps(sheet), len(numbers))
    return f"#let starts = ({'v(0pt, weak: true), ' * len(numbers)})".encode()


def _packet(document: Document) -> Data:
    """What the template is given: the data of a document."""
    data = data_of(document)
    for sheet in data["sheets"]:
        for block in sheet.get("blocks", ()):
            if block["block"] == "table":
                block["rows"] = [[with_breaks_in_long_words(cell) for cell in row] for row in block["rows"]]
    return data


def _set(packet: Data, starts: bytes, known: Fits) -> tuple[Printed | NoDocument, Fits]:
    """The PDF of a packet, and how its handouts fit their sheets; ``known`` are the fits found before."""
    sheets = [{**sheet, "fit": known.get(sheet["start"])} for sheet in packet["sheets"]]
    found, fits = _made(_files({**packet, "sheets": sheets}, starts))
    return found, {sheets[fit["place"]]["start"]: fit for fit in fits}


def _files(packet: Data, starts: bytes) -> Files:
    template = assets.templates() / "pdf" / "packet.typ"
    return {"main.typ": template, "packet.json": json.dumps(packet).encode(), "starts.typ": starts}


def first_sheet(document: Document, dots: float) -> bytes:
    """The first sheet of a document as a PNG, with so many dots per inch."""
    packet = _packet(document)
    return compiled(_files(packet, _starts([packet])), "png", dots)


def _made(files: Files) -> tuple[Printed | NoDocument, list[Data]]:
    from typst import TypstError

    try:
        return _printed(files, own_fonts_only=True)
    except TypstError as error:
        if _LACKING not in str(error):
            return NoDocument(_reason(error)), []
    try:
        return _printed(files, own_fonts_only=False)
    except TypstError as error:
        return NoDocument(_reason(error)), []


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
    source: bytes | Files, form: Literal["pdf", "png"], dots: float | None = None,
    *, given: dict[str, str] | None = None, own_fonts_only: bool = True,
) -> bytes:  # fmt: skip
    """What a template of Typst makes of the texts that it is given: a PDF, or its first page as a picture."""
    import typst

    made: bytes | list[bytes] = typst.compile(
        source,  # type: ignore[type-var]  # its stubs know of no files beside the template
        font_paths=_fonts(own_fonts_only=own_fonts_only),
        sys_inputs=given or {},
        pdf_standards="ua-1" if form == "pdf" else None,
        format=form,
        ppi=dots,
    )
    return made[0] if isinstance(made, list) else made


@cache
def _fonts(*, own_fonts_only: bool) -> Fonts:
    import typst

    return typst.Fonts(include_system_fonts=not own_fonts_only, font_paths=[assets.templates() / "fonts"])


def _printed(files: Files, *, own_fonts_only: bool) -> tuple[Printed, list[Data]]:
    """The PDF of a packet, and the fits of its handouts.

    Typst keeps what it has laid out, so to ask for what is noted in it costs nothing. It uses none of that
    where inputs differ, so the packet is a file: cells that are in several documents are laid out once.
    """
    import typst

    data = compiled(files, "pdf", own_fonts_only=own_fonts_only)
    fonts = _fonts(own_fonts_only=own_fonts_only)
    noted = json.loads(typst.query(files, "metadata", field="value", font_paths=fonts))  # type: ignore[type-var]
    notes = [note for note in noted if note is not None]
    pages = next(note["pages"] for note in notes if "pages" in note)
    return Printed(data, tuple(pages)), [note for note in notes if "place" in note]
