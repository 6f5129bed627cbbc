"""The odds as JSON for other programs; chances are from 0 to 1, days are working days."""

from __future__ import annotations

import json
from typing import Any

from pathwayctl.reporters.lines import Line, line
from pathwayctl.simulation.odds import Odds, Promise, RiskOdds, Spread, TaskOdds


def write(odds: Odds, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One object: the finish, then the tasks in WBS order, then milestones, deadlines, and risks.

    Letters outside ASCII are written as codes, so that the text is the same on every system.
    """
    document = {
        "version": 1,
        "runs": odds.runs,
        "seed": odds.seed,
        "planned_finish": odds.planned_finish.isoformat(),
        "chance_of_planned": odds.chance_of_planned,
        "finish": _spread(odds.finish),
        "tasks": [_task(task) for task in odds.tasks],
        "shape": odds.shape,
        "uncertain": odds.uncertain,
        "buffer_to_p80": odds.buffer,
        "mean_late": odds.mean_late,
        "standard_deviation": odds.deviation,
        "finish_by": _promise(odds.finish_by),
        "held_by": odds.pin.id if odds.pin else None,
        "least_certain": odds.least_certain.id if odds.least_certain else None,
        "milestones": [_milestone(task) for task in odds.milestones],
        "deadlines": [{"id": task.id, **(_promise(task.deadline) or {})} for task in odds.promised],
        "risks": [_risk(risk) for risk in odds.risks],
    }
    return [line(json.dumps(document, indent=2))]


def _spread(spread: Spread) -> dict[str, str]:
    days = {"p10": spread.p10, "p50": spread.p50, "p80": spread.p80, "p95": spread.p95}
    return {name: day.isoformat() for name, day in days.items()}


def _promise(promise: Promise | None) -> dict[str, Any] | None:
    return {"date": promise.day.isoformat(), "chance": promise.chance} if promise else None


def _task(task: TaskOdds) -> dict[str, Any]:
    return {
        "id": task.id,
        "p50": task.finish.p50.isoformat(),
        "p80": task.finish.p80.isoformat(),
        "criticality": task.criticality,
        "sensitivity": task.sensitivity,
    }


def _milestone(task: TaskOdds) -> dict[str, Any]:
    return {
        "id": task.id,
        "planned": task.planned.isoformat(),
        "chance_of_planned": task.chance,
        **_spread(task.finish),
    }


def _risk(risk: RiskOdds) -> dict[str, Any]:
    return {
        "id": risk.id,
        "effect": risk.effect,
        "probability": risk.probability,
        "happened": risk.happened,
        "mean_days": risk.mean_days,
        "p80_days": risk.p80_days,
    }
