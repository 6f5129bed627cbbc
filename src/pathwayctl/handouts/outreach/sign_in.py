"""Sign-in sheets: for each meeting still to come, a line for each guest and blank lines for others.

Source: Designing a Career Pathways System, chapter 1, “Planning the Kickoff Meeting” (CCRS Center, 2016)
asks who takes part; a sign-in sheet is the usual way to record it and to correct contact information.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.meeting_days import is_series
from pathwayctl.evidence.outreach.meetings import expected, is_held
from pathwayctl.handouts.cells import stacked
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import KICKOFF, held_or_to_come, meeting_facts, planned_by
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass

NUMBER: Final = Head("No.", width="narrow")
SIGNATURE: Final = Head("Signature", width="wide")
COLUMNS: Final = (NUMBER, Head("Name and title", width="wide"), Head("Organization", width="wide"), SIGNATURE)
CONTACT_COLUMNS: Final = (NUMBER, "Name and title", "Organization", "Email and telephone", SIGNATURE)
"""The copy for staff has one more column, for contact information."""
FIRST_SHEET, NEXT_SHEET = 17.0, 24.0
"""Blank lines that fit on the first sheet, below the title and the meeting facts, and on the next sheets."""
NAMED: Final = 1.2
"""The height of a line with a name, in blank lines."""
LEAST, MOST = 4, 17
"""The fewest and the most blank lines that fill the last sheet."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """One sheet.

    ``contacts`` adds the contact information to confirm, before the signature. Only staff get it: a sheet
    that is passed around must not show it to other participants.
    """

    contacts: bool
    facts: tuple[tuple[str, str], ...]
    participants: HandoutTable


def view(meeting: Meeting, context: Context) -> SignIn:
    """Return the sheet of one meeting, in the order of its invitations."""
    contacts = context.audience is Audience.INTERNAL
    names = [_named(key, context, contacts=contacts) for key in expected(context.index, meeting)]
    columns = CONTACT_COLUMNS if contacts else COLUMNS
    empty = [("",) * (len(columns) - 1)] * more(len(names))
    rows = ((str(number), *cells) for number, cells in enumerate((*names, *empty), 1))
    return SignIn(contacts, meeting_facts(meeting, context), table(columns, rows))


def more(named: int) -> int:
    """Return the number of blank lines that fill the sheet after ``named`` lines with names."""
    left = FIRST_SHEET - named * NAMED
    while left < LEAST:
        left += NEXT_SHEET
    return min(int(left), MOST)


def blank() -> SignIn:
    """Return a sheet for any meeting."""
    facts = (("Meeting", ""), ("Date", ""), ("Place", ""))
    return SignIn(contacts=False, facts=facts, participants=table(COLUMNS, blank=MOST))


def _named(key: str, context: Context, *, contacts: bool) -> Row:
    """Return the cells for a person; an organization’s name is left blank, since it may send anyone."""
    person = context.index.people.get(key)
    if person is None:
        named = ("", context.name(key)) if key in context.index.organizations else (key, "")
        return (*named, *[""] * contacts, "")
    organization = context.index.organization_of(person)
    contact = (stacked(person.email or "", person.phone or ""),) * contacts
    name = stacked(person.name, person.title or "")
    return (name, organization.name if organization else "", *contact, "")


def _views(context: Context) -> tuple[PageView, ...]:
    return tuple(_pages(context)) or (PageView("sign-in", "Sign-in sheet", blank()),)


def _pages(context: Context) -> Iterator[PageView]:
    for meeting in held_or_to_come(context):
        if not is_held(meeting) or is_series(meeting):
            title = f"Sign-in sheet: {meeting.title}"
            yield PageView(
                f"sign-in-{meeting.id}",
                title,
                view(meeting, context),
                meeting=meeting.kind,
                source=planned_by(meeting.kind, context),
            )


HANDOUT: Final = Handout(
    "sign-in",
    "Sign-in sheets",
    "sign-in",
    KICKOFF,
    "Who comes to the meeting; the copy for staff also has contact information to confirm.",
    _views,
    audience=Audience.PARTNERS,
)
