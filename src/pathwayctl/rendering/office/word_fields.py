"""Content controls of Word: places to fill in on the screen, each with a name that programs can ask for.

On paper they are the same room to write as in the PDF. A control has a title, which Word shows and reads
aloud, and a tag made of it (ISO/IEC 29500-1, 17.5.2).
"""

from __future__ import annotations

import re
from itertools import count
from typing import Final
from xml.sax.saxutils import quoteattr

from pathwayctl.language import ENGLISH, code, marked, phrase

LONGEST: Final = 64
"""Characters of a title or a tag, at the most."""
BOXES: Final = {"☐": False, "☑": True}
_DATES: Final = (marked("Date"), marked("Due"), marked("Start"), marked("Finish"), marked("Approved on"))
_DAY: Final = {ENGLISH: "MMM d, yyyy", "es": "d MMM yyyy"}
"""A day as Word writes it when it is chosen, by language: as pages write it."""
_BY_HAND: Final = (marked("Signature"),)
_ROOM: Final = "\u2002" * 5
"""Placeholder of an empty control: blanks, so that it prints as room to write."""
_BOX_SPACE: Final = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_STATES: Final = (
    '<w14:checkedState w14:val="2611" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
)
_NOT_IN_TAGS: Final = re.compile(r"[^\w]+")


class WordFields:
    """The controls of one document, as text; each has a number of its own."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def room(self, title: str, kind: str = "") -> str:
        """Room for words, or for a day if ``kind``, the name of the column or fact, is one of days.

        What is written by hand has no control, so it is empty.
        """
        if kind in map(phrase, _BY_HAND):
            return ""
        look = '<w:text w:multiLine="1"/>'
        if kind in map(phrase, _DATES):
            day, spoken = _DAY.get(code(), _DAY[ENGLISH]), f"{code()}-US"
            look = (
                f'<w:date><w:dateFormat w:val="{day}"/><w:lid w:val="{spoken}"/>'
                '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
            )
        return self._control(title, f"<w:showingPlcHdr/>{look}", _ROOM)

    def box(self, title: str, *, ticked: bool) -> str:
        """A box to tick."""
        states = f'<w14:checked w14:val="{ticked:d}"/>{_STATES}'
        return self._control(
            title, f"<w14:checkbox {_BOX_SPACE}>{states}</w14:checkbox>", "☑" if ticked else "☐"
        )

    def _control(self, title: str, looks: str, shown: str) -> str:
        name = " ".join(title.split())[:LONGEST]
        tag = _NOT_IN_TAGS.sub("-", name.lower()).strip("-")
        names = (
            f'<w:alias w:val={quoteattr(name)}/><w:tag w:val="{tag}"/><w:id w:val="{next(self._numbers)}"/>'
        )
        content = f"<w:r><w:t>{shown}</w:t></w:r>"
        return f"<w:sdt><w:sdtPr>{names}{looks}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
