"""Quick actions on shortages without an owner or a due date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.shared_gaps import gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.shortages import shortage_actions

NOT_ASSIGNED: Final = Rule("PW538")


@check(NOT_ASSIGNED, guides=("sector",))
def actions(index: PlanIndex) -> Iterator[Problem]:
    """Report open quick actions without an owner or a due date."""
    lacks = [
        without(("shortage_actions", place), index.plan.shortage_actions[place].title, missing)
        for place, missing in index.ask(shortage_actions).incomplete
    ]
    yield from gathered(NOT_ASSIGNED, lacks, "quick action")
