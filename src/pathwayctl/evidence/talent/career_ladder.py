"""The career ladder: jobs by level, and the moves from one to the next (17 steps, step 9).

Source: Creating Career Pathways in Colorado (2014), step 9 and its use for occupational career ladders,
known to us by its published summary.
"""

from __future__ import annotations

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.wages import yearly_wage
from pathwayctl.model.talent import Occupation
from pathwayctl.model.talent_demand import JobLevel, Move
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class CareerStep:
    """A move between two occupations, and the difference in pay a year if both wages are known.

    ``place`` and ``number`` are the positions of the occupation that it starts from and of the move there.
    """

    start: Occupation
    end: Occupation
    move: Move
    pay: float | None
    place: int
    number: int

    @property
    def is_down(self) -> bool:
        """Whether it leads to a job of a lower level."""
        order, (low, high) = tuple(JobLevel), (self.start.level, self.end.level)
        return low is not None and high is not None and order.index(high) < order.index(low)


@dataclass(frozen=True, slots=True)
class CareerLadder:
    """The jobs of each level, the lowest level first and jobs without a level last, and the moves."""

    rungs: tuple[tuple[JobLevel | None, tuple[Occupation, ...]], ...]
    steps: tuple[CareerStep, ...]


def career_ladder(index: PlanIndex) -> CareerLadder:
    """The career ladder of the plan; moves to unknown occupations are skipped."""
    occupations = index.plan.occupations
    by_id = {one.id: one for one in reversed(occupations)}
    rungs = tuple(
        (level, own)
        for level in (*JobLevel, None)
        if (own := tuple(one for one in occupations if one.level is level))
    )
    steps = tuple(
        CareerStep(one, by_id[move.occupation], move, _more(one, by_id[move.occupation]), place, number)
        for place, one in enumerate(occupations)
        for number, move in enumerate(one.leads_to)
        if move.occupation in by_id
    )
    return CareerLadder(rungs, steps)


def without_level(index: PlanIndex) -> tuple[int, ...]:
    """Positions of occupations without a level, once some occupation has one."""
    occupations = index.plan.occupations
    if all(one.level is None for one in occupations):
        return ()
    return tuple(place for place, one in enumerate(occupations) if one.level is None)


def _more(start: Occupation, end: Occupation) -> float | None:
    before, after = yearly_wage(start), yearly_wage(end)
    return None if before is None or after is None else after - before
