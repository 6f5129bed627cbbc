"""Blocks to HTML: self-contained pages without scripts, which fetch nothing from elsewhere.

What a block looks like stands once, in ``templates/html/blocks.html.j2``. Here each block gets what
the macro cannot know: an id that is unique in the file, the level of its heading, the rows of a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from pathwayctl import assets
from pathwayctl.language import code, phrase, spoken
from pathwayctl.loading.colors import readable
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.blocks import Block, Figure, Heading, Prose, Table, is_form
from pathwayctl.rendering.drawings import draw
from pathwayctl.rendering.html_tables import broken, form_columns, stacks, table_head, table_rows
from pathwayctl.rendering.made_file import Parts
from pathwayctl.rendering.made_once import MadeOnce
from pathwayctl.rendering.markup import Markup, escape
from pathwayctl.rendering.pages import (
    LANDSCAPE_FROM,
    Contents,
    ContentsEntry,
    Frame,
    Front,
    Page,
    address,
    is_wide,
)
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
_STYLE: Final = "style"
_INNER: Final = Markup("<inner>")
"""The place of the inside of a block, which may be large."""
DARK: Final = "#14191f"
"""The ground of pages in dark colors, as the stylesheet has it."""


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


DrawnBlocks = MadeOnce[Block | Contents, Parts]
"""Blocks as HTML, each cut where the key of a file's ids goes."""


@dataclass(frozen=True, slots=True)
class _PlacedBlock:
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
    blocks: list[_PlacedBlock]


def write_page(page: Page, frame: Frame, style: bytes, drawn: DrawnBlocks | None = None) -> Parts:
    """A handout as a file of its own; what is in ``drawn`` already is not made again."""
    around = _FileBlocks(style, drawn)
    blocks = around.ready(page.blocks)
    return _written(page.title, frame, around, packet=frame.packet_title, blocks=blocks, look=_look(page))


def write_index(frame: Frame, front: Front, parts: Sequence[Block | Contents], style: bytes) -> Parts:
    """A first page: what a packet is for, and its pages. Its title is the frame's ``packet_title``."""
    around = _FileBlocks(style)
    return _written(
        frame.packet_title,
        frame,
        around,
        front=front,
        logo=_picture(front.logo),
        is_front=True,
        blocks=around.ready(parts),
    )


def write_combined(
    frame: Frame, front: Front, sheets: Sequence[tuple[Page, Frame]], style: bytes,
    drawn: DrawnBlocks | None = None,
) -> Parts:  # fmt: skip
    """All pages of a packet in one file to print, each on a new sheet, after a list of them."""
    numbers = _FileBlocks(style, drawn, lower_by=1)
    ready = [
        _Sheet(f"page-{number}", page.title, around, _look(page), numbers.ready(page.blocks))
        for number, (page, around) in enumerate(sheets, 1)
    ]
    entries = tuple(ContentsEntry(sheet.title, f"#{sheet.id}") for sheet in ready)
    return _written(
        frame.packet_title,
        frame,
        numbers,
        window=phrase("{packet}, on one page", packet=frame.packet_title),
        front=front,
        logo=_picture(front.logo),
        is_front=True,
        blocks=numbers.ready([Contents("", entries, ordered=True)]),
        sheets=ready,
    )


def _picture(address: str) -> Markup:
    """The address of a logo: only a picture that the page carries with it."""
    return escape(address) if address.startswith("data:image/") else NOTHING


class _FileBlocks:
    """The blocks of one file, each with an id of its own; ``lower_by`` moves headings down.

    ``inner`` are the parts of the file that are not made for it alone, by the names of their places.
    """

    def __init__(self, style: bytes, drawn: DrawnBlocks | None = None, lower_by: int = 0) -> None:
        self.inner: dict[str, Parts] = {_STYLE: (style,)}
        self._drawn, self._lower_by = drawn or DrawnBlocks(), lower_by

    def ready(self, blocks: Sequence[Block | Contents]) -> list[_PlacedBlock]:
        return [self._one(block) for block in blocks]

    def _one(self, block: Block | Contents) -> _PlacedBlock:
        level = block.level + self._lower_by if isinstance(block, Heading | Contents) else 0
        key, found = f"b{len(self.inner)}", self._drawn.of(block, partial(_drawn, level), level)
        between = (key.encode(),)
        self.inner[key] = tuple(chain(*((piece, *between) for piece in found)))[:-1]
        return _PlacedBlock(type(block).__name__, _place(key))


def _place(name: str) -> Markup:
    return Markup(f"<part {name}>")


def _drawn(level: int, block: Block | Contents) -> Parts:
    """The HTML of a block in no file yet."""
    ready, inner = _ready(block, level)
    around = seen(_writers()[ready.kind](ready)).encode()
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


def _look(page: Page) -> str:
    """The classes of a page: printed across the sheet, set closer, or shown as slides."""
    looks = (("wide", is_wide(page)), ("dense", page.dense), ("slides", page.slides), ("letter", page.letter))
    return " ".join(name for name, holds in looks if holds)


def _written(title: str, frame: Frame, around: _FileBlocks, **parts: object) -> Parts:
    foot = (
        ""
        if parts.get("look") == "letter"
        else " · ".join(filter(None, (frame.project, frame.number or title)))
    )
    given = {
        "title": title,
        "frame": frame,
        "language": code(),
        "links": [(label, address(href)) for label, href in frame.links],
        "style": _place(_STYLE),
        "running": _colored(frame.brand.color) + _running(foot),
        "seal": _picture(frame.brand.seal),
        "packet": "",
        "front": Front(),
        "logo": NOTHING,
        "window": "",
        "is_front": False,
        "blocks": (),
        "sheets": (),
        "look": "",
    }
    pieces = _PLACE.split(seen(_frame().render(given | parts)))
    made: list[bytes] = []
    for number, piece in enumerate(pieces):
        made += around.inner[piece] if number % 2 else (piece.encode(),)
    return tuple(made)


def _colored(color: str) -> Markup:
    """The color of an agency on light pages, and a lighter one on dark ones."""
    if not color:
        return NOTHING
    style = Markup(":root {{ --accent: {} }}\n@media screen and (prefers-color-scheme: dark) {{ {} }}\n")
    return style.format(color, Markup(":root {{ --accent: {} }}").format(readable(color, DARK)))


def _running(words: str) -> Markup:
    """The line at the foot of each printed sheet; the stylesheet has its number in English."""
    style = f"@bottom-left {{ content: {_coded(words)}; }}"
    if spoken():
        parts = re.split(r"\{(\w+)\}", phrase("Page {page} of {pages}"))
        numbered = (f"counter({part})" if place % 2 else _coded(part) for place, part in enumerate(parts))
        style += f" @bottom-right {{ content: {' '.join(numbered)}; }}"
    return Markup(f"@page {{ {style} }}")


def _coded(words: str) -> str:
    """Escape every character of a text for use in a stylesheet."""
    return '"' + "".join(f"\\{ord(letter):x} " for letter in seen(words)) + '"'


@cache
def _frame() -> Template:
    return _environment().get_template("page.html.j2")


@cache
def _writers() -> Mapping[str, Callable[[_ReadyBlock], Markup]]:
    """The macro for each kind of block."""
    found: Mapping[str, Callable[[_ReadyBlock], Markup]]
    found = vars(_environment().get_template("blocks.html.j2").module)["writers"]
    return found


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
