"""Exhibit 3: the current and desired engagement of people, and the difference.

Source: Designing a Career Pathways System, chapter 4, exhibit 3 (CCRS Center, 2016).
"""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Path
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.taking_part import taking_part
from pathwayctl.model.partners import Engagement, Organization, Person
from pathwayctl.model.vocabulary import EngagementLevel
from pathwayctl.quick_dataclass import dataclass

_RANK: Final = {level: rank for rank, level in enumerate(EngagementLevel)}


@dataclass(frozen=True, slots=True)
class EngagementMove:
    """One person or organization: current and desired level, and the levels between, below 0 for less.

    ``path`` is that of the entry in the plan.
    """

    person: str
    current: EngagementLevel
    desired: EngagementLevel
    levels: int
    path: Path


@dataclass(frozen=True, slots=True)
class Engagements:
    """Everyone whose levels are known, in the order of the plan: people who take part, then organizations.

    ``unknown`` are the ids of the other people, ``unknown_positions`` their positions in the plan. ``now``
    and ``wanted`` count people at each level, in the order of the levels.
    """

    moves: tuple[EngagementMove, ...]
    unknown: tuple[str, ...]
    unknown_positions: tuple[int, ...]
    now: dict[EngagementLevel, int]
    wanted: dict[EngagementLevel, int]

    @property
    def to_raise(self) -> tuple[EngagementMove, ...]:
        """Those who should be more engaged, the largest gap first."""
        raised = [move for move in self.moves if move.levels > 0]
        return tuple(sorted(raised, key=lambda move: -move.levels))

    @property
    def to_lower(self) -> tuple[EngagementMove, ...]:
        """Those whose desired level is below the current one, in the order of the plan."""
        return tuple(move for move in self.moves if move.levels < 0)

    @property
    def unwanted(self) -> tuple[EngagementMove, ...]:
        """Those who should become less than supportive, which no project wants; others may step back.

        An organization that leads may also hand over and become neutral.
        """
        return tuple(move for move in self.to_lower if _RANK[move.desired] < _lowest(move))

    @property
    def levels_to_go(self) -> int:
        """The levels that all of them together still have to rise."""
        return sum(move.levels for move in self.to_raise)


def engagements(index: PlanIndex) -> Engagements:
    """Return the engagement of people who take part, and of organizations."""
    people = index.ask(taking_part)
    moves = (
        *(_move(one, level, ("people", place)) for place, one in people if (level := one.engagement)),
        *(
            _move(one, level, ("organizations", place))
            for place, one in enumerate(index.plan.organizations)
            if (level := one.engagement)
        ),
    )
    unknown = {position: one.id for position, one in people if one.engagement is None}
    return Engagements(
        moves,
        tuple(unknown.values()),
        tuple(unknown),
        {level: sum(move.current is level for move in moves) for level in EngagementLevel},
        {level: sum(move.desired is level for move in moves) for level in EngagementLevel},
    )


def _lowest(move: EngagementMove) -> int:
    hands_over = move.path[0] == "organizations" and move.current is EngagementLevel.LEADING
    return _RANK[EngagementLevel.NEUTRAL if hands_over else EngagementLevel.SUPPORTIVE]


def _move(one: Person | Organization, level: Engagement, path: Path) -> EngagementMove:
    levels = _RANK[level.desired] - _RANK[level.current]
    return EngagementMove(one.id, level.current, level.desired, levels, path)
