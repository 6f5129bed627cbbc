"""Exhibit 3: how engaged each person is and should be, and where the gaps are largest; for staff only.

Source: Designing a Career Pathways System, chapter 4, exhibit 3 (CCRS Center, 2016). The staff copy of
handout 4E shows the grid too.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.partners.engagement import EngagementMove, Engagements, engagements
from pathwayctl.handouts.cells import some
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_4, Handout, PageView
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Row, table, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Audience, EngagementLevel, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

LEVELS: Final = tuple(EngagementLevel)
COLUMNS: Final = (marked("Stakeholder"), *(marked(level.english) for level in LEVELS))
STEPS: Final[Columns[EngagementMove]] = (
    Column("Stakeholder", lambda move, context: context.name(move.person)),
    Column("Current", lambda move, _: move.current.label, "narrow"),
    Column("Desired", lambda move, _: move.desired.label, "narrow"),
    Column("Levels up", lambda move, _: str(move.levels), "narrow", "right"),
    Column("What we will do", lambda *_: "", "wide"),
    Column("Owner and target date", lambda *_: ""),
)


@dataclass(frozen=True, slots=True)
class EngagementPage:
    """The page: the levels as a chart and in words, and a row with room to plan for each gap."""

    chart: EngagementChart | None
    description: str
    grid: HandoutTable
    total: str
    steps: HandoutTable
    unknown: str
    levels: tuple[tuple[str, str], ...]


def view(context: Context) -> EngagementPage:
    """Return everyone whose levels are known; the second table has the largest gaps first."""
    from pathwayctl.catalog.reading import ccrs

    found, chart = context.index.ask(engagements), engagement_chart(context)
    return EngagementPage(
        chart,
        in_words(chart) if chart else "",
        grid(context),
        _total(found),
        table_of(STEPS, found.to_raise, context, blank=0 if found.moves else 4),
        unplotted(context),
        tuple((LEVELS[place].label, line.text) for place, line in enumerate(ccrs().engagement_levels)),
    )


def grid(context: Context) -> HandoutTable:
    """Return people by level with a row of totals, or blank rows if no level is known."""
    found = context.index.ask(engagements)
    if not found.moves:
        return table(COLUMNS, blank=6)
    rows = ((context.name(move.person), *_cells(move)) for move in found.moves)
    counts = (
        phrase("{now} now\n{wanted} desired", now=found.now[level], wanted=found.wanted[level])
        for level in LEVELS
    )
    return table(COLUMNS, rows).with_total(phrase("Total"), *counts)


def unplotted(context: Context) -> str:
    """Return a notice of the people whose level of engagement is not recorded."""
    names = [context.name(key) for key in context.index.ask(engagements).unknown]
    return phrase("No level of engagement recorded yet: {names}.", names=some(names)) if names else ""


def _cells(move: EngagementMove) -> Row:
    def word(level: EngagementLevel) -> str:
        if level is move.current is move.desired:
            return phrase("Current and desired")
        if level is move.current:
            return phrase("Current")
        return phrase("Desired") if level is move.desired else ""

    return tuple(word(level) for level in LEVELS)


def _total(found: Engagements) -> str:
    if not found.moves:
        return ""
    if not found.to_raise:
        return phrase("Everyone whose level is recorded is as engaged as they should be.")
    people = count(len(found.to_raise), "person", "people")
    return phrase(
        "{people} should become more engaged, by {levels} in all.",
        people=people,
        levels=count(found.levels_to_go, "level"),
    )


@dataclass(frozen=True, slots=True)
class EngagementLine:
    """One person; ``now`` and ``wanted`` are positions in the chart's levels."""

    name: str
    organization: str
    now: int
    wanted: int


@dataclass(frozen=True, slots=True)
class EngagementChart:
    """The levels in their order, and everyone whose levels are known in the order of the plan."""

    levels: tuple[str, ...]
    lines: tuple[EngagementLine, ...]


def engagement_chart(context: Context) -> EngagementChart | None:
    """Return the chart, or ``None`` if no level is known."""
    levels = tuple(EngagementLevel)
    lines = tuple(
        EngagementLine(
            context.name(move.person),
            _organization(move.person, context),
            levels.index(move.current),
            levels.index(move.desired),
        )
        for move in context.index.ask(engagements).moves
    )
    return EngagementChart(tuple(level.label for level in levels), lines) if lines else None


def in_words(chart: EngagementChart) -> str:
    """Describe the chart: ``42 people at 5 levels. ... 12 should become more engaged.``."""
    people = count(len(chart.lines), "person", "people")
    up, down = (
        sum(line.now < line.wanted for line in chart.lines),
        sum(line.now > line.wanted for line in chart.lines),
    )
    parts = [
        phrase(
            "{people} at {number} levels. C marks the current level, and D the desired level.",
            people=people,
            number=len(chart.levels),
        )
    ]
    parts += [phrase("{up} should become more engaged.", up=up)] if up else []
    parts += [phrase("{down} can be less engaged.", down=down)] if down else []
    return " ".join(parts)


def _organization(key: str, context: Context) -> str:
    person = context.index.people.get(key)
    organization = context.index.organization_of(person) if person else None
    return organization.name if organization else ""


def _views(context: Context) -> tuple[PageView, ...]:
    return (PageView("engagement", phrase("Engagement of stakeholders"), view(context)),)


HANDOUT: Final = Handout(
    "engagement",
    "Engagement of stakeholders",
    "engagement",
    CHAPTER_4.format("exhibit 3"),
    "How engaged each person is and should be, and what to do about it. For project staff only.",
    _views,
    audience=Audience.INTERNAL,
    guides=(Guide.CCRS,),
    sections=("people.engagement",),
)
