"""Sign-in sheets: for each meeting still to come, a line for each guest and blank lines for others.

Source: Designing a Career Pathways System, chapter 1, “Planning the Kickoff Meeting” (CCRS Center, 2016)
asks who takes part; a sign-in sheet is the usual way to record it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.meeting_days import is_series
from pathwayctl.evidence.outreach.meetings import expected, is_held, is_over
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import (
    KICKOFF,
    held_or_to_come,
    meeting_facts,
    planned_by,
)
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass

NUMBER: Final = Head(marked("No."), width="narrow")
SIGNATURE: Final = Head(marked("Signature"), width="wide")
COLUMNS: Final = (NUMBER, marked("Name"), marked("Title"), marked("Organization"), SIGNATURE)
"""No contact information: a sheet that is passed around shows it to everyone."""
FIRST_SHEET, NEXT_SHEET = 17.0, 24.0
"""Blank lines that fit on the first sheet, below the title and the meeting facts, and on the next sheets."""
NAMED: Final = 1.2
"""The height of a line with a name, in blank lines."""
LEAST, MOST = 4, 17
"""The fewest and the most blank lines that fill the last sheet."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """One sheet."""

    facts: tuple[tuple[str, str], ...]
    participants: HandoutTable


def view(meeting: Meeting, context: Context) -> SignIn:
    """Return the sheet of one meeting, in the order of its invitations."""
    names = [_named(key, context) for key in expected(context.index, meeting)]
    empty = [("",) * (len(COLUMNS) - 1)] * more(len(names))
    rows = ((str(number), *cells) for number, cells in enumerate((*names, *empty), 1))
    return SignIn(meeting_facts(meeting, context), table(COLUMNS, rows))


def more(named: int) -> int:
    """Return the number of blank lines that fill the sheet after ``named`` lines with names."""
    left = FIRST_SHEET - named * NAMED
    while left < LEAST:
        left += NEXT_SHEET
    return min(int(left), MOST)


def blank() -> SignIn:
    """Return a sheet for any meeting."""
    facts = tuple((name, "") for name in (phrase("Meeting"), phrase("Date"), phrase("Place")))
    return SignIn(facts=facts, participants=table(COLUMNS, blank=MOST))


def _named(key: str, context: Context) -> Row:
    """Return the cells for a person; an organization’s name is left blank, since it may send anyone."""
    person = context.index.people.get(key)
    if person is None:
        return ("", "", context.name(key), "") if key in context.index.organizations else (key, "", "", "")
    organization = context.index.organization_of(person)
    return (person.name, person.title or "", organization.name if organization else "", "")


def _views(context: Context) -> tuple[PageView, ...]:
    return tuple(_pages(context)) or (PageView("sign-in", phrase("Sign-in sheet"), blank()),)


def _pages(context: Context) -> Iterator[PageView]:
    for meeting in held_or_to_come(context):
        if not is_held(meeting) or is_series(meeting):
            title = phrase("Sign-in sheet: {meeting}", meeting=meeting.title)
            yield PageView(
                f"sign-in-{meeting.id}",
                title,
                view(meeting, context),
                meeting=meeting.kind,
                over=is_over(context.index, meeting),
                source=planned_by(meeting.kind, context),
            )


HANDOUT: Final = Handout(
    "sign-in",
    "Sign-in sheets",
    "sign-in",
    KICKOFF,
    "Who comes to the meeting, with lines for those who are not on the list.",
    _views,
    audience=Audience.PARTNERS,
)
