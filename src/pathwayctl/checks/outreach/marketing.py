"""Marketing of the pathway: audiences without a message or an owner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.shared_gaps import gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.outreach.marketing import marketing_entries

INCOMPLETE: Final = Rule("PW539")


@check(INCOMPLETE, guides=("sector",))
def marketing(index: PlanIndex) -> Iterator[Problem]:
    """Audiences without a message or an owner."""
    found = index.ask(marketing_entries).without("message", "owner")
    lacks = [without(("marketing", one.place), one.entry.audience, one.missing) for one in found]
    yield from gathered(INCOMPLETE, lacks, "marketing for", "marketing entries")
