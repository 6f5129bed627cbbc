"""Outcome measures: headings and horizons without one, and measures that cannot show anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import Lack, gathered, without
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance_words import Direction, Horizon, MeasureCategory
from pathwayctl.wording import listed, long_day

if TYPE_CHECKING:
    from pathwayctl.model.evaluation import Measure


NO_MEASURE: Final = Rule("PW544")
NO_HORIZON: Final = Rule("PW546")
INCOMPLETE: Final = Rule("PW545")
MIXED_UP: Final = Rule("PW547")
WRONG_WAY: Final = Rule("PW548")
NOT_READ: Final = Rule("PW604")

_NEEDED: Final = ("source", "baseline", "target", "cadence", "owner")


@check(NO_MEASURE, NO_HORIZON, needs_all=True, guides=("ccrs",))
def spread(index: PlanIndex) -> Iterator[Problem]:
    """Categories and horizons without a measure; silent while there are no measures."""
    measures = index.plan.measures
    categories = {measure.category for measure in measures}
    unmeasured = [category for category in MeasureCategory if category not in categories]
    if measures and unmeasured:
        hint = f"Add a measure with category: {listed(unmeasured, 'or')}"
        yield NO_MEASURE.at(index.guide("ccrs"), f"Nothing measures {labels(unmeasured)}.", hint)
    horizons = {measure.horizon for measure in measures}
    unseen = [horizon for horizon in Horizon if horizon not in horizons]
    if measures and unseen:
        hint = f"Add a measure with horizon: {listed(unseen, 'or')}"
        yield NO_HORIZON.at(index.guide("ccrs"), f"No measure shows something {labels(unseen)}.", hint)


@check(INCOMPLETE, MIXED_UP, WRONG_WAY, NOT_READ, guides=("ccrs", "sector"))
def measures(index: PlanIndex) -> Iterator[Problem]:
    """What is wrong with each measure."""
    yield from gathered(INCOMPLETE, _lacks(index), "measure")
    for place, measure in enumerate(index.plan.measures):
        title, path = quoted(measure.title), ("measures", place)
        wrong = _wrong_reading(index, measure)
        if wrong is not None:
            number, what = wrong
            yield MIXED_UP.at((*path, "readings", number, "date"), f"A value of {title} {what}.")
        if _goes_wrong_way(measure):
            should = f"should {'rise' if measure.direction is Direction.UP else 'fall'}"
            way = f"from {measure.baseline:g} to {measure.target:g}"
            yield WRONG_WAY.at((*path, "target"), f"{title} {should}, but is meant to go {way}.")
    if index.today is not None and index.plan.measures:
        yield from _late(index)


def _lacks(index: PlanIndex) -> Iterator[Lack]:
    for place, measure in enumerate(index.plan.measures):
        missing = [field for field in _NEEDED if getattr(measure, field) is None]
        if missing:
            yield without(("measures", place), measure.title, missing)


def _wrong_reading(index: PlanIndex, measure: Measure) -> tuple[int, str] | None:
    """The first value on a day that cannot be right, and what is wrong with it."""
    before = None
    for number, reading in enumerate(measure.readings):
        day = long_day(reading.date)
        if index.today is not None and reading.date > index.today:
            return number, f"is of {day}, after the status date, {long_day(index.today)}"
        if before is not None and reading.date <= before:
            return number, f"is of {day}, but stands after one of {long_day(before)}"
        before = reading.date
    return None


def _goes_wrong_way(measure: Measure) -> bool:
    if measure.baseline is None or measure.target is None:
        return False
    low, high = measure.baseline, measure.target
    return high < low if measure.direction is Direction.UP else high > low


def _late(index: PlanIndex) -> Iterator[Problem]:
    from pathwayctl.evidence.evaluation.measures import standings

    for place, standing in enumerate(standings(index.plan, index.today)):
        if standing.days_late:
            measure = index.plan.measures[place]
            since = f"since {long_day(standing.latest.date)}" if standing.latest else "yet"
            cadence = measure.cadence.label.lower() if measure.cadence else ""
            message = f"{quoted(measure.title)} has no value {since}, but should be read {cadence}."
            yield NOT_READ.at(("measures", place, "cadence"), message)
