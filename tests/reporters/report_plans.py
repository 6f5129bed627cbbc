"""Small schedules and findings for the tests of reports."""

from __future__ import annotations

from typing import Any, Final

from pathwayctl.diagnostics import Finding, Position, Severity
from pathwayctl.model.plan import Plan
from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.registry import SCHEDULE
from pathwayctl.reporters.schedule.view import ScheduleReport
from pathwayctl.scheduling.schedule import Schedule, make_schedule

PEOPLE: Final = [{"id": "dana", "name": "Dana Ruiz"}, {"id": "lee", "name": "Lee Park"}]
WORK: Final[list[dict[str, Any]]] = [
    {
        "id": "launch",
        "title": "Launch the partnership",
        "tasks": [
            {"id": "invite", "title": "Invite employers", "duration": "10d", "owner": "dana"},
            {"id": "book", "title": "Book a room", "duration": "2d", "owner": "lee"},
            {"id": "agreed", "title": "All have agreed", "duration": "0d", "depends_on": ["invite"]},
        ],
    },
    {"id": "report", "title": "Write the report", "duration": "5d", "depends_on": ["launch", "book"]},
]
"""A group of two tasks and a milestone, and a task after them: 15 working days."""


def scheduled(
    tasks: list[dict[str, Any]], *, critical_only: bool = False, start: str = "2027-01-04", **project: Any
) -> ScheduleReport:
    """The report of a plan with these tasks; it starts on Monday, January 4, 2027 unless told otherwise."""
    header = {"name": "Example", "start": start, **project}
    plan = Plan.model_validate({"project": header, "tasks": tasks, "people": PEOPLE})
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return ScheduleReport(plan, schedule, critical_only)


def written(form: str, report: ScheduleReport, width: int = 80) -> str:
    """A schedule in a format, as it is written to a file."""
    return plain(SCHEDULE.writer(form)(report, width))


def finding(
    line: int = 1,
    column: int = 1,
    end_column: int = 0,
    *,
    end_line: int = 0,
    severity: Severity = Severity.ERROR,
    message: str = "Something is wrong.",
    hint: str = "Mend it.",
    code: str = "PW301",
    file: str = "work.yaml",
) -> Finding:
    """A finding that reaches to ``end_column``, or over one letter."""
    place = Position(line, column, end_line or line, end_column or column + 1)
    return Finding(code, severity, message, hint, file, place)


def reported(
    *findings: Finding, text: str = "", name: str = "", folder: str = "", left_out: int = 0
) -> FindingsReport:
    """The report of one project with a main file and ``work.yaml``, which holds ``text``."""
    return FindingsReport(
        name, folder, findings, {"pathway.yaml": b"", "work.yaml": text.encode()}, (), left_out
    )
