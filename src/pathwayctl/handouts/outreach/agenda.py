"""Agendas: for each meeting a page for those who come, and a copy for whoever leads it.

Times of day follow from the start of the meeting and the minutes of its items. What the plan notes
for the facilitator, the guest list and the preparations stand on the facilitator's copy alone.

Source: the list for a kickoff follows Designing a Career Pathways System, chapter 1, “Planning the
Kickoff Meeting” (CCRS Center, 2016); the list for other meetings is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, blank_rows, bulleted, time_in
from pathwayctl.handouts.handout import CHAPTER_1, Handout, PageView
from pathwayctl.handouts.outreach.follow_up import open_before
from pathwayctl.handouts.outreach.meeting_days import meeting_facts
from pathwayctl.model.vocabulary import Audience, MeetingKind

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Meeting

WIDTH: Final = 5
COPY_WIDTH: Final = WIDTH + 1
KICKOFFS: Final = (MeetingKind.KICKOFF, MeetingKind.SECTOR_LAUNCH)

KICKOFF_CHECKLIST: Final = (
    "The agenda and the background reading are ready and sent out.",
    "The presenters have said yes.",
    "The slides carry our own names and facts.",
    "A room is booked.",
    "Food and drink are ordered.",
    "Screen, sound and microphones have been tried out.",
    "Flip charts, sticky notes and pens are packed.",
    "The handouts are copied for everyone.",
)
CHECKLIST: Final = (
    "The agenda has gone to everyone who is invited.",
    "Whoever leads an item knows it and is ready.",
    "A room is booked, or there is a way to join from elsewhere.",
    "Screen, sound and something to write on are there.",
    "Open tasks from the last meeting are at hand.",
    "The handouts are copied for everyone.",
)


@dataclass(frozen=True, slots=True)
class Agenda:
    """One page; ``slug`` is its name as a file.

    ``kind`` is the meeting's kind, empty on a blank form. ``items``: time, item, purpose, lead,
    materials, and the notes on the facilitator's copy. ``open_actions``: action, who does it, due,
    agreed at, of earlier meetings of the same team or kind. ``invited``, ``preparations`` and
    ``materials`` (text, done) are empty where the page is not ``for_facilitator``.
    """

    slug: str
    title: str
    kind: str
    for_facilitator: bool
    facts: tuple[tuple[str, str], ...]
    purpose: str
    outcomes: tuple[str, ...]
    items: tuple[Row, ...]
    open_actions: tuple[Row, ...] = ()
    invited: tuple[tuple[str, bool], ...] = ()
    preparations: tuple[tuple[str, bool], ...] = ()
    materials: tuple[tuple[str, bool], ...] = ()


def view(context: Context) -> tuple[Agenda, ...]:
    """Two pages for each meeting, or two blank forms where there are no meetings."""
    meetings = context.plan.meetings
    if not meetings:
        return blank()
    left = open_before(context)
    pages = (page for meeting in meetings for page in _pages(meeting, left[meeting.id], context))
    return tuple(_with_own_slugs(pages))


def blank() -> tuple[Agenda, Agenda]:
    """An agenda to fill in by hand, and the facilitator's copy."""
    facts = (("Date", ""), ("Time", ""), ("Place", ""), ("Facilitator", ""))
    page = Agenda("agenda", "Agenda", "", False, facts, "", (), blank_rows(WIDTH, 8))
    copy = replace(
        page,
        slug="agenda-facilitator",
        title="Facilitator’s agenda",
        for_facilitator=True,
        items=blank_rows(COPY_WIDTH, 8),
        preparations=_open(CHECKLIST),
    )
    return page, copy


def _pages(meeting: Meeting, left: tuple[Row, ...], context: Context) -> tuple[Agenda, Agenda]:
    page = Agenda(
        slug=f"agenda-{meeting.id}",
        title=f"Agenda: {meeting.title}",
        kind=meeting.kind.value,
        for_facilitator=False,
        facts=meeting_facts(meeting, context),
        purpose=meeting.purpose or "",
        outcomes=meeting.outcomes,
        items=_items(meeting, context, WIDTH),
        open_actions=left,
    )
    materials = dict.fromkeys(material for item in meeting.agenda for material in item.materials)
    copy = replace(
        page,
        slug=f"agenda-{meeting.id}-facilitator",
        title=f"Facilitator’s agenda: {meeting.title}",
        for_facilitator=True,
        items=_items(meeting, context, COPY_WIDTH),
        invited=_open(context.name(key) for key in meeting.invited),
        preparations=_open(KICKOFF_CHECKLIST if meeting.kind in KICKOFFS else CHECKLIST),
        materials=_open(materials),
    )
    return page, copy


def _open(texts: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    return tuple((text, False) for text in texts)


def _with_own_slugs(pages: Iterable[Agenda]) -> Iterator[Agenda]:
    """No two pages under one name, even if a meeting is called ``board-facilitator``."""
    taken: set[str] = set()
    for page in pages:
        slug, number = page.slug, 2
        while slug in taken:
            slug, number = f"{page.slug}-{number}", number + 1
        taken.add(slug)
        yield replace(page, slug=slug)


def _items(meeting: Meeting, context: Context, width: int) -> tuple[Row, ...]:
    return tuple(row[:width] for row in _rows(meeting, context)) or blank_rows(width, 8)


def _rows(meeting: Meeting, context: Context) -> Iterator[Row]:
    """A row per item with the facilitator's notes last, and one for the end of the meeting."""
    minutes = 0
    for item in meeting.agenda:
        yield (
            time_in(minutes, meeting.starts),
            item.title,
            item.purpose.label,
            context.name(item.lead),
            bulleted(item.materials),
            item.notes or "",
        )
        minutes += item.minutes
    if meeting.agenda:
        yield (time_in(minutes, meeting.starts), "End", *[""] * (COPY_WIDTH - 2))


def _views(context: Context) -> tuple[PageView, ...]:
    return tuple(map(page_of, view(context)))


def page_of(page: Agenda) -> PageView:
    """An agenda as a page; the facilitator's copy with its notes is for nobody else."""
    audience = Audience.INTERNAL if page.for_facilitator else Audience.PUBLIC
    return PageView(page.slug, page.title, page, audience)


HANDOUT: Final = Handout(
    "agenda",
    "Agendas",
    "agenda",
    CHAPTER_1.format("planning the kickoff meeting"),
    "What happens when, for those who come and, with notes, for whoever leads the meeting.",
    _views,
)
