"""Handout 4A part 1: what the system has and needs, consolidated from the frameworks of all industries.

Source: Designing a Career Pathways System, chapter 4, handout 4A part 1 (CCRS Center, 2016).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pathwayctl.evidence.frameworks.consolidation import FrameworkCoverage, FrameworkEntry
from pathwayctl.evidence.frameworks.requirements import framework_gaps, requirement_coverage
from pathwayctl.handouts.cells import bulleted, some
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import phrase
from pathwayctl.model.frameworks import Framework
from pathwayctl.model.vocabulary import Guide, ItemState, RequirementArea
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

BLANKS: Final = 3
INDUSTRIES: Final[Columns[Framework]] = (
    Column("Industry", lambda one, _: one.industry),
    Column("Industry codes", lambda one, _: ", ".join(one.naics), spare=True),
    Column("Career options that exist", lambda one, _: _options_in(one, ItemState.EXISTS), spare=True),
    Column("Career options that are needed", lambda one, _: _options_in(one, ItemState.NEEDED), spare=True),
)
EXISTING: Final[Columns[FrameworkEntry]] = (
    Column("What", lambda one, _: one.title),
    Column("Industries", lambda one, context: bulleted(_names(one.frameworks, context))),
    Column("Provider or partner", lambda one, context: bulleted(map(context.name, one.providers))),
    Column("Note", lambda one, _: bulleted(one.notes), spare=True),
)
OPTIONS: Final[Column[FrameworkEntry]] = Column("Career options", lambda one, context: _options(one, context))
SERVED_BY: Final[Column[FrameworkEntry]] = Column("Served by", lambda one, context: _served_by(one, context))


@dataclass(frozen=True, slots=True)
class AreaRequirements:
    """One of the four areas, and ``about`` what it lists.

    ``unserved`` are needs that no requirement serves, with the industries; ``further`` are requirements
    that no framework asks for.
    """

    label: str
    about: str
    existing: HandoutTable
    needed: HandoutTable
    unknown: HandoutTable
    unserved: tuple[str, ...]
    gaps: tuple[str, ...]
    tips: tuple[str, ...]
    further: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Requirements:
    """The page: the steps of scoping, the industries with their career options, and the four areas.

    ``others`` are requirements of no area, and ``decisions`` are what the scope allows to be decided.
    """

    steps: tuple[str, ...]
    industries: HandoutTable
    gap: str
    areas: tuple[AreaRequirements, ...]
    others: tuple[str, ...]
    decisions: tuple[str, ...]


def view(context: Context) -> Requirements:
    """Return the four areas, each entry once with all of its industries, and what fits none of them."""
    from pathwayctl.catalog.reading import ccrs

    frameworks, requirements = context.plan.frameworks, context.plan.requirements
    covers = context.index.ask(requirement_coverage)
    others = _further(RequirementArea.OTHER, (), context)
    return Requirements(
        steps=tuple(one.text for one in ccrs().scoping),
        industries=table_of(INDUSTRIES, frameworks, context, blank=BLANKS),
        gap=phrase("These needs have no requirements yet.") if covers and not requirements else "",
        areas=tuple(
            _area(area, covers, context) for area in RequirementArea if area is not RequirementArea.OTHER
        ),
        others=others,
        decisions=tuple(one.text for one in ccrs().scope_decisions),
    )


def _options_in(framework: Framework, state: ItemState) -> str:
    return bulleted(option.title for option in framework.career_options if option.state is state)


def _area(
    area: RequirementArea, all_covers: Mapping[FrameworkEntry, FrameworkCoverage], context: Context
) -> AreaRequirements:
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import ccrs

    covers = {entry: cover for entry, cover in all_covers.items() if entry.area is area}
    existing = [entry for entry in covers if entry.state is ItemState.EXISTS]
    needed = [entry for entry in covers if entry.state is ItemState.NEEDED]
    columns = EXISTING
    if area is RequirementArea.PARTNERSHIPS:
        columns = (*EXISTING[:2], OPTIONS, *EXISTING[2:])
    return AreaRequirements(
        label=area.label,
        about=find(ccrs().requirement_areas, area).text,
        existing=table_of(columns, existing, context, blank=BLANKS),
        needed=table_of((*columns, SERVED_BY), needed, context, blank=BLANKS),
        unknown=table_of(columns, [one for one in covers if one.state is ItemState.UNKNOWN], context),
        unserved=tuple(_unserved(needed, covers, context)),
        gaps=tuple(_without_partnership(area, context)),
        tips=_shared(existing, needed, context),
        further=_further(area, covers.values(), context),
    )


def _names(keys: tuple[str, ...], context: Context) -> list[str]:
    return [context.index.industries[key] for key in keys]


def _options(entry: FrameworkEntry, context: Context) -> str:
    whole = (
        phrase("All in {industries}", industries=context.index.industries[key])
        for key in entry.whole_frameworks
    )
    return bulleted((*whole, *entry.career_options))


def _served_by(entry: FrameworkEntry, context: Context) -> str:
    cover = context.index.ask(requirement_coverage)[entry]
    return bulleted(context.index.requirements[key].title for key in cover.requirements)


def _unserved(
    needed: list[FrameworkEntry], covers: Mapping[FrameworkEntry, FrameworkCoverage], context: Context
) -> Iterator[str]:
    """Needs, with the industries for which no requirement serves them; silent without any requirements."""
    if not context.plan.requirements:
        return
    for entry in needed:
        if still_open := covers[entry].open_frameworks:
            yield f"{entry.title}: {listed(_names(still_open, context))}"


def _without_partnership(area: RequirementArea, context: Context) -> Iterator[str]:
    """Career options without a partnership, for each industry."""
    if area is not RequirementArea.PARTNERSHIPS:
        return
    for gaps in context.index.ask(framework_gaps):
        if gaps.without_partnership:
            yield phrase(
                "{industry}: no partnership for {without_partnership}.",
                industry=gaps.framework.industry,
                without_partnership=some(gaps.without_partnership),
            )


def _shared(
    existing: list[FrameworkEntry], needed: list[FrameworkEntry], context: Context
) -> tuple[str, ...]:
    """What one industry has and another needs, which they may be able to share."""
    there = {entry.key: entry for entry in existing}
    return tuple(
        phrase(
            "“{title}” exists for {names} and is needed for {names2}. Could it be shared?",
            title=entry.title,
            names=listed(_names(there[entry.key].frameworks, context)),
            names2=listed(_names(entry.frameworks, context)),
        )
        for entry in needed
        if entry.key in there
    )


def _further(area: RequirementArea, covers: Iterable[FrameworkCoverage], context: Context) -> tuple[str, ...]:
    """Requirements of the area that serve no entry of any framework."""
    placed = {key for cover in covers for key in cover.requirements}
    return tuple(
        f"{item.title} ({item.state.label.lower()})"
        for item in context.plan.requirements
        if item.area is area and item.id not in placed
    )


HANDOUT: Final = one_page(
    "4a-1",
    "Pathways requirements, part 1",
    CHAPTER_4.format("handout 4A"),
    "What all industries together have and need, from their frameworks.",
    view,
    guides=(Guide.CCRS,),
    sections=("frameworks", "requirements"),
)
