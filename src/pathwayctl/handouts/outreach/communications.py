"""Handout 4E: the messages for each audience, and the current and desired engagement of stakeholders.

Source: Designing a Career Pathways System, chapter 4, exhibits 3 and 4 (CCRS Center, 2016). Only
the copy for the project's own staff shows how engaged people are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.outreach.communications import communications
from pathwayctl.evidence.partners.engagement import engagements
from pathwayctl.handouts.cells import bulleted, languages, people, stacked, when
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.partners.engagement import grid, unplotted
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import phrase
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.catalog.ccrs import SampleAudience
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Communication, SentMessage

AUDIENCES: Final[Columns[Communication]] = (
    Column("Audience", lambda one, _: one.audience),
    Column("Key messages", lambda one, _: bulleted(one.messages), "wide"),
    Column("Modes of communication", lambda one, _: stacked(bulleted(one.modes), languages(one))),
    Column("Materials", lambda one, _: bulleted(one.materials), spare=True),
    Column("Frequency", lambda one, context: stacked(frequency_words(one), _word_of(one, context))),
    Column("Owner", lambda one, context: context.name(one.owner), spare=False),
    Column("Last reviewed", lambda one, _: when(one.reviewed), spare=True),
)
SENT: Final[Columns[tuple[Communication, SentMessage]]] = (
    Column("Audience", lambda one, _: one[0].audience),
    Column("Sent", lambda one, _: when(one[1].date), "narrow"),
    Column("What", lambda one, _: stacked(one[1].text, one[1].mode or ""), "wide"),
    Column("To whom", lambda one, _: one[1].to or phrase("Everyone")),
    Column("Reached", lambda one, _: people(one[1].reached), "narrow", spare=True),
)
SAMPLES: Final[Columns[SampleAudience]] = (
    Column("Audience", lambda one, _: one.name),
    Column("Key messages", lambda one, _: bulleted(one.messages), "wide"),
    Column("Modes of communication", lambda one, _: bulleted(one.modes)),
    Column("Frequency", lambda one, _: bulleted(one.frequency)),
)


@dataclass(frozen=True, slots=True)
class CommunicationPlan:
    """The page.

    ``sent`` is what went out, the latest first. ``engagement`` is the grid of people by level, for staff
    only; ``moves`` lists whose engagement should rise, and by how much. ``samples`` are the guide's, for a
    project without audiences.
    """

    audiences: HandoutTable
    sent: HandoutTable
    engagement: HandoutTable | None
    moves: tuple[str, ...]
    gaps: tuple[str, ...]
    samples: HandoutTable


def view(context: Context) -> CommunicationPlan:
    """Return the audiences of the plan and the engagement of its people; blank rows if there are none."""
    from pathwayctl.catalog.reading import ccrs

    own = context.audience is Audience.INTERNAL
    samples = () if context.plan.communications else ccrs().audiences
    return CommunicationPlan(
        audiences=table_of(AUDIENCES, context.plan.communications, context, blank=4),
        sent=table_of(SENT, _sent(context), context),
        engagement=grid(context) if own else None,
        moves=tuple(_moves(context)) if own else (),
        gaps=tuple(gap for gap in (_unreached(context), unplotted(context) if own else "") if gap),
        samples=table_of(SAMPLES, samples, context),
    )


def frequency_words(item: Communication) -> str:
    """Return the frequency in the plan's own words, with the cadence if it adds something."""
    cadence = item.cadence.label if item.cadence else ""
    if not item.frequency or not cadence or cadence.casefold() in item.frequency.casefold():
        return item.frequency or cadence
    return phrase("{frequency} (at least: {cadence})", frequency=item.frequency, cadence=cadence.lower())


def _word_of(item: Communication, context: Context) -> str:
    """Return the milestones that an audience hears about."""
    rows = [context.index.row_of(key) for key in item.milestones]
    titles = [row.task.title for row in rows if row is not None]
    return phrase("Word of: {titles}", titles=listed(titles)) if titles else ""


def _sent(context: Context) -> list[tuple[Communication, SentMessage]]:
    every = [(one, message) for one in context.plan.communications for message in one.sent]
    return sorted(every, key=lambda pair: pair[1].date, reverse=True)


def _moves(context: Context) -> Iterator[str]:
    for move in context.index.ask(engagements).to_raise:
        way = phrase("from {current} to {desired}", current=move.current.label, desired=move.desired.label)
        yield phrase(
            "{name}: {way}, {levels} up",
            name=context.name(move.person),
            way=way,
            levels=count(move.levels, "level"),
        )


def _unreached(context: Context) -> str:
    missing = [category.label for category in context.index.ask(communications).unreached]
    return phrase("No audience includes {missing}.", missing=listed(missing, "or")) if missing else ""


HANDOUT: Final = one_page(
    "4e",
    "Stakeholder communication plan",
    CHAPTER_4.format("handout 4E"),
    "The messages for each audience, how often it hears them, and whose engagement should rise.",
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.CCRS,),
    sections=("communications",),
)
