"""Handout 4E: the messages for each audience, and the current and desired engagement of stakeholders.

Source: Designing a Career Pathways System, chapter 4, exhibits 3 and 4 (CCRS Center, 2016). Only
the copy for the project's own staff shows how engaged people are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.outreach.communications import communications
from pathwayctl.evidence.partners.engagement import engagements
from pathwayctl.handouts.cells import Grid, Row, blank_rows, bulleted, when
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.partners.engagement import grid, unplotted
from pathwayctl.model.vocabulary import Audience
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Communication

WIDTH: Final = 6


@dataclass(frozen=True, slots=True)
class CommunicationPlan:
    """The page.

    ``rows``: audience, key messages, modes, frequency, owner, last reviewed. ``engagement`` is the
    grid of people by level, for staff only; ``moves`` lists whose engagement has to rise, and how far.
    """

    rows: tuple[Row, ...]
    engagement: Grid | None
    moves: tuple[str, ...]
    gaps: tuple[str, ...]


def view(context: Context) -> CommunicationPlan:
    """The audiences of the plan and the engagement of its people; blank rows if there are none."""
    own = context.audience is Audience.INTERNAL
    return CommunicationPlan(
        rows=tuple(_row(item, context) for item in context.plan.communications) or blank_rows(WIDTH),
        engagement=grid(context) if own else None,
        moves=tuple(_moves(context)) if own else (),
        gaps=tuple(gap for gap in (_unreached(context), unplotted(context) if own else "") if gap),
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
    """The frequency in the plan's own words, with the cadence if it adds something."""
    cadence = item.cadence.label if item.cadence else ""
    if not item.frequency or not cadence or cadence.casefold() in item.frequency.casefold():
        return item.frequency or cadence
    return f"{item.frequency} (at least: {cadence.lower()})"


def _moves(context: Context) -> Iterator[str]:
    for move in engagements(context.plan).to_raise:
        way = f"from {move.current.label} to {move.desired.label}"
        yield f"{context.name(move.person)}: {way}, {count(move.levels, 'level')} up"


def _unreached(context: Context) -> str:
    missing = [category.label for category in context.index.ask(communications).unreached]
    return f"No audience includes {listed(missing, 'or')}." if missing else ""


HANDOUT: Final = one_page(
    "4e",
    "Stakeholder communication plan",
    CHAPTER_4.format("handout 4E"),
    "The messages for each audience, how often it hears them, and whose engagement should rise.",
    view,
    audience=Audience.PARTNERS,
)
