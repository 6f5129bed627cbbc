"""Who takes part in the evaluation: which of the eight groups has a member, and what is said of each member.

Source: Designing a Career Pathways System, chapter 4, handout 4D (CCRS Center, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pathwayctl.model.governance_words import EvaluationGroup

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.evaluation import Seat


@dataclass(frozen=True)
class EvaluationSeats:
    """The seats of the evaluation group, with their positions in the plan; one without a person is empty."""

    seats: tuple[tuple[int, Seat], ...]

    @cached_property
    def filled(self) -> tuple[tuple[int, Seat], ...]:
        """The seats that have a member."""
        return tuple(one for one in self.seats if one[1].person is not None)

    @cached_property
    def empty_groups(self) -> tuple[EvaluationGroup, ...]:
        """The groups of the guide without a member, in its order."""
        taken = {seat.group for _, seat in self.filled}
        return tuple(group for group in EvaluationGroup if group not in taken)

    @property
    def first_empty(self) -> int | None:
        """The position of the first seat that is kept for a group without a member."""
        return next((place for place, seat in self.seats if seat.group in self.empty_groups), None)

    def lacking(self, field: str) -> tuple[tuple[int, Seat], ...]:
        """The members of whom something is not said: their ``data`` or their ``role``."""
        return tuple(one for one in self.filled if getattr(one[1], field) is None)

    @property
    def only_member(self) -> str | None:
        """The id of the one person who has every seat that is taken, if these are several."""
        members = {seat.person for _, seat in self.filled}
        return next(iter(members)) if len(members) == 1 and len(self.filled) > 1 else None


def evaluation_seats(index: PlanIndex) -> EvaluationSeats:
    """Who takes part in the evaluation, by the entries under ``evaluation:``."""
    return EvaluationSeats(tuple(enumerate(index.plan.evaluation)))
