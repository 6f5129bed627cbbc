"""The schedule as JSON for other programs; durations and floats are working days."""

from __future__ import annotations

import json
from typing import Any, Final

from pathwayctl.evidence.due_dates import due_dates
from pathwayctl.evidence.funding import Due
from pathwayctl.evidence.work.overloaded import every_overload
from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.schedule.view import ScheduleReport
from pathwayctl.scheduling.loads import Overload
from pathwayctl.scheduling.schedule import ScheduledTask

FIELDS: Final = (
    "id", "wbs", "title", "kind", "owner", "duration", "start", "finish", "late_start", "late_finish",
    "total_float", "free_float", "critical", "status", "complete", "depends_on",
    "deadline", "days_until_due",
)  # fmt: skip
"""The fields of a task; scripts rely on their names and order."""


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One object: version, start, finish, critical path, and the tasks in WBS order.

    Then who is overbooked, all due dates by day, and the result of leveling if it was requested.
    With a baseline also what differs from it, of each task and of the whole, and the earned value.
    Letters outside ASCII are written as codes, so that the text is the same on every system.
    """
    schedule = report.schedule
    document: dict[str, Any] = {
        "version": 1,
        "start": schedule.start.isoformat(),
        "finish": schedule.finish.isoformat(),
        "critical_path": schedule.critical_path,
        "critical_paths": _paths(report),
    }
    tasks: list[dict[str, Any]] = [
        dict(zip(FIELDS, values(report, task), strict=True)) for task in report.tasks
    ]
    if report.compared is not None:
        from pathwayctl.reporters.schedule import compared

        document["baseline"] = compared.of_plan(report.compared)
        document["earned_value"] = compared.of_value(report.earned, report.plan.project.currency)
        for task, fields in zip(report.tasks, tasks, strict=True):
            fields["baseline"] = compared.of_task(report.compared, task)
    document["tasks"] = tasks
    document["overloads"] = [_overload(report, one) for one in report.index.ask(every_overload)]
    document["due_dates"] = [_due(one) for one in report.index.ask(due_dates)]
    if report.levelled is not None:
        finish = report.levelled.before.isoformat()
        document["levelled"] = {"plain_finish": finish, "schedules_tried": report.levelled.tried}
    return [line(json.dumps(document, indent=2))]


def _due(one: Due) -> dict[str, Any]:
    """A due date: a deadline of a task, or of what a grant requires, and the task that produces it."""
    return {
        "id": one.id,
        "kind": one.kind.lower(),
        "title": one.title,
        "due": one.due.isoformat() if one.due else None,
        "done": one.done.isoformat() if one.done else None,
        "owner": one.owner,
        "task": one.task,
        "grant": one.grant or None,
    }


def _overload(report: ScheduleReport, one: Overload) -> dict[str, Any]:
    """Someone who is overbooked in a week: units a day on the worst day, all such days, and their tasks."""
    rows = report.schedule.records.breakdown.rows
    return {
        "resource": one.resource,
        "week": one.week.isoformat(),
        "needed": one.needed,
        "given": one.given,
        "days": [day.isoformat() for day in one.days],
        "tasks": [rows[row].task.id for row in one.rows],
    }


def _paths(report: ScheduleReport) -> list[list[str]]:
    """The longest critical paths, each from where it begins to where it ends."""
    from pathwayctl.scheduling.critical_paths import critical_paths

    rows = report.schedule.records.breakdown.rows
    found = critical_paths(report.schedule, report.plan.project.critical_float)
    return [[rows[row].task.id for row in path] for path in found.longest]


def values(report: ScheduleReport, task: ScheduledTask) -> tuple[str | int | bool | list[str] | None, ...]:
    """The values of the fields of one task."""
    return (
        task.id,
        task.wbs,
        task.title,
        task.kind,
        task.owner,
        task.duration,
        task.start.isoformat(),
        task.finish.isoformat(),
        task.late_start.isoformat(),
        task.late_finish.isoformat(),
        task.total_float,
        task.free_float,
        task.critical,
        task.status.value,
        task.complete,
        list(task.depends_on),
        task.task.deadline.isoformat() if task.task.deadline else None,
        report.schedule.days_until_due(task),
    )
