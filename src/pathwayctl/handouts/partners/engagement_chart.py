"""Exhibit 3 as a picture, as facts: on which of the five levels each person is, and on which they should be.

Source: Designing a Career Pathways System, chapter 4, exhibit 3 (CCRS Center, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathwayctl.evidence.partners.engagement import engagements
from pathwayctl.model.vocabulary import EngagementLevel
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context


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
    """The grid, or nothing where no level is known."""
    levels = tuple(EngagementLevel)
    lines = tuple(
        EngagementLine(
            context.name(move.person),
            _organization(move.person, context),
            levels.index(move.current),
            levels.index(move.desired),
        )
        for move in engagements(context.plan).moves
    )
    return EngagementChart(tuple(level.label for level in levels), lines) if lines else None


def in_words(chart: EngagementChart) -> str:
    """``42 people on five levels. 12 should become more engaged, 1 less.``."""
    people = count(len(chart.lines), "person", "people")
    up, down = (
        sum(line.now < line.wanted for line in chart.lines),
        sum(line.now > line.wanted for line in chart.lines),
    )
    parts = [f"{people} on {len(chart.levels)} levels: C is the current level, D the desired one."]
    parts += [f"{up} should become more engaged."] if up else []
    parts += [f"{down} may be less engaged."] if down else []
    return " ".join([*parts, "The table below says the same in words."])


def _organization(key: str, context: Context) -> str:
    person = context.index.people.get(key)
    organization = context.index.organization_of(person) if person else None
    return organization.name if organization else ""
