"""Supply against demand: the people who complete programs for an occupation, and its openings (step 6).

Source: Creating Career Pathways in Colorado (2014), step 6, known to us by its published summary. A program
for several occupations counts in full for each of them, so the figures may not be added up.
"""

from __future__ import annotations

from collections.abc import Iterable

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.attainment import attainment
from pathwayctl.evidence.talent.wages import yearly_openings
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Supply:
    """One occupation, by its id, in people a year; ``None`` where a figure is not known.

    ``uncounted`` is how many of its programs do not say how many people complete them.
    """

    occupation: str
    programs: tuple[str, ...]
    places: int | None
    enrolled: int | None
    completers: int | None
    uncounted: int
    openings: int | None

    @property
    def gap(self) -> int | None:
        """Openings minus completers; below 0 if more people complete programs than there are openings."""
        known = self.openings is not None and self.completers is not None
        return (self.openings or 0) - (self.completers or 0) if known else None


def supply(index: PlanIndex) -> tuple[Supply, ...]:
    """Every critical occupation with the programs that prepare for it, in the order of the plan."""
    programs = {one.id: one for one in index.plan.programs}
    openings = {one.id: yearly_openings(one) for one in index.plan.occupations}
    found = []
    for cover in index.ask(attainment).coverage:
        own = [programs[key] for key in cover.programs]
        found.append(
            Supply(
                cover.occupation,
                cover.programs,
                _sum(one.capacity for one in own),
                _sum(one.enrolled for one in own),
                _sum(one.completers for one in own),
                sum(one.completers is None for one in own),
                openings[cover.occupation],
            )
        )
    return tuple(found)


def uncounted(index: PlanIndex) -> tuple[int, ...]:
    """Positions of programs without completers, once some program has them."""
    programs = index.plan.programs
    if all(one.completers is None for one in programs):
        return ()
    return tuple(place for place, one in enumerate(programs) if one.completers is None)


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
