"""Pages for the public: results alone, without the gaps that staff have to close and the forms to fill in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pathwayctl.rendering.blocks import Block, Checklist, Heading, Lines, Notice, PageBreak, Paragraph, Table
from pathwayctl.rendering.pages import Page


def for_public(page: Page) -> Page | None:
    """The page without what only staff and partners can use; ``None`` if no result is left on it."""
    blocks = _without_bare_headings([block for block in page.blocks if not _is_for_work(block)])
    if all(isinstance(block, Heading | Paragraph | Notice | PageBreak) for block in blocks):
        return None
    return replace(page, blocks=tuple(blocks))


def _is_for_work(block: Block) -> bool:
    """Whether a block is a gap, or a form that is still empty."""
    match block:
        case Notice():
            return block.kind == "gap"
        case Table():
            return len(block.columns) > 1 and not any(any(row[1:]) for row in block.rows)
        case Lines() | Checklist():
            return True
    return False


def _without_bare_headings(blocks: Iterable[Block]) -> list[Block]:
    """The blocks without headings that have no content left."""
    kept: list[Block] = []
    for block in reversed(list(blocks)):
        below = kept[-1] if kept else Heading("")
        if isinstance(block, Heading) and isinstance(below, Heading) and below.level <= block.level:
            continue
        kept.append(block)
    return kept[::-1]
