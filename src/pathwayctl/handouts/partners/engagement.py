"""Exhibit 3: how engaged each person is and should be, and where the gaps are largest; for staff only.

Source: Designing a Career Pathways System, chapter 4, exhibit 3 (CCRS Center, 2016). The staff copy of
handout 4E shows the grid too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.partners.engagement import engagements
from pathwayctl.handouts.cells import Columns, Grid, Row, blank_rows, some
from pathwayctl.handouts.handout import CHAPTER_4, Handout, PageView, follows
from pathwayctl.handouts.partners.engagement_chart import EngagementChart, engagement_chart, in_words
from pathwayctl.model.vocabulary import Audience, EngagementLevel, Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.evidence.partners.engagement import Engagements, Move
    from pathwayctl.handouts.context import Context

LEVELS: Final = tuple(EngagementLevel)
COLUMNS: Final = ("Stakeholder", *(level.label for level in LEVELS))
STEP_COLUMNS: Final[Columns] = (
    "Stakeholder",
    ("Current", "left", "narrow"),
    ("Desired", "left", "narrow"),
    ("Levels up", "right", "narrow"),
    ("What we will do", "left", "wide"),
    "Owner and target date",
)


@dataclass(frozen=True, slots=True)
class EngagementPage:
    """The page: the levels as a chart and in words, and a row with room to plan for each gap."""

    chart: EngagementChart | None
    description: str
    grid: Grid
    total: str
    steps: tuple[Row, ...]
    unknown: str
    levels: tuple[tuple[str, str], ...]
    step_columns: Columns = STEP_COLUMNS


def view(context: Context) -> EngagementPage:
    """Return everyone whose levels are known; the second table has the largest gaps first."""
    from pathwayctl.catalog.reading import ccrs

    found, chart = engagements(context.plan), engagement_chart(context)
    return EngagementPage(
        chart,
        in_words(chart) if chart else "",
        grid(context),
        _total(found),
        tuple(_step(move, context) for move in found.to_raise) or _blank_steps(found),
        unplotted(context),
        tuple((LEVELS[place].label, line.text) for place, line in enumerate(ccrs().engagement_levels)),
    )


def grid(context: Context) -> Grid:
    """Return people by level with a row of totals, or blank rows if no level is known."""
    found = engagements(context.plan)
    if not found.moves:
        return Grid(blank_rows(len(COLUMNS), 6), COLUMNS, marks=("",) * 6)
    rows = tuple((context.name(move.person), *_cells(move)) for move in found.moves)
    counts = tuple(f"{found.now[level]} now\n{found.wanted[level]} desired" for level in LEVELS)
    return Grid((*rows, ("Total", *counts)), COLUMNS, marks=(*("",) * len(rows), "total"))


def unplotted(context: Context) -> str:
    """Return a notice of the people whose level of engagement is not recorded."""
    names = [context.name(key) for key in engagements(context.plan).unknown]
    return f"No level of engagement recorded yet: {some(names)}." if names else ""


def _cells(move: Move) -> Row:
    def word(level: EngagementLevel) -> str:
        if level is move.current is move.desired:
            return "Current and desired"
        if level is move.current:
            return "Current"
        return "Desired" if level is move.desired else ""

    return tuple(word(level) for level in LEVELS)


def _total(found: Engagements) -> str:
    if not found.moves:
        return ""
    if not found.to_raise:
        return "Everyone whose level is recorded is as engaged as they should be."
    people = count(len(found.to_raise), "person", "people")
    return f"{people} should become more engaged, by {count(found.levels_to_go, 'level')} in all."


def _step(move: Move, context: Context) -> Row:
    return (
        context.name(move.person),
        move.current.label,
        move.desired.label,
        str(move.levels),
        "",
        "",
    )


def _blank_steps(found: Engagements) -> tuple[Row, ...]:
    """Return room to write, unless nobody needs to become more engaged."""
    return () if found.moves else blank_rows(len(STEP_COLUMNS), 4)


def _views(context: Context) -> tuple[PageView, ...]:
    noted = any(person.engagement for person in context.plan.people)
    if not noted and not follows(context, Guide.CCRS):
        return ()
    return (PageView("engagement", "Engagement of stakeholders", view(context)),)


HANDOUT: Final = Handout(
    "engagement",
    "Engagement of stakeholders",
    "engagement",
    CHAPTER_4.format("exhibit 3"),
    "How engaged each person is and should be, and what to do about it. For project staff only.",
    _views,
    audience=Audience.INTERNAL,
)
