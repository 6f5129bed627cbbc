"""The schedule as a Markdown table, for wikis, issues, and e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.evidence.due_dates import due_milestones
from pathwayctl.handouts.tables import Head
from pathwayctl.rendering.blocks import Facts, Paragraph, Table
from pathwayctl.rendering.markdown import write_page
from pathwayctl.rendering.pages import Frame, Page
from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.schedule.foot import compared
from pathwayctl.reporters.schedule.view import ScheduleReport, due_in_words, float_in_words, variance_in_days
from pathwayctl.scheduling.schedule import ScheduledTask
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from pathwayctl.analysis.earned_value import Earned, Value

_COLUMNS = (
    Head("Task"),
    Head("Owner"),
    Head("Waits for"),
    Head("Days", "right"),
    Head("Start"),
    Head("Finish"),
    Head("Float"),
    Head("Status"),
)
_MOVED = Head("Moved", "right")
_DUE = Head("Until due", "right")
_GRANTS = (Head("Deliverable or report"), Head("Grant"), Head("Due"), Head("Done"))
_EARNED = (
    Head("Part"),
    Head("Budget", "right"),
    Head("Planned by now", "right"),
    Head("Earned", "right"),
    Head("Actual cost", "right"),
    Head("SPI", "right"),
    Head("CPI", "right"),
)


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """A page with the plan's dates and a row per task."""
    schedule = report.schedule
    owners = report.owners()
    facts = Facts(
        (
            ("Start", long_day(schedule.start)),
            ("Finish", long_day(schedule.finish)),
            ("Critical", count(len(schedule.critical_path), "task")),
        )
    )
    against = () if report.compared is None else tuple(Paragraph(text) for text in compared(report))
    is_due = any(due_in_words(report, task) for task in report.tasks)
    table = Table(
        "Tasks in the order of the work breakdown; durations and float are in working days",
        (*_COLUMNS, *([_DUE] if is_due else []), *([_MOVED] if against else [])),
        tuple(
            (
                *_row(task, owners),
                *([due_in_words(report, task)] if is_due else []),
                *([variance_in_days(report, task)] if against else []),
            )
            for task in report.tasks
        ),
        indents=tuple(task.depth for task in report.tasks),
    )
    parts = () if report.earned is None else (_earned(report, report.earned),)
    due = [one for one in report.index.ask(due_milestones) if one.due]
    rows = tuple((one.title, one.grant, str(one.due), str(one.done or "")) for one in due)
    dates = Table(
        "Due dates of grants", (Head("Due date of"), Head("Grant"), Head("Due"), Head("Done")), rows
    )
    tables = (*((table,) if report.tasks else ()), *((dates,) if due else ()))
    page = Page("Master schedule", (facts, *against, *parts, *tables))
    return [line(text) for text in write_page(page, Frame(report.plan.project.name)).rstrip("\n").split("\n")]


def _row(task: ScheduledTask, owners: dict[str, str]) -> tuple[str, ...]:
    return (
        f"{task.wbs} {task.title}",
        owners.get(task.owner or "", task.owner or ""),
        ", ".join(task.depends_on),
        str(task.duration),
        task.start.isoformat(),
        task.finish.isoformat(),
        float_in_words(task),
        task.status.label,
    )


def _earned(report: ScheduleReport, earned: Earned) -> Table:
    """What is earned of each part at the top of the plan, and of the whole."""
    currency = report.plan.project.currency
    values = [*((f"{task.wbs} {task.title}", value) for task, value in earned.parts), ("All", earned.whole)]
    return Table(
        f"Earned value in {currency if earned.in_money else 'working days'}",
        _EARNED,
        tuple((name, *_figures(value)) for name, value in values),
    )


def _figures(value: Value) -> tuple[str, ...]:
    amounts = (value.budget, value.planned, value.earned, value.actual)
    indices = (value.schedule_index, value.cost_index)
    return (
        *("" if amount is None else f"{amount:,.0f}" for amount in amounts),
        *("" if index is None else f"{index:.2f}" for index in indices),
    )
