"""Exhibit 3: how engaged people are, how engaged they should be, and how far apart that is.

Source: Designing a Career Pathways System, chapter 4, exhibit 3 (CCRS Center, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import EngagementLevel

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan

_PLACE: Final = {level: place for place, level in enumerate(EngagementLevel)}


@dataclass(frozen=True, slots=True)
class Move:
    """One person: the levels now and as they should be, and the levels between, below 0 for less."""

    person: str
    current: EngagementLevel
    desired: EngagementLevel
    levels: int


@dataclass(frozen=True, slots=True)
class Engagements:
    """Everyone whose levels are known, in the order of the plan, and the ids of the others.

    ``now`` and ``wanted`` count people on each level, in the order of the levels.
    """

    moves: tuple[Move, ...]
    unknown: tuple[str, ...]
    now: dict[EngagementLevel, int]
    wanted: dict[EngagementLevel, int]

    @property
    def to_raise(self) -> tuple[Move, ...]:
        """Those who should be more engaged, the furthest from it first."""
        raised = [move for move in self.moves if move.levels > 0]
        return tuple(sorted(raised, key=lambda move: -move.levels))

    @property
    def levels_to_go(self) -> int:
        """The levels that all of them together have still to rise."""
        return sum(move.levels for move in self.to_raise)


def engagements(plan: Plan) -> Engagements:
    """The engagement of all people."""
    moves = tuple(
        Move(one.id, level.current, level.desired, _PLACE[level.desired] - _PLACE[level.current])
        for one in plan.people
        if (level := one.engagement)
    )
    return Engagements(
        moves,
        tuple(one.id for one in plan.people if one.engagement is None),
        {level: sum(move.current is level for move in moves) for level in EngagementLevel},
        {level: sum(move.desired is level for move in moves) for level in EngagementLevel},
    )
