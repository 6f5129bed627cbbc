"""Packets of the project's own: that the handouts in them are there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl import assets
from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import listed, suggestion

NO_SUCH_HANDOUT: Final = Rule("PW334")
EMPTY: Final = Rule("PW335")
_OURS: Final = ("kickoff", "prioritization", "talent-landscape", "implementation", "evaluation",
    "communication", "reflection", "sector-launch", "action-plan", "year-one-work-plan", "board")  # fmt: skip
"""Packets that have handouts without being told."""


@check(NO_SUCH_HANDOUT, EMPTY)
def packets(index: PlanIndex) -> Iterator[Problem]:
    """Handouts that packets name and nobody knows, and packets that name none."""
    if not index.plan.packets:
        return
    known = (*assets.handout_names(), *index.own_handouts)
    for place, packet in enumerate(index.plan.packets):
        path: Path = ("packets", place)
        if not packet.handouts and not packet.meetings and packet.id not in _OURS:
            yield EMPTY.at(path, f"The packet {quoted(packet.title)} has no handouts.")
        for number, name in enumerate(packet.handouts):
            if name not in known:
                yield _unknown((*path, "handouts", number), name, known)
        for name in packet.titles:
            if name not in known:
                yield _unknown((*path, "titles", name), name, known)


def _unknown(path: Path, name: str, known: tuple[str, ...]) -> Problem:
    hint = suggestion(name, known) or f"The handouts are {listed(known)}."
    return NO_SUCH_HANDOUT.at(path, f"There is no handout {quoted(name)}.", hint)
