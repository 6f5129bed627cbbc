"""The packets and handouts that there are, each with what it is for, in words or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.reporters.lines import Line, line, listing

if TYPE_CHECKING:
    from pathwayctl.evidence.packets import MeetingPacket
    from pathwayctl.handouts.handout import Handout

FORMATS: Final = ("text", "json")


def write(packets: Sequence[MeetingPacket], handouts: Sequence[Handout], form: str, width: int) -> list[Line]:
    """A row for each packet and each handout: its name to type, and what it is for."""
    if form == "json":
        return [line(_as_json(packets, handouts))]
    longest = max(len(name) for name in (*(one.id for one in packets), *(one.id for one in handouts)))
    meant = [((one.id, "bold"), f"{one.about or one.title} {_contents(one)}".strip()) for one in packets]
    single = [((one.id, "bold"), f"{_named(one)}: {one.about}".removesuffix(": ")) for one in handouts]
    return [
        line(("Packets: the handouts for one meeting", "bold")),
        *listing(meant, width, least=longest),
        line(),
        line(("Handouts", "bold")),
        *listing(single, width, least=longest),
        line(),
        line(f"To make one of them: pathwayctl render --packet {packets[0].id}"),
        line(f"                     pathwayctl render --handout {handouts[0].id}"),
    ]


def _contents(packet: MeetingPacket) -> str:
    return f"({', '.join(packet.handouts)})" if packet.handouts else ""


def _named(handout: Handout) -> str:
    return f"{handout.number} {handout.title}".strip()


def _as_json(packets: Sequence[MeetingPacket], handouts: Sequence[Handout]) -> str:
    found = {
        "version": 1,
        "packets": [
            {
                "id": one.id,
                "title": one.title,
                "about": one.about,
                "handouts": one.handouts,
                "meetings": [kind.value for kind in one.kinds],
            }
            for one in packets
        ],
        "handouts": [
            {
                "id": one.id,
                "number": one.number,
                "title": one.title,
                "about": one.about,
                "audience": one.audience.value,
                "source": one.source,
                "packets": [packet.id for packet in packets if one.id in packet.handouts],
            }
            for one in handouts
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)
