"""The block functions that a template calls, and the page made of their blocks.

Each function checks what it is given, keeps a block and returns a **token**, a text that no data can
imitate: the environment escapes every ``<`` that comes from data. In the template's output, each token is
replaced by its block; the text between tokens becomes paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from pathwayctl.handouts import tables as handouts
from pathwayctl.handouts.tables import Head
from pathwayctl.language import declared
from pathwayctl.rendering.arguments import needed, one_of, unfit, whole
from pathwayctl.rendering.blocks import (
    ALIGNS,
    LOWEST_LEVEL,
    MARKS,
    NOTICE_KINDS,
    TOP_LEVEL,
    WIDTHS,
    Block,
    Checklist,
    Facts,
    Figure,
    Heading,
    Items,
    Lines,
    Notes,
    Notice,
    PageBreak,
    Paragraph,
    Prose,
    Table,
    with_tables,
    without_spare,
)
from pathwayctl.rendering.captions import with_headings
from pathwayctl.rendering.drawings import DRAWINGS, texts
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.plain_text import kind_of, plain, shown
from pathwayctl.wording import count as counted

MOST_LINES: Final = 40
DEEPEST: Final = 50
SEAM: Final = 20
"""The characters of markup around a text: an estimate, so that empty cells count too."""
DRAWN: Final = 50
"""The size of a drawing, in characters, for each character of its texts: an estimate."""

_TOKEN = re.compile(r"<#(\d+)#>")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


class Desk:
    """The blocks of one page in the making. Its public methods are the block functions."""

    def __init__(self, *, measures: bool = True) -> None:
        self.size = 0
        """Characters of the page that was assembled, if it ``measures``; see ``SEAM`` and ``DRAWN``."""
        self._measures = measures
        self._made: list[tuple[Block, int]] = []

    def heading(self, text: object, level: object = TOP_LEVEL, screen: object = False) -> Markup:
        """A heading of level 2, 3, or 4; on paper, one for the ``screen`` is left out."""
        depth = whole("heading", "level", level, TOP_LEVEL, LOWEST_LEVEL)
        words = " ".join(needed("heading", "text", text).split())
        return self._keep(Heading(words, depth, bool(screen)), lambda: len(words))

    def address(self, seq: object) -> Markup:
        """A paragraph whose lines are kept, such as an address or a signature."""
        texts = self._texts("address", seq)
        return self._keep(Paragraph("\n".join(texts)), lambda: _length(texts)) if any(texts) else Markup()

    def prose(self, text: object) -> Markup:
        """Text of the project that may contain Markdown; a blank one is left out."""
        words = plain(text).strip()
        return self._keep(Prose(words), lambda: len(words)) if words else Markup()

    def items(self, seq: object, ordered: object = False) -> Markup:
        """A list, with numbers if ``ordered``."""
        texts = self._texts("items", seq)
        return self._keep(Items(texts, ordered=bool(ordered)), lambda: _length(texts))

    def facts(self, pairs: object) -> Markup:
        """Names with their values: pairs, or a dictionary."""
        entries = pairs.items() if isinstance(pairs, dict) else pairs
        rows = [self._texts("facts", pair) for pair in self._several("facts", entries)]
        for number, row in enumerate(rows, 1):
            if len(row) != 2:
                raise unfit("facts", f"entry {number} has {len(row)} parts, and needs a name and a text")
        return self._keep(Facts(tuple((row[0], row[1]) for row in rows)), lambda: sum(map(_length, rows)))

    def table(
        self,
        caption: object,
        columns: object,
        rows: object = None,
        indents: object = (),
        marks: object = (),
        note: object = "",
        spare: object = (),
        screen: object = False,
    ) -> Markup:
        """A table: one that a view declares, or its columns with rows.

        One for the ``screen`` is left out on paper, where the figure above it shows the same.

        ``columns`` are titles, or (title, align) or (title, align, width) tuples. ``spare`` are the titles
        of columns that are left out if no row fills them.
        """
        if isinstance(columns, handouts.HandoutTable):
            rows = columns.rows if rows is None else rows
            indents, marks = indents or columns.indents, marks or columns.marks
            columns = columns.columns
        extra = self._texts("table", spare)
        heads = tuple(self._column(column, extra) for column in self._several("table", columns))
        if not heads:
            raise unfit("table", "it has no columns")
        cells = tuple(self._texts("table", row) for row in self._several("table", rows))
        for number, row in enumerate(cells, 1):
            if len(row) != len(heads):
                cells_for_columns = f"{counted(len(row), 'cell')} for {counted(len(heads), 'column')}"
                raise unfit("table", f"row {number} has {cells_for_columns}")
        steps = tuple(whole("table", "indent", step, 0, DEEPEST) for step in self._several("table", indents))
        looks = tuple(one_of("table", "mark", mark, MARKS) for mark in self._several("table", marks))
        for name, given in (("indents", steps), ("marks", looks)):
            if given and len(given) != len(cells):
                raise unfit("table", f"there are {len(given)} {name} for {len(cells)} rows")
        words, below = needed("table", "caption", caption), plain(note)
        table = without_spare(Table(words, heads, cells, steps, looks, below, bool(screen)))
        return self._keep(table, lambda: sum(map(_length, table.rows)) + len(words) + len(below))

    def checklist(self, caption: object, items: object) -> Markup:
        """Boxes to tick: texts, or (text, ticked) pairs."""
        boxes = tuple(self._box(item) for item in self._several("checklist", items))
        words = plain(caption)
        return self._keep(Checklist(words, boxes), lambda: _length(text for text, _ in boxes) + len(words))

    def lines(self, label: object, count: object = 3) -> Markup:
        """Ruled lines to write on."""
        number = whole("lines", "count", count, 1, MOST_LINES)
        words = needed("lines", "label", label)
        return self._keep(Lines(words, number), lambda: len(words) + SEAM * number)

    def notice(self, text: object, kind: object = "note") -> Markup:
        """A call-out: a gap, a note or a tip."""
        words = needed("notice", "text", text)
        return self._keep(Notice(words, one_of("notice", "kind", kind, NOTICE_KINDS)), lambda: len(words))

    def notes(self, seq: object) -> Markup:
        """What the speaker says with a slide; without any, nothing."""
        texts = self._texts("notes", seq)
        return self._keep(Notes(texts), lambda: _length(texts)) if texts else Markup()

    def figure(self, title: object, description: object, drawing: object, screen: object = False) -> Markup:
        """A drawing that a view has made; on paper, one for the ``screen`` is left out."""
        if not isinstance(drawing, DRAWINGS):
            raise unfit("figure", f"what should be drawn is {kind_of(drawing)}, not a chart")
        words = needed("figure", "title", title), needed("figure", "description", description)
        return self._keep(
            Figure(*words, drawing, bool(screen)),
            lambda: _length(words) + DRAWN * _length(texts(drawing)),
        )

    def page_break(self, cut: object = False) -> Markup:
        """What follows begins on a new sheet, or is a card to ``cut`` off."""
        return self._keep(PageBreak(bool(cut)), lambda: 0)

    def assembled(self, output: str, title: str = "") -> tuple[Block, ...]:
        """The page below its title: each token's block, paragraphs between, no heading level skipped."""
        placed: list[Block] = []
        level = TOP_LEVEL - 1
        for block in self._in_order(output):
            if isinstance(block, Heading):
                level = min(block.level, level + 1)
                block = replace(block, level=level)
            placed.append(block)
        return with_tables(with_headings(placed, title))

    def _in_order(self, output: str) -> Iterator[Block]:
        for number, piece in enumerate(_TOKEN.split(output)):
            if number % 2 == 0:
                for part in _BLANK_LINE.split(shown(piece)):
                    if words := " ".join(part.split()):
                        self.size += SEAM + len(words)
                        yield Paragraph(words)
            elif int(piece) < len(self._made):
                block, size = self._made[int(piece)]
                self.size += size  # each time that it is shown
                yield block

    def _keep(self, block: Block, size: Callable[[], int]) -> Markup:
        self._made.append((block, SEAM + size() if self._measures else 0))
        return Markup(f"<#{len(self._made) - 1}#>")

    def _several(self, function: str, value: object) -> Iterator[object]:
        """What is in a list."""
        if isinstance(value, str | dict) or not isinstance(value, Iterable):
            raise unfit(function, f"there is {kind_of(value)} where a list is needed")
        return iter(value)

    def _texts(self, function: str, value: object) -> tuple[str, ...]:
        return tuple([plain(entry) for entry in self._several(function, value)])

    def _column(self, column: object, spare: tuple[str, ...]) -> Head:
        if isinstance(column, Head):
            title = declared(column.title)
            return replace(column, title=title, spare=column.spare or title in spare)
        parts = [column] if isinstance(column, str) else list(self._several("table", column))
        if not 1 <= len(parts) <= 3:
            raise unfit("table", f"a column has {len(parts)} parts, and takes a title, an align and a width")
        title = needed("table", "title of a column", parts[0])
        return Head(
            title,
            one_of("table", "align", parts[1], ALIGNS) if len(parts) > 1 else "left",
            one_of("table", "width", parts[2], WIDTHS) if len(parts) > 2 else "",
            title in spare,
        )

    def _box(self, item: object) -> tuple[str, bool]:
        if isinstance(item, tuple | list):
            if len(item) != 2:
                raise unfit(
                    "checklist", f"an entry has {len(item)} parts, and takes a text and true or false"
                )
            return plain(item[0]), bool(item[1])
        return plain(item), False


def _length(texts: Iterable[str]) -> int:
    """Characters of texts, with the markup around each."""
    return sum(len(text) + SEAM for text in texts)
