"""A page and what stands around it: the frame, and the lines of a packet's index."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pathwayctl.rendering.blocks import Block

_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+|(?![/\\]{2}|[^/?#]*:)[^\x00-\x20]+", re.IGNORECASE)


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

    @property
    def number(self) -> str:
        """``Handout 4B``, where the handout has a number."""
        return f"Handout {self.handout}" if self.handout[:1].isdigit() else self.handout


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a packet's index: a page, its address, and what it is for in a sentence."""

    title: str
    href: str
    sentence: str = ""


def address(href: str) -> str:
    """The address if a page may link to it: a file of the packet, the web or e-mail; else nothing."""
    return href if _SAFE_ADDRESS.fullmatch(href) else ""
