"""Blocks to HTML: self-contained pages without scripts, which fetch nothing from elsewhere.

Here is what stands around the blocks of a page; ``html_blocks`` writes the blocks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pathwayctl.language import code, phrase, spoken
from pathwayctl.loading.colors import readable
from pathwayctl.rendering.blocks import Block
from pathwayctl.rendering.html_blocks import (
    NOTHING,
    DrawnBlocks,
    FileBlocks,
    look_of,
    page_text,
    place_of,
    write_sheets,
)
from pathwayctl.rendering.made_file import Parts
from pathwayctl.rendering.markup import Markup, escape
from pathwayctl.rendering.pages import (
    Contents,
    ContentsEntry,
    Frame,
    Front,
    Page,
    address,
)
from pathwayctl.rendering.plain_text import seen

DARK: Final = "#14191f"
"""The ground of pages in dark colors, as the stylesheet has it."""


def write_page(page: Page, frame: Frame, style: bytes, drawn: DrawnBlocks | None = None) -> Parts:
    """A handout as a file of its own; what is in ``drawn`` already is not made again."""
    around = FileBlocks(drawn)
    blocks, look = around.ready(page.blocks), look_of(page)
    return _written(page.title, frame, around, style, packet=frame.packet_title, blocks=blocks, look=look)


def write_index(frame: Frame, front: Front, parts: Sequence[Block | Contents], style: bytes) -> Parts:
    """A first page: what a packet is for, and its pages. Its title is the frame's ``packet_title``."""
    around = FileBlocks()
    return _written(
        frame.packet_title,
        frame,
        around,
        style,
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
    drawn = drawn or DrawnBlocks()
    entries = tuple(ContentsEntry(page.title, f"#page-{at}") for at, (page, _) in enumerate(sheets, 1))
    around = FileBlocks(drawn, 1, 1 + sum(len(page.blocks) for page, _ in sheets))
    return _written(
        frame.packet_title,
        frame,
        around,
        style,
        write_sheets(sheets, drawn),
        window=phrase("{packet}, on one page", packet=frame.packet_title),
        front=front,
        logo=_picture(front.logo),
        is_front=True,
        blocks=around.ready([Contents("", entries, ordered=True)]),
    )


def _picture(address: str) -> Markup:
    """The address of a logo: only a picture that the page carries with it."""
    return escape(address) if address.startswith("data:image/") else NOTHING


def _written(
    title: str, frame: Frame, around: FileBlocks, style: bytes, sheets: Parts = (), **parts: object
) -> Parts:
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
        "style": place_of("style"),
        "running": _colored(frame.brand.color) + _running(foot),
        "seal": _picture(frame.brand.seal),
        "packet": "",
        "front": Front(),
        "logo": NOTHING,
        "window": "",
        "is_front": False,
        "blocks": (),
        "sheets": place_of("sheets") if sheets else "",
        "look": "",
    }
    return around.filled(page_text(given | parts), style=(style,), sheets=sheets)


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
