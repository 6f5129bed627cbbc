"""Whether the work is broken down far enough: the guide's three questions about each task.

They are asked of tasks that have no smaller tasks and are still to be done; a milestone is a point
in time and needs no estimate. Costs are asked for only where the plan reckons with costs at all. A
task can go ahead if someone is named for it (its owner, or who is assigned) and a detail or an
outcome says what to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import Lack, gathered
from pathwayctl.checks.phrases import named
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.model.work import Task
    from pathwayctl.scheduling.breakdown import Row


NO_ESTIMATE: Final = Rule("PW530")
NO_DETAIL: Final = Rule("PW531")
NOT_ACCOUNTABLE: Final = Rule("PW532")


@check(NO_ESTIMATE, NO_DETAIL, NOT_ACCOUNTABLE, guides=("ccrs",))
def breakdown(index: PlanIndex) -> Iterator[Problem]:
    """What each smallest task lacks: an estimate, enough to go ahead, or someone who answers for it."""
    points = {row.index for row in index.milestones}
    rows = [row for row in index.leaves if row.index not in points and row.task.status is not Status.DONE]
    costed = any(row.task.cost is not None for row in rows)
    yield from gathered(NO_ESTIMATE, _unestimated(rows, costed), "task")
    open_rows = [row for row in rows if row.task.owner is None or row.task.outcome is None]
    yield from gathered(NOT_ACCOUNTABLE, map(_unaccountable, open_rows), "task")
    vague = [row for row in open_rows if not _can_go_ahead(row.task)]
    if vague:
        number, names = count(len(vague), "task"), named([row.task.title for row in vague])
        message = f"Nobody can go ahead with {number}, as no one is named or no detail given: {names}."
        yield NO_DETAIL.at(vague[0].path, message)


def _can_go_ahead(task: Task) -> bool:
    """An owner and an outcome together are enough, so whoever answers for a task can also begin it."""
    named_for_it = task.owner is not None or bool(task.assigned)
    return named_for_it and (task.detail is not None or task.outcome is not None)


def _unestimated(rows: list[Row], costed: bool) -> Iterator[Lack]:
    for row in rows:
        time, cost = row.task.duration is None, costed and row.task.cost is None
        if time and cost:
            what, hint = "neither a duration nor a cost", "Add duration: and cost: with your estimates."
            yield Lack(row.path, row.task.title, what, hint)
        elif time:
            yield Lack(row.path, row.task.title, "no duration")
        elif cost:
            what, hint = "no cost, though other tasks have one", "Add cost:, and write 0 if it costs nothing."
            yield Lack(row.path, row.task.title, what, hint)


def _unaccountable(row: Row) -> Lack:
    task = row.task
    if task.owner is None and task.outcome is None:
        what, hint = "neither an owner nor an outcome", ""
    elif task.owner is None:
        what, hint = "no owner", "Add owner: with the one person or organization that answers for it."
    else:
        what, hint = "no outcome", "Add outcome: with what is there when it is done."
    return Lack(row.path, task.title, what, hint)
