"""Wages and openings of an occupation as one figure a year, and who is high-wage or in demand.

An hourly wage is 1/2,080 of a yearly one: the U.S. Bureau of Labor Statistics counts 2,080 hours in a
full-time year (Occupational Employment and Wage Statistics, technical notes). What counts as high-wage and
in demand is the project's own choice.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.talent import Occupation
from pathwayctl.model.talent_demand import WagePeriod
from pathwayctl.quick_dataclass import dataclass

HOURS_A_YEAR: Final = 2080
LEAST_A_YEAR: Final = 1000
"""A wage below this is no wage for a year, so it is taken as one for an hour."""


@dataclass(frozen=True, slots=True)
class Flags:
    """The ids of occupations that reach the project's thresholds; none where it sets no threshold."""

    high_wage: frozenset[str]
    in_demand: frozenset[str]


def seems_hourly(one: Occupation) -> bool:
    """Whether the field for the wage of a year holds what can only be the wage of an hour."""
    return one.median_wage is not None and 0 < one.median_wage < LEAST_A_YEAR


def median_wage(one: Occupation) -> tuple[float, WagePeriod] | None:
    """The median wage as it is given, and the time that it is paid for."""
    if one.median_wage is not None:
        return one.median_wage, WagePeriod.HOUR if seems_hourly(one) else WagePeriod.YEAR
    if one.wage is not None and one.wage.median is not None:
        return one.wage.median, one.wage.per
    return None


def yearly_wage(one: Occupation) -> float | None:
    """The median wage of a full-time year, or ``None`` if no median is known."""
    if (found := median_wage(one)) is None:
        return None
    amount, period = found
    return amount * HOURS_A_YEAR if period is WagePeriod.HOUR else amount


def has_wage(one: Occupation) -> bool:
    """Whether a median or a range of wages is known."""
    wage = one.wage
    known = wage is not None and any(part is not None for part in (wage.low, wage.median, wage.high))
    return one.median_wage is not None or known


def yearly_openings(one: Occupation) -> int | None:
    """Openings a year: as employers corrected them, else as published, else the middle of their range."""
    if one.employers_openings is not None:
        return one.employers_openings
    if one.annual_openings is not None:
        return one.annual_openings
    found = one.openings_range
    return None if found is None else (found.low + found.high) // 2


def employers_demand(one: Occupation) -> tuple[int | None, int | None]:
    """How many employers hire for an occupation, and how many people they plan to hire."""
    hires = [it.hires for it in one.demand if it.hires is not None]
    employers = len(one.demand) if one.employers_hiring is None and one.demand else one.employers_hiring
    return employers, sum(hires) if one.hires_planned is None and hires else one.hires_planned


def flags(index: PlanIndex) -> Flags:
    """The occupations that are high-wage, and those that are in demand, by the project's thresholds."""
    header, occupations = index.plan.project, index.plan.occupations
    paid = {one.id: yearly_wage(one) for one in occupations}
    wanted = {one.id: yearly_openings(one) for one in occupations}
    return Flags(
        frozenset(
            key for key, wage in paid.items() if header.high_wage and wage and wage >= header.high_wage
        ),
        frozenset(
            key
            for key, number in wanted.items()
            if header.in_demand and number and number >= header.in_demand
        ),
    )
