"""Outcome measures: progress toward each target, trends, missing fields, and overdue readings.

A value may cover a part of the measure's period (half a year, where the baseline is for a year), or a
group of students. Neither is judged against the baseline and the target, which are for the whole.

Source: Designing a Career Pathways System, chapter 4, exhibit 2 (at least one measure under each of
its three headings) and the questions on metrics (after each phase, and after one, five, and ten
years; CCRS Center, 2016). The formulas are ours; each is documented with its figure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Final

from pathwayctl.evidence.cadence import calendar_days_late
from pathwayctl.evidence.entries import Incomplete, incomplete, is_begun
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.evaluation import Measure, Measured
from pathwayctl.model.governance import Horizon, MeasureCategory
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Cadence, Word
from pathwayctl.quick_dataclass import dataclass

_DIGITS: Final = 6
"""Decimal places that count; digits beyond them are binary rounding errors."""


_LEAST_DAYS: Final = {
    Cadence.WEEKLY: 5,
    Cadence.MONTHLY: 28,
    Cadence.QUARTERLY: 85,
    Cadence.TWICE_A_YEAR: 170,
    Cadence.YEARLY: 335,
}
"""Calendar days from which on a value counts as one for a whole period: a school year may count as a year."""


_PER_PERIOD: Final = re.compile(r"\b(a|an|per|each|every) (year|quarter|month|week)\b", re.IGNORECASE)
_SAYS_PART: Final = re.compile(r"\b(half|quarter|term|semester|months?|so far|to date)\b", re.IGNORECASE)
"""What a note says of a value for a part of a period."""


class Trend(Word):
    """The direction of the last two values of a measure."""

    UP = "up", "Rising"
    DOWN = "down", "Falling"
    FLAT = "flat", "Unchanged"


class OffTrack(Word):
    """Why a measure is off track."""

    MISSED = "target-missed", "Target missed"
    WRONG_WAY = "wrong-way", "Getting worse"
    NOT_READ = "no-value", "Value late"


@dataclass(frozen=True, slots=True)
class MeasureProgress:
    """The progress of one measure as of a day.

    ``latest`` is the latest value for a whole period and everyone, ``part`` a later one for a part of a
    period, or for one that is unknown (its ``start`` is ``None``). ``target`` is the one to compare with,
    and ``due`` its day. ``change``: the latest value minus the baseline, in the measure's unit.
    ``share``: that change divided by the distance from the baseline
    to the target, so that 1 is the target and a negative number is movement away from it. ``trend``
    compares the latest value with the one before it or, if there is only one, with the baseline;
    ``improving`` says whether that is the intended direction. ``days_late``: the calendar days since the
    next value was due by its cadence, counted from the newest value or, if there is none, from the
    project's start. A figure that cannot be computed is ``None``.
    """

    measure: str
    category: MeasureCategory
    horizons: tuple[Horizon, ...]
    latest: Measured | None
    part: Measured | None
    target: float | None
    due: date | None
    change: float | None
    share: float | None
    trend: Trend | None
    improving: bool | None
    days_late: int

    @property
    def newest(self) -> Measured | None:
        """The newest value for everyone, whatever it covers."""
        return self.part or self.latest

    @property
    def reached(self) -> bool:
        """Whether the target is reached."""
        return self.share is not None and self.share >= 1

    def off_track(self, today: date | None) -> OffTrack | None:
        """The most serious reason why it is off track, or ``None``; a target that is reached never is."""
        if self.latest and self.target is not None and self.due and today and self.due < today:
            if not self.reached:
                return OffTrack.MISSED
        elif not self.reached and (self.improving is False and self.trend is not Trend.FLAT):
            return OffTrack.WRONG_WAY
        return OffTrack.NOT_READ if self.days_late else None


@dataclass(frozen=True)
class OutcomeMeasures:
    """The measures in the order of the plan, and the standing of each as of the status date."""

    measures: tuple[Measure, ...]
    standings: tuple[MeasureProgress, ...]
    fed: frozenset[str] = frozenset()
    """The measures that a data source feeds."""

    def standing_of(self, measure: Measure) -> MeasureProgress:
        """The standing of one of the measures."""
        return next(one for one in self.standings if one.measure == measure.id)

    @cached_property
    def is_begun(self) -> bool:
        """Whether any measure has a source, a value, or an owner; those of a new project have none."""
        fields = ("source", "baseline", "target", "cadence", "owner", "targets", "readings")
        return is_begun(self.measures, *fields)

    @cached_property
    def absent_categories(self) -> tuple[MeasureCategory, ...]:
        """The headings of exhibit 2 without a measure."""
        present = {one.category for one in self.measures}
        return tuple(category for category in MeasureCategory if category not in present)

    @cached_property
    def absent_horizons(self) -> tuple[Horizon, ...]:
        """The horizons at which no measure is expected to show results."""
        present = {horizon for one in self.measures for horizon in one.horizon}
        return tuple(horizon for horizon in Horizon if horizon not in present)

    @property
    def read_monthly(self) -> bool:
        """Whether some measure is updated every month or more often."""
        return any(one.cadence in (Cadence.WEEKLY, Cadence.MONTHLY) for one in self.measures)

    def without(self, *fields: str) -> tuple[Incomplete[Measure], ...]:
        """The measures that leave out one of these fields or more.

        A list of targets counts as a target, and a data source that feeds the measure as its source.
        """
        lacks = []
        for one in incomplete(enumerate(self.measures), *fields):
            there = {"target": bool(one.entry.targets), "source": one.entry.id in self.fed}
            missing = tuple([field for field in one.missing if not there.get(field)])
            lacks += [replace(one, missing=missing)] if missing else []
        return tuple(lacks)

    @cached_property
    def overdue(self) -> tuple[tuple[int, Measure, MeasureProgress], ...]:
        """The measures whose next value is late, with their positions in the plan."""
        both = enumerate(zip(self.measures, self.standings, strict=True))
        return tuple((place, one, standing) for place, (one, standing) in both if standing.days_late)


def outcome_measures(index: PlanIndex) -> OutcomeMeasures:
    """The measures of a plan."""
    fed = frozenset(key for one in index.plan.data_sources for key in one.measures)
    return OutcomeMeasures(index.plan.measures, standings(index.plan, index.today), fed)


def values_until(measure: Measure, day: date | None) -> tuple[Measured, ...]:
    """The values of a measure up to and including a day, oldest first; all of them if the day is ``None``."""
    values = [one for one in measure.readings if day is None or one.date <= day]
    return tuple(sorted(values, key=lambda one: one.date))


def whole_values(measure: Measure, day: date | None) -> tuple[Measured, ...]:
    """The values for everyone up to a day that cover a whole period, oldest first.

    Left out are those that cover a part of it, and those that may: see ``may_be_part``.
    """
    found: list[Measured] = []
    for one in values_until(measure, day):
        before = found[-1] if found else None
        if one.group is None and not _is_part(measure, one) and not _may_be_part(measure, one, before):
            found.append(one)
    return tuple(found)


def may_be_part(measure: Measure) -> bool:
    """Whether the newest value seems to cover less than the period, and does not say what it covers.

    A value for ``credentials a year`` that is lower than the one before, and follows it after less than a
    year, is often that of half a year. So is a first value below the baseline, if it is read more often.
    """
    newest = [one for one in values_until(measure, None) if one.group is None][-1:]
    return bool(newest) and newest[0].start is None and newest[0] not in whole_values(measure, None)


def _is_part(measure: Measure, value: Measured) -> bool:
    """Whether a value covers only a part of the period that the measure's baseline and targets cover."""
    least = _LEAST_DAYS.get(measure.period)
    if value.start is None or least is None:
        return False
    return (value.date - value.start).days + 1 < least


def _may_be_part(measure: Measure, value: Measured, before: Measured | None) -> bool:
    """Whether a value without ``from`` may be a part; ``before`` is the last one for a whole period."""
    least = _LEAST_DAYS.get(measure.period)
    if value.start is not None or least is None or not _counts_a_period(measure, value):
        return False
    if before is not None:
        return value.value < before.value and (value.date - before.date).days < least
    often = _LEAST_DAYS.get(measure.cadence, least) if measure.cadence else least
    return measure.baseline is not None and value.value < measure.baseline and often < least


def _counts_a_period(measure: Measure, value: Measured) -> bool:
    """Whether the unit or the note says that the value is a count over a period; a percentage is none."""
    unit = measure.unit or ""
    if _PER_PERIOD.search(unit):
        return True
    return "percent" not in unit.lower() and "%" not in unit and bool(_SAYS_PART.search(value.note or ""))


def targets_of(measure: Measure) -> tuple[tuple[float, date | None], ...]:
    """All targets of a measure with their days, the earliest first; one without a day comes last."""
    found: list[tuple[float, date | None]] = [(one.value, one.due) for one in measure.targets]
    if measure.target is not None:
        found.append((measure.target, measure.due))
    return tuple(sorted(found, key=lambda one: (one[1] is None, one[1] or date.min)))


def aim(measure: Measure, day: date | None) -> tuple[float | None, date | None]:
    """The target to compare a value of a day with, and its day: the next one due, else the last one."""
    targets = targets_of(measure)
    ahead = (one for one in targets if day is None or one[1] is None or one[1] >= day)
    return next(ahead, targets[-1] if targets else (None, None))


def by_group(measure: Measure, day: date | None) -> tuple[Measured, ...]:
    """The latest value of each group of students or people up to a day, in the order of their names."""
    found = {one.group: one for one in values_until(measure, day) if one.group is not None}
    return tuple(found[name] for name in sorted(found))


def standings(plan: Plan, today: date | None = None) -> tuple[MeasureProgress, ...]:
    """Every measure in the order of the plan, judged by its values up to a day; by all values if ``None``."""
    return tuple(_standing(one, plan.project.start, today) for one in plan.measures)


def _standing(measure: Measure, start: date, today: date | None) -> MeasureProgress:
    all_values = [one for one in values_until(measure, today) if one.group is None]
    values = whole_values(measure, today)
    latest = values[-1] if values else None
    newest = all_values[-1] if all_values else None
    target, due = aim(measure, newest.date if newest else today)
    before = values[-2].value if len(values) > 1 else measure.baseline
    trend = None if latest is None or before is None else _trend(_less(latest.value, before))
    change = None if latest is None or measure.baseline is None else _less(latest.value, measure.baseline)
    return MeasureProgress(
        measure.id,
        measure.category,
        measure.horizon,
        latest,
        None if newest is latest else newest,
        target,
        due,
        change,
        _share(measure.baseline, target, change),
        trend,
        None if trend is None else trend.value == measure.direction.value,
        calendar_days_late(measure.cadence, newest.date if newest else start, today),
    )


def _less(one: float, other: float) -> float:
    return round(one - other, _DIGITS)


def _trend(change: float) -> Trend:
    if not change:
        return Trend.FLAT
    return Trend.UP if change > 0 else Trend.DOWN


def _share(baseline: float | None, target: float | None, change: float | None) -> float | None:
    """The share of the way to the target; ``None`` if the target equals the baseline."""
    if change is None or baseline is None or target is None:
        return None
    distance = _less(target, baseline)
    return round(change / distance, _DIGITS) if distance else None
