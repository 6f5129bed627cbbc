"""Handout 3A: the shortage of qualified people in each critical occupation, annual and over ten years.

Source: Designing a Career Pathways System, chapter 3, handout 3A (CCRS Center, 2017 edition), known
to us by its columns: occupation, annual openings, qualified applicants, annual gap, ten-year gap.
The annual gap is the openings minus the qualified applicants, the ten-year gap ten times as much.
Handout 2B, of which we know only the name, ranks industries by the same comparison.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.goals import ranks
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.wages import yearly_openings
from pathwayctl.model.plan import Plan
from pathwayctl.quick_dataclass import dataclass

YEARS: Final = 10


@dataclass(frozen=True, slots=True)
class LaborGap:
    """One occupation, in people a year and in ten years; a gap below 0 means more people than openings.

    ``rank`` counts from the largest gap; equal gaps share it.
    """

    occupation: str
    openings: int
    applicants: int
    rank: int

    @property
    def annual(self) -> int:
        """The shortage of people each year."""
        return self.openings - self.applicants

    @property
    def ten_years(self) -> int:
        """The shortage of people in ten years, if the annual gap stays the same."""
        return YEARS * self.annual


@dataclass(frozen=True, slots=True)
class GapAnalysis:
    """The gaps, largest first, and the ids of occupations for which a figure is missing."""

    gaps: tuple[LaborGap, ...]
    unknown: tuple[str, ...]


def labor_gaps(index: PlanIndex) -> GapAnalysis:
    """The gap analysis of the plan, for ``index.ask``."""
    return gap_analysis(index.plan)


def gap_analysis(plan: Plan) -> GapAnalysis:
    """The critical occupations in order of priority; equal gaps stay in the order of the plan."""
    known: list[tuple[str, int, int]] = []
    unknown: list[str] = []
    for one in plan.occupations:
        openings = yearly_openings(one)
        if openings is None or one.qualified_applicants is None:
            unknown.append(one.id)
        else:
            known.append((one.id, openings, one.qualified_applicants))
    order = ranks([openings - applicants for _, openings, applicants in known])
    gaps = [LaborGap(*figures, rank) for figures, rank in zip(known, order, strict=True)]
    return GapAnalysis(tuple(sorted(gaps, key=lambda gap: gap.rank)), tuple(unknown))


@dataclass(frozen=True, slots=True)
class IndustryGap:
    """The occupations of one framework whose figures are known, added up; ``unknown`` counts the others."""

    framework: str
    occupations: int
    openings: int
    applicants: int
    unknown: int


def industry_gaps(plan: Plan) -> tuple[IndustryGap, ...]:
    """The industries that have critical occupations, the largest gap first, those without figures last.

    An occupation of several industries counts in each of them, so their sums may not be added up.
    """
    found = gap_analysis(plan)
    known = {gap.occupation: gap for gap in found.gaps}
    industries: list[IndustryGap] = []
    for framework in plan.frameworks:
        own = [one.id for one in plan.occupations if framework.id in one.frameworks]
        gaps = [known[key] for key in own if key in known]
        openings, applicants = sum(one.openings for one in gaps), sum(one.applicants for one in gaps)
        if own:
            industries.append(
                IndustryGap(framework.id, len(gaps), openings, applicants, len(own) - len(gaps))
            )
    return tuple(sorted(industries, key=lambda one: (not one.occupations, one.applicants - one.openings)))
