"""The three phases of the grades 9-14 work plan: dates that are missing or not in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Phase
from pathwayctl.wording import long_day

NO_DATES: Final = Rule("PW594")
OUT_OF_ORDER: Final = Rule("PW595")

_ORDER: Final = {phase: place for place, phase in enumerate(Phase)}


@check(NO_DATES, OUT_OF_ORDER, needs_all=True, guides=("grades-9-14",))
def phases(index: PlanIndex) -> Iterator[Problem]:
    """What is missing or out of order, once any phase has dates."""
    dated = sorted(enumerate(index.plan.phases), key=lambda pair: _ORDER[pair[1].phase])
    missing = [phase for phase in Phase if phase not in {one.phase for _, one in dated}]
    if dated and missing:
        hint = f"Under phases: add {{phase: {missing[0]}, from: ..., to: ...}}"
        yield NO_DATES.at(index.guide("grades-9-14"), f"No dates are set for {labels(missing)}.", hint)
    for place, one in dated:
        if one.last < one.first:
            days = f"begins on {long_day(one.first)} but ends on {long_day(one.last)}"
            yield OUT_OF_ORDER.at(("phases", place, "to"), f"{quoted(one.phase.label)} {days}.")
    for (_, before), (place, after) in pairwise(dated):
        if before.phase is not after.phase and before.first <= before.last and after.first <= before.last:
            days = f"begins on {long_day(after.first)}, before the phase ahead of it ends"
            message = f"{quoted(after.phase.label)} {days} on {long_day(before.last)}."
            yield OUT_OF_ORDER.at(("phases", place, "from"), message)
