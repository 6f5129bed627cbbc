"""Small plans for the tests of what follows from a plan, written as a user would write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import yaml

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.breakdown import break_down


def plan_of(text: str = "", **header: Any) -> Plan:
    """A minimal project that begins on January 4, 2027, with sections laid over it."""
    project = {"name": "Example", "start": dt.date(2027, 1, 4), **header}
    return Plan.model_validate({"pathwayctl": 1, "project": project, **(yaml.safe_load(text) or {})})


def index_of(text: str = "", **header: Any) -> PlanIndex:
    """The look-ups of such a plan, without its dates."""
    plan = plan_of(text, **header)
    return PlanIndex(plan, break_down(plan.tasks))
