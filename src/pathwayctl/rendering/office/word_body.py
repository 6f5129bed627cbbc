"""Paragraphs and tables at the end of a Word document, added without a search for that end.

python-docx goes through all of a document for each paragraph.
"""

from __future__ import annotations

from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, Any

from pathwayctl.rendering.office.word_parts import element, parsed

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph


class WordBody:
    """The body of one document; each style is looked up once, as Word files have many paragraphs."""

    def __init__(self, word: WordDocument) -> None:
        self.word, self._end = word, word.element.body.sectPr
        self.numbers = count(1)  # of pictures
        self._styles: dict[str, str | None] = {}

    def add(self, words: str = "") -> Paragraph:
        """Add a paragraph."""
        from docx.text.paragraph import Paragraph

        entry = Paragraph(element("p"), self.word._body)
        self._end.addprevious(entry._p)
        if words:
            entry.add_run(words)
        return entry

    def styled(self, words: str = "", style: str = "") -> Paragraph:
        """Add a paragraph in a style, by its name; in that of plain text if there is none."""
        entry = self.add(words)
        if style and style not in self._styles:
            entry.style = style
            self._styles[style] = entry._p.style
        entry._p.style = self._styles.get(style)
        return entry

    def keep_last(self) -> None:
        """Keep the last paragraph on the page of what is added next."""
        from docx.text.paragraph import Paragraph

        Paragraph(self._end.getprevious(), self.word._body).paragraph_format.keep_with_next = True

    def add_parsed(self, text: str) -> None:
        """Add the element that a text in WordprocessingML says, such as a table."""
        self._end.addprevious(parsed(text))

    @cached_property
    def table_style(self) -> str | None:
        """The style of tables by its id; ``None`` if tables have it without saying so."""
        from docx.enum.style import WD_STYLE_TYPE

        known = {style.name for style in self.word.styles}
        named = next((name for name in ("Pathways Table", "Table Grid") if name in known), "Normal Table")
        untyped: Any = self.word.part
        found: str | None = untyped.get_style_id(named, WD_STYLE_TYPE.TABLE)
        return found
