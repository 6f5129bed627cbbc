"""Invitations: a one-page letter to each person or organization that is asked to take part.

Source: Designing a Career Pathways System, chapter 1, outreach and communication (CCRS Center, 2016): the
rationale, the role with its responsibilities, why it matters to this stakeholder, incentives and
supports, and the important dates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from pathwayctl.evidence.meeting_days import days_of
from pathwayctl.evidence.partners.taking_part import everyone
from pathwayctl.handouts.cells import weekday_and_day
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_1, Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import meeting_day, meeting_time, place_words
from pathwayctl.language import marked, phrase
from pathwayctl.model.governance import Invitation
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed, long_day

LEADS: Final = {
    "rationale": "",
    "role": marked("What we ask of you: {text}"),
    "importance": "",
    "supports": marked("What we offer you: {text}"),
}
"""What each part of an invitation begins with in the letter, in its order."""
TO_WRITE: Final = (
    marked("Why we are doing this"),
    marked("What we ask of you"),
    marked("Why it matters to you"),
    marked("What we offer you"),
)
"""The parts of a blank letter, with lines to write on."""
NO_DATE: Final = marked("Date: ____________________")
CLOSING: Final = (marked("Sincerely,"), "", "", "")
"""The words before a signature, with room for it."""


@dataclass(frozen=True, slots=True)
class InvitationLetter:
    """One letter, in the order of its fields.

    ``letterhead``, ``recipient``, and ``signature`` are lines. ``dates`` begins with the words above the
    list. ``open`` are the parts of a blank letter, with lines to write on. ``merge`` are the fields of the
    letter for a mail merge, and ``email`` is the address to send it to, empty if that is not known.
    """

    letterhead: tuple[str, ...]
    date: str
    recipient: tuple[str, ...]
    greeting: str
    opening: str
    parts: tuple[str, ...]
    dates: tuple[str, ...]
    reply: str
    signature: tuple[str, ...]
    enclosures: str
    open: tuple[str, ...] = ()
    email: str = ""
    subject: str = ""
    merge: tuple[tuple[str, str], ...] = ()


def view(
    invitation: Invitation, to: str, days: Mapping[date, tuple[str, ...]], context: Context
) -> InvitationLetter:
    """Return the letter of an invitation to one of its readers; ``days`` has what happens on each day."""
    meeting = next((one for one in context.plan.meetings if one.id == invitation.meeting), None)
    person, organization = _recipient(to, context)
    texts = ((lead, getattr(invitation, part) or "") for part, lead in LEADS.items())
    greeting = phrase("Dear {name},", name=person.name) if person else phrase("Dear colleagues,")
    letter = InvitationLetter(
        letterhead=_letterhead(context),
        date=long_day(invitation.sent) if invitation.sent else phrase(NO_DATE),
        recipient=_address(to, context),
        greeting=greeting,
        opening=_opening(meeting, context),
        parts=tuple(_sentence(phrase(lead, text=text) if lead else text) for lead, text in texts if text),
        dates=tuple(_dates(invitation, meeting, days, context)),
        reply=_reply(invitation.answer_by, context),
        signature=_signature(context),
        enclosures=_enclosed(invitation.enclosures),
        email=(person.email if person else None) or "",
        subject=phrase(
            "Invitation to {event}", event=meeting.title if meeting else context.plan.project.name
        ),
    )
    address = (person.address if person else None) or (organization.address if organization else None) or ""
    fields = (
        ("Name", person.name if person else ""),
        ("Title", (person.title if person else None) or ""),
        ("Organization", organization.name if organization else ""),
        ("Address", address),
        ("Email", letter.email),
        ("Date", letter.date if invitation.sent else ""),
        ("Greeting", greeting),
        ("Opening", letter.opening),
        *(
            (name, (getattr(invitation, name.lower()) or ""))
            for name in ("Rationale", "Role", "Importance", "Supports")
        ),
        ("Meeting", meeting.title if meeting else ""),
        ("Dates", "; ".join(letter.dates[1:])),
        ("Reply", letter.reply),
        ("Enclosures", listed(invitation.enclosures)),
    )
    return replace(letter, merge=fields)


def blank(context: Context) -> InvitationLetter:
    """Return a letter to fill in by hand."""
    return InvitationLetter(
        _letterhead(context), phrase(NO_DATE), (), phrase("Dear"), _opening(None, context), (), (),
        _reply(None, context),
        _signature(context), "", open=tuple(map(phrase, TO_WRITE)),
    )  # fmt: skip


def _enclosed(enclosures: tuple[str, ...]) -> str:
    if not enclosures:
        return ""
    said = marked("Enclosures: {papers}") if len(enclosures) > 1 else marked("Enclosure: {papers}")
    return phrase(said, papers=listed(enclosures))


def _letterhead(context: Context) -> tuple[str, ...]:
    """Return the agency that writes, its address, and whom to ask."""
    project = context.plan.project
    agency = context.index.organizations.get(project.convener or "")
    lines = (agency.address or "").split("\n") if agency else []
    name = agency.name if agency else context.name(project.convener) or project.name
    return tuple(filter(None, (name, ", ".join(lines), project.contact or "")))


def _recipient(to: str, context: Context) -> tuple[Person | None, Organization | None]:
    person = context.index.people.get(to)
    found = context.index.organization_of(person) if person else context.index.organizations.get(to)
    return person, found


def _address(to: str, context: Context) -> tuple[str, ...]:
    """Return the lines of the address, as an envelope has them."""
    person, organization = _recipient(to, context)
    name = person.name if person else "" if organization else context.name(to)
    title = (person.title if person else None) or ""
    address = (person.address if person else None) or (organization.address if organization else None) or ""
    lines = (name, title, organization.name if organization else "", *address.split("\n"))
    return tuple(filter(None, map(str.strip, lines)))


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _dates(
    invitation: Invitation, meeting: Meeting | None, days: Mapping[date, tuple[str, ...]], context: Context
) -> Iterator[str]:
    """Yield the words above the list, and a line for each day: what is on it, and when and where."""
    first = meeting_day(meeting, context) if meeting else None
    titles = {one.date: one.title for one in invitation.dates} | ({first: None} if first else {})
    if titles:
        yield phrase("Please keep these dates free:" if len(titles) > 1 else "Please keep this date free:")
    for day in sorted(titles):
        words = titles[day] or listed(days.get(day, ()))
        at = (
            (meeting_time(meeting), *place_words(meeting, context).split("\n"))
            if meeting and day == first
            else ()
        )
        yield f"{words}{': ' if words else ''}{', '.join(filter(None, (weekday_and_day(day), *at)))}"


def _opening(meeting: Meeting | None, context: Context) -> str:
    project = context.plan.project
    where = project.name
    if project.region and project.region not in project.name:
        where = phrase("{project} in {region}", project=project.name, region=project.region)
    agency = context.name(project.convener)
    words = [
        phrase("On behalf of {agency}, I invite you to take part in {project}.", agency=agency, project=where)
        if agency
        else phrase("I invite you to take part in {project}.", project=where)
    ]
    day = meeting_day(meeting, context) if meeting else None
    if meeting and day:
        said = marked("Our first meeting is “{meeting}” on {day}.")
        words.append(phrase(said, meeting=meeting.title, day=weekday_and_day(day)))
    elif meeting:
        words.append(phrase("Our first meeting is “{meeting}”.", meeting=meeting.title))
    return " ".join(words)


def _signature(context: Context) -> tuple[str, ...]:
    """Return the lines under the letter: room to sign, the name, the title, and the organization."""
    key = context.plan.project.facilitator
    if key is None:
        return ()
    person, organization = _recipient(key, context)
    title = (person.title if person else None) or ""
    lines = (context.name(key), title, organization.name if organization else "")
    return (*map(phrase, CLOSING), *filter(None, lines))


def _reply(by: date | None, context: Context) -> str:
    """Return by when and how to answer, and that a call is welcome."""
    person = context.index.people.get(context.plan.project.facilitator or "")
    day = weekday_and_day(by) if by else ""
    if person is None or not (person.email or person.phone):
        if by:
            return phrase("Please let me know by {day} whether you will take part.", day=day)
        return phrase("Please let me know whether you will take part.")
    ways = [phrase("by email at {address}", address=person.email)] if person.email else []
    ways += [phrase("by telephone at {number}", number=person.phone)] if person.phone else []
    reply = (
        phrase(
            "Please let me know by {day} whether you will take part, {ways}.",
            day=day,
            ways=listed(ways, "or"),
        )
        if by
        else phrase("Please let me know whether you will take part, {ways}.", ways=listed(ways, "or"))
    )
    more = phrase(
        "If you would like to talk about it first, or cannot take part and know whom I should ask, "
        "please tell me that too."
    )
    return f"{reply} {more}"


def _what_happens(context: Context) -> Mapping[date, tuple[str, ...]]:
    """Return the meetings and milestones of each day."""
    found: dict[date, tuple[str, ...]] = {}
    days: list[tuple[date | None, str, str | None]] = [
        (day, meeting.title, meeting.task)
        for meeting in context.plan.meetings
        for day in days_of(context.index, meeting) or (None,)
    ]
    planned = {task for _, _, task in days}
    for task in context.leaves:
        if task.id not in planned and (task.kind == "milestone" or task.task.date):
            days.append((task.start, task.title, None))
    for day, title, _ in days:
        if day:
            found[day] = (*found.get(day, ()), title)
    return found


def _views(context: Context) -> tuple[PageView, ...]:
    return tuple(_pages(context)) or (PageView("invitation", phrase("Invitation"), blank(context)),)


def _pages(context: Context) -> Iterator[PageView]:
    days = _what_happens(context)
    written: Counter[str] = Counter()
    letters = (
        (one, to) for one in context.plan.invitations for to in everyone(context.index, ids_of(one.to))
    )
    for invitation, to in letters:
        written[to] += 1
        number = f"-{written[to]}" if written[to] > 1 else ""
        yield PageView(
            f"invitation-{to}{number}",
            phrase("Invitation: {name}", name=context.name(to)),
            view(invitation, to, days, context),
            party=to,
        )


HANDOUT: Final = Handout(
    "invitation",
    "Invitations",
    "invitation",
    CHAPTER_1.format("outreach and communication"),
    "A letter to each person or organization that is asked to take part.",
    _views,
    audience=Audience.INTERNAL,
    guides=(Guide.CCRS, Guide.SECTOR),
    sections=("invitations",),
)
