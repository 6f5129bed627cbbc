"""What is not known of each critical occupation: figures, KSAs, programs, and what employers say.

Source: Creating Career Pathways in Colorado (2014), steps 5 to 7, known to us by its published summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.talent.attainment import attainment

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.talent import Occupation

CODE: Final = "code"
"""In place of a field: an occupation needs an O*NET-SOC code or a SOC code, and either will do."""
FIGURES: Final = (CODE, "annual_openings", "median_wage", "growth", "difficulty", "entry_education")
"""What the step asks for, as fields of ``Occupation``."""


@dataclass(frozen=True, slots=True)
class OccupationGaps:
    """Positions of the occupations that miss something.

    ``figures``: those with missing figures, and which. ``without_ksas`` and ``without_programs``: those for
    which no gap is recorded either, and ``uncovered`` all of them together. ``without_program``: those that
    no program prepares for, whether or not that gap is recorded. ``without_account``: those about which
    employers have said nothing.
    """

    figures: tuple[tuple[int, tuple[str, ...]], ...]
    uncovered: tuple[int, ...]
    without_ksas: tuple[int, ...]
    without_programs: tuple[int, ...]
    without_program: tuple[int, ...]
    without_account: tuple[int, ...]


def occupation_gaps(index: PlanIndex) -> OccupationGaps:
    """What is missing of the critical occupations."""
    occupations = index.plan.occupations
    covers = {one.occupation: one for one in index.ask(attainment).coverage}
    placed = [(place, covers[one.id]) for place, one in enumerate(occupations)]
    unrecorded = [(place, cover) for place, cover in placed if not cover.gap_recorded]
    figures = [(place, _missing(one)) for place, one in enumerate(occupations)]
    return OccupationGaps(
        figures=tuple((place, missing) for place, missing in figures if missing),
        uncovered=tuple(place for place, cover in placed if cover.open),
        without_ksas=tuple(place for place, cover in unrecorded if not cover.ksas),
        without_programs=tuple(place for place, cover in unrecorded if not cover.programs),
        without_program=tuple(place for place, cover in placed if not cover.programs),
        without_account=tuple(place for place, one in enumerate(occupations) if not one.employers_account),
    )


def _missing(one: Occupation) -> tuple[str, ...]:
    has_code = one.soc is not None or one.onet is not None
    return tuple(
        figure for figure in FIGURES if (not has_code if figure == CODE else getattr(one, figure) is None)
    )
