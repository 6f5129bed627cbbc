"""The list of the sheets to print for a packet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pathwayctl.handouts.tables import Head, Mark
from pathwayctl.language import marked, phrase
from pathwayctl.rendering.blocks import Block, Table
from pathwayctl.rendering.pages import Document

_COUNTED: Final = marked(
    "Sheets of letter paper, as the PDF has them, for each handout by itself and for the whole."
)
_SHEETS: Final = (
    Head(marked("Print"), width="wide"),
    Head(marked("Pages"), "right"),
    Head(marked("Sheets"), "right"),
    Head(marked("On both sides"), "right"),
)


def sheet_list(document: Document, counts: Sequence[int]) -> tuple[Block, ...]:
    """The list of the sheets to print for a meeting, handout by handout; none if they cannot be counted.

    ``counts`` are the pages of the cover, if there is one, and of each handout.
    """
    titles = (phrase("Cover and contents"), *(page.title for page, _ in document.sheets))
    rows, last = [], 0
    if not counts:
        return ()
    for title, number in zip(titles if len(counts) == len(titles) else titles[1:], counts, strict=True):
        first, last = last + 1, last + number
        pages = phrase("{first} to {last}", first=first, last=last) if number > 1 else f"{first}"
        rows.append((title, pages, f"{number}", f"{(number + 1) // 2}"))
    whole = (
        phrase("The whole packet"),
        phrase("{first} to {last}", first=1, last=last),
        f"{last}",
        f"{(last + 1) // 2}",
    )
    plain: Mark = ""
    heads = tuple(replace(head, title=phrase(head.title)) for head in _SHEETS)
    marks: tuple[Mark, ...] = (*[plain] * len(rows), "total")
    table = Table(phrase("Sheets to print"), heads, (*rows, whole), (), marks, phrase(_COUNTED))
    return (table,)
