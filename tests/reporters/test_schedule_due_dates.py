"""Due dates of grants in the schedule: each once, as the deadline of a task or as a milestone of its own."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from pathwayctl.evidence.due_dates import due_dates, due_milestones
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.schedule.gantt_chart import gantt
from pathwayctl.model.plan import Plan
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.schedule import as_json, markdown, table
from pathwayctl.reporters.schedule.view import ScheduleReport
from pathwayctl.scheduling.arranging import arranged
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import Schedule, make_schedule

GRANT: dict[str, Any] = {
    "id": "perkins",
    "title": "Perkins grant",
    "reports": [
        {"title": "First report", "due": "2027-01-08", "submitted": "2027-01-07", "task": "meet"},
        {"title": "Second report", "due": "2027-01-29", "owner": "dana"},
        {"title": "Third report", "due": "2027-02-12", "task": "write"},
    ],
    "deliverables": [{"title": "Agreement", "due": "2027-03-01", "task": "sign"}, {"title": "Poster"}],
}
TASKS = [
    {"id": "meet", "title": "Meet", "duration": "2d"},
    {"id": "write", "title": "Write", "duration": "5d", "depends_on": ["meet"]},
    {"id": "sign", "title": "Sign", "duration": "1d", "deadline": "2027-02-01"},
]


def report(**project: Any) -> ScheduleReport:
    head = {"name": "P", "start": "2027-01-04", **project}
    people = [{"id": "dana", "name": "Dana Ruiz", "category": "cte"}]
    sections = {"people": people, "tasks": TASKS, "grants": [GRANT]}
    plan = Plan.model_validate({"pathwayctl": 1, "project": head, **sections})
    plan, breakdown = arranged(plan, break_down(plan.tasks))
    schedule = make_schedule(plan, breakdown)
    assert isinstance(schedule, Schedule)
    return ScheduleReport(plan, schedule)


def test_what_a_task_produces_is_its_deadline_unless_that_is_sooner_or_it_is_done() -> None:
    deadlines = {one.id: one.task.deadline for one in report().schedule.tasks}
    assert deadlines == {"meet": None, "write": date(2027, 2, 12), "sign": date(2027, 2, 1)}


def test_every_due_date_is_there_once() -> None:
    found = report().index.ask(due_dates)
    assert [(one.id, str(one.due)) for one in found] == [
        ("perkins-report-1", "2027-01-08"),
        ("perkins-report-2", "2027-01-29"),
        ("sign", "2027-02-01"),
        ("perkins-report-3", "2027-02-12"),
        ("perkins-deliverable-1", "2027-03-01"),
    ]
    assert [one.title for one in report().index.ask(due_milestones)] == ["Second report"]


def test_the_schedule_does_not_last_longer_for_a_due_date() -> None:
    assert report().schedule.finish == date(2027, 1, 12)


def test_the_table_and_the_page_name_what_no_task_produces() -> None:
    shown = plain(table.write(report(), 80))
    assert "Due dates of grants:\n  January 29, 2027: Second report (Perkins grant; Dana Ruiz)" in shown
    assert shown.count("report") == 1
    assert "29, 2027, overdue: Second" in plain(table.write(report(status_date="2027-02-01"), 80))
    assert "| Second report | Perkins grant | 2027-01-29 |" in plain(markdown.write(report(), 80))


def test_programs_get_all_of_them() -> None:
    found = json.loads(plain(as_json.write(report(), 80)))["due_dates"]
    assert found[0] == {
        "id": "perkins-report-1",
        "kind": "report",
        "title": "First report",
        "due": "2027-01-08",
        "done": "2027-01-07",
        "owner": None,
        "task": "meet",
        "grant": "Perkins grant",
    }
    assert [one["kind"] for one in found] == ["report", "report", "deadline", "report", "deliverable"]


def test_the_chart_has_a_milestone_and_a_flag() -> None:
    shown = report()
    chart = gantt(Context(shown.plan, shown.schedule))
    assert chart
    *tasks, due = chart.bars
    assert (due.label, due.kind, due.start, due.note) == (
        "Due: Second report", "milestone", date(2027, 1, 29), "Dana Ruiz"
    )  # fmt: skip
    assert [bar.deadline for bar in tasks] == [None, date(2027, 2, 12), date(2027, 2, 1)]
    critical = gantt(Context(shown.plan, shown.schedule), critical_only=True)
    assert critical
    assert [bar.label for bar in critical.bars] == ["Meet", "Write"]
