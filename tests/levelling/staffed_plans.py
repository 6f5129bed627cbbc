"""The random plans, people and slow reference of the engine's tests, for the tests of this folder."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "scheduling"))

from crews import closed_days, loads_by_day, person, school_plans, staffed, staffed_plans
from crews import given as can_give
from plans import task
from reference import Reference

__all__ = [
    "Reference",
    "can_give",
    "closed_days",
    "loads_by_day",
    "person",
    "school_plans",
    "staffed",
    "staffed_plans",
    "task",
]
