"""People who declined or have left, and the open work that still names them.

Source: Designing a Career Pathways System, chapter 4, on people who change (CCRS Center, 2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.partners.taking_part import taking_part
from pathwayctl.evidence.references import references_to
from pathwayctl.model.references import ASSIGNED
from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.evidence.references import Reference
    from pathwayctl.model.partners import Person

_PARTS: Final = frozenset({"is owned by", "is led by", "is held by", ASSIGNED.said})
_OVER: Final = (Status.DONE, Status.DROPPED)


@dataclass(frozen=True, slots=True)
class Departure:
    """Someone who no longer takes part, with their position in the plan, and the names of their open work."""

    place: int
    person: Person
    work: tuple[str, ...]


def departures(index: PlanIndex) -> tuple[Departure, ...]:
    """Everyone who no longer takes part and still owns, leads, holds, or does something that is open."""
    present = {place for place, _ in index.ask(taking_part)}
    gone = [(place, one) for place, one in enumerate(index.plan.people) if place not in present]
    found = (
        Departure(
            place,
            one,
            tuple(dict.fromkeys(use.name for use in references_to(index, one.id) if _is_open(use))),
        )
        for place, one in gone
    )
    return tuple(one for one in found if one.work)


def _is_open(use: Reference) -> bool:
    if use.use.said not in _PARTS or getattr(use.entry, "done", False):
        return False
    return not (isinstance(use.entry, Task) and use.entry.status in _OVER)
