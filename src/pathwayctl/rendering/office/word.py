"""Documents as Word files: headings, lists, and tables that Word knows as such, to edit and to listen to.

An agency's own ``templates/reference.docx`` rules how headings, text, lists, and tables look.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from pathwayctl.language import phrase
from pathwayctl.rendering.office.package import packed, png_of, png_of_logo, settled
from pathwayctl.rendering.office.word_body import WordBody
from pathwayctl.rendering.office.word_fields import WordFields
from pathwayctl.rendering.office.word_parts import (
    add_field,
    add_marked,
    bordered,
    described,
    numbered_anew,
)
from pathwayctl.rendering.office.word_styles import opened
from pathwayctl.rendering.office.word_tables import fill
from pathwayctl.rendering.pages import Document
from pathwayctl.rendering.print_data import Data, data_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_MARGIN: Final = 0.7
_SIZES: Final = {False: (8.5, 11.0), True: (11.0, 8.5)}
"""Inches of a sheet, upright and across."""
_NUMBERS: Final = {"page": "PAGE", "pages": "NUMPAGES"}
_NOTICES: Final = {"gap": "FCEFED", "note": "EDF3F9", "tip": "EDF6F0"}
_DEEPEST_LIST: Final = 3


def word_of(document: Document, reference: bytes | None = None) -> bytes | None:
    """The document as a Word file, in the styles of ``reference``; ``None`` if that is no Word document."""
    data = data_of(document)
    word = opened(reference, data["color"])
    if word is None:
        return None
    settled(word.core_properties, data["title"], data["project"])
    _WordWriter(word, data).write()
    stream = io.BytesIO()
    word.save(stream)
    return packed(stream.getvalue())


class _WordWriter:
    """Writes the sheets of a document one after the other."""

    def __init__(self, word: WordDocument, data: Data) -> None:
        self._word, self._data, self._room, self._fields = word, data, 0.0, WordFields()
        self._body = WordBody(word)

    def write(self) -> None:
        sheets = self._data["sheets"]
        if len(sheets) > 1:
            self._begin(across=False, first=True)
            self._cover(sheets)
        for place, sheet in enumerate(sheets):
            self._begin(across=sheet.get("wide", False), first=place == 0 and len(sheets) == 1)
            self._sheet(sheet)

    def _begin(self, *, across: bool, first: bool) -> None:
        """Begin a sheet; headers and footers are those of the first."""
        from docx.enum.section import WD_ORIENT
        from docx.shared import Inches

        section = self._word.sections[0] if first else self._word.add_section()
        width, height = _SIZES[across]
        section.page_width, section.page_height = Inches(width), Inches(height)
        section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Inches(_MARGIN)
        section.top_margin = section.bottom_margin = Inches(_MARGIN)
        self._room = width - 2 * _MARGIN
        if first and not self._data["sheets"][0].get("letter"):
            foot = section.footer.paragraphs[0]
            foot.text = " · ".join([*filter(None, (self._data["project"], self._data["version"])), ""])
            for place, part in enumerate(re.split(r"\{(\w+)\}", phrase("Page {page} of {pages}"))):
                add_field(foot, _NUMBERS[part]) if place % 2 else foot.add_run(part)
            if self._data["footer"]:
                section.footer.add_paragraph(self._data["footer"])

    def _cover(self, sheets: list[Data]) -> None:
        from docx.shared import Inches

        if logos := self._data["logos"]:
            line = self._body.add()
            for logo in logos:
                self._body.add_picture(line, png_of_logo(logo), height=Inches(0.8))
                line.add_run("   ")
        self._text(self._data["agency"])
        self._text(self._data["project"])
        self._body.styled(self._data["title"], style="Title")
        for words in (self._data["version"], self._data["purpose"]):
            self._text(words)
        self.facts({"pairs": self._data["facts"]})
        for words in self._data["paragraphs"]:
            self._text(words)
        pages = self._body.add(phrase("Pages: "))
        add_field(pages, "NUMPAGES")
        self._body.styled(self._data["contents"], "Heading 1")
        for sheet in sheets:
            self._body.styled(sheet["title"], style="List Bullet")

    def _sheet(self, sheet: Data) -> None:
        if sheet.get("letter"):
            self._letter(sheet)
            return
        self._text(sheet.get("number", ""))
        self._body.styled(sheet["title"], "Heading 1")
        self._text(sheet.get("version", ""))
        if sheet.get("source"):
            self._text(phrase("Source: {source}", source=sheet["source"]))
        for block in _blocks(sheet):
            _WRITERS[block["block"]](self, block)

    def _letter(self, sheet: Data) -> None:
        """A letter begins with the logo and the letterhead, and has no title."""
        from docx.image.exceptions import UnrecognizedImageError
        from docx.shared import Inches

        self._word.sections[-1].left_margin = self._word.sections[-1].right_margin = Inches(1)
        if sheet["logo"]:
            with suppress(UnrecognizedImageError):  # such as SVG, which Word shows only beside a PNG
                self._body.add_picture(self._body.add(), bytes(sheet["logo"]), height=Inches(0.7))
        head, *rest = sheet["blocks"]
        entry = self._body.add()
        entry.add_run(head["text"]).bold = True
        bordered(entry, "bottom")
        for block in rest:
            _WRITERS[block["block"]](self, block)

    def _text(self, words: str) -> None:
        if words:
            self._body.add().add_run(words)

    def heading(self, it: Data) -> None:
        self._body.styled(it["text"], f"Heading {it['level']}")

    def paragraph(self, it: Data) -> None:
        self._text(it["text"])

    def prose(self, it: Data) -> None:
        self._nodes(it["nodes"], 1)

    def _nodes(self, nodes: Iterable[Data], depth: int) -> None:
        for node in nodes:
            match node["kind"]:
                case "paragraph":
                    add_marked(self._body.add(), node["parts"])
                case "list" | "numbered":
                    self._listed(node, depth)
                case "quote":
                    for inner in node["nodes"]:
                        add_marked(self._body.styled(style="Quote"), inner.get("parts", ()))
                case "code":
                    self._body.add().add_run(node["text"]).font.name = "Consolas"

    def _listed(self, node: Data, depth: int) -> None:
        kind = "List Number" if node["kind"] == "numbered" else "List Bullet"
        style = kind if depth == 1 else f"{kind} {min(depth, _DEEPEST_LIST)}"
        entries = []
        for item in node["items"]:
            entry = self._body.styled(style=style)
            entries.append(entry)
            first, rest = (item[0], item[1:]) if item and item[0]["kind"] == "paragraph" else ({}, item)
            add_marked(entry, first.get("parts", ()))
            self._nodes(rest, depth + 1)
        if node["kind"] == "numbered":
            numbered_anew(self._word, entries, node["start"])

    def items(self, it: Data) -> None:
        style = "List Number" if it["ordered"] else "List Bullet"
        entries = [self._body.styled(style=style) for _ in it["items"]]
        for entry, words in zip(entries, it["items"], strict=True):
            entry.add_run(words)
        if it["ordered"]:
            numbered_anew(self._word, entries, 1)

    def facts(self, it: Data) -> None:
        from docx.shared import Inches

        for name, words in it["pairs"]:
            entry = self._body.add()
            entry.paragraph_format.left_indent = Inches(1.6)
            entry.paragraph_format.first_line_indent = Inches(-1.6)
            entry.paragraph_format.tab_stops.add_tab_stop(Inches(1.6))
            entry.add_run(f"{name}\t").bold = True
            if words:
                entry.add_run(words)
            else:
                self._fields.add(entry, name, name)

    def table(self, it: Data) -> None:
        from docx.shared import Inches

        if it["caption"]:
            self._body.styled(it["caption"], "Caption").paragraph_format.keep_with_next = True
        table = self._body.add_table(len(it["columns"]))
        table.autofit = False
        described(table, it["name"])
        widths = [Inches(self._room * column["width"] / 100) for column in it["columns"]]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        fill(table, it, [round(width.twips) for width in widths], self._fields)
        self._body.styled().add_run(it["note"])

    def checklist(self, it: Data) -> None:
        if it["caption"]:
            self._body.add().add_run(it["caption"]).bold = True
        for words, ticked in it["items"]:
            entry = self._body.add()
            self._fields.add_box(entry, words, ticked=ticked)
            entry.add_run(f" {words}")

    def lines(self, it: Data) -> None:
        from docx.shared import Pt

        self._body.add().add_run(it["label"]).bold = True
        for number in range(it["count"]):
            line = self._body.add()
            if not number:
                self._fields.add(line, it["label"])
            bordered(line, "bottom", "between")
            line.paragraph_format.space_before = Pt(14)

    def notice(self, it: Data) -> None:
        entry = self._body.add()
        bordered(entry, "left", fill=_NOTICES[it["kind"]])
        entry.add_run(f"{it['word']}: ").bold = True
        entry.add_run(it["text"])

    def notes(self, it: Data) -> None:
        self._body.add().add_run(phrase("Speaker notes")).bold = True
        self.items({"items": it["items"], "ordered": False})

    def figure(self, it: Data) -> None:
        from docx.shared import Inches

        if it["title"]:
            self._body.add().add_run(it["title"]).bold = True
        self._text(it["description"])
        for part in it["parts"]:
            picture = png_of(part["svg"])
            shape = self._body.add_picture(self._body.add(), picture, width=Inches(self._room))
            shape._inline.docPr.set("descr", part["alt"])

    def pagebreak(self, it: Data) -> None:
        paragraph = self._body.add(self._data["cut_here"] if it["cut"] else "")
        paragraph.paragraph_format.page_break_before = not it["cut"]
        if it["cut"]:
            bordered(paragraph, "top")


_WRITERS: Final[dict[str, Callable[[_WordWriter, Data], None]]] = {
    "heading": _WordWriter.heading,
    "paragraph": _WordWriter.paragraph,
    "prose": _WordWriter.prose,
    "items": _WordWriter.items,
    "facts": _WordWriter.facts,
    "table": _WordWriter.table,
    "checklist": _WordWriter.checklist,
    "lines": _WordWriter.lines,
    "notice": _WordWriter.notice,
    "notes": _WordWriter.notes,
    "figure": _WordWriter.figure,
    "pagebreak": _WordWriter.pagebreak,
}


def _blocks(sheet: Data) -> list[Data]:
    """The blocks of a sheet; slides come one after the other, with their titles as headings."""
    if "slides" not in sheet:
        return list(sheet["blocks"])
    blocks = []
    for slide in sheet["slides"]:
        blocks += [{"block": "heading", "text": slide["title"], "level": 2}, *slide["blocks"]]
        blocks += [{"block": "notes", "items": slide["notes"]}] if slide["notes"] else []
    return blocks
