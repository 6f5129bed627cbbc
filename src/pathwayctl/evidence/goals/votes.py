"""Table 5: how many votes small groups gave each element, and which come first.

Source: Designing a Career Pathways System, chapter 1, table 5 and the note above it (CCRS Center,
2016). The guide compares the votes with what people said in the first discussion, so each element has
the people who mentioned it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathwayctl.evidence.ranking import ranks

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Tallied:
    """An element: its id, its votes, and its rank among all elements.

    Elements with the same number of votes share a rank and are ``tied``. ``voiced_by`` are the ids of
    the people who mentioned it in the first discussion, as the element or a belief says.
    """

    priority: str
    votes: int
    rank: int
    tied: bool
    voiced_by: tuple[str, ...]

    @property
    def voiced_only(self) -> bool:
        """Whether someone mentioned it and no group chose it."""
        return bool(self.voiced_by) and not self.votes


def tally(plan: Plan) -> tuple[Tallied, ...]:
    """Return the elements, most votes first; ties stay in the order of the plan."""
    votes = [len(one.votes) for one in plan.priorities]
    shared = Counter(votes)
    voices = _voices(plan)
    rows = [
        Tallied(
            one.id,
            number,
            rank,
            shared[number] > 1,
            tuple(dict.fromkeys((*one.voiced_by, *voices.get(one.id, ())))),
        )
        for one, number, rank in zip(plan.priorities, votes, ranks(votes), strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: row.rank))


def _voices(plan: Plan) -> dict[str, list[str]]:
    """Return who mentioned each element, by the beliefs that name a person."""
    found: dict[str, list[str]] = {}
    for belief in plan.beliefs:
        if belief.who is not None:
            for priority in belief.priorities:
                found.setdefault(priority, []).append(belief.who)
    return found
