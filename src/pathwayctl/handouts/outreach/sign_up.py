"""Sign-up cards: on them, a firm says which priorities it leads or joins.

Source: Collaborative Economics and The Woolsey Group, Creating Career Pathways in Colorado (2014), step 3, as
we read it.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.outreach.meetings import is_over
from pathwayctl.handouts.cells import weekday_and_day
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import held_or_to_come, meeting_day, next_after
from pathwayctl.handouts.tables import HandoutTable, Head, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import Audience, Guide, MeetingKind
from pathwayctl.quick_dataclass import dataclass

PRIORITIES: Final = (
    Head(marked("Priority"), width="wide"),
    Head(marked("We lead"), width="narrow"),
    Head(marked("We join"), width="narrow"),
    Head(marked("What we can bring"), width="wide"),
)


MOST_ON_HALF: Final = 5
"""Priorities of a card that takes half a sheet, so that a sheet is cut into two."""


@dataclass(frozen=True, slots=True)
class SignUpCard:
    """One card: whose it is, the priorities to lead or join, and when the partnership meets again.

    ``cards`` is how many of them are on a sheet.
    """

    facts: tuple[tuple[str, str], ...]
    priorities: HandoutTable
    next_meeting: str
    cards: int


def view(meeting: Meeting | None, context: Context) -> SignUpCard:
    """Return the card of one launch meeting, or of any."""
    rows = [(one.title, "", "", "") for one in context.plan.priorities]
    following = next_after(meeting, context) if meeting else None
    day = weekday_and_day(meeting_day(following, context)) if following else ""
    return SignUpCard(
        facts=((phrase("Company"), ""), (phrase("Name and title"), ""), (phrase("E-mail or telephone"), "")),
        priorities=table(PRIORITIES, rows, blank=4),
        next_meeting=f"{following.title}{f', {day}' if day else ''}" if following else "",
        cards=2 if len(rows) <= MOST_ON_HALF else 1,
    )


def _views(context: Context) -> tuple[PageView, ...]:
    pages = tuple(
        PageView(
            f"sign-up-{one.id}",
            phrase("Sign-up card: {title}", title=one.title),
            view(one, context),
            meeting=one.kind,
            over=is_over(context.index, one),
        )
        for one in held_or_to_come(context)
        if one.kind is MeetingKind.SECTOR_LAUNCH
    )
    return pages or (PageView("sign-up", phrase("Sign-up card"), view(None, context)),)


HANDOUT: Final = Handout(
    "sign-up",
    "Sign-up cards",
    "sign-up",
    COLORADO.format("step 3"),
    "A card for each firm at the launch: which priorities it leads or joins.",
    _views,
    audience=Audience.PARTNERS,
    guides=(Guide.SECTOR,),
    kinds=(MeetingKind.SECTOR_LAUNCH,),
)
