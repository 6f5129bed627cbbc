"""Handout 1C: what others call a career pathway, the group's own definition, and which elements come first.

Source: Designing a Career Pathways System, chapter 1, defining and prioritizing elements, slides 18-28
(CCRS Center, 2016). The definitions stand here in our own words, each with where it can be read. The
group ticks the elements that belong to its system; small groups then choose, and say why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.frameworks.consolidation import normal
from pathwayctl.evidence.goals.votes import tally
from pathwayctl.handouts.cells import Row, blank_rows, bulleted, when
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from pathwayctl.evidence.goals.votes import Tallied
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.goals import Priority

WIDTH: Final = 4
FEDERAL: Final = "federal-agencies"
LAW: Final = "wioa"
FEDERAL_WORDS: Final = (
    "Schooling, training and help for learners in linked steps: each step counts with the employers of a "
    "field, leads to a job there, and opens the way to the next step."
)
"""What the three departments wrote, in our own words; the guide quotes theirs in full."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Elements to tick from one source; those of the group's own definition are ticked already."""

    caption: str
    elements: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """The page.

    ``own`` is the group's definition with where it comes from, or nothing. ``published``: who says
    it, what it comes to, where it stands. ``choices`` can be ticked. ``priorities``: element, its
    place, its votes, why groups chose it.
    """

    own: str
    own_source: str
    gap: str
    published: tuple[Row, ...]
    choices: tuple[Choice, ...]
    priorities: tuple[Row, ...]


def view(context: Context) -> Definitions:
    """Published definitions with room for the group's choice, or the choice that it made."""
    own = context.plan.definition
    return Definitions(
        own=own.text if own else "",
        own_source=own_source(context),
        gap="" if own else "The group has not adopted a definition yet.",
        published=tuple(_published()),
        choices=tuple(_choices(context)),
        priorities=tuple(_priorities(context)) or blank_rows(WIDTH, 8),
    )


def own_source(context: Context) -> str:
    """``Adopted on Nov 12, 2026. Source: ...``, as far as it is known."""
    own = context.plan.definition
    if own is None:
        return ""
    parts = (
        f"Adopted on {when(own.adopted)}." if own.adopted else "",
        f"Source: {own.source}" if own.source else "",
    )
    return " ".join(part for part in parts if part)


def federal_source() -> str:
    """Where the definition of the three federal departments can be read."""
    from pathwayctl.catalog.entries import find
    from pathwayctl.catalog.reading import ccrs

    return find(ccrs().definitions, FEDERAL).source


def _published() -> Iterator[Row]:
    from pathwayctl.catalog.reading import ccrs

    for one in ccrs().definitions:
        words = FEDERAL_WORDS if one.quoted else one.text
        yield one.name, words, one.source


def _choices(context: Context) -> Iterator[Choice]:
    """The group's elements, then those of the federal law, then the guide's sample; none of them twice."""
    from pathwayctl.catalog.entries import find
    from pathwayctl.catalog.reading import ccrs

    guide, own = ccrs(), context.plan.definition
    law = tuple(line.text for line in find(guide.definitions, LAW).elements)
    sample = tuple(line.text for line in guide.priority_elements)
    seen: set[str] = set()
    for caption, texts, chosen in (
        ("What our definition names", own.elements if own else (), True),
        ("What the Workforce Innovation and Opportunity Act asks of such programs", law, False),
        ("What other groups have put first", sample, False),
    ):
        fresh = {normal(text): text for text in texts if normal(text) not in seen}
        seen.update(fresh)
        if fresh:
            yield Choice(caption, tuple((text, chosen) for text in fresh.values()))


def _priorities(context: Context) -> Iterator[Row]:
    by_id = {one.id: one for one in context.plan.priorities}
    return (_priority(by_id[row.priority], row) for row in tally(context.plan))


def _priority(item: Priority, row: Tallied) -> Row:
    place = f"{row.rank} (shared)" if row.tied else str(row.rank)
    return item.title, place, str(row.votes), bulleted(vote.rationale or "" for vote in item.votes)


HANDOUT: Final = one_page(
    "1c",
    "Existing definitions of a career pathways system",
    CHAPTER_1.format("handout 1C"),
    "What others mean by it, what this group means by it, and which elements come first.",
    view,
    guides=(Guide.CCRS,),
    sections=("definition", "priorities"),
)
