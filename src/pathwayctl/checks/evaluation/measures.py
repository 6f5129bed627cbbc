"""Outcome measures: categories and horizons without one, missing fields, and overdue readings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.checks.shared_gaps import gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.evaluation.measures import outcome_measures
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance import Direction
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
    """Categories and horizons without a measure; nothing is reported while there are no measures."""
    evidence = index.ask(outcome_measures)
    if not evidence.measures:
        return
    if categories := evidence.absent_categories:
        hint = f"Add a measure with category: {listed(categories, 'or')}"
        yield NO_MEASURE.at(index.guide("ccrs"), f"No measure in the category {labels(categories)}.", hint)
    if horizons := evidence.absent_horizons:
        hint = f"Add a measure with horizon: {listed(horizons, 'or')}"
        words = listed([horizon.label.lower() for horizon in horizons], "or")
        message = f"No measure is expected to show results {words}."
        yield NO_HORIZON.at(index.guide("ccrs"), message, hint)


@check(INCOMPLETE, MIXED_UP, WRONG_WAY, NOT_READ, guides=("ccrs", "sector"))
def measures(index: PlanIndex) -> Iterator[Problem]:
    """What is wrong with each measure."""
    evidence = index.ask(outcome_measures)
    incomplete = evidence.without(*_NEEDED)
    lacks = [without(("measures", one.place), one.entry.title, one.missing) for one in incomplete]
    yield from gathered(INCOMPLETE, lacks, "measure")
    for place, measure in enumerate(evidence.measures):
        title, path = quoted(measure.title), ("measures", place)
        wrong = _wrong_reading(index, measure)
        if wrong is not None:
            number, what = wrong
            yield MIXED_UP.at((*path, "readings", number, "date"), f"A value of {title} {what}.")
        if _goes_wrong_way(measure):
            should = f"should {'rise' if measure.direction is Direction.UP else 'fall'}"
            message = f"{title} {should}, but its target is {measure.target:g} and its baseline is "
            yield WRONG_WAY.at((*path, "target"), f"{message}{measure.baseline:g}.")
    for place, measure, standing in evidence.overdue:
        since = f"since {long_day(standing.latest.date)}" if standing.latest else "yet"
        cadence = measure.cadence.label.lower() if measure.cadence else ""
        message = f"{quoted(measure.title)} has no value {since}, but its cadence is {cadence}."
        yield NOT_READ.at(("measures", place, "cadence"), message)


def _wrong_reading(index: PlanIndex, measure: Measure) -> tuple[int, str] | None:
    """The position of the first value with an impossible date, and what is wrong with it."""
    before = None
    for number, reading in enumerate(measure.readings):
        day = long_day(reading.date)
        if index.today is not None and reading.date > index.today:
            return number, f"is dated {day}, after the status date, {long_day(index.today)}"
        if before is not None and reading.date <= before:
            return number, f"is dated {day}, but follows one dated {long_day(before)}"
        before = reading.date
    return None


def _goes_wrong_way(measure: Measure) -> bool:
    if measure.baseline is None or measure.target is None:
        return False
    low, high = measure.baseline, measure.target
    return high < low if measure.direction is Direction.UP else high > low
