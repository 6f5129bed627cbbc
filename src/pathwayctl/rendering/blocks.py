"""The parts of a page in no format yet: blocks of plain text.

A template writes blocks only; HTML and Markdown are written from them. So escaping and
accessibility are settled once, in the writers, and no template can get them wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal, get_args

from pathwayctl.handouts.cells import NONE
from pathwayctl.handouts.tables import Align, Head, Mark, Width
from pathwayctl.language import marked, phrase
from pathwayctl.quick_dataclass import dataclass

NoticeKind = Literal["gap", "note", "tip"]

ALIGNS: Final[tuple[Align, ...]] = get_args(Align)
WIDTHS: Final[tuple[Width, ...]] = get_args(Width)
MARKS: Final[tuple[Mark, ...]] = get_args(Mark)
NOTICE_KINDS: Final[tuple[NoticeKind, ...]] = get_args(NoticeKind)
TOP_LEVEL: Final = 2
"""A page's title is its only heading of level 1; blocks begin with level 2."""
LOWEST_LEVEL: Final = 4
_WORDS: Final = {"gap": marked("Gap"), "note": marked("Note"), "tip": marked("Tip")}
SHORT: Final = len("Dec 31, 2027")
"""Letters of a cell that is better not broken."""
_NUMBER: Final = re.compile(r"[\d.]*")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2, 3, or 4; ``screen`` as in a table."""

    text: str
    level: int = TOP_LEVEL
    screen: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Text of the project that may hold Markdown: lists, bold words and links, and never any HTML."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, with numbers where the order counts."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values, such as Date and Place."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns; the first cell names its row.

    ``indents`` (0, 1, 2 ...) and ``marks`` are empty or as long as ``rows``. A mark changes the look
    only: its meaning must also be in the cells. A cell may hold several lines. A table for the ``screen`` is
    not printed: a picture above it shows the same. ``heard`` is the whole caption, for screen readers, if
    some of it only repeats the headings above it.
    """

    caption: str
    columns: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    indents: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    note: str = ""
    screen: bool = False
    heard: str = ""

    @property
    def name(self) -> str:
        """The whole caption."""
        return self.heard or self.caption


def without_spare(table: Table) -> Table:
    """Leave out the spare columns that no row fills; a form to fill in by hand keeps them all."""
    is_used = [any(row[place] not in ("", NONE) for row in table.rows) for place in range(len(table.columns))]
    kept = [
        place
        for place, column in enumerate(table.columns)
        if is_used[place] or not column.spare or not any(is_used[1:])
    ]
    if len(kept) == len(table.columns):
        return table
    columns = tuple(table.columns[place] for place in kept)
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return replace(table, columns=columns, rows=rows)


def is_form(table: Table) -> bool:
    """Tell whether a table is a form to fill in: its cells are empty except for row numbers."""
    return bool(table.rows) and all(map(is_blank_row, table.rows))


def is_blank_row(row: tuple[str, ...]) -> bool:
    """Tell whether a row is to be filled in by hand: its cells are empty except for its number."""
    return not any(row[1:]) and bool(_NUMBER.fullmatch(row[0]))


def is_group_row(table: Table, place: int) -> bool:
    """Tell whether a row is only the title of the rows below it, and so spans the table."""
    return bool(table.marks) and table.marks[place] == "summary" and not any(table.rows[place][1:])


def naming_column(table: Table) -> int:
    """The place of the column whose cells name their rows: the first, or the one after mere numbers.

    An empty cell is no header, but a cell like the others. A total is named by its first cell.
    """
    marks = table.marks or ("",) * len(table.rows)
    first = [row[0] for row, mark in zip(table.rows, marks, strict=True) if mark != "total"]
    return 1 if all(map(_NUMBER.fullmatch, first)) and len(table.columns) > 1 else 0


@dataclass(frozen=True, slots=True)
class Checklist:
    """Boxes to tick; ``True`` for those that are ticked already."""

    caption: str
    items: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled lines to write on by hand."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Notice:
    """A call-out; it begins with the word for its kind."""

    text: str
    kind: NoticeKind = "note"

    @property
    def word(self) -> str:
        """``Gap``, ``Note`` or ``Tip``."""
        return phrase(_WORDS[self.kind])


@dataclass(frozen=True, slots=True)
class Notes:
    """Speaker notes for a slide: below it on an HTML page, and on separate sheets in a PDF."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing; its description says in words what it shows.

    One for the ``screen`` is not printed, because the table below it says more. ``same`` is the table of the
    same figures, where only one of both is printed. ``heard`` is as in a table.
    """

    title: str
    description: str
    drawing: object
    screen: bool = False
    same: Table | None = None
    heard: str = ""

    @property
    def name(self) -> str:
        """The whole title."""
        return self.heard or self.title

    @property
    def upright(self) -> bool:
        """Whether the drawing is made for a sheet that is not turned."""
        return bool(getattr(self.drawing, "upright", False))


@dataclass(frozen=True, slots=True)
class PageBreak:
    """On paper, what follows begins on a new sheet, or is to be ``cut`` off there."""

    cut: bool = False


Block = (
    Heading
    | Paragraph
    | Prose
    | Items
    | Facts
    | Table
    | Checklist
    | Lines
    | Notice
    | Notes
    | Figure
    | PageBreak
)


def with_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with each figure knowing the table below it of which only one of both is printed."""
    return tuple(
        replace(block, same=_same(block, blocks[place + 1 :])) if isinstance(block, Figure) else block
        for place, block in enumerate(blocks)
    )


def _same(figure: Figure, below: Sequence[Block]) -> Table | None:
    first = next((block for block in below if not isinstance(block, Heading)), None)
    return first if isinstance(first, Table) and (figure.screen or first.screen) else None


def printed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without those that are for the screen only."""
    return tuple(block for block in blocks if not getattr(block, "screen", False))


def in_words(figure: Figure) -> str:
    """Describe a figure, and name the table that has the same information."""
    same = phrase("The table below has the same information.") if figure.same else ""
    return f"{figure.description} {same}".rstrip()
