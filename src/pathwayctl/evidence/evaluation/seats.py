"""Members of the evaluation: which of the eight groups has one, and what is recorded about each.

Source: Designing a Career Pathways System, chapter 4, handout 4D (CCRS Center, 2016).
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from pathwayctl.evidence.entries import Incomplete, incomplete
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.evaluation import Seat
from pathwayctl.model.governance import EvaluationGroup
from pathwayctl.quick_dataclass import dataclass

ASKED_FOR: Final = tuple(group for group in EvaluationGroup if group is not EvaluationGroup.RESEARCHERS)
"""The eight groups of handout 4D; researchers may take part too."""


@dataclass(frozen=True)
class EvaluationSeats:
    """The seats of the evaluation, with their positions in the plan; a seat without a member is empty."""

    seats: tuple[tuple[int, Seat], ...]

    @cached_property
    def filled(self) -> tuple[tuple[int, Seat], ...]:
        """The seats that have a member."""
        return tuple(one for one in self.seats if one[1].person is not None)

    @cached_property
    def empty_groups(self) -> tuple[EvaluationGroup, ...]:
        """The groups of the guide without a member, in its order."""
        taken = {seat.group for _, seat in self.filled}
        return tuple(group for group in ASKED_FOR if group not in taken)

    @property
    def first_empty(self) -> int | None:
        """The position of the first seat reserved for a group without a member."""
        return next((place for place, seat in self.seats if seat.group in self.empty_groups), None)

    def without(self, *fields: str) -> tuple[Incomplete[Seat], ...]:
        """The members whose ``data``, ``role``, or both are not recorded."""
        return incomplete(self.filled, *fields)

    @property
    def only_member(self) -> str | None:
        """The id of the member who fills every filled seat, if there is more than one such seat."""
        members = {seat.person for _, seat in self.filled}
        return next(iter(members)) if len(members) == 1 and len(self.filled) > 1 else None


def evaluation_seats(index: PlanIndex) -> EvaluationSeats:
    """The seats listed under ``evaluation:``."""
    return EvaluationSeats(tuple(enumerate(index.plan.evaluation)))
