"""Communication entries that say too little, have grown old, or leave a group of people out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.cadence import days_late
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.outreach import Communication
from pathwayctl.model.vocabulary import StakeholderCategory
from pathwayctl.wording import long_day

THIN_MESSAGE: Final = Rule("PW550")
UNREACHED: Final = Rule("PW551")
STALE: Final = Rule("PW552")


@check(THIN_MESSAGE, UNREACHED, STALE, guides=("ccrs",))
def communications(index: PlanIndex) -> Iterator[Problem]:
    """What the plan for communication lacks; silent while it has no entries."""
    entries = index.plan.communications
    thin = [(place, entry, _missing(entry)) for place, entry in enumerate(entries)]
    lacks = (without(("communications", place), one.audience, left) for place, one, left in thin if left)
    yield from gathered(THIN_MESSAGE, lacks, "audience")
    for place, entry in enumerate(entries):
        overdue = _overdue(index, entry)
        if overdue is not None:
            yield STALE.at(("communications", place, "reviewed"), overdue)
    reached = {category for entry in entries for category in entry.categories}
    unreached = [category for category in StakeholderCategory if category not in reached]
    if entries and unreached:
        hint = f"Add to the categories: of the audiences they belong to: {', '.join(unreached)}"
        yield UNREACHED.at(index.guide("ccrs"), f"No audience includes {labels(unreached)}.", hint)


def _missing(entry: Communication) -> list[str]:
    missing = [field for field in ("messages", "modes") if not getattr(entry, field)]
    if entry.frequency is None and entry.cadence is None:
        missing.append("frequency")
    return missing


def _overdue(index: PlanIndex, entry: Communication) -> str | None:
    """What to say of an entry that was reviewed too long ago, as of the status date."""
    today, cadence, reviewed = index.plan.project.status_date, entry.cadence, entry.reviewed
    if reviewed is None or cadence is None or not days_late(cadence, reviewed, today):
        return None
    looked = f"The entry for {quoted(entry.audience)} was last looked at on {long_day(reviewed)}"
    return f"{looked}, but should be kept up {cadence.label.lower()}."
