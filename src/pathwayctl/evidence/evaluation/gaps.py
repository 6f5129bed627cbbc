"""What shows how success is judged: measures, their values, and the evaluation seats, and what is missing.

Source: Designing a Career Pathways System, chapter 4, exhibit 2 and handout 4D (CCRS Center, 2016), and
Creating Career Pathways in Colorado (2014), step 17.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.evaluation.measures import outcome_measures
from pathwayctl.evidence.evaluation.seats import ASKED_FOR, evaluation_seats
from pathwayctl.evidence.gap import Gap, Judgment, entries, want
from pathwayctl.evidence.index import PlanIndex

measures: Final = entries(
    "measures", "measure", want("target", "target", "targets"), want("cadence"), want("owner")
)
full_measures: Final = entries(
    "measures",
    "measure",
    want("baseline"),
    want("target", "target", "targets"),
    want("data source", "source"),
    want("cadence"),
)

data_sources: Final = entries("data_sources", "data source", want("provider"), want("cadence"))


def read_on_time(index: PlanIndex) -> Judgment:
    """The measures have values, and none is overdue on the status date (step 17)."""
    evidence = index.ask(outcome_measures)
    gaps = tuple(
        Gap("overdue-reading", ("measures", place), ("value",), "measure", entry=one, items=(standing,))
        for place, (one, standing) in enumerate(zip(evidence.measures, evidence.standings, strict=True))
        if standing.newest is None or standing.days_late
    )
    return Judgment(gaps=gaps)


def still_measured(index: PlanIndex) -> Judgment:
    """No target is ahead of the status date: until then, measuring goes on."""
    evidence, today = index.ask(outcome_measures), index.today
    if today is None:
        return Judgment()
    ahead = [
        (standing.due, place)
        for place, standing in enumerate(evidence.standings)
        if standing.due is not None and standing.due > today
    ]
    if not ahead:
        return Judgment()
    due, place = min(ahead)
    path, entry = ("measures", place), evidence.measures[place]
    return Judgment(gaps=(Gap("target-ahead", path, ("value",), "measure", entry=entry, items=(due,)),))


def all_headings(index: PlanIndex) -> Judgment:
    """Each of the three headings of exhibit 2 has a measure."""
    missing = index.ask(outcome_measures).absent_categories if index.plan.measures else ()
    gap = Gap("uncovered-headings", ("measures",), ("measure",), "heading", len(missing), items=missing)
    return Judgment(gaps=(gap,) if missing else ())


def seats(index: PlanIndex) -> Judgment:
    """A member of each of the eight groups sits in the evaluation (handout 4D)."""
    empty = index.ask(evaluation_seats).empty_groups
    taken = len(ASKED_FOR) - len(empty)
    shown = (f"{taken} of {len(ASKED_FOR)} evaluation seats taken",) if taken else ()
    if not empty:
        return Judgment(shown)
    place = next((n for n, seat in enumerate(index.plan.evaluation) if seat.group is empty[0]), None)
    path = ("evaluation",) if place is None else ("evaluation", place)
    noun = "empty evaluation seat"
    return Judgment(shown, (Gap("empty-seats", path, (), noun, len(empty), items=empty),))


def monthly_data(index: PlanIndex) -> Judgment:
    """Some measure is read every month at least."""
    if index.ask(outcome_measures).read_monthly:
        return Judgment(("data read every month",))
    return Judgment(gaps=(Gap("no-monthly-measure", ("measures",), ("monthly measure",)),))
