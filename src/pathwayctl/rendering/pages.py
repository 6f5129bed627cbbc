"""A page and what stands around it: the frame, and the lines of a packet's index."""

from __future__ import annotations

from dataclasses import dataclass

from pathwayctl.rendering.blocks import Block


@dataclass(frozen=True, slots=True)
class Page:
    """A handout, before it is written in some format."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page's blocks.

    ``handout`` is its number in the guide (``4B``), ``version`` a line such as ``As of March 1, 2027``,
    ``source`` the citation. ``links`` are (words, address) pairs for getting about in the packet.
    """

    project: str
    handout: str = ""
    packet_title: str = ""
    version: str = ""
    source: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a packet's index: a page, its address, and what it is for in a sentence."""

    title: str
    href: str
    sentence: str = ""
