"""Documents as Word files: headings, lists, and tables that Word knows as such, to edit and to listen to.

An agency's own ``templates/reference.docx`` rules how headings, text, lists, and tables look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, cast

from pathwayctl.language import phrase
from pathwayctl.rendering.office.package import packed, settled
from pathwayctl.rendering.office.word_body import WordBody
from pathwayctl.rendering.office.word_contents import add_contents, add_target
from pathwayctl.rendering.office.word_fields import WordFields
from pathwayctl.rendering.office.word_parts import (
    add_control,
    add_marked,
    bordered,
    numbered_anew,
    ruled,
)
from pathwayctl.rendering.office.word_pictures import add_logo, add_picture, height_above
from pathwayctl.rendering.office.word_sections import add_foot, begun, blocks_of
from pathwayctl.rendering.office.word_styles import opened
from pathwayctl.rendering.office.word_tables import table_text
from pathwayctl.rendering.pages import Document
from pathwayctl.rendering.print_data import Data, data_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_NOTICES: Final = {"gap": "FCEFED", "note": "EDF3F9", "tip": "EDF6F0"}
_DEEPEST_LIST: Final = 3
_NAME, _LETTER, _LONG_NAME = 1.6, 0.078, 34
"""Inches of the names before facts at the least, and of a letter; letters of one that has no such room."""
_FEW, _LAST, _BOXES, _SHORT = 6, 3, 3, 45
"""Facts, and last lines of a checklist, that stay with what is below; of more short boxes, two share one."""
_LINE, _APART, _CLOSE = 22, 8, 2
"""Points from one line to write on to the next, below a table, and between facts or boxes."""
_LED: Final = {
    **dict.fromkeys(
        ("paragraph", "prose", "notice"), ("lines", "items", "facts", "table", "checklist", "figure")
    ),
    "facts": ("paragraph", "prose", "table", "lines"),
    "checklist": ("lines",),
}
"""The blocks below those of a kind that are not parted from them: what they introduce, and room for notes."""


def word_of(document: Document, reference: bytes | None = None) -> bytes | None:
    """The document as a Word file, in the styles of ``reference``; ``None`` if that is no Word document."""
    data = data_of(document)
    word = opened(reference, data["color"])
    if word is None:
        return None
    settled(word.core_properties, data["title"], data["project"])
    _WordWriter(word, data).write()
    return _packed(word)


def _packed(word: WordDocument) -> bytes:
    from docx.opc.pkgwriter import _ContentTypesItem

    package, untyped = word.part.package, cast("Any", _ContentTypesItem)
    return packed(package.parts, package.rels.xml, untyped.from_parts(package.parts).blob)


class _WordWriter:
    """Writes the sheets of a document one after the other."""

    def __init__(self, word: WordDocument, data: Data) -> None:
        self._word, self._data, self._fields, self._body = word, data, WordFields(), WordBody(word)
        self._room, self._height, self._above, self._leads = 0.0, 0.0, 0.0, False

    def write(self) -> None:
        sheets = self._data["sheets"]
        if len(sheets) > 1:
            self._room, self._height = begun(self._word, across=False, first=True)
            self._cover(sheets)
        for place, sheet in enumerate(sheets):
            first = place == 0 and len(sheets) == 1
            self._room, self._height = begun(self._word, across=sheet.get("wide", False), first=first)
            self._sheet(sheet, place)
        if not sheets[0].get("letter"):
            add_foot(self._word, self._data)

    def _cover(self, sheets: list[Data]) -> None:
        self._logos(self._data["logos"], 0.8)
        self._text(self._data["agency"])
        self._text(self._data["project"])
        self._body.styled(self._data["title"], style="Title")
        for words in (self._data["version"], self._data["purpose"]):
            self._text(words)
        self.facts({"pairs": self._data["facts"]})
        for words in self._data["paragraphs"]:
            self._text(words)
        add_contents(self._body, self._data["contents"], [sheet["title"] for sheet in sheets])

    def _sheet(self, sheet: Data, place: int) -> None:
        if sheet.get("letter"):
            self._letter(sheet, place)
            return
        self._text(sheet.get("number", ""))
        add_target(self._body.styled(sheet["title"], "Heading 1"), place)
        self._text(sheet.get("version", ""))
        if sheet.get("source"):
            self._text(phrase("Source: {source}", source=sheet["source"]))
        self._write_blocks(blocks_of(sheet))

    def _write_blocks(self, blocks: Sequence[Data]) -> None:
        """Write blocks; what introduces the one below stays on its page."""
        for place, (block, below) in enumerate(pairwise([*blocks, {"block": ""}])):
            self._above = height_above(blocks[:place], self._room) if block["block"] == "figure" else 0.0
            self._leads = below["block"] in _LED.get(block["block"], ())
            _WRITERS[block["block"]](self, block)

    def _letter(self, sheet: Data, place: int) -> None:
        """A letter begins with the logo and the letterhead, and has no title."""
        from docx.shared import Inches

        self._word.sections[-1].left_margin = self._word.sections[-1].right_margin = Inches(1)
        self._logos([sheet["logo"]] if sheet["logo"] else [], 0.7)
        head, *rest = sheet["blocks"]
        entry = self._body.add()
        add_target(entry, place, sheet["title"])
        entry.add_run(head["text"]).bold = True
        bordered(entry, "bottom")
        self._write_blocks(rest)

    def _logos(self, logos: Sequence[list[int]], height: float) -> None:
        if logos:
            line = self._body.add()
        for logo in logos:
            add_logo(line, bytes(logo), next(self._body.numbers), height)
            line.add_run("   ")

    def _text(self, words: str) -> None:
        if words:
            self._body.add(words)

    def _lead(self, words: str) -> None:
        """Bold words on the page of what they introduce."""
        entry = self._body.add()
        entry.add_run(words).bold = True
        entry.paragraph_format.keep_with_next = True

    def heading(self, it: Data) -> None:
        self._body.styled(it["text"], f"Heading {it['level']}")

    def paragraph(self, it: Data) -> None:
        if it["text"]:
            self._body.add(it["text"]).paragraph_format.keep_with_next = self._leads or None

    def prose(self, it: Data) -> None:
        self._nodes(it["nodes"], 1)
        if self._leads:
            self._body.keep_last()

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
        from docx.shared import Inches, Pt

        longest = max((len(name) for name, _ in it["pairs"] if len(name) <= _LONG_NAME), default=0)
        room = Inches(max(_NAME, longest * _LETTER + 0.1))
        for name, words in it["pairs"]:
            entry = self._body.add()
            entry.paragraph_format.keep_with_next = (self._leads and len(it["pairs"]) <= _FEW) or None
            entry.paragraph_format.space_after = Pt(_CLOSE)
            entry.paragraph_format.left_indent = room
            entry.paragraph_format.first_line_indent = -room
            entry.paragraph_format.tab_stops.add_tab_stop(room)
            entry.add_run(f"{name}\t").bold = True
            if words:
                entry.add_run(words)
            else:
                add_control(entry, self._fields.room(name, name))
                ruled(entry, self._room)

    def table(self, it: Data) -> None:
        from docx.shared import Inches, Pt

        if it["caption"]:
            self._body.styled(it["caption"], "Caption").paragraph_format.keep_with_next = True
        widths = [Inches(self._room * column["width"] / 100).twips for column in it["columns"]]
        self._body.add_parsed(table_text(it, self._body.table_style, widths, self._fields))
        after = self._body.styled(it["note"]).paragraph_format
        if not it["note"]:  # a paragraph keeps it apart from a table below
            after.line_spacing, after.space_after = Pt(_APART), Pt(0)

    def checklist(self, it: Data) -> None:
        from docx.shared import Inches, Pt

        if it["caption"]:
            self._lead(it["caption"])
        items = it["items"]
        across = 2 if len(items) > _BOXES and all(len(words) <= _SHORT for words, _ in items) else 1
        for start in range(0, len(items), across):
            entry = self._body.add()
            entry.paragraph_format.space_after = Pt(_CLOSE)
            is_last = start + _LAST * across >= len(items)
            entry.paragraph_format.keep_with_next = (self._leads and is_last) or None
            for place, (words, ticked) in enumerate(items[start : start + across]):
                if place:
                    entry.paragraph_format.tab_stops.add_tab_stop(Inches(self._room / across))
                    entry.add_run("\t")
                add_control(entry, self._fields.box(words, ticked=ticked))
                entry.add_run(f" {words}")

    def lines(self, it: Data) -> None:
        from docx.shared import Pt

        self._lead(it["label"])
        for number in range(it["count"]):
            line = self._body.add()
            if not number:
                add_control(line, self._fields.room(it["label"]))
            bordered(line, "bottom", "between", space=1)
            layout = line.paragraph_format
            layout.line_spacing, layout.space_after = Pt(_LINE), Pt(0)  # as far apart in every program
            layout.keep_with_next = number < it["count"] - 1

    def notice(self, it: Data) -> None:
        entry = self._body.add()
        bordered(entry, "left", fill=_NOTICES[it["kind"]])
        entry.paragraph_format.keep_with_next = self._leads or None
        entry.add_run(f"{it['word']}: ").bold = True
        entry.add_run(it["text"])

    def notes(self, it: Data) -> None:
        self._lead(phrase("Speaker notes"))
        self.items({"items": it["items"], "ordered": False})

    def figure(self, it: Data) -> None:
        if it["title"]:
            self._lead(it["title"])
        if it["description"]:
            self._body.add(it["description"]).paragraph_format.keep_with_next = True
        for place, part in enumerate(it["parts"]):
            free = self._height if place else self._height - self._above
            add_picture(self._body.add(), part, next(self._body.numbers), self._room, self._height, free)

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
