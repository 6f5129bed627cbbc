"""Words for gaps in measures, their values, and the evaluation seats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.lists import plain
from pathwayctl.guidance.phrases import named, quoted
from pathwayctl.model.vocabulary import Cadence
from pathwayctl.wording import count, listed, short_day

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Wordings, Words


def _overdue_reading(gap: Gap, index: PlanIndex) -> Words:
    (standing,) = gap.items
    text = f"{named(gap.entry)} has no value yet."
    if standing.newest:
        late = count(standing.days_late, "day")
        text = (
            f"{named(gap.entry)} was last updated on {short_day(standing.newest.date)}; "
            f"the next value is {late} overdue."
        )
    return text, {"readings": [{"date": samples.day(index), "value": 0}]}


def _uncovered_headings(gap: Gap, index: PlanIndex) -> Words:
    missing = gap.items
    text = f"There is no measure under {listed([quoted(one.label) for one in missing], 'or')}."
    fields = {
        "id": f"first-{missing[0].value}-measure",
        "title": "What is counted",
        "category": missing[0].value,
        "baseline": 60,
        "target": 100,
        "source": "Where the data comes from",
        "cadence": "yearly",
    }
    return text, fields


def _empty_seats(gap: Gap, index: PlanIndex) -> Words:
    empty = gap.items
    number = count(len(empty), "evaluation seat is", "evaluation seats are")
    text = f"{number} empty: {', '.join(group.label for group in empty)}."
    person = samples.someone(index)
    return text, {"group": empty[0].value, "person": person, "data": "The data they can access"}


def _target_ahead(gap: Gap, index: PlanIndex) -> Words:
    (due,) = gap.items
    text = f"Keep adding values: the target of {named(gap.entry)} is for {short_day(due)}."
    return text, {"readings": [{"date": samples.day(index), "value": 0}]}


WORDINGS: Final[Wordings] = {
    "overdue-reading": _overdue_reading,
    "uncovered-headings": _uncovered_headings,
    "empty-seats": _empty_seats,
    "target-ahead": _target_ahead,
    "no-monthly-measure": plain(
        "No measure is updated every month.",
        {
            "id": "monthly-measure",
            "title": "What is counted",
            "category": "secondary-postsecondary",
            "cadence": Cadence.MONTHLY.value,
        },
    ),
}
"""The words for each kind of gap."""
