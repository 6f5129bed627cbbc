"""Outcome measures: where each stands, how far it has come, which way it moves, and which are overdue.

Source: Designing a Career Pathways System, chapter 4, exhibit 2 (at least one measure under each of
its three headings) and the questions on metrics (after each phase, and after one, five and ten
years; CCRS Center, 2016). The arithmetic is ours and stands with each figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.cadence import days_late
from pathwayctl.model.governance_words import Direction, Horizon, MeasureCategory
from pathwayctl.model.vocabulary import Word

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.model.evaluation import Measure, Measured
    from pathwayctl.model.plan import Plan

_DIGITS: Final = 6
"""Digits after the point that count; what lies beyond them comes from reckoning in binary."""


class Trend(Word):
    """Which way the last two values of a measure go."""

    UP = "up", "Rising"
    DOWN = "down", "Falling"
    FLAT = "flat", "Unchanged"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one measure stands on a day.

    ``change``: the latest value less the baseline, in the measure's unit. ``share``: that change as
    a part of the way from the baseline to the target, so that 1 is the target and below 0 is away
    from it. ``trend`` compares the latest value with the one before it or, if there is only one,
    with the baseline; ``improving`` says whether that is the direction meant. ``days_late``: how many
    calendar days ago the next value was due by its cadence, counted from the latest value or, if
    there is none, from the project's first day. Whatever cannot be reckoned is nothing.
    """

    measure: str
    category: MeasureCategory
    horizon: Horizon
    latest: Measured | None
    change: float | None
    share: float | None
    trend: Trend | None
    improving: bool | None
    days_late: int

    @property
    def reached(self) -> bool:
        """Whether the target is reached."""
        return self.share is not None and self.share >= 1


def standings(plan: Plan, today: date | None = None) -> tuple[Standing, ...]:
    """Every measure in the order of the plan, with the values up to a day; all values if none is given."""
    return tuple(_standing(one, plan.project.start, today) for one in plan.measures)


def uncovered(plan: Plan) -> tuple[MeasureCategory, ...]:
    """The headings of exhibit 2 without a measure."""
    there = {one.category for one in plan.measures}
    return tuple(category for category in MeasureCategory if category not in there)


def _standing(measure: Measure, start: date, today: date | None) -> Standing:
    values = [one for one in measure.readings if today is None or one.date <= today]
    values.sort(key=lambda one: one.date)
    latest = values[-1] if values else None
    before = values[-2].value if len(values) > 1 else measure.baseline
    trend = None if latest is None or before is None else _trend(_less(latest.value, before))
    change = None if latest is None or measure.baseline is None else _less(latest.value, measure.baseline)
    return Standing(
        measure.id,
        measure.category,
        measure.horizon,
        latest,
        change,
        _share(measure, change),
        trend,
        _improving(trend, measure.direction),
        days_late(measure.cadence, latest.date if latest else start, today),
    )


def _less(one: float, other: float) -> float:
    return round(one - other, _DIGITS)


def _trend(change: float) -> Trend:
    if not change:
        return Trend.FLAT
    return Trend.UP if change > 0 else Trend.DOWN


def _improving(trend: Trend | None, direction: Direction) -> bool | None:
    return None if trend is None else trend.value == direction.value


def _share(measure: Measure, change: float | None) -> float | None:
    """The part of the way to the target; nothing if the target is where the measure began."""
    if change is None or measure.baseline is None or measure.target is None:
        return None
    way = _less(measure.target, measure.baseline)
    return round(change / way, _DIGITS) if way else None
