"""The actions of the action plan (step 15), apart from the tasks of the core team that prepare it.

An action is a task of step 15 or of step 8 (quick action on shortages), or one that serves a priority of the
group. If tasks have neither steps nor priorities, nothing tells them apart, and all of them are actions.

Source: Creating Career Pathways in Colorado (2014), steps 8 and 15, by its published summary (see
``catalog/sector.yaml``); that tasks which serve a priority are actions too is our own reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.tags import tag_values

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.scheduling.breakdown import Row

ACTION_STEPS: Final = frozenset({8, 15})


def actions_of(index: PlanIndex) -> tuple[Row, ...]:
    """The smallest tasks that count and are actions, in the order of the work breakdown."""
    rows = index.breakdown.rows
    steps = tag_values(rows, "step")
    if not any(steps) and not any(row.task.priority_served for row in rows):
        return index.leaves
    priorities = priorities_served(index)
    return tuple(
        row for row in index.leaves if steps[row.index] in ACTION_STEPS or priorities[row.index] is not None
    )


def priorities_served(index: PlanIndex) -> list[str | None]:
    """For every row the priority that it serves: its own, else that of the nearest summary."""
    found: list[str | None] = []
    for row in index.breakdown.rows:
        above = found[row.parent] if row.parent >= 0 else None
        found.append(row.task.priority_served or above)
    return found
