"""Large plans: no check looks at everything once more for each thing it looks at."""

from __future__ import annotations

import time
from typing import Any

import pytest

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.registry import run_checks
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import make_schedule

MANY = 10_000


def good(number: int) -> dict[str, Any]:
    return {"owner": "ana", "depends_on": [f"task-{number - 1}"] if number % 20 else []}


def misspelled(number: int) -> dict[str, Any]:
    return {"owner": f"anna-{number}", "depends_on": [f"taks-{number}"]}


def of_the_wrong_kind(number: int) -> dict[str, Any]:
    return {"owner": f"task-{number}", "depends_on": ["ana"]}


def done_before_a_summary(number: int) -> dict[str, Any]:
    return {"status": "done", "finished": "2027-01-08", "depends_on": ["large"]}


def in_one_circle(number: int) -> dict[str, Any]:
    return {"depends_on": [f"task-{(number + 1) % MANY}"]}


@pytest.mark.parametrize(
    "fields", [good, misspelled, of_the_wrong_kind, done_before_a_summary, in_one_circle]
)
def test_ten_thousand_tasks_are_looked_at_in_no_time(fields: Any) -> None:
    """The bound is loose, since machines differ; work that grows with the square is far beyond it."""
    tasks = [{"id": f"task-{n}", "title": f"Task {n}", "duration": "2d", **fields(n)} for n in range(MANY)]
    inside = [{"id": f"part-{n}", "title": f"Part {n}"} for n in range(MANY // 4)]
    plan = Plan.model_validate(
        {
            "project": {"name": "Large", "start": "2027-01-04", "guides": ["ccrs", "sector"]},
            "people": [{"id": "ana", "name": "Ana", "category": "cte"}],
            "tasks": [*tasks, {"id": "large", "title": "Large", "tasks": inside}],
        }
    )
    breakdown = break_down(plan.tasks)
    facts = Facts(plan, breakdown, make_schedule(plan, breakdown))
    began = time.perf_counter()
    assert run_checks(facts)
    assert time.perf_counter() - began < 4
