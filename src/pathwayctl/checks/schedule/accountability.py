"""Owners of tasks and risks, and assignments of work.

Projects that follow the guide for a whole system get its own rules about owners instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.shared_gaps import Lack, gathered
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.risks.register import risk_register
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row

NO_OWNER: Final = Rule("PW623")
UNASSIGNED: Final = Rule("PW624")
UNOWNED_RISK: Final = Rule("PW626")


@check(NO_OWNER, needs_schedule=True)
def owners(index: PlanIndex) -> Iterator[Problem]:
    """Tasks and milestones without an owner."""
    if Guide.CCRS not in index.plan.project.guides:
        rows = [row for row in index.still_open if row.task.owner is None]
        lacks = [Lack(row.path, row.task.title, "no owner") for row in rows]
        yield from gathered(NO_OWNER, lacks, "task")


@check(UNASSIGNED, needs_schedule=True)
def assigned(index: PlanIndex) -> Iterator[Problem]:
    """Work with an owner and nobody assigned, in a plan that assigns people to some of its work."""
    idle = [row for row in index.still_open if not row.task.assigned]
    if len(idle) < len(index.still_open):
        lacks = [Lack(row.path, row.task.title, "nobody assigned") for row in idle if _is_work(row)]
        yield from gathered(UNASSIGNED, lacks, "task")


def _is_work(row: Row) -> bool:
    task = row.task
    return task.owner is not None and (task.duration is None or task.duration.likely.amount > 0)


@check(UNOWNED_RISK, needs_schedule=True)
def risk_owners(index: PlanIndex) -> Iterator[Problem]:
    """Risks without an owner."""
    if Guide.CCRS not in index.plan.project.guides:
        unowned = index.ask(risk_register).without("owner")
        lacks = [Lack(("risks", one.place), one.entry.title, "no owner") for one in unowned]
        yield from gathered(UNOWNED_RISK, lacks, "risk")
