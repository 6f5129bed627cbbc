"""Word features that python-docx lacks: page numbers, links, captions, and borders."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph


_SPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PEN: Final = 7
"""Points above a line to write on, beyond the height of its letters."""
_LINE_END: Final = 0.85
"""Where a line to write on ends after words, in widths of the room."""


def element(name: str, /, **attributes: object) -> Any:
    """An element of WordprocessingML (ISO/IEC 29500)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def parsed(text: str) -> Any:
    """The element that a text in WordprocessingML says, which begins with its tag.

    It declares its own name space: with one from around it, it would take lxml seconds to move a long table.
    """
    from docx.oxml.parser import parse_xml

    tag, _, rest = text.partition(">")
    return parse_xml(f"{tag} {_SPACE}>{rest}")


def add_control(paragraph: Paragraph, text: str) -> None:
    """Add a control, if there is one."""
    if text:
        paragraph._p.append(parsed(text))


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field that Word calculates, such as a page number."""
    field = element("fldSimple", instr=instruction)
    field.append(element("r"))
    field[0].append(element("t"))
    field[0][0].text = "1"
    paragraph._p.append(field)


def add_link(paragraph: Paragraph, address: str, words: str) -> None:
    """Add a link to the web or to e-mail."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    link = element("hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(words)
    run.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def bordered(paragraph: Paragraph, *sides: str, fill: str = "", space: int = 4) -> None:
    """Draw lines at sides of a paragraph, ``space`` points from it, on a background if there is one."""
    properties = paragraph._p.get_or_add_pPr()
    border = element("pBdr")
    for side in sides:
        border.append(element(side, val="single", sz=18 if fill else 6, space=space, color="5B6775"))
    properties.append(border)
    if fill:
        properties.append(element("shd", val="clear", color="auto", fill=fill))


def ruled(paragraph: Paragraph, room: float) -> None:
    """Draw a line to write on after the last word of a paragraph, on a page with so many inches of room."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Inches, Pt

    layout = paragraph.paragraph_format
    layout.tab_stops.add_tab_stop(Inches(room * _LINE_END), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    layout.space_before = Pt(_PEN)
    paragraph.add_run("\t")


def numbered_anew(word: WordDocument, entries: Iterable[Paragraph], start: int) -> None:
    """Restart the numbering of a list at its own first number."""
    from docx.oxml.ns import qn

    entries = list(entries)
    style = entries[0].style.element.pPr if entries and entries[0].style else None
    if style is None or style.numPr is None or style.numPr.numId is None:
        return  # a reference document whose lists have no numbers
    numbering = word.part.numbering_part.element
    abstract = numbering.num_having_numId(style.numPr.numId.val).abstractNumId.val
    number = numbering.add_num(abstract)
    override = number.add_lvlOverride(ilvl=0)
    override.add_startOverride(start)
    for entry in entries:
        properties = entry._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().set(qn("w:val"), str(number.numId))
        properties.get_or_add_ilvl().set(qn("w:val"), "0")


def add_marked(paragraph: Paragraph, parts: Iterable[Any], marks: frozenset[str] = frozenset()) -> None:
    """Add a line of words of which some are bold, in italics, code, or links."""
    for part in parts:
        if isinstance(part, str):
            run = paragraph.add_run(part)
            run.bold, run.italic = "strong" in marks or None, "emphasis" in marks or None
        elif part["kind"] == "break":
            paragraph.add_run().add_break()
        elif part["kind"] == "code":
            paragraph.add_run(part["text"]).font.name = "Consolas"
        elif part["kind"] == "link":
            add_link(paragraph, part["address"], "".join(_plain(part["parts"])))
        else:
            add_marked(paragraph, part["parts"], marks | {part["kind"]})


def _plain(parts: Iterable[Any]) -> Iterable[str]:
    for part in parts:
        if isinstance(part, str):
            yield part
        else:
            yield from _plain(part.get("parts", [part.get("text", " ")]))
