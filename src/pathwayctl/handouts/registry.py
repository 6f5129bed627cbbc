"""Every handout and every packet. A new handout is one view, one template and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pathwayctl.handouts import (
    agenda,
    communication,
    identifying,
    master_schedule,
    priorities,
    requirements,
    risks,
    roles,
    work_breakdown,
)
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.terms import filled
from pathwayctl.model.vocabulary import MeetingKind

_CHAPTER_1: Final = "Designing a Career Pathways System, chapter 1, {} (CCRS Center, 2016)"
_CHAPTER_4: Final = "Designing a Career Pathways System, chapter 4, {} (CCRS Center, 2016)"


@dataclass(frozen=True)
class PageView:
    """One page of a handout. ``slug`` is its file name without an ending, ``view`` what it shows."""

    slug: str
    title: str
    view: object


@dataclass(frozen=True)
class Handout:
    """A kind of handout: how its pages are made, and the template that lays each of them out.

    ``template`` is the name of a file in ``templates/handouts``, without its ending.
    """

    id: str
    title: str
    template: str
    source: str
    about: str
    pages: Callable[[Context], tuple[PageView, ...]]


@dataclass(frozen=True)
class Packet:
    """Handouts for one meeting. Agendas of the meetings of its ``kinds`` come first."""

    id: str
    title: str
    about: str
    handouts: tuple[str, ...]
    kinds: tuple[MeetingKind, ...]


def _handout(handout: str, title: str, source: str, about: str, view: Callable[[Context], object]) -> Handout:
    """A handout of one page, with the project's words for the guides' placeholders."""

    def pages(context: Context) -> tuple[PageView, ...]:
        return filled((PageView(handout, title, view(context)),), context.plan.project.terms)

    return Handout(handout, title, handout, source, about, pages)


def _agendas(context: Context) -> tuple[PageView, ...]:
    return _agenda_pages(agenda.view(context), context)


def _agenda_pages(agendas: tuple[agenda.Agenda, ...], context: Context) -> tuple[PageView, ...]:
    pages = tuple(PageView(page.slug, page.title, page) for page in agendas)
    return filled(pages, context.plan.project.terms)


AGENDA: Final = Handout(
    "agenda",
    "Agendas",
    "agenda",
    _CHAPTER_1.format("planning the kickoff meeting"),
    "What happens when, for those who come and, with notes, for whoever leads the meeting.",
    _agendas,
)

HANDOUTS: Final[tuple[Handout, ...]] = (
    AGENDA,
    _handout(
        "1a-1",
        "Identifying stakeholders, part 1",
        _CHAPTER_1.format("handout 1A"),
        "Who is at the table, by stakeholder category, and who is still missing.",
        identifying.view,
    ),
    _handout(
        "1a-2",
        "Identifying stakeholders, part 2",
        _CHAPTER_1.format("handout 1A"),
        "Who plays which role at which stage, and where a role has nobody.",
        roles.view,
    ),
    _handout(
        "table-5",
        "Priority elements and goals",
        _CHAPTER_1.format("table 5"),
        "What the small groups put first, with the count of votes, and the goals agreed on.",
        priorities.view,
    ),
    _handout(
        "4a-1",
        "Pathways requirements, part 1",
        _CHAPTER_4.format("handout 4A"),
        "What all industries together have and need, drawn from their frameworks.",
        requirements.view,
    ),
    _handout(
        "4a-2",
        "Pathways requirements, part 2",
        _CHAPTER_4.format("handout 4A"),
        "Each requirement broken down into work, and whether that goes far enough.",
        work_breakdown.view,
    ),
    _handout(
        "4b",
        "Master schedule",
        _CHAPTER_4.format("handout 4B"),
        "When everything happens, what waits for what, and what must not slip.",
        master_schedule.view,
    ),
    _handout(
        "4c",
        "Risk breakdown",
        _CHAPTER_4.format("handout 4C"),
        "What may hurt or help, who watches it, and what is done about it.",
        risks.view,
    ),
    _handout(
        "4e",
        "Stakeholder communication plan",
        _CHAPTER_4.format("handout 4E"),
        "What each audience hears and how often, and who should become more engaged.",
        communication.view,
    ),
)

PACKETS: Final[tuple[Packet, ...]] = (
    Packet(
        "kickoff",
        "Kickoff packet",
        "For the first meeting: agree on who takes part and in which role, and on what comes first.",
        ("1a-1", "1a-2", "table-5", "4e"),
        (MeetingKind.KICKOFF, MeetingKind.SECTOR_LAUNCH),
    ),
    Packet(
        "implementation",
        "Implementation packet",
        "For planning the work: what is needed, who does it by when, what may go wrong, who is told.",
        ("4a-1", "4a-2", "4b", "4c", "4e"),
        (MeetingKind.IMPLEMENTATION,),
    ),
)


def packet_pages(packet: Packet, context: Context) -> tuple[tuple[Handout, PageView], ...]:
    """The pages of a packet in their order, each with its handout.

    The participants' agendas come first, or a blank one where no such meeting is planned. The
    facilitator's copies are no part of a packet: packets are handed out.
    """
    by_id = {handout.id: handout for handout in HANDOUTS}
    kinds = {kind.value for kind in packet.kinds}
    for_everyone = [page for page in agenda.view(context) if not page.for_facilitator]
    agendas = tuple(page for page in for_everyone if page.kind in kinds) or agenda.blank()[:1]
    first = tuple((AGENDA, page) for page in _agenda_pages(agendas, context))
    return first + tuple((by_id[key], page) for key in packet.handouts for page in by_id[key].pages(context))
