"""Outcome measures: headings and horizons without one, and measures that cannot show anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.grouping import Lack, gathered, without
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.checks.sources import CHAPTER_4, STEPS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.governance_words import Direction, Horizon, MeasureCategory
from pathwayctl.wording import listed, long_day

if TYPE_CHECKING:
    from pathwayctl.model.evaluation import Measure

_GUIDES: Final = ("ccrs", "sector")
_SOURCE: Final = f"{CHAPTER_4}, exhibit 2; {STEPS}, step 17"

NO_MEASURE: Final = Rule(
    "PW544",
    Severity.WARNING,
    "A kind of outcome that nothing measures",
    "The guide looks at three kinds: what students reach, what the workforce gains, and what lasts.",
    "Add a measure with that category.",
    f"{CHAPTER_4}, exhibit 2",
    ("ccrs",),
    bad="""\
measures:
  - {id: completion, title: Courses completed, category: secondary-postsecondary}
""",
    good="""\
measures:
  - {id: completion, title: Courses completed, category: secondary-postsecondary}
  - {id: hired, title: Graduates hired as machinists, category: workforce}
  - {id: idle, title: Young people without work, category: long-term, direction: down}
""",
)
NO_HORIZON: Final = Rule(
    "PW546",
    Severity.NOTE,
    "A time after which nothing is measured",
    "Some results show after a phase, others after one, five or ten years; each time needs a measure.",
    "Add a measure with that horizon, or set horizon: of one that fits.",
    f"{CHAPTER_4}, questions for the facilitator on metrics",
    ("ccrs",),
    bad="""\
measures:
  - {id: completion, title: Courses completed, category: secondary-postsecondary, horizon: one-year}
""",
    good="""\
measures:
  - {id: enrolled, title: Students enrolled, category: secondary-postsecondary, horizon: each-phase}
  - {id: completion, title: Courses completed, category: secondary-postsecondary, horizon: one-year}
  - {id: hired, title: Graduates hired, category: workforce, horizon: five-years}
  - {id: idle, title: Young people without work, category: long-term, horizon: ten-years}
""",
)
INCOMPLETE: Final = Rule(
    "PW545",
    Severity.WARNING,
    "A measure that lacks what it takes to be read",
    "A value says something only beside where it began and where it should go, if somebody collects it.",
    "Add source:, baseline:, target:, cadence: and owner: to the measure.",
    f"{_SOURCE} (which fields it takes is our reading)",
    _GUIDES,
    bad="""\
measures:
  - {id: completion, title: Courses completed, category: secondary-postsecondary, target: 80}
""",
    good="""\
people: [{id: lee-park, name: Lee Park, category: k-12}]
measures:
  - id: completion
    title: Courses completed
    category: secondary-postsecondary
    baseline: 62
    target: 80
    source: The district's records
    cadence: twice-a-year
    owner: lee-park
""",
)
MIXED_UP: Final = Rule(
    "PW547",
    Severity.WARNING,
    "Values of a measure that are not in order, or lie in the future",
    "The last value is taken for the latest one; a day that is wrong tells a wrong story.",
    "Correct the day, and write the values from the earliest to the latest.",
    f"{_SOURCE} (the check is ours)",
    _GUIDES,
    bad="""\
measures:
  - id: completion
    title: Courses completed
    category: secondary-postsecondary
    readings: [{date: 2027-06-30, value: 66}, {date: 2027-01-31, value: 62}]
""",
    good="""\
measures:
  - id: completion
    title: Courses completed
    category: secondary-postsecondary
    readings: [{date: 2027-01-31, value: 62}, {date: 2027-06-30, value: 66}]
""",
)
WRONG_WAY: Final = Rule(
    "PW548",
    Severity.WARNING,
    "A target on the wrong side of where a measure began",
    "If more is better the target lies above the baseline, and if less is better below it.",
    "Correct baseline or target, or set direction: up or direction: down.",
    f"{_SOURCE} (the check is ours)",
    _GUIDES,
    bad="""\
measures:
  - {id: idle, title: Young without work, category: long-term, baseline: 11, target: 7}
""",
    good="""\
measures:
  - {id: idle, title: Young without work, category: long-term, baseline: 11, target: 7, direction: down}
""",
)
NOT_READ: Final = Rule(
    "PW604",
    Severity.WARNING,
    "A measure whose next value is late",
    "Results that are not looked at in time cannot change what is done.",
    "Add the value under readings: with its date, or set cadence: to how often it can be had.",
    _SOURCE,
    _GUIDES,
    bad="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-11-01, guides: [ccrs]}
measures:
  - id: enrolled
    title: Students enrolled
    category: secondary-postsecondary
    cadence: quarterly
    readings: [{date: 2027-03-31, value: 24}]
""",
    good="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-11-01, guides: [ccrs]}
measures:
  - id: enrolled
    title: Students enrolled
    category: secondary-postsecondary
    cadence: quarterly
    readings: [{date: 2027-03-31, value: 24}, {date: 2027-09-30, value: 31}]
""",
)
RULES: Final = (INCOMPLETE, MIXED_UP, WRONG_WAY, NOT_READ)

_NEEDED: Final = ("source", "baseline", "target", "cadence", "owner")


def spread(facts: Facts) -> Iterator[Problem]:
    """Categories and horizons without a measure; silent while there are no measures."""
    measures = facts.plan.measures
    categories = {measure.category for measure in measures}
    unmeasured = [category for category in MeasureCategory if category not in categories]
    if measures and unmeasured:
        hint = f"Add a measure with category: {listed(unmeasured, 'or')}"
        yield NO_MEASURE.at(facts.guide("ccrs"), f"Nothing measures {labels(unmeasured)}.", hint)
    horizons = {measure.horizon for measure in measures}
    unseen = [horizon for horizon in Horizon if horizon not in horizons]
    if measures and unseen:
        hint = f"Add a measure with horizon: {listed(unseen, 'or')}"
        yield NO_HORIZON.at(facts.guide("ccrs"), f"No measure shows something {labels(unseen)}.", hint)


def measures(facts: Facts) -> Iterator[Problem]:
    """What is wrong with each measure."""
    yield from gathered(INCOMPLETE, _lacks(facts), "measure")
    for place, measure in enumerate(facts.plan.measures):
        title, path = quoted(measure.title), ("measures", place)
        wrong = _wrong_reading(facts, measure)
        if wrong is not None:
            number, what = wrong
            yield MIXED_UP.at((*path, "readings", number, "date"), f"A value of {title} {what}.")
        if _goes_wrong_way(measure):
            should = f"should {'rise' if measure.direction is Direction.UP else 'fall'}"
            way = f"from {measure.baseline:g} to {measure.target:g}"
            yield WRONG_WAY.at((*path, "target"), f"{title} {should}, but is meant to go {way}.")
    if facts.today is not None and facts.plan.measures:
        yield from _late(facts)


def _lacks(facts: Facts) -> Iterator[Lack]:
    for place, measure in enumerate(facts.plan.measures):
        missing = [field for field in _NEEDED if getattr(measure, field) is None]
        if missing:
            yield without(("measures", place), measure.title, missing)


def _wrong_reading(facts: Facts, measure: Measure) -> tuple[int, str] | None:
    """The first value on a day that cannot be right, and what is wrong with it."""
    before = None
    for number, reading in enumerate(measure.readings):
        day = long_day(reading.date)
        if facts.today is not None and reading.date > facts.today:
            return number, f"is of {day}, after the status date, {long_day(facts.today)}"
        if before is not None and reading.date <= before:
            return number, f"is of {day}, but stands after one of {long_day(before)}"
        before = reading.date
    return None


def _goes_wrong_way(measure: Measure) -> bool:
    if measure.baseline is None or measure.target is None:
        return False
    low, high = measure.baseline, measure.target
    return high < low if measure.direction is Direction.UP else high > low


def _late(facts: Facts) -> Iterator[Problem]:
    from pathwayctl.evidence.evaluation.measures import standings

    for place, standing in enumerate(standings(facts.plan, facts.today)):
        if standing.days_late:
            measure = facts.plan.measures[place]
            since = f"since {long_day(standing.latest.date)}" if standing.latest else "yet"
            cadence = measure.cadence.label.lower() if measure.cadence else ""
            message = f"{quoted(measure.title)} has no value {since}, but should be read {cadence}."
            yield NOT_READ.at(("measures", place, "cadence"), message)
