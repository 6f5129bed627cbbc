"""The people and organizations that several tasks need at once, for more than their capacity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pathwayctl.scheduling.schedule import Schedule

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.scheduling.loads import Overload

_LEAST: Final = 0.0005
"""Half of the smallest share of a day that counts."""


def every_overload(index: PlanIndex) -> tuple[Overload, ...]:
    """Where the schedule asks for too much, also of a single task; none without a schedule."""
    if not isinstance(index.schedule, Schedule):
        return ()
    from pathwayctl.scheduling.loads import overloads

    return overloads(index.plan, index.schedule)


def overloaded(index: PlanIndex) -> Mapping[str, tuple[Overload, ...]]:
    """The weeks in which each person or organization is needed for too much, by their ids.

    A single task that needs more than there is does not count: it is so whatever the dates.
    """
    schedule = index.schedule
    if not isinstance(schedule, Schedule) or not any(row.task.assigned for row in index.still_open):
        return {}
    found: dict[str, list[Overload]] = {}
    for one in index.ask(every_overload):
        if len(one.rows) > 1 or one.given < index.parties[one.resource].capacity - _LEAST:
            found.setdefault(one.resource, []).append(one)
    return {party: tuple(weeks) for party, weeks in found.items()}
