"""Small plans for the tests of what follows from a plan, written as a user would write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import yaml

from pathwayctl.model.plan import Plan


def plan_of(text: str = "", **header: Any) -> Plan:
    """A minimal project that begins on January 4, 2027, with sections laid over it."""
    project = {"name": "Example", "start": dt.date(2027, 1, 4), **header}
    return Plan.model_validate({"pathwayctl": 1, "project": project, **(yaml.safe_load(text) or {})})
