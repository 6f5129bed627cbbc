"""Handout 4E: what each audience hears, and how engaged each stakeholder is and should be.

Source: Designing a Career Pathways System, chapter 4, exhibits 3 and 4 (CCRS Center, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Grid, Row, blank_rows, bulleted, some, when
from pathwayctl.handouts.kinds import CHAPTER_4, one_page
from pathwayctl.model.vocabulary import EngagementLevel, StakeholderCategory
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Communication
    from pathwayctl.model.partners import Engagement

WIDTH: Final = 6
LEVELS: Final = tuple(EngagementLevel)
COLUMNS: Final = ("Stakeholder", *(level.label for level in LEVELS))


@dataclass(frozen=True, slots=True)
class CommunicationPlan:
    """The page.

    ``rows``: audience, key messages, modes, frequency, owner, last reviewed. ``engagement`` is the
    grid of people by levels in words; ``moves`` says who has to move up, and how far.
    """

    rows: tuple[Row, ...]
    engagement: Grid
    moves: tuple[str, ...]
    gaps: tuple[str, ...]


def view(context: Context) -> CommunicationPlan:
    """The plan's audiences and the engagement of its people; either may be blank rows."""
    engaged = [(person.name, person.engagement) for person in context.plan.people if person.engagement]
    grid = tuple((name, *_cells(engagement)) for name, engagement in engaged)
    return CommunicationPlan(
        rows=tuple(_row(item, context) for item in context.plan.communications) or blank_rows(WIDTH),
        engagement=Grid(grid or blank_rows(len(COLUMNS), 6), COLUMNS),
        moves=tuple(move for name, engagement in engaged if (move := _move(name, engagement))),
        gaps=tuple(gap for gap in (_unreached(context), _unplotted(context)) if gap),
    )


def _row(item: Communication, context: Context) -> Row:
    return (
        item.audience,
        bulleted(item.messages),
        bulleted(item.modes),
        frequency_words(item),
        context.name(item.owner),
        when(item.reviewed),
    )


def frequency_words(item: Communication) -> str:
    """How often, in the plan's own words and as a fixed step where both are given."""
    cadence = item.cadence.label if item.cadence else ""
    if not item.frequency or not cadence or cadence.casefold() in item.frequency.casefold():
        return item.frequency or cadence
    return f"{item.frequency} (at least: {cadence.lower()})"


def _cells(engagement: Engagement) -> Row:
    def word(level: EngagementLevel) -> str:
        if level is engagement.current is engagement.desired:
            return "Current and desired"
        if level is engagement.current:
            return "Current"
        return "Desired" if level is engagement.desired else ""

    return tuple(word(level) for level in LEVELS)


def _move(name: str, engagement: Engagement) -> str:
    steps = LEVELS.index(engagement.desired) - LEVELS.index(engagement.current)
    if steps <= 0:
        return ""
    return (
        f"{name}: from {engagement.current.label} to {engagement.desired.label}, {count(steps, 'level')} up"
    )


def _unreached(context: Context) -> str:
    communications = context.plan.communications
    reached = {category for item in communications for category in item.categories}
    missing = [category.label for category in StakeholderCategory if category not in reached]
    return f"No audience here reaches {listed(missing, 'or')}." if communications and missing else ""


def _unplotted(context: Context) -> str:
    names = [person.name for person in context.plan.people if person.engagement is None]
    return f"Level of engagement not noted yet: {some(names)}." if names else ""


HANDOUT: Final = one_page(
    "4e",
    "Stakeholder communication plan",
    CHAPTER_4.format("handout 4E"),
    "What each audience hears and how often, and who should become more engaged.",
    view,
)
