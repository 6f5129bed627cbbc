"""What is not known of each education and training program, and which are not on the asset map yet.

Source: Creating Career Pathways in Colorado (2014), steps 6 and 11, known to us by its published summary;
which details an inventory needs is our reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.talent import Program

DETAILS: Final = ("cip", "credentials", "length", "cost", "prerequisites", "transfers")
"""What the inventory asks for, as fields of ``Program``."""


@dataclass(frozen=True, slots=True)
class ProgramGaps:
    """Positions of programs.

    ``details``: those with missing details, and which. ``unchecked``: not checked with the provider yet.
    ``unmapped``: without KSAs.
    """

    details: tuple[tuple[int, tuple[str, ...]], ...]
    unchecked: tuple[int, ...]
    unmapped: tuple[int, ...]


def program_gaps(index: PlanIndex) -> ProgramGaps:
    """What is missing of the programs in the inventory."""
    programs = tuple(enumerate(index.plan.programs))
    details = [(place, _missing(one)) for place, one in programs]
    return ProgramGaps(
        tuple((place, missing) for place, missing in details if missing),
        tuple(place for place, one in programs if one.refined is None),
        tuple(place for place, one in programs if not one.teaches),
    )


def _missing(program: Program) -> tuple[str, ...]:
    """The details an entry leaves open; once its provider has checked it, what is empty does not exist."""
    if program.refined is not None:
        return ()
    return tuple(
        detail
        for detail in DETAILS
        if getattr(program, detail) in (None, ()) and not (detail == "transfers" and program.transfers_to)
    )
