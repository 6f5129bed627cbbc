"""A page with its frame, and the entries of a packet's index."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any, Final

from pathwayctl.language import code, phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.blocks import Block, Figure, PageBreak, Table, printed
from pathwayctl.rendering.made_once import MadeOnce
from pathwayctl.rendering.plain_text import seen

_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+|(?![/\\]{2}|[^/?#]*:)[^\x00-\x20]+", re.IGNORECASE)

LANDSCAPE_FROM: Final = 7
"""Columns: a table as wide as this is printed across the sheet."""


@dataclass(frozen=True, slots=True)
class Page:
    """A handout, before it is written in some format.

    A dense one is set closer on paper. A letter begins with its letterhead, and has no title to see.
    The slides of a page of slides stand between its page breaks.
    ``size`` are the characters of a page that a template of the project's own has made, markup included.
    """

    title: str
    blocks: tuple[Block, ...]
    dense: bool = False
    slides: bool = False
    letter: bool = False
    size: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Brand:
    """What an agency has on all its pages.

    ``color`` is that of headings, dark enough to read. ``seal`` is a picture as an address that holds all of
    it. ``foot`` are the lines at the foot of a page, and ``links`` (words, address) pairs below them.
    """

    color: str = ""
    seal: str = ""
    footer: str = ""
    foot: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbors:
    """A packet with a page in it: its title, its index, and (words, address) of the pages beside that one."""

    title: str
    index: str
    links: tuple[tuple[str, str], ...] = ()

    @property
    def all_links(self) -> tuple[tuple[str, str], ...]:
        """The link to the packet, then those to the pages beside this one."""
        return ((self.title, self.index), *self.links)


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame around a page's blocks.

    ``handout`` is its number in the guide (``4B``), ``version`` a line such as ``As of March 1, 2027``,
    ``source`` the citation. ``links`` are (words, address) pairs for getting about, and ``packets`` the
    packets that the page is in. ``calendar`` is a file with the dates of the person that the page is for.
    ``logo`` is the picture of a letterhead, as an address that holds all of it.
    """

    project: str
    handout: str = ""
    packet_title: str = ""
    version: str = ""
    source: str = ""
    links: tuple[tuple[str, str], ...] = ()
    packets: tuple[Neighbors, ...] = ()
    calendar: str = ""
    brand: Brand = Brand()
    logo: str = ""

    @property
    def number(self) -> str:
        """``Handout 4B``, where the handout has a number."""
        return phrase("Handout {number}", number=self.handout) if self.handout[:1].isdigit() else self.handout


@dataclass(frozen=True, slots=True)
class Front:
    """The first page of a packet, without the list of its pages.

    ``purpose`` is a sentence on what it is for, ``cover`` are words of the project in paragraphs, and
    ``logo`` a picture as an address that holds all of it. Of a meeting, ``agency`` is who convenes it, and
    ``facts`` are its date, place, and so on.
    """

    purpose: str = ""
    cover: str = ""
    logo: str = ""
    agency: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The cover's words, paragraph by paragraph."""
        parts = (" ".join(part.split()) for part in self.cover.split("\n\n"))
        return tuple(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Document:
    """A packet or a set of handouts as one document to print: its first page, and its sheets in order.

    ``name`` is its file without an ending. A handout by itself needs no first page.
    ``language`` is the one in which its phrases are. What is made of its pages to print them is in ``ready``,
    for all formats, and for the documents that share it.
    """

    name: str
    frame: Frame
    front: Front
    sheets: tuple[tuple[Page, Frame], ...]
    language: str = field(default_factory=code)
    ready: MadeOnce[Page, Any] = field(default_factory=MadeOnce, compare=False)

    @property
    def title(self) -> str:
        """The title of the packet, or of the only handout."""
        return self.sheets[0][0].title if len(self.sheets) == 1 else self.frame.packet_title


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of an index: a page, its address, and what it is for in a sentence.

    ``day`` is its date in words, ``size`` how many sheets it takes in words, and ``files`` are (words,
    address) pairs of the files that hold the same.
    """

    title: str
    href: str
    sentence: str = ""
    day: str = ""
    size: str = ""
    files: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """A part of an index: entries under a heading, with a sentence about all of them.

    ``level`` is that of the heading. ``ordered`` entries are numbered; ``compact`` ones are in columns.
    """

    title: str
    entries: tuple[ContentsEntry, ...]
    about: str = ""
    level: int = 2
    ordered: bool = False
    compact: bool = False


def address(href: str) -> str:
    """The address, cleaned, if a page may link to it: a file of the packet, the web, e-mail; else ``""``."""
    clean = seen(href)
    return clean if _SAFE_ADDRESS.fullmatch(clean) else ""


def slides_of(page: Page) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each slide of a page."""
    slides: list[list[Block]] = [[]]
    for block in page.blocks:
        if isinstance(block, PageBreak):
            slides.append([])
        else:
            slides[-1].append(block)
    return tuple(tuple(slide) for slide in slides if slide)


def is_wide(page: Page) -> bool:
    """Whether a page is printed across the sheet: it has a picture, or a table of many columns."""
    return any(
        not block.upright if isinstance(block, Figure) else len(block.columns) >= LANDSCAPE_FROM
        for block in printed(page.blocks)
        if isinstance(block, Figure | Table)
    )
