"""Missing progress reports: no task has started, no remaining work is given, or no baseline is saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.shared_gaps import few_or_one
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Status
from pathwayctl.scheduling.remaining_work import planned_days
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row


NOTHING_STARTED: Final = Rule("PW628")
NO_REMAINING: Final = Rule("PW629")
NO_BASELINE: Final = Rule("PW631")

_GRACE: Final = 14
"""Calendar days after which some task should have started."""


@check(NOTHING_STARTED, NO_REMAINING, needs_schedule=True)
def progress(index: PlanIndex) -> Iterator[Problem]:
    """Progress that is missing as of the status date."""
    today = index.today
    if today is None or not index.leaves:
        return
    if not is_under_way(index):
        first = min(_earliest(index, row) for row in index.leaves)
        if (today - first).days > _GRACE:
            message = f"No task has started by {long_day(today)}, but work could start on {long_day(first)}."
            yield NOTHING_STARTED.at(("project", "status_date"), message)
        return
    silent = [row for row in index.still_open if _is_silent(index, row, today)]
    yield from few_or_one(
        silent,
        _message,
        lambda: (
            f"{len(silent)} tasks in progress should be done by now and do not give their remaining work: "
            f"{named([row.task.title for row in silent])}."
        ),
    )


def is_under_way(index: PlanIndex) -> bool:
    """Whether any task has started."""
    begun = (Status.IN_PROGRESS, Status.DONE)
    return any(row.task.status in begun or row.task.started is not None for row in index.leaves)


@check(NO_BASELINE, needs_schedule=True)
def baseline(index: PlanIndex) -> Iterator[Problem]:
    """A project in progress without a saved baseline; without a status date it is not in progress yet."""
    if index.today is not None and not index.baselines and index.still_open and is_under_way(index):
        message = "Work has started, but no baseline was saved, so changes from the plan cannot be shown."
        yield NO_BASELINE.at(("project", "status_date"), message)


def _earliest(index: PlanIndex, row: Row) -> date:
    """The first day on which a task could start, apart from its links."""
    found, position = row.task.date or index.plan.project.start, row.index
    while position >= 0:
        bound = index.breakdown.rows[position].task.not_before
        found = max(found, bound) if bound is not None else found
        position = index.breakdown.rows[position].parent
    return found


def _is_silent(index: PlanIndex, row: Row, today: date) -> bool:
    task = row.task
    if task.status is not Status.IN_PROGRESS or task.started is None:
        return False
    if task.complete is not None or task.remaining is not None:
        return False
    calendar = index.calendar
    over = calendar.on_or_after(task.started.toordinal()) + planned_days(task, calendar.week)
    return over <= calendar.on_or_after(today.toordinal())


def _message(row: Row) -> Problem:
    task = row.task
    length = task.duration.likely if task.duration else None
    planned = (
        count(length.amount, "working week" if length.unit == "w" else "working day") if length else "a day"
    )
    started = f"{quoted(task.title)} started on {long_day(task.started)}" if task.started else ""
    message = f"{started} and was planned to take {planned}, but its remaining work is not given."
    return NO_REMAINING.at((*row.path, "status"), message)
