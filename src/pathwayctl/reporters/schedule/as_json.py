"""The schedule as JSON for other programs; durations and floats are working days."""

from __future__ import annotations

import json

from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.schedule.view import ScheduleReport
from pathwayctl.scheduling.schedule import ScheduledTask


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One object: version, start, finish, critical path and the tasks in WBS order."""
    schedule = report.schedule
    document = {
        "version": 1,
        "start": schedule.start.isoformat(),
        "finish": schedule.finish.isoformat(),
        "critical_path": list(schedule.critical_path),
        "tasks": [as_dict(task) for task in report.tasks],
    }
    return [line(json.dumps(document, indent=1, ensure_ascii=False))]


def as_dict(task: ScheduledTask) -> dict[str, object]:
    """One task with the fields that scripts rely on."""
    return {
        "id": task.id,
        "wbs": task.wbs,
        "title": task.title,
        "kind": task.kind,
        "owner": task.owner,
        "duration": task.duration,
        "start": task.start.isoformat(),
        "finish": task.finish.isoformat(),
        "late_start": task.late_start.isoformat(),
        "late_finish": task.late_finish.isoformat(),
        "total_float": task.total_float,
        "free_float": task.free_float,
        "critical": task.critical,
        "status": task.status.value,
        "complete": task.complete,
        "depends_on": list(task.depends_on),
    }
