"""The chain of what drives what, from a task back to the project's start, a date, or what has happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.analysis.why.causes import Because, CauseKind, work_because
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.schedule import Schedule


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One task of the chain, and what places its work; for what is under way, what remains of it."""

    row: int
    because: Because


def chain_back(plan: Plan, schedule: Schedule, row: int) -> tuple[ChainStep, ...]:
    """The steps from a task (not a summary) back. Each comes from the next; the last from no other task."""
    steps: list[ChainStep] = []
    seen: set[int] = set()
    here: int | None = row
    while here is not None and here not in seen:
        seen.add(here)
        because = work_because(plan, schedule, here)
        steps.append(ChainStep(here, because))
        here = source_of(because)
    return tuple(steps)


def source_of(because: Because) -> int | None:
    """The task that another one comes from, by a link or since someone works on it, if there is one."""
    if because.wait is not None:
        return because.wait.task
    return because.bond.source if because.kind is CauseKind.LINK and because.bond else None
