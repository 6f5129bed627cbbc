"""Links from pages to the files that hold them for print or to edit, with the sheets that they take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import quote

from pathwayctl.language import phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.page_links import relative
from pathwayctl.rendering.page_sets import ALL
from pathwayctl.rendering.pages import Contents, ContentsEntry, Document, slides_of
from pathwayctl.rendering.pdf import NoDocument, Printed
from pathwayctl.rendering.ready_pages import ReadyPage, ReadySet
from pathwayctl.wording import count

PROGRAMS: Final = {"pdf": "PDF", "docx": "Word", "pptx": "PowerPoint"}
"""What the files of documents are called, by their endings."""


@dataclass(frozen=True)
class DocumentLinks:
    """The documents of an order by their names, the ``formats`` that they are written in, and their PDFs."""

    documents: Mapping[str, Document]
    formats: tuple[str, ...]
    prints: Mapping[str, Printed | NoDocument]

    def files(self, name: str, folder: str) -> tuple[tuple[str, str], ...]:
        """The (words, address) pairs of the files of a document, for a page in a folder."""
        document = self.documents.get(name)
        if document is None:
            return ()
        forms = [one for one in self.formats if one != "pptx" or document.sheets[0][0].slides]
        return tuple((PROGRAMS[form], relative(folder, f"{name}.{form}")) for form in forms)

    def whole(self, ready: ReadySet, *, with_all: bool) -> Iterator[Contents]:
        """The part of an index with the files that hold all of its pages, if there are any."""
        name = ready.one.document
        said = {
            "pdf": phrase("The whole packet in one file, with a cover, to print and to mail."),
            "docx": phrase("The whole packet in one file, to edit in Word."),
        }
        entries = []
        for form in self.formats if name in self.documents else ():
            if form in said:
                size = self.size(name) if form == "pdf" else ""
                file = f"{name.rpartition('/')[2]}.{form}"
                entries.append(ContentsEntry(file, quote(file), said[form], size=size))
        if with_all:
            title, about = phrase("Everything on one page, to print"), phrase("Each page on a new sheet.")
            entries.append(ContentsEntry(title, f"{ALL}.html", about))
        if entries:
            yield Contents(phrase("All together"), tuple(entries))

    def counts(self, name: str) -> tuple[int, ...]:
        """The pages of the cover and of each handout of a document; none if it was not printed."""
        found = self.prints.get(name)
        return found.counts if isinstance(found, Printed) else ()

    def size(self, name: str) -> str:
        """How many sheets a document takes, in words; empty if it was not printed, or has slides."""
        number = sum(self.counts(name))
        return count(number, "sheet") if number else ""

    def size_of(self, ready: ReadySet, page: ReadyPage) -> str:
        """How many sheets or slides a page takes, in words; empty if it was not printed."""
        if page.page.slides:
            return count(len(slides_of(page.page)), "slide")
        if page.page.letter:
            return self.size(ready.alone(page))
        found = self.prints.get(ready.one.document)
        if not isinstance(found, Printed):
            return ""
        together = [one.slug for one in ready.pages if not ready.alone(one)]
        return count(found.of_handouts[together.index(page.slug)], "sheet")
