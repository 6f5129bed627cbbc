"""The master schedule on a terminal: the work breakdown, its dates, and bars as wide as there is room."""

from __future__ import annotations

from datetime import date
from typing import Final

from pathwayctl.reporters.lines import Line, Span, line
from pathwayctl.reporters.schedule.view import ScheduleReport, float_in_words
from pathwayctl.reporters.screen import fitted
from pathwayctl.scheduling.schedule import ScheduledTask
from pathwayctl.wording import MONTHS, count, long_day

_GAP: Final = "  "
_DAY: Final = 10
_FLOAT: Final = 8
_DAYS: Final = 4
_BARS: Final = {"summary": ("┅", ""), "milestone": ("◆", "magenta"), "task": ("━", "cyan")}
_CRITICAL: Final = ("█", "bold red")


def write(report: ScheduleReport, width: int) -> list[Line]:
    """A line per task, then what the plan comes to."""
    if not report.schedule.tasks:
        return [line("There are no tasks yet. Write them under tasks: in a file of the project.")]
    columns = _Columns(width)
    scale = _Scale(report.schedule.start, report.schedule.finish, columns.bars)
    owners = report.owners()
    rows = [_row(task, columns, scale, owners) for task in report.tasks]
    return [*_head(columns, scale), *rows, line(), *_foot(report)]


class _Columns:
    """How wide each column is. Wider screens show the days and the owner, and longer bars."""

    def __init__(self, width: int) -> None:
        self.days = _DAYS if width >= 100 else 0
        self.owner = min(28, width // 8) if width >= 120 else 0
        fixed = sum(part + len(_GAP) for part in (_DAY, _DAY, _FLOAT, self.days, self.owner) if part)
        room = max(30, width - fixed - len(_GAP))
        self.title = max(20, min(60, room * 7 // 10))
        self.bars = room - self.title

    def cells(self, title: str, owner: str, days: str, start: str, finish: str, slack: str) -> str:
        """One row's texts, each fitted to its column."""
        parts = [fitted(title, self.title) if title.isspace() or not title else _tree(title, self.title)]
        if self.owner:
            parts.append(fitted(owner, self.owner))
        if self.days:
            parts.append(fitted(days, self.days, "right"))
        return _GAP.join([*parts, fitted(start, _DAY), fitted(finish, _DAY)])


def _tree(title: str, width: int) -> str:
    depth = len(title) - len(title.lstrip())
    return " " * depth + fitted(title, width - depth)


class _Scale:
    """Days of the plan on columns of the screen."""

    def __init__(self, start: date, finish: date, width: int) -> None:
        self.start = start
        self.width = width
        self.span = max(1, (finish - start).days + 1)

    def column(self, day: date) -> int:
        """The column that a day falls on."""
        at = (day - self.start).days * self.width // self.span
        return max(0, min(self.width - 1, at))

    def labels(self) -> str:
        """Months with their years, as many as fit without touching."""
        text = [" "] * self.width
        free, year, month = 0, self.start.year, self.start.month
        while (day := date(year, month, 1)).toordinal() < self.start.toordinal() + self.span:
            label = f"{MONTHS[month - 1][:3]} {year}"
            at = self.column(day) if day >= self.start else 0
            if at >= free and at + len(label) <= self.width:
                text[at : at + len(label)] = label
                free = at + len(label) + 1
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
            if year > date.max.year:
                break
        return "".join(text)


def _head(columns: _Columns, scale: _Scale) -> list[Line]:
    cells = columns.cells("Task", "Owner", "Days", "Start", "Finish", "")
    head = f"{cells}{_GAP}{fitted('Float', _FLOAT)}{_GAP}{scale.labels()}"
    return [line((head.rstrip(), "bold"))]


def _row(task: ScheduledTask, columns: _Columns, scale: _Scale, owners: dict[str, str]) -> Line:
    title = f"{' ' * min(task.depth * 2, 12)}{task.wbs} {' '.join(task.title.split())}"
    owner = owners.get(task.owner or "", task.owner or "")
    style = "bold" if task.kind == "summary" else ""
    cells = columns.cells(
        title, owner, str(task.duration), task.start.isoformat(), task.finish.isoformat(), ""
    )
    slack: Span = (fitted(float_in_words(task), _FLOAT), "bold red" if task.critical else "dim")
    return line((cells + _GAP, style), slack, _GAP, *_bar(task, scale))


def _bar(task: ScheduledTask, scale: _Scale) -> tuple[Span, ...]:
    mark, style = _BARS[task.kind]
    if task.critical and task.kind != "summary":
        mark, style = (_CRITICAL[0] if task.kind == "task" else mark), _CRITICAL[1]
    begin, end = scale.column(task.start), scale.column(task.finish)
    if task.kind == "milestone":
        begin = end
    return (" " * begin, ""), (mark * (end - begin + 1), style)


def _foot(report: ScheduleReport) -> list[Line]:
    schedule = report.schedule
    tasks = [task for task in schedule.tasks if task.kind != "summary"]
    span = f"{count(len(tasks), 'task')} from {long_day(schedule.start)} to {long_day(schedule.finish)}."
    critical = count(len(schedule.critical_path), "task is", "tasks are")
    return [
        line(f"{span} {critical} critical: a day lost there is a day lost in the whole plan."),
        line("Bars: █ critical, ━ with float, ◆ milestone, ┅ summary. Float is in working days."),
    ]
