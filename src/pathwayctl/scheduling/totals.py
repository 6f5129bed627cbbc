"""Roll up progress, status, and cost from tasks to summaries.

What is dropped does not count. ``complete`` is weighted by planned working days; milestones weigh
nothing, unless there is nothing else.
"""

from __future__ import annotations

from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.remaining_work import Work

_BIT = {Status.PLANNED: 1, Status.IN_PROGRESS: 2, Status.DONE: 4, Status.BLOCKED: 8}
_BEGUN = _BIT[Status.IN_PROGRESS] | _BIT[Status.DONE]


@dataclass(frozen=True, slots=True)
class Totals:
    """An entry for each row: percent complete, status, and cost (``None`` if none is given)."""

    complete: list[int]
    status: list[Status]
    cost: list[float | None]


def totals(breakdown: Breakdown, work: Work, week: int) -> Totals:
    """Progress, status, and cost of every row, summed from the bottom up in one go."""
    rows = breakdown.rows
    found = Totals(
        [_complete(row.task, work.duration[row.index], week) for row in rows],
        [row.task.status for row in rows],
        [row.task.cost for row in rows],
    )
    size = len(rows) + 1
    done, days = [0] * size, [0] * size  # percent times days, and days
    points, tasks = [0] * size, [0] * size  # percent, and tasks, for where there are no days
    seen = [0] * size
    for row in reversed(rows):
        index, up = row.index, row.parent
        if row.is_summary:
            weight = days[index] or tasks[index]
            share = done[index] if days[index] else points[index]
            found.complete[index] = share // weight if weight else 0
            found.status[index] = _status(seen[index])
        elif work.live[index]:
            days[index], tasks[index] = work.duration[index], 1
            points[index] = found.complete[index]
            done[index] = points[index] * days[index]
            seen[index] = _BIT[row.task.status]
        if up >= 0 and work.live[index]:
            for column in (done, days, points, tasks):
                column[up] += column[index]
            seen[up] |= seen[index]
            cost = found.cost[index]
            if cost is not None:
                found.cost[up] = cost + (found.cost[up] or 0)
    return found


def _complete(task: Task, duration: int, week: int) -> int:
    """Percent complete of one task, from its progress as written."""
    if task.status is Status.DONE:
        return 100
    if task.complete is not None:
        return task.complete
    if task.remaining is None or not duration:
        return 0
    return max(0, 100 * (duration - task.remaining.days(week)) // duration)


def _status(seen: int) -> Status:
    """The status of a summary, from the statuses of the tasks that count in it."""
    if not seen:
        return Status.DROPPED
    if seen == _BIT[Status.DONE]:
        return Status.DONE
    if seen & ~_BIT[Status.DONE] == _BIT[Status.BLOCKED]:
        return Status.BLOCKED
    return Status.IN_PROGRESS if seen & _BEGUN else Status.PLANNED
