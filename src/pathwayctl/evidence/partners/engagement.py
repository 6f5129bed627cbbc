"""Exhibit 3: the current and desired engagement of people, and the difference.

Source: Designing a Career Pathways System, chapter 4, exhibit 3 (CCRS Center, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import EngagementLevel

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan

_RANK: Final = {level: rank for rank, level in enumerate(EngagementLevel)}


@dataclass(frozen=True, slots=True)
class Move:
    """One person: current level, desired level, and the levels between them, below 0 for less.

    ``position`` is the person's in the plan.
    """

    person: str
    current: EngagementLevel
    desired: EngagementLevel
    levels: int
    position: int


@dataclass(frozen=True, slots=True)
class Engagements:
    """Everyone whose levels are known, in the order of the plan.

    ``unknown`` are the ids of the others, ``unknown_positions`` their positions in the plan. ``now``
    and ``wanted`` count people at each level, in the order of the levels.
    """

    moves: tuple[Move, ...]
    unknown: tuple[str, ...]
    unknown_positions: tuple[int, ...]
    now: dict[EngagementLevel, int]
    wanted: dict[EngagementLevel, int]

    @property
    def to_raise(self) -> tuple[Move, ...]:
        """Those who should be more engaged, the largest gap first."""
        raised = [move for move in self.moves if move.levels > 0]
        return tuple(sorted(raised, key=lambda move: -move.levels))

    @property
    def to_lower(self) -> tuple[Move, ...]:
        """Those whose desired level is below the current one, in the order of the plan."""
        return tuple(move for move in self.moves if move.levels < 0)

    @property
    def levels_to_go(self) -> int:
        """The levels that all of them together still have to rise."""
        return sum(move.levels for move in self.to_raise)


def engagements(plan: Plan) -> Engagements:
    """Return the engagement of all people."""
    moves = tuple(
        Move(one.id, level.current, level.desired, _RANK[level.desired] - _RANK[level.current], position)
        for position, one in enumerate(plan.people)
        if (level := one.engagement)
    )
    unknown = {position: one.id for position, one in enumerate(plan.people) if one.engagement is None}
    return Engagements(
        moves,
        tuple(unknown.values()),
        tuple(unknown),
        {level: sum(move.current is level for move in moves) for level in EngagementLevel},
        {level: sum(move.desired is level for move in moves) for level in EngagementLevel},
    )
