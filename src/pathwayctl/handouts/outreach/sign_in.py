"""Sign-in sheets: for each meeting still to come, a line for each guest and blank lines for others.

Source: Designing a Career Pathways System, chapter 1, “Planning the Kickoff Meeting” (CCRS Center, 2016)
asks who takes part; a sign-in sheet is the usual way to record it and to correct contact information.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.outreach.meetings import is_held
from pathwayctl.handouts.cells import Row, blank_rows, stacked
from pathwayctl.handouts.handout import CHAPTER_1, Handout, PageView
from pathwayctl.handouts.outreach.meeting_days import meeting_facts
from pathwayctl.model.vocabulary import Audience

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Meeting

WIDTH: Final = 4
"""Number, name and title, organization, signature. The copy for staff has one more column, for contacts."""
FIRST_SHEET, NEXT_SHEET = 17.0, 24.0
"""Blank lines that fit on the first sheet, below the title and the meeting facts, and on the next sheets."""
NAMED: Final = 1.2
"""The height of a line with a name, in blank lines."""
LEAST, MOST = 4, 17
"""The fewest and the most blank lines that fill the last sheet."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """One sheet. ``rows``: number, name and title, organization, signature.

    ``contacts`` adds the contact information to confirm, before the signature. Only staff get it: a sheet
    that is passed around must not show it to other participants.
    """

    contacts: bool
    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def view(meeting: Meeting, context: Context) -> SignIn:
    """The sheet of one meeting, in the order of its invitations."""
    contacts = context.audience is Audience.INTERNAL
    names = [_named(key, context, contacts=contacts) for key in _expected(meeting)]
    width = WIDTH + contacts
    empty = [("",) * (width - 1)] * more(len(names))
    rows = tuple((str(number), *cells) for number, cells in enumerate((*names, *empty), 1))
    return SignIn(contacts, meeting_facts(meeting, context), rows)


def more(named: int) -> int:
    """The number of blank lines that fill the sheet after ``named`` lines with names."""
    left = FIRST_SHEET - named * NAMED
    while left < LEAST:
        left += NEXT_SHEET
    return min(int(left), MOST)


def blank() -> SignIn:
    """A sheet for any meeting."""
    facts = (("Meeting", ""), ("Date", ""), ("Place", ""))
    return SignIn(contacts=False, facts=facts, rows=blank_rows(WIDTH, MOST))


def _expected(meeting: Meeting) -> tuple[str, ...]:
    """The facilitator, everyone invited, and the leads of agenda items, each once."""
    leads = (item.lead for item in meeting.agenda)
    return tuple(dict.fromkeys(key for key in (meeting.facilitator, *meeting.invited, *leads) if key))


def _named(key: str, context: Context, *, contacts: bool) -> Row:
    """The cells for a person; for an organization, the name is left blank, since it may send anyone."""
    person = context.index.people.get(key)
    if person is None:
        return ("", context.name(key), *[""] * contacts, "")
    organization = context.index.organization_of(person)
    contact = (stacked((person.email or "", person.phone or "")),) * contacts
    name = stacked((person.name, person.title or ""))
    return (name, organization.name if organization else "", *contact, "")


def _views(context: Context) -> tuple[PageView, ...]:
    return tuple(_pages(context)) or (PageView("sign-in", "Sign-in sheet", blank()),)


def _pages(context: Context) -> Iterator[PageView]:
    for meeting in context.plan.meetings:
        if not is_held(meeting):
            title = f"Sign-in sheet: {meeting.title}"
            yield PageView(f"sign-in-{meeting.id}", title, view(meeting, context), meeting=meeting.kind)


HANDOUT: Final = Handout(
    "sign-in",
    "Sign-in sheets",
    "sign-in",
    CHAPTER_1.format("planning the kickoff meeting"),
    "Who comes to the meeting; the copy for staff also has contact information to confirm.",
    _views,
    audience=Audience.PARTNERS,
)
