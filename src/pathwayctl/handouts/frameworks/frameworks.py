"""Handout 3D: the career pathways framework, one page per industry, with what exists and what is needed.

Source: Designing a Career Pathways System, chapter 3, handout 3D, known to us from what chapter 4 does
with the finished ones (CCRS Center, 2016): five parts, in which each entry exists or is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.frameworks.consolidation import options_of
from pathwayctl.evidence.frameworks.requirements import PART_LABELS, FrameworkGaps, framework_gaps
from pathwayctl.handouts.cells import bulleted, some, stacked
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.frameworks import Framework, FrameworkItem
from pathwayctl.model.vocabulary import Guide, ItemState
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

SOURCE: Final = marked(
    "Designing a Career Pathways System, chapter 3, handout 3D (CCRS Center, 2017 edition)"
)


@dataclass(frozen=True, slots=True)
class FrameworkPart:
    """One of the five: its id in the guide, the field of a framework, and the titles of its own columns."""

    id: str
    field: str
    columns: tuple[str | Head, ...] = (Head(marked("Program"), spare=True), marked("Provider or partner"))

    @property
    def label(self) -> str:
        """Its title on the page."""
        return PART_LABELS[self.field]


PARTS: Final = (
    FrameworkPart("career-options", "career_options", (marked("Occupations"),)),
    FrameworkPart("course-sequence", "course_sequence"),
    FrameworkPart("work-based", "work_based"),
    FrameworkPart("postsecondary", "postsecondary"),
    FrameworkPart("partnerships", "partnerships", (marked("Career options"), marked("Partner"))),
)


@dataclass(frozen=True, slots=True)
class PartTable:
    """One part and its table; career options have no provider, so that column is left out."""

    label: str
    help: str
    entries: HandoutTable
    total: str


@dataclass(frozen=True, slots=True)
class FrameworkPage:
    """The page of one industry; on the blank form all rows are empty."""

    facts: tuple[tuple[str, str], ...]
    parts: tuple[PartTable, ...]
    gaps: tuple[str, ...]


def view(gaps: FrameworkGaps, context: Context) -> FrameworkPage:
    """Return the framework of one industry."""
    framework = gaps.framework
    facts = (
        (phrase("Industry"), framework.industry),
        (phrase("Industry codes"), ", ".join(framework.naics)),
        (phrase("Critical occupations"), "; ".join(_occupations(framework, context))),
    )
    parts = tuple(_part(part, _items(framework, part), framework, context) for part in PARTS)
    return FrameworkPage(facts, parts, tuple(_gaps(gaps)))


def blank() -> FrameworkPage:
    """Return a framework to fill in by hand."""
    facts = ((phrase("Industry"), ""), (phrase("Industry codes"), ""), (phrase("Critical occupations"), ""))
    return FrameworkPage(facts, tuple(_table(part, (), "") for part in PARTS), ())


def _items(framework: Framework, part: FrameworkPart) -> tuple[FrameworkItem, ...]:
    items: tuple[FrameworkItem, ...] = getattr(framework, part.field)
    return items


def _occupations(framework: Framework, context: Context) -> list[str]:
    return [one.title for one in context.plan.occupations if framework.id in one.frameworks]


def _part(
    part: FrameworkPart, items: tuple[FrameworkItem, ...], framework: Framework, context: Context
) -> PartTable:
    ordered = part.field == "course_sequence"
    rows = (
        (
            f"{place}. {item.title}" if ordered else item.title,
            item.state.label,
            _serves(part, item, framework),
            *((context.name(item.provider),) if len(part.columns) > 1 else ()),
            item.note or "",
        )
        for place, item in enumerate(items, 1)
    )
    return _table(part, tuple(rows), _total(items) if items else "")


def _total(items: tuple[FrameworkItem, ...]) -> str:
    """Return ``1 exists, 3 needed``, and how many are not known yet, if any."""
    there, unknown = (
        sum(item.state is state for item in items) for state in (ItemState.EXISTS, ItemState.UNKNOWN)
    )
    known = phrase(
        "{exist}, {number:,} needed",
        exist=count(there, "exists", "exist"),
        number=len(items) - there - unknown,
    )
    return phrase("{known}, {unknown:,} not known yet", known=known, unknown=unknown) if unknown else known


def _table(part: FrameworkPart, rows: tuple[Row, ...], total: str) -> PartTable:
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import ccrs

    first = Head(
        phrase("What"), width="" if rows else "wide"
    )  # a blank form needs room for what is to be named
    entries = table((first, phrase("State"), *part.columns, Head(phrase("Note"), spare=True)), rows, blank=3)
    text = find(ccrs().framework_parts, part.id).text
    return PartTable(part.label, text, entries, total)


def _serves(part: FrameworkPart, item: FrameworkItem, framework: Framework) -> str:
    """Return codes; for a partnership the career options that it supports."""
    if part.field == "partnerships":
        options = options_of(item, framework)
        every = 1 < len(options) == len(framework.career_options)
        return phrase("All career options") if every else bulleted(options)
    return stacked(
        phrase("SOC {codes}", codes=", ".join(item.occupations)) if item.occupations else "",
        phrase("CIP {program}", program=item.program) if item.program else "",
    )


def _gaps(gaps: FrameworkGaps) -> Iterator[str]:
    if gaps.empty_parts:
        yield phrase(
            "No entries yet under {part_labels}.",
            part_labels=listed([PART_LABELS[part] for part in gaps.empty_parts]),
        )
    if gaps.without_provider:
        yield phrase(
            "Needed, but without a provider or partner: {without_provider}.",
            without_provider=some(gaps.without_provider),
        )
    if gaps.without_partnership:
        number = count(len(gaps.without_partnership), "career option has", "career options have")
        yield phrase(
            "{number} no partnership: {without_partnership}.",
            number=number,
            without_partnership=some(gaps.without_partnership),
        )


def _views(context: Context) -> tuple[PageView, ...]:
    pages = (
        PageView(
            f"3d-{one.framework.id}",
            phrase("Framework: {industry}", industry=one.framework.industry),
            view(one, context),
        )
        for one in context.index.ask(framework_gaps)
    )
    return tuple(pages) or (PageView("3d", phrase("Career pathways framework"), blank()),)


HANDOUT: Final = Handout(
    "3d",
    "Career pathways frameworks",
    "3d",
    SOURCE,
    "For each industry: careers, courses, work-based learning, colleges, and partners, existing or needed.",
    _views,
    "3D",
    guides=(Guide.CCRS,),
    sections=("frameworks",),
)
