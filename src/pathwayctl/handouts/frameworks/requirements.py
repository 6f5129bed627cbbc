"""Handout 4A part 1: what the system has and needs, consolidated from the frameworks of all industries.

Source: Designing a Career Pathways System, chapter 4, handout 4A part 1 (CCRS Center, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from pathwayctl.evidence.frameworks.consolidation import Coverage, Entry
from pathwayctl.evidence.frameworks.requirements import framework_gaps, requirement_coverage
from pathwayctl.handouts.cells import Columns, Row, blank_rows, bulleted, some
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.model.vocabulary import ItemState, RequirementArea
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pathwayctl.handouts.context import Context
    from pathwayctl.model.frameworks import Framework

LEAD_WIDTH: Final = 4
BLANKS: Final = 3


@dataclass(frozen=True, slots=True)
class Area:
    """One of the four areas.

    ``existing`` and ``needed`` are rows: title, industries, career options (partnerships only),
    provider, note; ``needed`` ends with the requirements that serve it. ``columns`` and
    ``needed_columns`` are their titles. ``unserved`` are needs that no requirement serves, with the
    industries; ``further`` are requirements that no framework asks for.
    """

    label: str
    columns: Row
    existing: tuple[Row, ...]
    needed_columns: Row
    needed: tuple[Row, ...]
    unserved: tuple[str, ...]
    gaps: tuple[str, ...]
    tips: tuple[str, ...]
    further: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Requirements:
    """The page. ``industries``: industry, its codes, career options there, career options needed."""

    industries_columns: ClassVar[Columns] = (
        "Industry",
        "Industry codes",
        "Career options that exist",
        "Career options that are needed",
    )
    industries: tuple[Row, ...]
    gap: str
    areas: tuple[Area, ...]


def view(context: Context) -> Requirements:
    """The four areas, each entry once with all of its industries."""
    frameworks, requirements = context.plan.frameworks, context.plan.requirements
    covers = context.index.ask(requirement_coverage)
    return Requirements(
        industries=tuple(_industry(framework) for framework in frameworks) or blank_rows(LEAD_WIDTH, BLANKS),
        gap="These needs have no requirements yet." if covers and not requirements else "",
        areas=tuple(_area(area, covers, context) for area in RequirementArea),
    )


def _industry(framework: Framework) -> Row:
    def options(state: ItemState) -> str:
        return bulleted(option.title for option in framework.career_options if option.state is state)

    codes = ", ".join(framework.naics)
    return (framework.industry, codes, options(ItemState.EXISTS), options(ItemState.NEEDED))


def _area(area: RequirementArea, all_covers: Mapping[Entry, Coverage], context: Context) -> Area:
    covers = {entry: cover for entry, cover in all_covers.items() if entry.area is area}
    existing = [entry for entry in covers if entry.state is ItemState.EXISTS]
    needed = [entry for entry in covers if entry.state is ItemState.NEEDED]
    columns = _columns(area)
    needed_rows = tuple((*_row(entry, context), _served_by(covers[entry], context)) for entry in needed)
    return Area(
        label=area.label,
        columns=columns,
        existing=tuple(_row(entry, context) for entry in existing) or blank_rows(len(columns), BLANKS),
        needed_columns=(*columns, "Served by"),
        needed=needed_rows or blank_rows(len(columns) + 1, BLANKS),
        unserved=tuple(_unserved(needed, covers, context)),
        gaps=tuple(_without_partnership(area, context)),
        tips=_shared(existing, needed, context),
        further=_further(area, covers.values(), context),
    )


def _columns(area: RequirementArea) -> Row:
    options = ("Career options",) if area is RequirementArea.PARTNERSHIPS else ()
    return ("What", "Industries", *options, "Provider or partner", "Note")


def _row(entry: Entry, context: Context) -> Row:
    return (
        entry.title,
        bulleted(context.index.industries[key] for key in entry.frameworks),
        *([_options(entry, context)] if entry.area is RequirementArea.PARTNERSHIPS else []),
        bulleted(context.name(provider) for provider in entry.providers),
        bulleted(entry.notes),
    )


def _options(entry: Entry, context: Context) -> str:
    whole = (f"All in {context.index.industries[key]}" for key in entry.whole_frameworks)
    return bulleted((*whole, *entry.career_options))


def _served_by(cover: Coverage, context: Context) -> str:
    return bulleted(context.index.requirements[key].title for key in cover.requirements)


def _unserved(needed: list[Entry], covers: Mapping[Entry, Coverage], context: Context) -> Iterator[str]:
    """Needs, with the industries for which no requirement serves them; silent without any requirements."""
    if not context.plan.requirements:
        return
    for entry in needed:
        if still_open := covers[entry].open_frameworks:
            yield f"{entry.title}: {_industries(still_open, context)}"


def _without_partnership(area: RequirementArea, context: Context) -> Iterator[str]:
    """Career options without a partnership, for each industry."""
    if area is not RequirementArea.PARTNERSHIPS:
        return
    for gaps in context.index.ask(framework_gaps):
        if gaps.without_partnership:
            yield f"{gaps.framework.industry}: no partnership for {some(gaps.without_partnership)}."


def _shared(existing: list[Entry], needed: list[Entry], context: Context) -> tuple[str, ...]:
    """What one industry has and another needs, which they may be able to share."""
    there = {entry.key: entry for entry in existing}
    return tuple(
        f"“{entry.title}” exists for {_industries(there[entry.key].frameworks, context)} and is needed for "
        f"{_industries(entry.frameworks, context)}. Could it be shared?"
        for entry in needed
        if entry.key in there
    )


def _further(area: RequirementArea, covers: Iterable[Coverage], context: Context) -> tuple[str, ...]:
    """Requirements of the area that serve no entry of any framework."""
    placed = {key for cover in covers for key in cover.requirements}
    return tuple(
        f"{item.title} ({item.state.label.lower()})"
        for item in context.plan.requirements
        if item.area is area and item.id not in placed
    )


def _industries(keys: tuple[str, ...], context: Context) -> str:
    return listed([context.index.industries[key] for key in keys])


HANDOUT: Final = one_page(
    "4a-1",
    "Pathways requirements, part 1",
    CHAPTER_4.format("handout 4A"),
    "What all industries together have and need, from their frameworks.",
    view,
)
