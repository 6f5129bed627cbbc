"""The facts of the picture of exhibit 3: the current and the desired level of each person.

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
    """Return the chart, or ``None`` if no level is known."""
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
    """Describe the chart: ``42 people at 5 levels. ... 12 should become more engaged.``."""
    people = count(len(chart.lines), "person", "people")
    up, down = (
        sum(line.now < line.wanted for line in chart.lines),
        sum(line.now > line.wanted for line in chart.lines),
    )
    parts = [f"{people} at {len(chart.levels)} levels. C marks the current level, and D the desired level."]
    parts += [f"{up} should become more engaged."] if up else []
    parts += [f"{down} can be less engaged."] if down else []
    return " ".join([*parts, "The table below says the same in words."])


def _organization(key: str, context: Context) -> str:
    person = context.index.people.get(key)
    organization = context.index.organization_of(person) if person else None
    return organization.name if organization else ""
