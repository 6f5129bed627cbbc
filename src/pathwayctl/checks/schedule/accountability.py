"""Who answers for the work, who does it, and who watches the risks.

Where the guide for a whole system asks for an owner of each task and risk, its own rules say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import Lack, gathered
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row

NO_OWNER: Final = Rule("PW623")
NOBODY_DOES: Final = Rule("PW624")
UNWATCHED: Final = Rule("PW626")


@check(NO_OWNER, needs_schedule=True)
def owners(index: PlanIndex) -> Iterator[Problem]:
    """Tasks and milestones that nobody answers for."""
    if Guide.CCRS not in index.plan.project.guides:
        rows = [row for row in index.still_open if row.task.owner is None]
        lacks = [Lack(row.path, row.task.title, "no owner") for row in rows]
        yield from gathered(NO_OWNER, lacks, "task")


@check(NOBODY_DOES, needs_schedule=True)
def assigned(index: PlanIndex) -> Iterator[Problem]:
    """Work that somebody answers for and nobody is assigned to, where the plan assigns anyone at all."""
    idle = [row for row in index.still_open if not row.task.assigned]
    if len(idle) < len(index.still_open):
        lacks = [Lack(row.path, row.task.title, "nobody assigned to it") for row in idle if _is_work(row)]
        yield from gathered(NOBODY_DOES, lacks, "task")


def _is_work(row: Row) -> bool:
    task = row.task
    return task.owner is not None and (task.duration is None or task.duration.likely.amount > 0)


@check(UNWATCHED, needs_schedule=True)
def watched(index: PlanIndex) -> Iterator[Problem]:
    """Risks that nobody watches."""
    if Guide.CCRS not in index.plan.project.guides:
        risks = [(place, risk) for place, risk in enumerate(index.plan.risks) if risk.owner is None]
        lacks = [Lack(("risks", place), risk.title, "no owner") for place, risk in risks]
        yield from gathered(UNWATCHED, lacks, "risk")
