"""The packets of a project: those of the guides, and its own. A packet is the handouts for one meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import Final

from pathwayctl.evidence.followed_guides import belongs
from pathwayctl.language import marked, phrase
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.packets import Packet
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Guide, MeetingKind
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True)
class MeetingPacket:
    """Handouts for one meeting. Agendas of the meetings of its ``kinds`` come first.

    If it belongs to ``guides``, a project that follows others gets it only if one of its ``sections`` (or
    fields, such as ``meetings.reflections``) is filled, one of its meetings is planned, the project changes
    it, or it is asked for by name.

    The project may set ``cover`` (text for the first page), ``logo`` (an image file of the project), and
    ``titles`` (of handouts in this packet, by their ids).
    """

    id: str
    title: str
    about: str
    handouts: tuple[str, ...]
    kinds: tuple[MeetingKind, ...] = ()
    guides: tuple[Guide, ...] = ()
    sections: tuple[str, ...] = ()
    cover: str = ""
    logo: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)


RECORD: Final = ("sign-in", "minutes")
"""The handouts to fill in at every meeting."""
WHAT_CHANGED: Final = "what-changed"
"""The handout about what changed since the last meeting."""

PACKETS: Final[tuple[MeetingPacket, ...]] = (
    MeetingPacket(
        "kickoff",
        marked("Kickoff packet"),
        marked("For the first meeting: agree on participants, roles, and priorities."),
        ("1a-1", "1a-2", "1b", "1c", "table-sheet", "table-5", *RECORD),
        (MeetingKind.KICKOFF,),
        guides=(Guide.CCRS,),
        sections=("definition", "beliefs", "considerations"),
    ),
    MeetingPacket(
        "sector-launch",
        marked("Sector launch packet"),
        marked("For the launch of a sector partnership: its members, critical occupations, and priorities."),
        ("partnership", "occupations", "3a", "table-sheet", "sign-up", "table-5", "steps", *RECORD),
        (MeetingKind.SECTOR_LAUNCH,),
        guides=(Guide.SECTOR,),
        sections=("partnership", "partnerships"),
    ),
    MeetingPacket(
        "prioritization",
        marked("Prioritization packet"),
        marked("For choosing priorities: other definitions of a system, and what matters here."),
        ("1b", "1c", "groups", "table-sheet", "table-5", *RECORD),
        (MeetingKind.PRIORITIZATION,),
        guides=(Guide.CCRS,),
        sections=("definition", "beliefs"),
    ),
    MeetingPacket(
        "talent-landscape",
        marked("Talent landscape packet"),
        marked("For reviewing jobs, skills, and programs together, and acting on shortages now."),
        (
            "occupations",
            "3a",
            "interviews",
            "shortage",
            "inventory",
            "ladder",
            "ksa-grid",
            "asset-map",
            "attainment",
            *RECORD,
        ),
        (MeetingKind.TALENT_LANDSCAPE,),
        guides=(Guide.SECTOR,),
        sections=("occupations", "interviews", "surveys", "ksas", "shortage_actions"),
    ),
    MeetingPacket(
        "action-plan",
        marked("Action plan packet"),
        marked("For agreeing on actions for skills and pathways, with owners and due dates."),
        ("pathway", "ksa-uses", "marketing", "action-plan", "hand-over", "steps", "4c", *RECORD),
        (MeetingKind.ACTION_PLAN,),
        guides=(Guide.SECTOR,),
        sections=("ksa_uses", "marketing"),
    ),
    MeetingPacket(
        "year-one-work-plan",
        marked("Year-one work plan packet"),
        marked("For planning the first year of a pathway for grades 9 to 14, with an owner for each part."),
        (
            "phases",
            "work-plan",
            "work-plan-decisions",
            "pathway",
            "crosswalk",
            "work-based-learning",
            "advising",
            "teams",
            "agreements",
            "sustainability",
            *RECORD,
        ),
        (MeetingKind.WORK_PLAN,),
        guides=(Guide.GRADES_9_14,),
        sections=("work_plan", "phases"),
    ),
    MeetingPacket(
        "components",
        marked("Regional pathways packet"),
        marked("For the leadership team: who holds which responsibility, by role and component."),
        ("components", "role", "teams", "agreements", "data-sources", "sustainability", "pathway", *RECORD),
        guides=(Guide.COMPONENTS,),
        sections=("duties",),
    ),
    MeetingPacket(
        "implementation",
        marked("Implementation packet"),
        marked("For planning the work: requirements, tasks, owners, dates, risks, and communications."),
        ("3d", "4a-1", "4a-2", "groups", "4b", "network", "4c", "4e", *RECORD),
        (MeetingKind.IMPLEMENTATION,),
        guides=(Guide.CCRS,),
        sections=("frameworks", "requirements"),
    ),
    MeetingPacket(
        "evaluation",
        marked("Evaluation packet"),
        marked("For choosing and reviewing measures: what is measured, by whom, and the risks."),
        ("measures", "data-sources", "4d", "reflection", "4c", *RECORD),
        (MeetingKind.EVALUATION,),
        guides=(Guide.CCRS,),
        sections=("measures", "evaluation"),
    ),
    MeetingPacket(
        "communication",
        marked("Communication packet"),
        marked("For planning communications, and how to engage more people."),
        ("4e", "engagement", *RECORD),
        (MeetingKind.COMMUNICATION,),
        guides=(Guide.CCRS,),
        sections=("communications",),
    ),
    MeetingPacket(
        "reflection",
        marked("Reflection packet"),
        marked("For reflecting on each milestone, and agreeing on next steps."),
        ("what-changed", "reflection", "partnership-health", "measures", "4b", "4e", *RECORD),
        (MeetingKind.REFLECTION,),
        guides=(Guide.CCRS, Guide.SECTOR),
        sections=("meetings.reflections",),
    ),
    MeetingPacket(
        "board",
        marked("Board packet"),
        marked("For the board: status of the project, risks, and decisions needed."),
        ("board", "what-changed", "4b", "4c", "agreements", "measures", *RECORD),
        (MeetingKind.BOARD,),
    ),
    MeetingPacket(
        "grant-report",
        marked("Grant report packet"),
        marked("For reporting to a funder: deliverables, results by objective, the budget, and progress."),
        ("grant", "budget", "measures", "board"),
        guides=(Guide.COMPONENTS,),
        sections=("grants",),
    ),
)


def packet_of_kind(plan: Plan, kind: MeetingKind) -> MeetingPacket | None:
    """The first packet for meetings of a kind."""
    return next((one for one in packets_of(plan) if kind in one.kinds), None)


def packet_for(plan: Plan, meeting: Meeting, named: str = "", brought: Sequence[str] = ()) -> MeetingPacket:
    """The packet for one meeting: the handouts of the packet that is named, else of its kind's first one.

    Each has what changed since the last meeting of its kind, the handouts that are ``brought`` for its
    agenda, and those to fill in.
    """
    asked = next((one for one in packets_of(plan) if one.id == named), None)
    about = phrase("For the meeting “{title}”.", title=meeting.title)
    packet = (asked if named else packet_of_kind(plan, meeting.kind)) or MeetingPacket("", "", about, ())
    first = () if WHAT_CHANGED in packet.handouts else (WHAT_CHANGED,)
    to_read = (one for one in brought if one not in RECORD)
    handouts = tuple(dict.fromkeys((*first, *to_read, *packet.handouts, *RECORD)))
    logo = packet.logo or plan.project.logo or ""
    return replace(packet, id="", title=meeting.title, handouts=handouts, kinds=(meeting.kind,), logo=logo)


def packets_of(plan: Plan) -> tuple[MeetingPacket, ...]:
    """The packets of a project: those of the guides, as the project changes them, then its own."""
    own = {packet.id: _own(packet, plan) for packet in plan.packets}
    logo = plan.project.logo or ""
    known = [
        own.pop(packet.id, replace(packet, title=phrase(packet.title), about=phrase(packet.about), logo=logo))
        for packet in PACKETS
    ]
    return (*known, *own.values())


def packets_made(plan: Plan) -> tuple[MeetingPacket, ...]:
    """The packets that a project gets without asking for one: those that belong to it, and its own."""
    own = {packet.id for packet in plan.packets}
    return tuple(
        one for one in packets_of(plan) if one.id in own or belongs(plan, one.guides, one.sections, one.kinds)
    )


def _own(packet: Packet, plan: Plan) -> MeetingPacket:
    """A packet of the project; if it changes one of the guides' packets, the rest stays."""
    ours = next((one for one in PACKETS if one.id == packet.id), MeetingPacket(packet.id, "", "", ()))
    return replace(
        ours,
        title=packet.title,
        about=packet.about or phrase(ours.about),
        handouts=packet.handouts or ours.handouts,
        kinds=packet.meetings or ours.kinds,
        cover=packet.cover or "",
        logo=packet.logo or plan.project.logo or "",
        titles=packet.titles,
    )
