"""Marketing entries without a message or an owner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex

NOTHING_TO_SAY: Final = Rule("PW539")


@check(NOTHING_TO_SAY, guides=("sector",))
def marketing(index: PlanIndex) -> Iterator[Problem]:
    """Report audiences without a message or an owner."""
    lacks = []
    for place, entry in enumerate(index.plan.marketing):
        missing = [field for field in ("message", "owner") if getattr(entry, field) is None]
        if missing:
            lacks.append(without(("marketing", place), entry.audience, missing))
    yield from gathered(NOTHING_TO_SAY, lacks, "marketing for", "marketing entries")
