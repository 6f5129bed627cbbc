"""Agendas: for each meeting, a page for participants and a copy for the facilitator.

Times are computed from the start of the meeting and the minutes of its items. Only the facilitator's copy
has the notes for the facilitator, the guest list, and the preparations.

Source: the checklist for a kickoff follows Designing a Career Pathways System, chapter 1, “Planning the
Kickoff Meeting” (CCRS Center, 2016); the checklist for other meetings is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from pathwayctl.evidence.outreach.meetings import asked, is_break, is_over
from pathwayctl.handouts.cells import NONE, bulleted, stacked, time_in
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import (
    KICKOFF,
    OPEN_ACTIONS,
    held_or_to_come,
    help_facts,
    meeting_facts,
    open_before,
    planned_by,
)
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import declared, marked, phrase
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import AgendaPurpose, Audience, MeetingKind
from pathwayctl.quick_dataclass import dataclass

PURPOSE: Final = Head(marked("Purpose"), width="narrow")
MINUTES: Final = Head(marked("Minutes"), "right", width="narrow")
ITEM: Final = Head(marked("Item"), width="wide")
LEAD: Final = Head(marked("Lead"), spare=True)
COLUMNS: Final = (marked("Time"), MINUTES, ITEM, PURPOSE, LEAD, Head(marked("Materials"), spare=True))
NOTES_COLUMN: Final = Head(marked("Materials and notes"), width="wide", spare=True)
COPY_COLUMNS: Final = (marked("Time"), MINUTES, marked("Item"), PURPOSE, LEAD, NOTES_COLUMN)
"""The facilitator's copy also has the notes."""
COMMENT: Final = marked("Public comment")
KICKOFFS: Final = (MeetingKind.KICKOFF, MeetingKind.SECTOR_LAUNCH)

NO_ACTIONS: Final = table(OPEN_ACTIONS)

KICKOFF_CHECKLIST: Final = (
    marked("Finish the agenda and the background reading, and send them out."),
    marked("Confirm the presenters."),
    marked("Put the project’s own names and facts on the slides."),
    marked("Book a room."),
    marked("Order food and drinks."),
    marked("Test the screen, the sound, and the microphones."),
    marked("Pack flip charts, sticky notes, and pens."),
    marked("Copy the handouts for everyone."),
)
CHECKLIST: Final = (
    marked("Send the agenda to everyone who is invited."),
    marked("Confirm that each lead is ready."),
    marked("Book a room, or set up an online meeting."),
    marked("Provide a screen, sound, and something to write on."),
    marked("Bring the open action items from the last meeting."),
    marked("Copy the handouts for everyone."),
)


@dataclass(frozen=True, slots=True)
class Agenda:
    """One page; ``slug`` is its file name.

    ``kind`` is the meeting's kind, empty on a blank form. ``open_actions`` are those of earlier meetings of
    the same team or kind. ``invited``, ``preparations``, and ``materials`` (text, done) are empty unless the
    page is ``for_facilitator``; only then the ``items`` have notes.
    """

    slug: str
    title: str
    kind: str
    for_facilitator: bool
    facts: tuple[tuple[str, str], ...]
    purpose: str
    outcomes: tuple[str, ...]
    items: HandoutTable
    open_actions: HandoutTable = NO_ACTIONS
    invited: tuple[tuple[str, bool], ...] = ()
    preparations: tuple[tuple[str, bool], ...] = ()
    materials: tuple[tuple[str, bool], ...] = ()
    is_over: bool = False


def view(context: Context) -> tuple[Agenda, ...]:
    """Return two pages for each meeting, or two blank forms if there are no meetings."""
    meetings = held_or_to_come(context)
    if not meetings:
        return blank()
    left = open_before(context)
    pages = (page for meeting in meetings for page in _pages(meeting, left[meeting.id], context))
    return tuple(_with_own_slugs(pages))


def blank() -> tuple[Agenda, Agenda]:
    """Return an agenda to fill in by hand, and the facilitator's copy of it."""
    names = (marked("Date"), marked("Time"), marked("Place"), marked("Facilitator"))
    facts = tuple((phrase(name), "") for name in names)
    page = Agenda("agenda", phrase("Agenda"), "", False, facts, "", (), table(COLUMNS, blank=8))
    copy = replace(
        page,
        slug="agenda-facilitator",
        title=phrase("Facilitator’s agenda"),
        for_facilitator=True,
        items=table(COPY_COLUMNS, blank=8),
        preparations=_open(CHECKLIST),
    )
    return page, copy


def _pages(meeting: Meeting, left: HandoutTable, context: Context) -> tuple[Agenda, Agenda]:
    rows = tuple(_rows(meeting, context))
    page = Agenda(
        slug=f"agenda-{meeting.id}",
        title=phrase("Agenda: {meeting}", meeting=meeting.title),
        kind=meeting.kind.value,
        is_over=is_over(context.index, meeting),
        for_facilitator=False,
        facts=(*meeting_facts(meeting, context), *_public(meeting), *help_facts(meeting, context)),
        purpose=meeting.purpose or "",
        outcomes=meeting.outcomes,
        items=table(COLUMNS, (row[:-1] for row in rows), blank=8),
        open_actions=left,
    )
    materials = dict.fromkeys(material for item in meeting.agenda for material in item.materials)
    copy = replace(
        page,
        slug=f"agenda-{meeting.id}-facilitator",
        title=phrase("Facilitator’s agenda: {meeting}", meeting=meeting.title),
        for_facilitator=True,
        items=table(COPY_COLUMNS, map(_with_notes, rows), blank=8),
        invited=_open((*_invited(meeting, context), *meeting.guests)),
        preparations=_open(KICKOFF_CHECKLIST if meeting.kind in KICKOFFS else CHECKLIST),
        materials=_open(materials),
    )
    return page, copy


def _invited(meeting: Meeting, context: Context) -> Iterator[str]:
    for key in asked(context.index, meeting):
        name = context.name(key)
        yield phrase("{name} (cannot come)", name=name) if key in meeting.absent else name


def _open(texts: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    return tuple((declared(text), False) for text in texts)


def _with_own_slugs(pages: Iterable[Agenda]) -> Iterator[Agenda]:
    """Give each page its own slug, even if a meeting is called ``board-facilitator``."""
    taken: set[str] = set()
    for page in pages:
        slug, number = page.slug, 2
        while slug in taken:
            slug, number = f"{page.slug}-{number}", number + 1
        taken.add(slug)
        yield replace(page, slug=slug)


def _public(meeting: Meeting) -> Iterator[tuple[str, str]]:
    if meeting.public:
        yield (
            phrase("Open to the public"),
            phrase("Members of the public may attend, and may speak during public comment."),
        )


def _with_notes(row: Row) -> Row:
    *cells, materials, notes = row
    return (*cells, stacked(materials, notes))


def _rows(meeting: Meeting, context: Context) -> Iterator[Row]:
    """Yield a row for each item, with the facilitator's notes last, and one for the end of the meeting."""
    minutes = 0
    for item in meeting.agenda:
        yield (
            time_in(minutes, meeting.starts),
            f"{item.minutes}",
            item.title,
            NONE if is_break(item) else item.purpose.label,
            context.name(item.lead),
            bulleted(item.materials),
            item.notes or "",
        )
        minutes += item.minutes
    has_comment = any(
        name.lower() in item.title.lower() for item in meeting.agenda for name in (COMMENT, phrase(COMMENT))
    )
    if meeting.public and meeting.agenda and not has_comment:
        yield (time_in(minutes, meeting.starts), "", phrase(COMMENT), AgendaPurpose.INFORM.label, "", "", "")
    if meeting.agenda:
        yield (time_in(minutes, meeting.starts), "", phrase("End"), *[""] * (len(COLUMNS) - 2))


def _views(context: Context) -> tuple[PageView, ...]:
    return tuple(page_of(page, context) for page in view(context))


def page_of(page: Agenda, context: Context) -> PageView:
    """Return an agenda as a page; the facilitator's copy, with its notes, is internal."""
    audience = Audience.INTERNAL if page.for_facilitator else Audience.PUBLIC
    source = planned_by(next((kind for kind in MeetingKind if kind.value == page.kind), None), context)
    return PageView(page.slug, page.title, page, audience, over=page.is_over, source=source)


HANDOUT: Final = Handout(
    "agenda",
    "Agendas",
    "agenda",
    KICKOFF,
    "Items and times for participants, and a copy with notes for the facilitator.",
    _views,
)
