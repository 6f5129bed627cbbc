"""The comparison of a schedule with its baseline, for programs: fields of JSON and columns of CSV."""

from __future__ import annotations

from typing import Any, Final

from pathwayctl.analysis.earned_value import Earned, Value
from pathwayctl.analysis.variance.comparison import Comparison, Share
from pathwayctl.scheduling.schedule import ScheduledTask

FIELDS: Final = (
    "start", "finish", "start_variance", "finish_variance", "duration_variance", "cost_variance",
    "own", "through", "cause",
)  # fmt: skip
"""The fields of each task, in this order; variances are working days, positive is later or longer."""


def of_task(compared: Comparison, task: ScheduledTask) -> dict[str, Any] | None:
    """The variance of one task; ``None`` if it is new or was dropped."""
    found = compared.of(task.id)
    if found is None:
        return None
    values = (
        found.start.isoformat(),
        found.finish.isoformat(),
        found.start_variance,
        found.finish_variance,
        found.duration_variance,
        _plain(found.cost_variance),
        found.own,
        found.through,
        found.reason.value if found.reason else None,
    )
    return dict(zip(FIELDS, values, strict=True))


def of_plan(compared: Comparison) -> dict[str, Any]:
    """The variance of the whole plan, and its causes: their days add up to the variance of the finish."""
    baseline = compared.baseline
    return {
        "name": baseline.name,
        "status_date": baseline.status_date.isoformat() if baseline.status_date else None,
        "start": baseline.start.isoformat(),
        "finish": baseline.finish.isoformat(),
        "cost": _plain(baseline.cost),
        "finish_variance": compared.finish_variance,
        "causes": causes_of(compared),
        "added": [task.id for task in compared.added],
        "removed": [task.id for task in compared.removed],
    }


def causes_of(compared: Comparison) -> list[dict[str, Any]]:
    """What moved the finish, in the order of the driving chain."""
    return [_cause(compared, share) for share in compared.causes]


def of_value(earned: Earned | None, currency: str) -> dict[str, Any] | None:
    """The earned value by the names of its standard; ``es`` and ``at`` are working days."""
    if earned is None:
        return None
    return {
        "as_of": earned.as_of.isoformat(),
        "unit": currency if earned.in_money else "working days",
        **_figures(earned.whole),
        "es": _plain(earned.schedule),
        "at": earned.time,
        "sv_t": _plain(earned.time_variance),
        "spi_t": _index(earned.time_index),
        "tasks": [{"id": task.id, **_figures(value)} for task, value in earned.parts],
    }


def _cause(compared: Comparison, share: Share) -> dict[str, Any]:
    task = None if share.row is None else compared.schedule.tasks[share.row].id
    return {"task": task, "days": share.days, "cause": share.reason.value, "other": share.other}


def _figures(value: Value) -> dict[str, Any]:
    return {
        "bac": _plain(value.budget),
        "pv": _plain(value.planned),
        "ev": _plain(value.earned),
        "ac": _plain(value.actual),
        "sv": _plain(value.schedule_variance),
        "cv": _plain(value.cost_variance),
        "spi": _index(value.schedule_index),
        "cpi": _index(value.cost_index),
        "eac": _plain(value.estimate),
        "tcpi": _index(value.to_complete),
    }


def _plain(number: float | None) -> float | int | None:
    """The number to the cent, without decimals where it is whole."""
    if number is None:
        return None
    cents = round(number, 2)
    return int(cents) if cents == int(cents) else cents


def _index(number: float | None) -> float | None:
    return None if number is None else round(number, 4)
