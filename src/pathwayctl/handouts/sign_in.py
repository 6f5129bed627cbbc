"""Sign-in sheets: for each meeting still to come, a line for everyone invited, and lines for others.

Source: Designing a Career Pathways System, chapter 1, “Planning the Kickoff Meeting” (CCRS Center, 2016)
asks who takes part; a sheet to sign is the usual way to find out, and to correct addresses on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, stacked
from pathwayctl.handouts.kinds import CHAPTER_1, Handout, PageView
from pathwayctl.handouts.meeting_days import is_held, meeting_facts
from pathwayctl.model.vocabulary import Audience

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Meeting

WIDTH: Final = 4
MORE: Final = 8
"""Empty lines for those who were not on the list."""
BLANK: Final = 20


@dataclass(frozen=True, slots=True)
class SignIn:
    """One sheet. ``rows``: number, name and organization, address to confirm, room to sign."""

    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def view(meeting: Meeting, context: Context) -> SignIn:
    """The sheet of one meeting, in the order in which people were invited."""
    names = [_named(key, context) for key in _expected(meeting)]
    empty = [("",) * (WIDTH - 1)] * MORE
    rows = tuple((str(number), *cells) for number, cells in enumerate((*names, *empty), 1))
    return SignIn(meeting_facts(meeting, context), rows)


def blank() -> SignIn:
    """A sheet for any meeting."""
    facts = (("Meeting", ""), ("Date", ""), ("Place", ""))
    return SignIn(facts, tuple((str(number), *("",) * (WIDTH - 1)) for number in range(1, BLANK + 1)))


def _expected(meeting: Meeting) -> tuple[str, ...]:
    """Whoever leads the meeting or an item, and everyone invited, each once."""
    leads = (item.lead for item in meeting.agenda)
    return tuple(dict.fromkeys(key for key in (meeting.facilitator, *meeting.invited, *leads) if key))


def _named(key: str, context: Context) -> Row:
    """Who it is; an organization alone may send anyone, and there is room for a name."""
    person = context.people.get(key)
    if person is None:
        return (f"{context.name(key)}:", "", "")
    organization = context.organization_of(person)
    contact = stacked((person.email or "", person.phone or ""))
    return (stacked((person.name, organization.name if organization else "")), contact, "")


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
    "Who came to the meeting, with a look at whether addresses are still right.",
    _views,
    audience=Audience.INTERNAL,
)
