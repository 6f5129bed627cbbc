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

    ``template`` is the name of a file in ``templates/handouts``, without its ending. ``number`` is
    what the guide numbers the handout, such as 4B, or empty.
    """

    id: str
    title: str
    template: str
    source: str
    about: str
    pages: Callable[[Context], tuple[PageView, ...]]
    number: str = ""


@dataclass(frozen=True)
class Packet:
    """Handouts for one meeting. Agendas of the meetings of its ``kinds`` come first."""

    id: str
    title: str
    about: str
    handouts: tuple[str, ...]
    kinds: tuple[MeetingKind, ...]


def _page(slug: str, title: str, source: str, about: str, view: Callable[[Context], object]) -> Handout:
    """A handout of one page."""
    pages = _filling(lambda context: (PageView(slug, title, view(context)),))
    number = slug.upper() if slug[0].isdigit() else ""
    return Handout(slug, title, slug, source, about, pages, number)


def _filling(pages: Callable[[Context], tuple[PageView, ...]]) -> Callable[[Context], tuple[PageView, ...]]:
    """The same pages with the project's words for the guides' placeholders."""
    return lambda context: filled(pages(context), context.plan.project.terms)


def _agendas(context: Context) -> tuple[PageView, ...]:
    return tuple(PageView(page.slug, page.title, page) for page in agenda.view(context))


def _schedules(context: Context) -> tuple[PageView, ...]:
    """The schedule, and a blank sheet for small groups; without tasks the schedule is blank itself."""
    page = PageView("4b", "Master schedule", master_schedule.view(context))
    sheet = PageView("4b-blank", "Master schedule for a small group", master_schedule.blank())
    return (page, sheet) if context.schedule.tasks else (page,)


AGENDA: Final = Handout(
    "agenda",
    "Agendas",
    "agenda",
    _CHAPTER_1.format("planning the kickoff meeting"),
    "What happens when, for those who come and, with notes, for whoever leads the meeting.",
    _filling(_agendas),
)

HANDOUTS: Final[tuple[Handout, ...]] = (
    AGENDA,
    _page(
        "1a-1",
        "Identifying stakeholders, part 1",
        _CHAPTER_1.format("handout 1A"),
        "Who is at the table, by stakeholder category, and who is still missing.",
        identifying.view,
    ),
    _page(
        "1a-2",
        "Identifying stakeholders, part 2",
        _CHAPTER_1.format("handout 1A"),
        "Who plays which role at which stage, and where a role has nobody.",
        roles.view,
    ),
    _page(
        "table-5",
        "Priority elements and goals",
        _CHAPTER_1.format("table 5"),
        "What the small groups put first, with the count of votes, and the goals agreed on.",
        priorities.view,
    ),
    _page(
        "4a-1",
        "Pathways requirements, part 1",
        _CHAPTER_4.format("handout 4A"),
        "What all industries together have and need, drawn from their frameworks.",
        requirements.view,
    ),
    _page(
        "4a-2",
        "Pathways requirements, part 2",
        _CHAPTER_4.format("handout 4A"),
        "Each requirement broken down into work, and whether that goes far enough.",
        work_breakdown.view,
    ),
    Handout(
        "4b",
        "Master schedule",
        "4b",
        _CHAPTER_4.format("handout 4B"),
        "When everything happens, what waits for what, and what must not slip.",
        _filling(_schedules),
        "4B",
    ),
    _page(
        "4c",
        "Risk breakdown",
        _CHAPTER_4.format("handout 4C"),
        "What may hurt or help, who watches it, and what is done about it.",
        risks.view,
    ),
    _page(
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
    agendas = _filling(lambda plan: _agendas_for(packet.kinds, plan))
    first = tuple((AGENDA, page) for page in agendas(context))
    return first + tuple((by_id[key], page) for key in packet.handouts for page in by_id[key].pages(context))


def _agendas_for(kinds: tuple[MeetingKind, ...], context: Context) -> tuple[PageView, ...]:
    """What those who come to meetings of these kinds get."""
    wanted = {kind.value for kind in kinds}
    pages = [page for page in agenda.view(context) if page.kind in wanted and not page.for_facilitator]
    return tuple(PageView(page.slug, page.title, page) for page in pages or agenda.blank()[:1])
