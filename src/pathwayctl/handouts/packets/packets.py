"""Packets: handouts for one meeting. Those of the guides stand here; a project has its own, or other ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.outreach import agenda
from pathwayctl.handouts.outreach.meeting_days import is_still_to_come
from pathwayctl.handouts.terms import filled
from pathwayctl.model.vocabulary import Audience, MeetingKind

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.packets import Packet as OwnPacket
    from pathwayctl.model.plan import Plan


@dataclass(frozen=True)
class Packet:
    """Handouts for one meeting. Agendas of the meetings of its ``kinds`` come first.

    ``cover`` are words for the first page, ``logo`` a picture file of the project, and ``titles``
    what handouts are called in this packet, by their ids; all three are the project's to set.
    """

    id: str
    title: str
    about: str
    handouts: tuple[str, ...]
    kinds: tuple[MeetingKind, ...] = ()
    cover: str = ""
    logo: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)


ROLES: Final = "role"
"""The handout with a page for each role."""

RECORD: Final = ("sign-in", "minutes")
"""What is written on at every meeting."""

PACKETS: Final[tuple[Packet, ...]] = (
    Packet(
        "kickoff",
        "Kickoff packet",
        "For the first meeting: agree on who takes part and in which role, and on what comes first.",
        ("1a-1", "1a-2", "1b", "1c", "table-5", "4e", *RECORD),
        (MeetingKind.KICKOFF,),
    ),
    Packet(
        "sector-launch",
        "Sector launch packet",
        "For the launch of a sector partnership: who it is, the jobs it needs, and what comes first.",
        ("partnership", "occupations", "3a", "table-5", "steps", *RECORD),
        (MeetingKind.SECTOR_LAUNCH,),
    ),
    Packet(
        "prioritization",
        "Prioritization packet",
        "For choosing what comes first: what others mean by a system, what matters here, and why.",
        ("1b", "1c", "groups", "table-5", *RECORD),
        (MeetingKind.PRIORITIZATION,),
    ),
    Packet(
        "talent-landscape",
        "Talent landscape packet",
        "For looking at jobs, skills and programs together, and doing something now about shortages.",
        (
            "occupations",
            "3a",
            "shortage",
            "inventory",
            "ksa-grid",
            "asset-map",
            "attainment",
            *RECORD,
        ),
        (MeetingKind.TALENT_LANDSCAPE,),
    ),
    Packet(
        "action-plan",
        "Action plan packet",
        "For agreeing on what is done with the skills and pathways, by whom and by when.",
        ("pathway", "ksa-uses", "marketing", "action-plan", "steps", "4c", *RECORD),
        (MeetingKind.ACTION_PLAN,),
    ),
    Packet(
        "year-one-work-plan",
        "Year-one work plan packet",
        "For planning the first year of a pathway for grades 9 to 14, and who holds which part of it.",
        (
            "phases",
            "work-plan",
            "work-plan-decisions",
            "pathway",
            "components",
            "teams",
            "agreements",
            "sustainability",
            *RECORD,
        ),
        (MeetingKind.WORK_PLAN,),
    ),
    Packet(
        "implementation",
        "Implementation packet",
        "For planning the work: what is needed, who does it by when, what may go wrong, who is told.",
        ("3d", "4a-1", "4a-2", "groups", "4b", "network", "4c", "4e", *RECORD),
        (MeetingKind.IMPLEMENTATION,),
    ),
    Packet(
        "evaluation",
        "Evaluation packet",
        "For choosing measures and reading them: what is measured, by whom, and what may go wrong.",
        ("measures", "4d", "reflection", "4c", *RECORD),
        (MeetingKind.EVALUATION,),
    ),
    Packet(
        "communication",
        "Communication packet",
        "For settling who hears what, and how to bring more people in.",
        ("4e", "engagement", *RECORD),
        (MeetingKind.COMMUNICATION,),
    ),
    Packet(
        "reflection",
        "Reflection packet",
        "For looking back, milestone by milestone, and agreeing on what comes next.",
        ("reflection", "measures", "4b", "4e", *RECORD),
        (MeetingKind.REFLECTION,),
    ),
    Packet(
        "board",
        "Board packet",
        "For those who decide: where the project stands, what may go wrong, and what they are asked for.",
        ("board", "4b", "4c", "agreements", "measures", *RECORD),
        (MeetingKind.BOARD,),
    ),
)


def packets_of(plan: Plan) -> tuple[Packet, ...]:
    """The packets of a project: the guides' ones, as the project has them, then its own."""
    own = {packet.id: _own(packet, plan) for packet in plan.packets}
    logo = plan.project.logo or ""
    known = [own.pop(packet.id, replace(packet, logo=logo)) for packet in PACKETS]
    return (*known, *own.values())


def _own(packet: OwnPacket, plan: Plan) -> Packet:
    """A packet as the project has it; what it does not say of one of ours stays as it is."""
    ours = next((one for one in PACKETS if one.id == packet.id), Packet(packet.id, "", "", ()))
    return Packet(
        packet.id,
        packet.title,
        packet.about or ours.about,
        packet.handouts or ours.handouts,
        packet.meetings or ours.kinds,
        packet.cover or "",
        packet.logo or plan.project.logo or "",
        packet.titles,
    )


def packet_pages(
    packet: Packet, handouts: Iterable[Handout], context: Context
) -> tuple[tuple[Handout, PageView], ...]:
    """The pages of a packet in their order, each with its handout.

    The participants' agendas come first, or a blank one where no such meeting is planned; not so if
    the packet names no kinds of meetings. The facilitator's copies are no part of a packet: packets
    are handed out. ``handouts`` are all that there are, the project's own among them.
    """
    by_id = {handout.id: handout for handout in handouts}
    first = ((agenda.HANDOUT, page) for page in _agendas(packet.kinds, context)) if packet.kinds else ()
    rest = (
        (by_id[key], page)
        for key in packet.handouts
        if key in by_id
        for page in by_id[key].pages(context)
        if (key != agenda.HANDOUT.id or not packet.kinds) and _belongs(page, by_id[key], packet)
    )
    return tuple(_titled(packet, (*first, *rest)))


def _belongs(page: PageView, handout: Handout, packet: Packet) -> bool:
    """Whether a page is for the packet's meetings, and no copy for the facilitator of a page for all."""
    elsewhere = page.meeting is not None and packet.kinds and page.meeting not in packet.kinds
    copy = page.audience is Audience.INTERNAL and handout.audience is not Audience.INTERNAL
    return not elsewhere and not copy


def _agendas(kinds: tuple[MeetingKind, ...], context: Context) -> tuple[PageView, ...]:
    """What those who come to meetings of these kinds get."""
    wanted = {kind.value for kind in kinds}
    pages = [page for page in agenda.view(context) if page.kind in wanted and not page.for_facilitator]
    return filled(tuple(map(agenda.page_of, pages or agenda.blank()[:1])), context.plan.project.terms)


def _titled(packet: Packet, pages: Iterable[tuple[Handout, PageView]]) -> Iterator[tuple[Handout, PageView]]:
    """The pages under the titles that the packet gives them."""
    for handout, page in pages:
        title = packet.titles.get(handout.id)
        yield handout, replace(page, title=title) if title else page


def personal_pages(
    party: str, handouts: Iterable[Handout], context: Context
) -> tuple[tuple[Handout, PageView], ...]:
    """What is made for one person or organization.

    It is their assignments and the invitation to them, what else is theirs alone, the agendas of meetings
    still to come in which they take part (the facilitator's copy for whoever leads one), and the pages
    of roles that they hold responsibilities in.
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
    wanted = set()
    for meeting in context.plan.meetings:
        part = (*meeting.invited, meeting.facilitator, *(item.lead for item in meeting.agenda))
        if party in part and is_still_to_come(meeting, context):
            leads = meeting.facilitator == party and context.audience is Audience.INTERNAL
            wanted.add(f"agenda-{meeting.id}{'-facilitator' if leads else ''}")
    for page in agenda.HANDOUT.pages(context):
        if page.slug in wanted:
            yield agenda.HANDOUT, page
