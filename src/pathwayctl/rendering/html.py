"""Blocks to HTML: self-contained pages without scripts, which fetch nothing from elsewhere.

What a block looks like stands once, in ``templates/html/blocks.html.j2``. Here each block gets what
the macro cannot know: an id that is unique in the file, the level of its heading, the rows of a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from pathwayctl import assets
from pathwayctl.language import code, phrase, spoken
from pathwayctl.loading.colors import readable
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.blocks import Block, Figure, Heading, Prose, Table, is_form
from pathwayctl.rendering.drawings import draw
from pathwayctl.rendering.html_tables import broken, form_columns, stacks, table_head, table_rows
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
_ANY_KEY: Final = "<key>"
"""Stands for the key of a file's ids; no text can hold it, since a text's "<" is written as ``&lt;``."""
DARK: Final = "#14191f"
"""The ground of pages in dark colors, as the stylesheet has it."""


@dataclass(frozen=True, slots=True)
class _ReadyBlock:
    """A block with all that its macro needs.

    ``columns`` are the widths of a table to write on, and ``is_stacked`` is one whose cells stand below each
    other on a phone. ``head`` and ``inner`` are the titles and the rows of a table, or ``inner`` the drawing
    of a figure or the HTML of Markdown.
    """

    kind: str
    block: Block | Contents
    id: str
    level: int = 0
    size: str = ""
    is_stacked: bool = False
    columns: Markup = NOTHING
    head: Markup = NOTHING
    inner: Markup = NOTHING


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page of a packet that is printed as a whole."""

    id: str
    title: str
    frame: Frame
    look: str
    blocks: list[_ReadyBlock]


def write_page(page: Page, frame: Frame, style: str, drawn: DrawnBlocks | None = None) -> str:
    """A handout as a file of its own; what is in ``drawn`` already is not made again."""
    blocks = _Numbers(drawn).ready(page.blocks)
    return _written(page.title, frame, style, packet=frame.packet_title, blocks=blocks, look=_look(page))


def write_index(frame: Frame, front: Front, parts: Sequence[Block | Contents], style: str) -> str:
    """A first page: what a packet is for, and its pages. Its title is the frame's ``packet_title``."""
    return _written(
        frame.packet_title,
        frame,
        style,
        front=front,
        logo=_picture(front.logo),
        is_front=True,
        blocks=_Numbers().ready(parts),
    )


def write_combined(
    frame: Frame, front: Front, sheets: Sequence[tuple[Page, Frame]], style: str,
    drawn: DrawnBlocks | None = None,
) -> str:  # fmt: skip
    """All pages of a packet in one file to print, each on a new sheet, after a list of them."""
    numbers = _Numbers(drawn, lower_by=1)
    ready = [
        _Sheet(f"page-{number}", page.title, around, _look(page), numbers.ready(page.blocks))
        for number, (page, around) in enumerate(sheets, 1)
    ]
    entries = tuple(ContentsEntry(sheet.title, f"#{sheet.id}") for sheet in ready)
    return _written(
        frame.packet_title,
        frame,
        style,
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


class DrawnBlocks:
    """Blocks as HTML, each made once: a page is a file of its own, and in the file of each of its packets.

    Those of the run before are known too, and those of earlier ones are forgotten.
    """

    def __init__(self) -> None:
        self._known: dict[int, _ReadyBlock] = {}  # by identity, since to compare large tables takes long
        self._before: dict[int, _ReadyBlock] = {}

    def begin_run(self) -> None:
        """Forget what the run before has not shown."""
        self._before, self._known = self._known, {}

    def of(self, block: Block | Contents, key: str, lower_by: int) -> _ReadyBlock:
        """A block with the ids of a file that begin with ``key``; ``lower_by`` moves headings down."""
        found = self._known.get(id(block)) or self._before.get(id(block)) or _ready(block)
        self._known[id(block)] = found
        if isinstance(block, Heading | Contents):
            return replace(found, id=key, level=block.level + lower_by)
        if isinstance(block, Figure):
            return replace(found, id=key, inner=found.inner.replace(_ANY_KEY, key))
        return replace(found, id=key)


class _Numbers:
    """The ids of one file, none of them twice; ``lower_by`` moves headings down."""

    def __init__(self, drawn: DrawnBlocks | None = None, lower_by: int = 0) -> None:
        self._drawn, self._lower_by = drawn or DrawnBlocks(), lower_by
        self._blocks = 0

    def ready(self, blocks: Sequence[Block | Contents]) -> list[_ReadyBlock]:
        return [self._one(block) for block in blocks]

    def _one(self, block: Block | Contents) -> _ReadyBlock:
        self._blocks += 1
        return self._drawn.of(block, f"b{self._blocks}", self._lower_by)


def _ready(block: Block | Contents) -> _ReadyBlock:
    """A block in no file yet."""
    kind = type(block).__name__
    match block:
        case Table():
            return _ReadyBlock(
                kind,
                block,
                _ANY_KEY,
                size=_size(block),
                is_stacked=stacks(block),
                columns=form_columns(block) if is_form(block) else NOTHING,
                head=table_head(block),
                inner=table_rows(block),
            )
        case Figure():
            return _ReadyBlock(kind, block, _ANY_KEY, inner=draw(block.drawing, block.name, _ANY_KEY))
        case Prose():
            return _ReadyBlock(kind, block, _ANY_KEY, inner=to_html(block.text))
    return _ReadyBlock(kind, block, _ANY_KEY)


def _size(table: Table) -> str:
    return next(size for columns, size in SIZES if len(table.columns) >= columns)


def _look(page: Page) -> str:
    """The classes of a page: printed across the sheet, set closer, or shown as slides."""
    looks = (("wide", is_wide(page)), ("dense", page.dense), ("slides", page.slides), ("letter", page.letter))
    return " ".join(name for name, holds in looks if holds)


def _written(title: str, frame: Frame, style: str, **parts: object) -> str:
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
        "style": Markup(style),
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
    return seen(_frame().render(given | parts))


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
