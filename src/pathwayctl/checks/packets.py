"""Packets of the project: whether the handouts in them exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Judged, Path, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.packets import PACKETS
from pathwayctl.wording import listed, suggestion

NO_SUCH_HANDOUT: Final = Rule("PW334")
EMPTY: Final = Rule("PW335", Judged.ENTRY)


@check(NO_SUCH_HANDOUT, EMPTY)
def packets(index: PlanIndex) -> Iterator[Problem]:
    """Packets that name unknown handouts, and packets without handouts."""
    guides = {packet.id for packet in PACKETS}
    for place, packet in enumerate(index.plan.packets):
        path: Path = ("packets", place)
        if not packet.handouts and not packet.meetings and packet.id not in guides:
            yield EMPTY.at(path, f"The packet {quoted(packet.title)} has no handouts.")
        for number, name in enumerate(packet.handouts):
            if name not in index.handouts:
                yield _unknown((*path, "handouts", number), name, index.handouts)
        for name in packet.titles:
            if name not in index.handouts:
                yield _unknown((*path, "titles", name), name, index.handouts)


def _unknown(path: Path, name: str, known: tuple[str, ...]) -> Problem:
    hint = suggestion(name, known) or f"The handouts are {listed(known)}."
    return NO_SUCH_HANDOUT.at(path, f"There is no handout {quoted(name)}.", hint)
