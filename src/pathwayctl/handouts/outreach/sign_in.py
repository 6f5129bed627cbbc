"""Sign-in sheets: for each meeting still to come, a line for everyone invited, and lines for others.

Source: Designing a Career Pathways System, chapter 1, “Planning the Kickoff Meeting” (CCRS Center, 2016)
asks who takes part; a sheet to sign is the usual way to find out, and to correct addresses on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, blank_rows, stacked
from pathwayctl.handouts.handout import CHAPTER_1, Handout, PageView
from pathwayctl.handouts.outreach.meeting_days import is_held, meeting_facts
from pathwayctl.model.vocabulary import Audience

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Meeting

WIDTH: Final = 4
"""Number, name and title, organization, and room to sign. Staff get one column more, for contacts."""
FIRST_SHEET, NEXT_SHEET = 17.0, 24.0
"""Empty lines that fit on a sheet, below the title and the facts of the meeting, and without them."""
NAMED: Final = 1.2
"""Empty lines that the line of someone who is named takes the room of."""
LEAST, MOST = 4, 17
"""Empty lines for those who are not on the list: what is left of the last sheet, within these bounds."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """One sheet. ``rows``: number, name and title, organization, room to sign.

    With ``contacts``, for the project's own staff, the address to confirm stands before the signature: a
    sheet that goes around the table shows nobody's address to the others.
    """

    contacts: bool
    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def view(meeting: Meeting, context: Context) -> SignIn:
    """The sheet of one meeting, in the order in which people were invited."""
    contacts = context.audience is Audience.INTERNAL
    names = [_named(key, context, contacts=contacts) for key in _expected(meeting)]
    width = WIDTH + contacts
    empty = [("",) * (width - 1)] * more(len(names))
    rows = tuple((str(number), *cells) for number, cells in enumerate((*names, *empty), 1))
    return SignIn(contacts, meeting_facts(meeting, context), rows)


def more(named: int) -> int:
    """Empty lines below so many that are named: they fill the sheet that the list ends on."""
    left = FIRST_SHEET - named * NAMED
    while left < LEAST:
        left += NEXT_SHEET
    return min(int(left), MOST)


def blank() -> SignIn:
    """A sheet for any meeting."""
    facts = (("Meeting", ""), ("Date", ""), ("Place", ""))
    return SignIn(contacts=False, facts=facts, rows=blank_rows(WIDTH, MOST))


def _expected(meeting: Meeting) -> tuple[str, ...]:
    """Whoever leads the meeting or an item, and everyone invited, each once."""
    leads = (item.lead for item in meeting.agenda)
    return tuple(dict.fromkeys(key for key in (meeting.facilitator, *meeting.invited, *leads) if key))


def _named(key: str, context: Context, *, contacts: bool) -> Row:
    """Who it is; an organization alone may send anyone, and there is room for a name."""
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
    "Who comes to the meeting; the copy for your own staff shows addresses to confirm.",
    _views,
    audience=Audience.PARTNERS,
)
