"""Plans with uncertain durations and risks, and the plans of the engine's own tests."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from pathwayctl.simulation.odds import Odds
from pathwayctl.simulation.runs import MEMORY
from pathwayctl.simulation.simulate import simulate

sys.path.append(str(Path(__file__).parents[1] / "scheduling"))

from crews import school_plans
from plans import plans, task

__all__ = ["odds", "plan_of", "plans", "risk", "scheduled", "school_plans", "task", "three"]

EVERY_DAY = {"working_days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}


def three(low: int, likely: int, high: int) -> dict[str, str]:
    """A duration as three points."""
    return {"low": f"{low}d", "likely": f"{likely}d", "high": f"{high}d"}


def risk(name: str, chance: float, task: str, by: Any, **more: Any) -> dict[str, Any]:
    """A risk that delays one task."""
    delays = [{"task": task, "by": by}]
    rest = {"title": name, "kind": "internal", "category": "People", "delays": delays, **more}
    return {"id": name, "probability": chance, **rest}


def plan_of(
    tasks: list[dict[str, Any]],
    *risks: dict[str, Any],
    calendar: dict[str, Any] | None = None,
    **project: Any,
) -> Plan:
    """A plan with tasks and risks, on which every day is worked unless told otherwise."""
    header = {"name": "Example", "start": "2027-01-04", **project}
    return Plan.model_validate(
        {"project": header, "calendar": calendar or EVERY_DAY, "tasks": tasks, "risks": list(risks)}
    )


def scheduled(plan: Plan) -> Schedule:
    """The schedule of a plan that has one."""
    made = make_schedule(plan)
    assert isinstance(made, Schedule)
    return made


def odds(plan: Plan, runs: int = 10_000, seed: int = 1, shape: str = "pert", memory: int = MEMORY) -> Odds:
    """The odds of a plan."""
    return simulate(plan, scheduled(plan), runs, seed, shape, memory=memory)
