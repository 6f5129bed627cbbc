"""Looks at how success is judged: measures, their values, and who sits in the evaluation.

Source: Designing a Career Pathways System, chapter 4, exhibit 2 and handout 4D (CCRS Center, 2016),
and Creating Career Pathways in Colorado (2014), step 17.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.evaluation.measures import standings, uncovered
from pathwayctl.guidance import samples, snippets
from pathwayctl.guidance.proofs import added, entries, new, quoted, want, want_owner
from pathwayctl.guidance.state import Lack, Look
from pathwayctl.model.governance_words import EvaluationGroup
from pathwayctl.model.vocabulary import Cadence
from pathwayctl.wording import count, listed, short_day

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records

measures: Final = entries(
    "measures",
    "measure",
    "There is no measure of success.",
    lambda _: {"id": "first-measure", "title": "What is counted", "category": "workforce"},
    (
        want("target", "target", 100),
        want("cadence", "cadence", "quarterly"),
        want_owner(),
    ),
)


def read_on_time(records: Records) -> Look:
    """Step 17: the measures have values, and none is overdue on the status date."""
    lacks = []
    for place, (one, standing) in enumerate(
        zip(records.plan.measures, standings(records.plan, records.today), strict=True)
    ):
        if standing.latest and not standing.days_late:
            continue
        text = (
            f"{quoted(one.title)} was last read on {short_day(standing.latest.date)}; "
            f"the next value is {count(standing.days_late, 'day')} late."
            if standing.latest
            else f"{quoted(one.title)} has no value yet."
        )
        reading = {"readings": [{"date": samples.day(records), "value": 0}]}
        lacks.append(added(text, "measures", place, one, reading))
    return Look((), tuple(lacks))


full_measures: Final = entries(
    "measures",
    "measure",
    "There is no measure of success.",
    lambda _: {"id": "first-measure", "title": "What is counted", "category": "workforce"},
    (
        want("baseline", "baseline", 60),
        want("target", "target", 100),
        want("source", "source of its data", "Where the data comes from"),
        want("cadence", "cadence", "quarterly"),
    ),
)


def all_headings(records: Records) -> Look:
    """Each of the three headings of exhibit 2 has a measure."""
    missing = uncovered(records.plan) if records.plan.measures else ()
    if not missing:
        return Look()
    text = f"No measure stands under {listed([quoted(one.label) for one in missing])}."
    fields = {
        "id": f"first-{missing[0].value}-measure",
        "title": "What is counted",
        "category": missing[0].value,
        "baseline": 60,
        "target": 100,
        "source": "Where the data comes from",
        "cadence": "yearly",
    }
    return Look(lacks=(new(text, "measures", fields),))


def seats(records: Records) -> Look:
    """A member of each of the eight groups sits in the evaluation (handout 4D)."""
    filled = {seat.group for seat in records.plan.evaluation if seat.person}
    empty = [group for group in EvaluationGroup if group not in filled]
    evidence = (f"{len(filled)} of {len(EvaluationGroup)} evaluation seats taken",) if filled else ()
    if not empty:
        return Look(evidence)
    noun = "evaluation seat is" if len(empty) == 1 else "evaluation seats are"
    text = f"{len(empty)} {noun} empty: {', '.join(group.label for group in empty)}."
    fields = {"group": empty[0].value, "person": samples.someone(records), "data": "The data they can reach"}
    place = next((n for n, seat in enumerate(records.plan.evaluation) if seat.group is empty[0]), None)
    path = ("evaluation",) if place is None else ("evaluation", place)
    return Look(evidence, (Lack(text, path, snippets.entry("evaluation", fields)),))


def monthly_data(records: Records) -> Look:
    """Some measure is read every month at least."""
    if any(one.cadence in (Cadence.WEEKLY, Cadence.MONTHLY) for one in records.plan.measures):
        return Look(("data read every month",))
    fields = {
        "id": "monthly-measure",
        "title": "What is counted",
        "category": "secondary-postsecondary",
        "cadence": Cadence.MONTHLY.value,
    }
    return Look(lacks=(new("No measure is read every month.", "measures", fields),))
