"""Which tasks are critical, and the floats as they are shown, summaries included.

A task is critical if its total float is at most the project's ``critical_float``; nothing that is done or
dropped is. A summary has the least floats of what is still to be done in it, and is critical if any
of that is.
"""

from __future__ import annotations

from collections.abc import Sequence

from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.network import FAR, Network
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.solve import Solution

_CLOSED = (Status.DONE, Status.DROPPED)


@dataclass(frozen=True, slots=True)
class Margins:
    """An entry for each row: total and free float in working days, and whether it is critical."""

    total: list[int]
    free: list[int]
    critical: list[bool]


def margins(
    breakdown: Breakdown, network: Network, work: Work, solution: Solution, critical_float: int
) -> Margins:
    """The floats of every row, and which rows are critical."""
    at, size = solution.early.at, network.size
    found = Margins([FAR] * size, [FAR] * size, [False] * size)
    for row in range(size - 2, -1, -1):
        up = network.parent[row]
        if network.is_leaf[row]:
            if not work.is_open(row):
                found.total[row] = found.free[row] = 0
                continue
            found.total[row] = solution.late_finish[row] - at[size + row]
            found.free[row] = solution.free_float[row]
            is_closed = breakdown.rows[row].task.status in _CLOSED
            found.critical[row] = found.total[row] <= critical_float and not is_closed
        found.total[up] = min(found.total[up], found.total[row])
        found.free[up] = min(found.free[up], found.free[row])
        found.critical[up] = found.critical[up] or found.critical[row]
    for column in (found.total, found.free):
        column[:] = (0 if value == FAR else value for value in column)
    return found


def critical_path(breakdown: Breakdown, critical: Sequence[bool], starts: Sequence[int]) -> tuple[str, ...]:
    """The ids of critical tasks and milestones, by the day they start on and then as in the outline."""
    rows = [row for row in breakdown.rows if critical[row.index] and not row.is_summary]
    rows.sort(key=lambda row: starts[row.index])
    return tuple(row.task.id for row in rows)
