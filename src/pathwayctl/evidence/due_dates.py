"""The due dates of a plan: deadlines of tasks, and the deliverables and reports of grants."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.evidence.funding import Due, budget
from pathwayctl.model.vocabulary import Status

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex


def due_dates(index: PlanIndex) -> tuple[Due, ...]:
    """Every due date that has a day, each once, the earliest first.

    What a grant requires is due even if a task produces it; the task has no due date of its own then, unless
    that is another day.
    """
    grants = [one for one in index.ask(budget).due if one.due]
    known = {(one.task, one.due) for one in grants}
    tasks = [
        Due(row.path, "", "Deadline", task.title, task.deadline, task.finished, task.id, task.owner, task.id)
        for row in index.breakdown.rows
        if (task := row.task).deadline and task.status is not Status.DROPPED
        if (task.id, task.deadline) not in known
    ]
    return tuple(sorted((*grants, *tasks), key=lambda one: one.due or date.max))


def due_milestones(index: PlanIndex) -> tuple[Due, ...]:
    """Those that no task of the schedule has as its deadline: what no task produces."""
    return tuple(one for one in index.ask(due_dates) if index.row_of(one.task) is None)
