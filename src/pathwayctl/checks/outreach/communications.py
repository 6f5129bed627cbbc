"""Entries of the communication plan that are incomplete or overdue, and groups that nobody reaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.checks.shared_gaps import gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.outreach import communications as evidence
from pathwayctl.wording import long_day

INCOMPLETE: Final = Rule("PW550")
UNREACHED: Final = Rule("PW551")
OVERDUE: Final = Rule("PW552")


@check(INCOMPLETE, UNREACHED, OVERDUE, guides=("ccrs",))
def communications(index: PlanIndex) -> Iterator[Problem]:
    """What the communication plan is missing; nothing is reported while it has no entries."""
    found = index.ask(evidence.communications)
    lacks = [
        without(("communications", one.place), one.entry.audience, one.missing) for one in found.incomplete
    ]
    yield from gathered(INCOMPLETE, lacks, "audience")
    for place, entry in found.overdue:
        if entry.reviewed is not None and entry.cadence is not None:
            reviewed = (
                f"The entry for {quoted(entry.audience)} was last reviewed on {long_day(entry.reviewed)}"
            )
            message = f"{reviewed}, but its cadence is {entry.cadence.label.lower()}."
            yield OVERDUE.at(("communications", place, "reviewed"), message)
    if found.unreached:
        hint = f"Add to the categories: of the audiences they belong to: {', '.join(found.unreached)}"
        yield UNREACHED.at(index.guide("ccrs"), f"No audience includes {labels(found.unreached)}.", hint)
