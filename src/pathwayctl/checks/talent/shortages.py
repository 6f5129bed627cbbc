"""Quick actions on shortages: who owns each, and when it is due."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Status

NOT_ASSIGNED: Final = Rule("PW538")

_OVER: Final = (Status.DONE, Status.DROPPED)


@check(NOT_ASSIGNED, guides=("sector",))
def actions(index: PlanIndex) -> Iterator[Problem]:
    """Quick actions still to be done that nobody has taken on, or that have no day."""
    lacks = []
    for place, action in enumerate(index.plan.shortage_actions):
        missing = [field for field in ("owner", "due") if getattr(action, field) is None]
        if missing and action.status not in _OVER:
            lacks.append(without(("shortage_actions", place), action.title, missing))
    yield from gathered(NOT_ASSIGNED, lacks, "quick action")
