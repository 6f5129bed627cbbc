"""The whole answer to why a task falls on its dates, as facts; ``reporters.why`` puts it into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.analysis.why.causes import Because, Ending, edge, finish_because, start_because
from pathwayctl.analysis.why.chain import ChainStep, chain_back
from pathwayctl.analysis.why.speedups import Purchases, purchases
from pathwayctl.analysis.why.trials import Trials
from pathwayctl.analysis.why.waiting import Waiting, waiting
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.schedule import Schedule


@dataclass(frozen=True)
class Explanation:
    """Why a row falls on its dates. ``chain`` begins with the task itself, or with a summary's last one."""

    plan: Plan
    schedule: Schedule
    row: int
    start: Because
    finish: Ending
    chain: tuple[ChainStep, ...]
    purchases: Purchases
    waiting: Waiting


def why(plan: Plan, schedule: Schedule, row: int) -> Explanation:
    """Everything there is to say about the dates of one row."""
    trials = Trials(plan, schedule)
    last = edge(schedule, row, last=True)
    chain = chain_back(plan, schedule, last)
    return Explanation(
        plan,
        schedule,
        row,
        start_because(plan, schedule, row),
        finish_because(plan, schedule, row),
        chain,
        purchases(trials, row, chain),
        waiting(trials, row),
    )
