"""Durations of a file in whole working days, which is what plans here count in. They are rounded up."""

from __future__ import annotations

from pathwayctl.exchange.cell_text import number_text
from pathwayctl.exchange.msproject.terms import DAY_MINUTES, LengthUnit, WorkingTime
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Length:
    """A length in our notation, such as ``3d`` or ``2w``; ``exact`` is its text before it was rounded up."""

    days: int
    text: str
    exact: str

    @property
    def is_rounded(self) -> bool:
        """Whether it was rounded."""
        return bool(self.exact)


def in_days(minutes: int, unit: LengthUnit, time: WorkingTime) -> Length:
    """A length in working days, or if it is elapsed in calendar days (``3ed``); leads are less than 0."""
    elapsed = "e" if unit.elapsed else ""
    each = DAY_MINUTES if elapsed else time.day
    days = -(-minutes // each)
    week = 7 if elapsed else max(time.week // time.day, 1)
    in_weeks = unit in (LengthUnit.WEEKS, LengthUnit.ELAPSED_WEEKS) and days and days % week == 0
    text = f"{days // week}{elapsed}w" if in_weeks else f"{days}{elapsed}d"
    return Length(days, text, "" if days * each == minutes else number_text(round(minutes / each, 2)))
