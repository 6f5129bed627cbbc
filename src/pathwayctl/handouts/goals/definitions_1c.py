"""Handout 1C: published definitions of a career pathway, the group's own, and its priority elements.

Source: Designing a Career Pathways System, chapter 1, defining and prioritizing elements, slides 18-28
(CCRS Center, 2016). The definitions of federal law and of the federal departments are quoted, the others
are in our own words, and each has its source. The group checks the elements that belong to its system;
small groups then set priorities and say why.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.frameworks.consolidation import normal
from pathwayctl.evidence.goals import tally
from pathwayctl.handouts.cells import bulleted, when
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import phrase
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.catalog.ccrs import Definition
    from pathwayctl.evidence.goals import Tallied
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.goals import Priority

FEDERAL: Final = "federal-agencies"
LAW: Final = "wioa"
LETTERS: Final = "ABCDEFG"
PUBLISHED: Final[Columns[Definition]] = (
    Column("Organization", lambda one, _: one.name),
    Column("Definition", lambda one, _: _words(one), "wide"),
    Column("Source", lambda one, _: one.source),
)
PRIORITIES: Final[Columns[tuple[Priority, Tallied]]] = (
    Column("Element", lambda one, _: one[0].title, "wide"),
    Column(
        "Priority",
        lambda one, _: phrase("{rank} (tie)", rank=one[1].rank) if one[1].tied else str(one[1].rank),
        "narrow",
    ),
    Column("Votes", lambda one, _: str(one[1].votes), "narrow", "right"),
    Column("Why it matters", lambda one, _: bulleted(vote.rationale or "" for vote in one[0].votes), "wide"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Elements to check from one source; those of the group's own definition are checked already."""

    caption: str
    elements: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """The page: the group's own definition (or an empty text), others, and elements with their votes."""

    own: str
    own_source: str
    gap: str
    published: HandoutTable
    choices: tuple[Choice, ...]
    priorities: HandoutTable


def view(context: Context) -> Definitions:
    """Return published definitions with the group's own choice, or room for it."""
    from pathwayctl.catalog.reading import ccrs

    own = context.plan.definition
    return Definitions(
        own=own.text if own else "",
        own_source=own_source(context),
        gap="" if own else phrase("The group has not adopted a definition yet."),
        published=table_of(PUBLISHED, ccrs().definitions, context),
        choices=tuple(_choices(context)),
        priorities=table_of(PRIORITIES, ranking(context), context, blank=8),
    )


def own_source(context: Context) -> str:
    """Return what is known of the source: ``Adopted on Nov 12, 2026. Source: ...``."""
    own = context.plan.definition
    if own is None:
        return ""
    parts = (
        phrase("Adopted on {adopted}.", adopted=when(own.adopted)) if own.adopted else "",
        phrase("Source: {source}", source=own.source) if own.source else "",
    )
    return " ".join(part for part in parts if part)


def federal() -> Definition:
    """Return the definition of the three federal departments."""
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import ccrs

    return find(ccrs().definitions, FEDERAL)


def quotation(text: str) -> str:
    """Return a text in quotation marks, those inside it as single ones."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def _words(one: Definition) -> str:
    """Return a definition in quotation marks with its elements, or in our own words."""
    if not one.quoted:
        return phrase("In our words: {words}", words=one.text)
    lettered = (f"({letter}) {part.text}" for letter, part in zip(LETTERS, one.elements, strict=False))
    return quotation(" ".join((one.text, "; ".join(lettered))).strip())


def _choices(context: Context) -> Iterator[Choice]:
    """Yield the group's elements, those of the federal law, and the guide's sample, each element once."""
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import ccrs

    guide, own = ccrs(), context.plan.definition
    law = tuple(quotation(line.text) for line in find(guide.definitions, LAW).elements)
    sample = tuple(line.text for line in guide.priority_elements)
    seen: set[str] = set()
    for caption, texts, chosen in (
        (phrase("Elements of our definition"), own.elements if own else (), True),
        (phrase("What the Workforce Innovation and Opportunity Act (WIOA) requires, quoted"), law, False),
        (phrase("Priorities of other groups"), sample, False),
    ):
        fresh = {normal(text): text for text in texts if normal(text) not in seen}
        seen.update(fresh)
        if fresh:
            yield Choice(caption, tuple((text, chosen) for text in fresh.values()))


def ranking(context: Context) -> list[tuple[Priority, Tallied]]:
    """Return the elements with their tally, most votes first; ties stay in the order of the plan."""
    by_id = {item.id: item for item in context.plan.priorities}
    return [(by_id[row.priority], row) for row in tally(context.plan)]


HANDOUT: Final = one_page(
    "1c",
    "Existing definitions of a career pathways system",
    CHAPTER_1.format("handout 1C"),
    "Published definitions, this group’s own definition, and its priority elements.",
    view,
    guides=(Guide.CCRS,),
    sections=("definition", "priorities"),
)
