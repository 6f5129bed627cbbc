"""Content controls of Word: places to fill in on the screen, each with a name that programs can ask for.

On paper they are the same room to write as in the PDF. A control has a title, which Word shows and reads
aloud, and a tag made of it (ISO/IEC 29500-1, 17.5.2).
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.language import ENGLISH, code, marked, phrase
from pathwayctl.rendering.office.word_parts import element

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

LONGEST: Final = 64
"""Characters of a title or a tag, at the most."""
BOXES: Final = {"☐": False, "☑": True}
_DATES: Final = (marked("Date"), marked("Due"), marked("Start"), marked("Finish"), marked("Approved on"))
_DAY: Final = {ENGLISH: "MMM d, yyyy", "es": "d MMM yyyy"}
"""A day as Word writes it when it is chosen, by language: as pages write it."""
_BY_HAND: Final = (marked("Signature"),)
_ROOM: Final = "\u2002" * 5
"""Placeholder of an empty control: blanks, so that it prints as room to write."""
_BOX_SPACE: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
_NOT_IN_TAGS: Final = re.compile(r"[^\w]+")


class WordFields:
    """Adds controls to the paragraphs of one document; each has a number of its own."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def add(self, paragraph: Paragraph, title: str, kind: str = "") -> None:
        """Add room for words, or for a day if ``kind``, the name of the column or fact, is one of days."""
        if kind in map(phrase, _BY_HAND):
            return
        if kind in map(phrase, _DATES):
            look = element("date")
            look.append(element("dateFormat", val=_DAY.get(code(), _DAY[ENGLISH])))
            look.append(element("lid", val=f"{code()}-US"))
            look.append(element("storeMappedDataAs", val="date"))
            look.append(element("calendar", val="gregorian"))
        else:
            look = element("text", multiLine=1)
        self._control(paragraph, title, (element("showingPlcHdr"), look), _ROOM)

    def add_box(self, paragraph: Paragraph, title: str, *, ticked: bool) -> None:
        """Add a box to tick."""

        def made(name: str) -> Any:
            return element("sdt").makeelement(f"{{{_BOX_SPACE}}}{name}", nsmap={"w14": _BOX_SPACE})

        box = made("checkbox")
        for name, value in (("checked", ticked * 1), ("checkedState", 2611), ("uncheckedState", 2610)):
            state = made(name)
            state.set(f"{{{_BOX_SPACE}}}val", str(value))
            if name != "checked":
                state.set(f"{{{_BOX_SPACE}}}font", "MS Gothic")
            box.append(state)
        self._control(paragraph, title, (box,), "☑" if ticked else "☐")

    def _control(self, paragraph: Paragraph, title: str, looks: tuple[Any, ...], shown: str) -> None:
        name = " ".join(title.split())[:LONGEST]
        control, properties, content = element("sdt"), element("sdtPr"), element("sdtContent")
        properties.append(element("alias", val=name))
        properties.append(element("tag", val=_NOT_IN_TAGS.sub("-", name.lower()).strip("-")))
        properties.append(element("id", val=next(self._numbers)))
        for look in looks:
            properties.append(look)
        run, text = element("r"), element("t")
        text.text = shown
        run.append(text)
        content.append(run)
        control.append(properties)
        control.append(content)
        paragraph._p.append(control)
