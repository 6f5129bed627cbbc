"""Blocks of pages, and sheets of packets, to HTML, each made once, with places for what is a file's own.

What a block looks like stands once, in ``templates/html/blocks.html.j2``. Here each block gets what
the macro cannot know: an id that is unique in the file, the level of its heading, the rows of a table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from pathwayctl import assets
from pathwayctl.language import phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.blocks import Block, Figure, Heading, Prose, Table, is_form
from pathwayctl.rendering.drawings import draw
from pathwayctl.rendering.html_tables import broken, form_columns, stacks, table_head, table_rows
from pathwayctl.rendering.made_file import Parts
from pathwayctl.rendering.made_once import MadeOnce
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.pages import LANDSCAPE_FROM, Contents, Frame, Page, address, is_wide
from pathwayctl.rendering.plain_text import seen
from pathwayctl.rendering.prose import to_html

if TYPE_CHECKING:
    from jinja2 import Environment, Template

SIZES: Final = ((10, "large vast"), (LANDSCAPE_FROM, "large"), (4, "broad"), (3, "medium"), (0, "small"))
"""Columns from which a table is of a size."""

NOTHING: Final = Markup()
_ANY_KEY: Final = Markup("<key>")
"""Stands for the key of a file's ids; no text can hold it, since a text's "<" is written as ``&lt;``."""
_PLACE: Final = re.compile(r"<part (\w+)>")
"""The place of a part that is not made again for this file: the style, or a block."""
_INNER: Final = Markup("<inner>")
"""The place of the inside of a block, which may be large."""


@dataclass(frozen=True, slots=True)
class _ReadyBlock:
    """A block with all that its macro needs.

    ``columns`` are the widths of a table to write on, and ``is_stacked`` is one whose cells stand below each
    other on a phone. ``head`` are the titles of a table, and ``inner`` is the place of its rows, of the
    drawing of a figure, or of the HTML of Markdown.
    """

    kind: str
    block: Block | Contents
    level: int
    id: Markup = _ANY_KEY
    size: str = ""
    is_stacked: bool = False
    columns: Markup = NOTHING
    head: Markup = NOTHING
    inner: Markup = _INNER


DrawnBlocks = MadeOnce[Block | Contents | Page, Parts]
"""Blocks as HTML, each cut where the key of a file's ids goes, and pages as sheets of a file."""


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """The place of a block in a file."""

    kind: str
    place: Markup


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page of a packet that is printed as a whole."""

    id: str
    title: str
    frame: Frame
    look: str
    blocks: list[PlacedBlock]


class FileBlocks:
    """The blocks of a file, each with an id of its own; ``lower_by`` moves headings down.

    ``first`` is the number of the first of them in the file.
    """

    def __init__(self, drawn: DrawnBlocks | None = None, lower_by: int = 0, first: int = 1) -> None:
        self._parts: dict[str, Parts] = {}
        self._drawn, self._lower_by, self._first = drawn or DrawnBlocks(), lower_by, first

    def ready(self, blocks: Sequence[Block | Contents]) -> list[PlacedBlock]:
        """The places of blocks, for a template."""
        return [self._one(block) for block in blocks]

    def _one(self, block: Block | Contents) -> PlacedBlock:
        level = block.level + self._lower_by if isinstance(block, Heading | Contents) else 0
        key = f"b{self._first + len(self._parts)}"
        found = self._drawn.of(block, partial(_drawn, level), level)
        between = (key.encode(),)
        self._parts[key] = tuple(chain(*((piece, *between) for piece in found)))[:-1]
        return PlacedBlock(type(block).__name__, place_of(key))

    def filled(self, text: str, **parts: Parts) -> Parts:
        """What a template has written, with the blocks and other ``parts`` in their places."""
        made: list[bytes] = []
        for number, piece in enumerate(_PLACE.split(seen(text))):
            known = (self._parts.get(piece) or parts[piece]) if number % 2 else (piece.encode(),)
            made += known
        return tuple(made)


def place_of(name: str) -> Markup:
    """The place of a part in what a template writes."""
    return Markup(f"<part {name}>")


def write_sheets(sheets: Sequence[tuple[Page, Frame]], drawn: DrawnBlocks) -> Parts:
    """The pages of a packet, each on a new sheet."""
    made: list[bytes] = []
    first = 1
    for number, (page, frame) in enumerate(sheets, 1):
        made += (b"\n" if made else b"", *_sheet(page, frame, number, first, drawn))
        first += len(page.blocks)
    return tuple(made)


def _sheet(page: Page, frame: Frame, number: int, first: int, drawn: DrawnBlocks) -> Parts:
    """The sheet of a page; ``first`` is the number of its first block in the file.

    If it was in this place before, it is not made again.
    """

    def make(_: object) -> Parts:
        around, look = FileBlocks(drawn, 1, first), look_of(page)
        sheet = _Sheet(f"page-{number}", page.title, frame, look, around.ready(page.blocks))
        return around.filled(_macros()["sheet"](sheet))

    return drawn.of(page, make, number, first, frame.logo, frame.number, frame.version, frame.source)


def _drawn(level: int, block: Block | Contents) -> Parts:
    """The HTML of a block in no file yet."""
    ready, inner = _ready(block, level)
    around = seen(_macros()["writers"][ready.kind](ready)).encode()
    return tuple(around.replace(_INNER.encode(), inner, 1).split(_ANY_KEY.encode()))


def _ready(block: Block | Contents, level: int) -> tuple[_ReadyBlock, bytes]:
    """A block with all that its macro needs, and its inside."""
    found = _ReadyBlock(type(block).__name__, block, level)
    match block:
        case Table():
            found = replace(
                found,
                size=_size(block),
                is_stacked=stacks(block),
                columns=form_columns(block) if is_form(block) else NOTHING,
                head=table_head(block),
            )
            return found, b"\n".join(seen(row).encode() for row in table_rows(block))
        case Figure():
            return found, seen(draw(block.drawing, block.name, str(_ANY_KEY))).encode()
        case Prose():
            return found, seen(to_html(block.text)).encode()
    return found, b""


def _size(table: Table) -> str:
    return next(size for columns, size in SIZES if len(table.columns) >= columns)


def look_of(page: Page) -> str:
    """The classes of a page: printed across the sheet, set closer, or shown as slides."""
    looks = (("wide", is_wide(page)), ("dense", page.dense), ("slides", page.slides), ("letter", page.letter))
    return " ".join(name for name, holds in looks if holds)


@cache
def _macros() -> Mapping[str, Any]:
    """The macros of blocks and sheets by their names."""
    return vars(_environment().get_template("blocks.html.j2").module)


def page_text(given: Mapping[str, object]) -> str:
    """A file, with the places of its blocks and of other parts."""
    return _frame().render(given)


@cache
def _frame() -> Template:
    return _environment().get_template("page.html.j2")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(assets.templates() / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["lines"] = broken
    environment.globals |= {"phrase": phrase, "address": address}
    return environment
