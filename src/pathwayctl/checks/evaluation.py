"""Outcome measures, data sources, seats in the evaluation, and reflections on milestones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, named, quoted
from pathwayctl.checks.shared_gaps import few_or_one, in_one_finding, incomplete
from pathwayctl.diagnostics import Judged, Problem, Rule
from pathwayctl.evidence.evaluation.data_sources import data_sources
from pathwayctl.evidence.evaluation.measures import may_be_part, outcome_measures, targets_of
from pathwayctl.evidence.evaluation.reflections import reflections
from pathwayctl.evidence.evaluation.seats import evaluation_seats
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.evaluation import Measure, Seat
from pathwayctl.model.governance import Direction
from pathwayctl.wording import count, listed, long_day

if TYPE_CHECKING:
    from pathwayctl.model.evaluation import DataSource


NO_MEASURE: Final = Rule("PW544")
NO_HORIZON: Final = Rule("PW546")
INCOMPLETE: Final = Rule("PW545")
MIXED_UP: Final = Rule("PW547")
WRONG_WAY: Final = Rule("PW548")
NOT_READ: Final = Rule("PW604")
PERHAPS_PART: Final = Rule("PW444", Judged.ENTRY)

_MEASURE_FIELDS: Final = ("source", "baseline", "target", "cadence", "owner")


@check(NO_MEASURE, NO_HORIZON, needs_all=True, guides=("ccrs",))
def spread(index: PlanIndex) -> Iterator[Problem]:
    """Report categories and horizons without a measure; there are no findings while there are no measures."""
    evidence = index.ask(outcome_measures)
    if not evidence.measures:
        return
    if categories := evidence.absent_categories:
        hint = f"Add a measure with category: {listed(categories, 'or')}"
        message = f"No measure is in the category {labels(categories)}."
        yield NO_MEASURE.at(index.guide("ccrs"), message, hint)
    if horizons := evidence.absent_horizons:
        hint = f"Add a measure with horizon: {listed(horizons, 'or')}"
        words = listed([horizon.label.lower() for horizon in horizons], "or")
        message = f"No measure is expected to show results {words}."
        yield NO_HORIZON.at(index.guide("ccrs"), message, hint)


@check(INCOMPLETE, MIXED_UP, WRONG_WAY, NOT_READ, PERHAPS_PART, guides=("ccrs", "sector"))
def measures(index: PlanIndex) -> Iterator[Problem]:
    """What is wrong with each measure."""
    evidence = index.ask(outcome_measures)
    if evidence.is_begun:
        vague = evidence.without(*_MEASURE_FIELDS)
        yield from incomplete(index, INCOMPLETE, "measures", vague, "measure")
    for place, measure in enumerate(evidence.measures):
        title, path = quoted(measure.title), ("measures", place)
        wrong = _wrong_reading(index, measure)
        if wrong is not None:
            number, what = wrong
            yield MIXED_UP.at((*path, "readings", number, "date"), f"A value of {title} {what}.")
        if may_be_part(measure):
            message = f"The last value of {title} may cover only a part of its period, so it is not compared."
            yield PERHAPS_PART.at((*path, "readings"), message)
        if (target := _wrong_target(measure)) is not None:
            should = f"should {'rise' if measure.direction is Direction.UP else 'fall'}"
            message = f"{title} {should}, but its target is {target:g} and its baseline is "
            field = "target" if target == measure.target else "targets"
            yield WRONG_WAY.at((*path, field), f"{message}{measure.baseline:g}.")
    for place, measure, standing in evidence.overdue:
        since = f"since {long_day(standing.newest.date)}" if standing.newest else "yet"
        cadence = measure.cadence.label.lower() if measure.cadence else ""
        message = f"{quoted(measure.title)} has no value {since}, but its cadence is {cadence}."
        yield NOT_READ.at(("measures", place, "cadence"), message)


def _wrong_reading(index: PlanIndex, measure: Measure) -> tuple[int, str] | None:
    """The position of the first value with an impossible date, and what is wrong with it."""
    latest: dict[str | None, date] = {}
    for number, reading in enumerate(measure.readings):
        day = long_day(reading.date)
        if index.today is not None and reading.date > index.today:
            return number, f"is dated {day}, after the status date, {long_day(index.today)}"
        if reading.start is not None and reading.start > reading.date:
            return number, f"ends on {day}, before its period begins"
        before = latest.get(reading.group)
        if before is not None and reading.date <= before:
            return number, f"is dated {day}, but follows one dated {long_day(before)}"
        latest[reading.group] = reading.date
    return None


def _wrong_target(measure: Measure) -> float | None:
    """The first target on the wrong side of the baseline."""
    low = measure.baseline
    if low is None:
        return None
    rises = measure.direction is Direction.UP
    return next((one for one, _ in targets_of(measure) if (one < low if rises else one > low)), None)


IDLE_SEAT: Final = Rule("PW500")
EMPTY_SEAT: Final = Rule("PW553")
ONE_FOR_ALL: Final = Rule("PW554")


@check(IDLE_SEAT, guides=("ccrs",))
def seats(index: PlanIndex) -> Iterator[Problem]:
    """Members without data or a role; an empty seat has no member."""

    def name(seat: Seat) -> str:
        return f"{index.name_of(seat.person or '')} ({seat.group.label})"

    idle = index.ask(evaluation_seats).without("data", "role")
    yield from incomplete(index, IDLE_SEAT, "evaluation", idle, "evaluation member", name=name)


@check(EMPTY_SEAT, ONE_FOR_ALL, needs_all=True, guides=("ccrs",))
def evaluation(index: PlanIndex) -> Iterator[Problem]:
    """Report groups without a member, in one finding; there are none before the first seat has a member."""
    seats = index.ask(evaluation_seats)
    if not seats.filled:
        return
    if empty := seats.empty_groups:
        path = index.guide("ccrs") if seats.first_empty is None else ("evaluation", seats.first_empty)
        message = f"The evaluation has no member for {labels(empty)}."
        yield EMPTY_SEAT.at(path, message, f"Under evaluation: write {{group: {empty[0]}, person: ...}}")
    if seats.only_member is not None:
        name = quoted(index.name_of(seats.only_member))
        message = f"{name} is the only member of the evaluation, for {count(len(seats.filled), 'group')}."
        yield ONE_FOR_ALL.at(("evaluation", 0), message)


NOT_REFLECTED: Final = Rule("PW607")


@check(NOT_REFLECTED, needs_all=True, guides=("ccrs",))
def overdue_reflections(index: PlanIndex) -> Iterator[Problem]:
    """Milestones done more than a quarter before the status date, in one finding."""
    if overdue := index.ask(reflections).overdue:
        number = count(len(overdue), "milestone was", "milestones were")
        names = named(index, [row.task.title for row in overdue])
        message = f"{number} reached more than a quarter ago, without a reflection since: {names}."
        yield NOT_REFLECTED.at(overdue[0].path, message)


VAGUE_SOURCE: Final = Rule("PW640")
UNPROTECTED: Final = Rule("PW641")
LATE_DATA: Final = Rule("PW642")


@check(VAGUE_SOURCE, UNPROTECTED, LATE_DATA)
def sources(index: PlanIndex) -> Iterator[Problem]:
    """Data sources with missing fields, personal records without an agreement, and late data."""
    found = index.ask(data_sources)
    yield from incomplete(index, VAGUE_SOURCE, "data_sources", found.incomplete, "data source")
    personal = [(place, one.title) for place, one in found.unprotected]
    subject = "data source has", "data sources have"
    what = "personal records, and no agreement in force"
    hint = "Add agreement: with the id of an agreement that is signed before data comes."
    yield from in_one_finding(index, UNPROTECTED, "data_sources", personal, subject, what, hint)

    def problem(late: tuple[int, DataSource, int]) -> Problem:
        place, one, days = late
        day = long_day(one.received) if one.received else ""
        message = f"{quoted(one.title)} last came on {day}; the next data is {count(days, 'day')} late."
        return LATE_DATA.at(("data_sources", place, "received"), message)

    yield from few_or_one(index, found.late, problem, "data sources are late", lambda late: late[1].title)
