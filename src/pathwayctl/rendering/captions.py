"""Captions that say no more than what stands around them: only what they add is shown.

A screen reader may list tables by themselves, so the whole caption stays for those who hear the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pathwayctl.rendering.blocks import Block, Checklist, Figure, Heading, Lines, Table

_FILLERS: Final = frozenset({
    "a", "all", "an", "and", "answer", "as", "at", "by", "date", "each", "for", "from", "how", "in", "it",
    "item", "list", "number", "of", "on", "order", "our", "question", "stakeholder", "that", "the", "their",
    "they", "thi", "to", "what", "with", "you", "your",
    "cada", "como", "con", "de", "del", "el", "en", "fecha", "la", "lista", "lo", "nuestra", "nuestro",
    "número", "orden", "para", "por", "pregunta", "que", "qué", "respuesta", "su", "un", "una", "usted", "y",
})  # fmt: skip
"""Words of a caption that say nothing by themselves, in both languages, without their last s."""
_TERM: Final = re.compile(r"[\w-]+")


def with_headings(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """The blocks, with captions of tables and figures that leave out what the headings above them say."""
    above = {1: title}
    found: list[Block] = []
    for part in _parts(blocks):
        if isinstance(part[0], Heading):
            above = {level: text for level, text in above.items() if level < part[0].level}
            above[part[0].level] = part[0].text
        found += _shortened(part, _terms(" ".join(above.values())))
    return tuple(found)


def _parts(blocks: Sequence[Block]) -> Iterable[Sequence[Block]]:
    """The blocks cut before each heading."""
    starts = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    cuts = sorted({0, *starts, len(blocks)})
    return (blocks[first:last] for first, last in pairwise(cuts))


def _shortened(part: Sequence[Block], said: frozenset[str]) -> Iterable[Block]:
    """A heading and what is under it; several captions there tell their tables from each other."""
    named = [block for block in part if isinstance(block, Table | Figure | Checklist | Lines)]
    for block in part:
        if isinstance(block, Table):
            columns = frozenset[str]().union(*(_terms(column.title) for column in block.columns))
            known = said | columns if len(named) == 1 else said
            yield _captioned(block, _added(block.caption, said, known, first=block is named[0]))
        elif isinstance(block, Figure):
            yield _titled(block, _added(block.title, said, said, first=block is named[0]))
        else:
            yield block


def _captioned(table: Table, added: str) -> Table:
    return table if added == table.caption else replace(table, caption=added, heard=table.caption)


def _titled(figure: Figure, added: str) -> Figure:
    return figure if added == figure.title else replace(figure, title=added, heard=figure.title)


def _added(caption: str, said: frozenset[str], known: frozenset[str], *, first: bool) -> str:
    """What a caption adds to words that are ``said`` above it and ``known`` from its columns too.

    Only the ``first`` one under a heading may add nothing: without words, a second would seem to be part of
    it.
    """
    parts = caption.split(": ")
    added = ": ".join(part for part in parts if not _terms(part) <= said | _FILLERS) or parts[0]
    terms = _terms(added)
    if first and terms & known and terms <= known | _FILLERS:
        return ""
    return added[:1].upper() + added[1:]


def _terms(text: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in _TERM.findall(text.lower()))
