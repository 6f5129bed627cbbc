"""The three phases of the grades 9-14 work plan: dates that are missing or out of order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.pathways.phases import phase_gaps
from pathwayctl.wording import long_day

NO_DATES: Final = Rule("PW594")
OUT_OF_ORDER: Final = Rule("PW595")


@check(NO_DATES, OUT_OF_ORDER, needs_all=True, guides=("grades-9-14",))
def phases(index: PlanIndex) -> Iterator[Problem]:
    """Report what is missing or out of order, once any phase has dates."""
    gaps = index.ask(phase_gaps)
    if gaps.undated:
        hint = f"Under phases: add {{phase: {gaps.undated[0]}, from: ..., to: ...}}."
        yield NO_DATES.at(index.guide("grades-9-14"), f"No dates are set for {labels(gaps.undated)}.", hint)
    for place, one in gaps.reversed:
        days = f"begins on {long_day(one.first)} but ends on {long_day(one.last)}"
        yield OUT_OF_ORDER.at(("phases", place, "to"), f"{quoted(one.phase.label)} {days}.")
    for before, (place, after) in gaps.overlapping:
        days = f"begins on {long_day(after.first)}, before the previous phase ends"
        message = f"{quoted(after.phase.label)} {days} on {long_day(before.last)}."
        yield OUT_OF_ORDER.at(("phases", place, "from"), message)
