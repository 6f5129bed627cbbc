"""The pages of a packet, and the pages for one person or organization."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from pathwayctl.evidence.outreach.meetings import expected, is_cancelled, leader_of, leaders, meetings
from pathwayctl.evidence.packets import MeetingPacket
from pathwayctl.handouts.cells import when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView, filled
from pathwayctl.handouts.outreach import agenda
from pathwayctl.handouts.outreach.meeting_words import (
    date_words,
    help_facts,
    meeting_day,
    meeting_time,
)
from pathwayctl.language import phrase
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import Audience, MeetingKind
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.writing import readable_name

ROLES: Final = "role"
"""The handout with a page for each role."""


def packet_pages(
    packet: MeetingPacket, handouts: Iterable[Handout], context: Context
) -> tuple[tuple[Handout, PageView], ...]:
    """The pages of a packet in their order, each with its handout.

    If the packet names kinds of meetings, the participants' agendas come first, or a blank one if no such
    meeting is planned. While one is to come, pages that prepare those that are over are left out.
    Packets are handed out, so they leave out the facilitator's copies. ``handouts`` are all handouts,
    including the project's own.
    """
    by_id = {handout.id: handout for handout in handouts}
    first = ((agenda.HANDOUT, page) for page in _agendas(packet.kinds, context)) if packet.kinds else ()
    rest = (
        (by_id[key], page)
        for key in packet.handouts
        if key in by_id
        for page in by_id[key].pages(context)
        if (key != agenda.HANDOUT.id or not packet.kinds) and _belongs(page, by_id[key], packet)
        if context.meeting or not page.over
    )
    return tuple(_titled(packet, (*first, *rest)))


def _belongs(page: PageView, handout: Handout, packet: MeetingPacket) -> bool:
    """Whether a page is for the packet's meetings, and not the facilitator's copy of another page."""
    elsewhere = page.meeting is not None and page.meeting not in packet.kinds
    left_out = page.left_out_for is not None and packet.kinds == (page.left_out_for,)
    is_copy = page.audience is Audience.INTERNAL and page.slug != handout.id
    copy = is_copy and handout.audience is not Audience.INTERNAL
    return not elsewhere and not left_out and not copy


def _agendas(kinds: tuple[MeetingKind, ...], context: Context) -> tuple[PageView, ...]:
    """The participants' agendas of meetings of these kinds."""
    wanted = {kind.value for kind in kinds}
    pages = tuple(
        page
        for page in agenda.HANDOUT.pages(context)
        if isinstance(page.view, agenda.Agenda) and page.view.kind in wanted and not page.view.for_facilitator
    )
    blank = agenda.page_of(agenda.blank()[0], context)
    ahead = tuple(page for page in pages if not page.over)
    return ahead or pages or filled((blank,), context.plan.project.terms)


def packet_day(packet: MeetingPacket, context: Context) -> str:
    """The day of the next meeting of a packet in words, else of its last one; empty if none has a date."""
    ours = [one for one in context.plan.meetings if one.kind in packet.kinds and not is_cancelled(one)]
    days = {one.id: day for one in ours if (day := meeting_day(one, context))}
    known = context.index.ask(meetings)
    coming = [days[one.id] for one in ours if one.id in days and known.is_to_come(one)]
    return when(min(coming, default=max(days.values(), default=None)))


@dataclass(frozen=True, slots=True)
class MeetingCover:
    """The first page of a packet for one meeting: who convenes it, and what people need to know to come.

    ``file`` is the name of the packet, to mail: ``2027-03-30 State board March packet``.
    """

    agency: str
    facts: tuple[tuple[str, str], ...]
    file: str


def meeting_cover(meeting: Meeting, context: Context) -> MeetingCover:
    """The cover for a meeting, with what the audience may see; blank facts are left out."""
    project, leader = context.plan.project, context.name(leader_of(context.index, meeting))
    link = meeting.link if context.audience is not Audience.PUBLIC else ""
    facts = (
        (phrase("Date"), date_words(meeting, context)),
        (phrase("Time"), meeting_time(meeting)),
        (phrase("Place"), meeting.place or (phrase("Online") if meeting.link else "")),
        (phrase("Join online"), link or ""),
        (phrase("Facilitator"), leader),
        *help_facts(meeting, context),
    )
    name = _file_name(meeting, context)
    alike = [one for one in context.plan.meetings if _file_name(one, context).lower() == name.lower()]
    file = f"{name} {meeting.id} packet" if len(alike) > 1 else f"{name} packet"
    return MeetingCover(context.name(project.convener), tuple(pair for pair in facts if pair[1]), file)


def _file_name(meeting: Meeting, context: Context) -> str:
    """The day and the title of a meeting; of two that differ in capitals alone, Windows sees one name."""
    day = meeting_day(meeting, context)
    title = readable_name(meeting.title) or meeting.kind.label
    return f"{day.isoformat() if day else ''} {title}".strip()


def _titled(
    packet: MeetingPacket, pages: Iterable[tuple[Handout, PageView]]
) -> Iterator[tuple[Handout, PageView]]:
    """The pages under the titles that the packet gives them; of several, the first one's.

    A page with a title of the packet's is another page, so it has a name that says whose it is.
    """
    titles = dict(packet.titles)
    for handout, page in pages:
        title = titles.pop(handout.id, "")
        own = replace(page, title=title, slug="-".join(filter(None, (page.slug, packet.id))))
        yield handout, own if title else page


def personal_pages(
    party: str, handouts: Iterable[Handout], context: Context
) -> tuple[tuple[Handout, PageView], ...]:
    """The pages for one person or organization.

    These are their assignments, their invitation, any other page made for them, the agendas of their
    meetings still to come (for the facilitator, the facilitator's copy), and the pages of the roles in
    which they have responsibilities.
    """
    known = tuple(handouts)
    own = [(handout, page) for handout in known for page in handout.pages(context) if page.party == party]
    roles = {f"role-{duty.role.value}" for duty in context.plan.duties if party in duty.holders}
    held = [
        (handout, page)
        for handout in known
        if roles and handout.id == ROLES
        for page in handout.pages(context)
        if page.slug in roles
    ]
    return (*own, *_agendas_for(party, context), *held)


def _agendas_for(party: str, context: Context) -> Iterator[tuple[Handout, PageView]]:
    wanted, known = set(), context.index.ask(meetings)
    for meeting in context.plan.meetings:
        if party in expected(context.index, meeting) and known.is_to_come(meeting):
            leads = party in leaders(context.index, meeting) and context.audience is Audience.INTERNAL
            wanted.add(f"agenda-{meeting.id}{'-facilitator' if leads else ''}")
    for page in agenda.HANDOUT.pages(context):
        if page.slug in wanted:
            yield agenda.HANDOUT, page
