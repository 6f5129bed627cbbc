"""Small plans for the tests of the checks, written as a user would write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import yaml

from pathwayctl import assets
from pathwayctl.checks.registry import run_checks
from pathwayctl.diagnostics import Path, Problem
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.arranging import arranged
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import make_schedule

HEAD = {"name": "Example", "start": dt.date(2027, 1, 4), "guides": ["ccrs", "sector"]}


def plan_of(text: str = "", **header: Any) -> Plan:
    """A minimal project with sections laid over it; ``header`` adds to ``project:``."""
    sections = yaml.safe_load(text) or {}
    return Plan.model_validate({"pathwayctl": 1, "project": {**HEAD, **header}, **sections})


def index_of(
    text: str = "", *, unread: Iterable[str] = (), scheduled: bool = True, **header: Any
) -> PlanIndex:
    """What the checks see of such a plan."""
    plan = plan_of(text, **header)
    plan, breakdown = arranged(plan, break_down(plan.tasks))
    schedule = make_schedule(plan, breakdown) if scheduled else None
    return PlanIndex(plan, breakdown, schedule, frozenset(unread), handouts=assets.handout_names())


def problems(text: str = "", code: str = "", **options: Any) -> list[Problem]:
    """The problems of such a plan, or those with one code."""
    found = run_checks(index_of(text, **options))
    return [problem for problem in found if not code or problem.rule.code == code]


def codes(text: str = "", **options: Any) -> set[str]:
    """The codes of all problems of such a plan."""
    return {problem.rule.code for problem in problems(text, **options)}


def apart_from_health(text: str = "", **options: Any) -> set[str]:
    """The codes of what is wrong with such a plan; that two tasks are no good plan does not count."""
    return {code for code in codes(text, **options) if code < "PW6"}


def messages(text: str, code: str, **options: Any) -> list[str]:
    """What the problems with one code say."""
    return [problem.message for problem in problems(text, code, **options)]


def only(text: str, code: str, **options: Any) -> Problem:
    """The one problem with a code."""
    found = problems(text, code, **options)
    assert len(found) == 1, [problem.message for problem in found]
    return found[0]


def is_written(text: str, path: Path) -> bool:
    """Whether something stands at a path in what the user wrote."""
    here: Any = {"project": HEAD, **yaml.safe_load(text)}
    for part in path:
        if isinstance(here, dict) and isinstance(part, int):
            here = list(here.values())
        if part not in (range(len(here)) if isinstance(here, list) else here):
            return False
        here = here[part]
    return True
