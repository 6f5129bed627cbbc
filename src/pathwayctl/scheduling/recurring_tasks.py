"""Recurring tasks written out: a task with ``every`` becomes a summary of its occurrences.

An occurrence is a task like any other: it can be waited for, assigned, and done. Its id is that of the task
with the month after it (``team-meeting-2027-03``), or the day where a month may have several.

- If the rule or ``date`` names a day, each occurrence is held on it.
- Otherwise each one is done at some time before the next: its window is the month, or the weeks, between.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from pathwayctl.model.plan import Plan
from pathwayctl.model.recurrence import Every, Window
from pathwayctl.model.work import Occurrence, Task
from pathwayctl.scheduling.recurrence import Occasion, occasions
from pathwayctl.scheduling.workdays import WorkCalendar
from pathwayctl.wording import MONTHS, short_day

A_YEAR: Final = timedelta(days=364)
"""So long something recurs for which no end is known."""
_ONLY_OF_EACH: Final[dict[str, Any]] = {
    "duration": None,
    "cost": None,
    "actual_cost": None,
    "assigned": (),
    "resources": (),
    "date": None,
    "not_before": None,
    "window": None,
}
"""What only the occurrences have, and not the summary."""
_ONLY_OF_ALL: Final[dict[str, Any]] = {
    "every": None,
    "until": None,
    "times": None,
    "occurrences": (),
    "depends_on": (),
    "not_before": None,
    "deadline": None,
    "window": None,
    "status": Task.model_fields["status"].default,
    "started": None,
    "finished": None,
    "complete": None,
    "remaining": None,
}
"""What only the summary has, and not the occurrences."""


def written_out(task: Task, plan: Plan, calendar: WorkCalendar) -> Task:
    """A recurring task as a summary of its occurrences; any other task, and one with tasks, as it is."""
    if task.every is None or task.tasks:
        return task
    changed = {one.id: one for one in task.occurrences}
    found = tuple(
        _changed(one, changed.get(one.id)) for one in _occurrences(task, task.every, plan, calendar)
    )
    return task.model_copy(update={**_ONLY_OF_EACH, "tasks": found}) if found else task


def last_recurrence_day(task: Task, plan: Plan) -> date:
    """The last day on which a task recurs: its own, else that of the project, else a year after the first."""
    if task.until is not None:
        return task.until
    if task.times is not None:
        return date.max
    return plan.project.finish_by or _first(task, plan) + A_YEAR


def _first(task: Task, plan: Plan) -> date:
    return task.date or task.not_before or plan.project.start


def _occurrences(task: Task, every: Every, plan: Plan, calendar: WorkCalendar) -> Iterator[Task]:
    first, last = _first(task, plan), last_recurrence_day(task, plan)
    is_held = task.date is not None or every.names_a_day
    begin = first if is_held or every.days else first.replace(day=1)
    for one in occasions(every, begin, last, task.times, calendar):
        if one.until < first:
            continue
        when: dict[str, Any] = {"date": one.day}
        if not is_held:
            when = {"date": None, "window": Window(max(one.named, first), min(one.until, last))}
        name = f"{task.title} ({_in_words(one, every)})"
        yield task.model_copy(
            update={**_ONLY_OF_ALL, **when, "id": f"{task.id}-{one.stamp(every)}", "title": name}
        )


def _in_words(one: Occasion, every: Every) -> str:
    """``March 2027``, or ``Mar 8, 2027`` where a month may have several."""
    return f"{MONTHS[one.named.month - 1]} {one.named.year}" if every.months else short_day(one.named)


def _changed(task: Task, change: Occurrence | None) -> Task:
    """An occurrence with what is said of it alone."""
    if change is None:
        return task
    fields = {name: getattr(change, name) for name in change.model_fields_set if name != "id"}
    fields = {name: value for name, value in fields.items() if value is not None}
    if change.date is not None:
        fields["window"] = None
    return task.model_copy(update=fields)
