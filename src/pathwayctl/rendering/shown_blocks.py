"""What of a page an audience may have: each block has a widest audience, as handouts and their pages have.

Results are for everyone. A gap to close and a form that is still empty are for those who work on them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pathwayctl.handouts.sharing import may_have
from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering.blocks import Block, Checklist, Heading, Lines, Notice, PageBreak, Paragraph, Table
from pathwayctl.rendering.pages import Page


def widest_of(block: Block) -> Audience:
    """The widest audience of a block."""
    match block:
        case Notice(kind="gap") | Lines() | Checklist():
            return Audience.PARTNERS
        case Table() if len(block.columns) > 1 and not any(any(row[1:]) for row in block.rows):
            return Audience.PARTNERS
    return Audience.PUBLIC


def shown_to(audience: Audience, page: Page) -> Page | None:
    """Drop what the audience may not see; return ``None`` if no results remain."""
    kept = [block for block in page.blocks if may_have(audience, widest_of(block))]
    if len(kept) == len(page.blocks) and audience is not Audience.PUBLIC:
        return page
    blocks = _without_bare_headings(kept)
    if all(isinstance(block, Heading | Paragraph | Notice | PageBreak) for block in blocks):
        return None
    return replace(page, blocks=tuple(blocks))


def _without_bare_headings(blocks: Iterable[Block]) -> list[Block]:
    """The blocks without headings that have no content left."""
    kept: list[Block] = []
    for block in reversed(list(blocks)):
        below = kept[-1] if kept else Heading("")
        if isinstance(block, Heading) and isinstance(below, Heading) and below.level <= block.level:
            continue
        kept.append(block)
    return kept[::-1]
