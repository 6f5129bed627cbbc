"""Packets of the project's own: that the handouts in them are there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl import assets
from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import OURS
from pathwayctl.diagnostics import Path, Problem, Rule, Severity
from pathwayctl.wording import listed, suggestion

NO_SUCH_HANDOUT: Final = Rule(
    "PW334",
    Severity.WARNING,
    "A packet with a handout that is not there",
    "The packet is made without it, and nobody misses it until the meeting.",
    "Write the id of a handout, or the name of a template in the folder templates/handouts.",
    OURS,
    bad="""\
packets:
  - {id: board-members, title: For the board, handouts: [4z]}
""",
    good="""\
packets:
  - {id: board-members, title: For the board, handouts: [4b, 4c]}
""",
)
EMPTY: Final = Rule(
    "PW335",
    Severity.WARNING,
    "A packet without handouts",
    "Nothing is printed for it but its first page.",
    "Add handouts: with the ids of those that belong to it, such as [4b, 4c].",
    OURS,
    bad="""\
packets:
  - {id: board-members, title: For the board}
""",
    good="""\
packets:
  - {id: board-members, title: For the board, handouts: [4b, 4c]}
""",
)
RULES: Final = (NO_SUCH_HANDOUT, EMPTY)
_OURS: Final = ("kickoff", "prioritization", "talent-landscape", "implementation", "evaluation",
    "communication", "reflection", "sector-launch", "action-plan", "year-one-work-plan", "board")  # fmt: skip
"""Packets that have handouts without being told."""


def packets(facts: Facts) -> Iterator[Problem]:
    """Handouts that packets name and nobody knows, and packets that name none."""
    if not facts.plan.packets:
        return
    known = (*assets.handout_names(), *facts.own_handouts)
    for place, packet in enumerate(facts.plan.packets):
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
