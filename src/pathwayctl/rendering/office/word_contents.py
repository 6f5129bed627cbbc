"""The table of contents of a Word file: one that Word keeps, whose entries are links to the handouts.

Only Word knows on which page a handout begins, and it alarms the reader of a file that has it look at once.
So the entries come without page numbers; Word adds them when the reader clicks *Update Table*.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.rendering.office.word_parts import element
from pathwayctl.rendering.office.word_sections import COLUMN_GAP, in_columns
from pathwayctl.rendering.office.word_styles import ACROSS, narrow_entries

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

    from pathwayctl.rendering.office.word_body import WordBody

_HANDOUTS: Final = r'TOC \o "1-1" \f \h \z'
"""First headings and marked places, as links (ISO/IEC 29500-1, 17.16.5.68)."""
_MOST_IN_ONE: Final = 32
"""Entries that fit below what is on a cover, in one column."""


def add_contents(body: WordBody, title: str, entries: Sequence[str]) -> None:
    """Add a table of contents with an entry for each handout, in two columns if there are many."""
    from docx.shared import Pt

    control, content = element("sdt"), element("sdtContent")
    control.append(_as_contents())
    control.append(content)
    paragraphs = [body.styled(title, "TOC Heading")]
    if is_long := len(entries) > _MOST_IN_ONE:
        paragraphs.clear()  # the title stays above both columns
        in_columns(body.word, 2)
        narrow_entries(body.word, (ACROSS - COLUMN_GAP) / 2)
    for place, words in enumerate(entries):
        entry = body.styled(style="toc 1")
        if place == 0:
            _field_parts(entry, _HANDOUTS)
        link = element("hyperlink", anchor=_name(place), history=1)
        link.append(entry.add_run(words)._r)
        entry._p.append(link)
        paragraphs.append(entry)
    end = body.add()  # which takes no room
    end.paragraph_format.line_spacing, end.paragraph_format.space_after = Pt(1), Pt(0)
    end.add_run()._r.append(element("fldChar", fldCharType="end"))
    paragraphs[0]._p.addprevious(control)
    for paragraph in (*paragraphs, end):
        content.append(paragraph._p)
    if is_long:
        in_columns(body.word, 1)


def add_target(paragraph: Paragraph, place: int, title: str = "") -> None:
    """Let the contents link to a paragraph, and find it under ``title`` if it is no heading."""
    start = element("bookmarkStart", id=place, name=_name(place))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    if title:
        words = title.replace('"', "\u201d")
        _field_parts(paragraph, f'TC "{words}" \\f C \\l 1', has_result=False)
    paragraph._p.append(element("bookmarkEnd", id=place))


def _name(place: int) -> str:
    return f"_Toc{place + 1:08}"


def _as_contents() -> Any:
    """What makes Word offer to update the table."""
    properties, kind = element("sdtPr"), element("docPartObj")
    kind.append(element("docPartGallery", val="Table of Contents"))
    kind.append(element("docPartUnique"))
    properties.append(kind)
    return properties


def _field_parts(paragraph: Paragraph, instruction: str, *, has_result: bool = True) -> None:
    paragraph.add_run()._r.append(element("fldChar", fldCharType="begin"))
    code = element("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    paragraph.add_run()._r.append(code)
    last = "separate" if has_result else "end"
    paragraph.add_run()._r.append(element("fldChar", fldCharType=last))
