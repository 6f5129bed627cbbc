"""The master schedule on a terminal: the work breakdown, its dates, and bars as wide as there is room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from pathwayctl.reporters.fitting import fitted, width_of
from pathwayctl.reporters.lines import Line, Span, line
from pathwayctl.reporters.schedule.foot import STATUS_LINE, foot
from pathwayctl.reporters.schedule.scale import Scale
from pathwayctl.reporters.schedule.view import (
    ScheduleReport,
    float_in_words,
    is_near_critical,
    moved,
    shown_status,
)
from pathwayctl.scheduling.schedule import ScheduledTask

_GAP: Final = "  "
_DATE: Final = len("2027-01-04")
_FLOAT: Final = len("critical")
_DEEPEST: Final = 6
"""Tasks deeper than this are not moved further to the right."""
_SHORTEST_TITLE: Final = 18
_LONGEST_TITLE: Final = 72
_LONGEST_NAME: Final = 28
_MOVED: Final = len("+1234d")
_MOVED_FROM: Final = 62
"""Columns of a screen from which on there is room to say how far each finish has moved."""
_DATES_FROM, _BARS_FROM, _DAYS_FROM, _OWNERS_FROM = 54, 72, 100, 120
"""Columns of a screen from which on it shows the start beside the finish, and so on."""
_BARS: Final = {"summary": ("┅", ""), "milestone": ("◇", "magenta"), "task": ("━", "cyan")}
_CRITICAL: Final = {"summary": ("┅", ""), "milestone": ("◆", "bold red"), "task": ("█", "bold red")}


def write(report: ScheduleReport, width: int) -> list[Line]:
    """A line per task, then what the plan comes to."""
    if not report.schedule.tasks:
        return [line("There are no tasks yet. Write them under tasks: in a file of the project.")]
    owners = report.owners()
    columns = _columns(report, owners, width)
    scale = Scale(report.schedule.start, report.schedule.finish, columns.bars)
    rows = [_row(report, task, columns, scale, owners) for task in report.tasks]
    lines = [*_head(columns, scale), *rows, line()] if rows else []
    return lines + foot(report, width, bars=bool(columns.bars and rows))


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide each column is; 0 leaves it out. Wider screens show more columns, and longer bars."""

    title: int
    owner: int
    days: int
    start: int
    moved: int
    bars: int

    @property
    def before_float(self) -> int:
        """Where the column of the float begins."""
        widths = (self.title, self.owner, self.days, self.start, _DATE, self.moved)
        return sum(width + len(_GAP) for width in widths if width)


def _columns(report: ScheduleReport, owners: Mapping[str, str], width: int) -> _Columns:
    tasks = report.tasks
    days = max((len(str(task.duration)) for task in tasks), default=0)
    names = {owners.get(task.owner, task.owner) for task in tasks if task.owner}
    owner = max(map(width_of, names), default=0)
    owner = min(owner, _LONGEST_NAME, width // 8) if width >= _OWNERS_FROM else 0
    days = max(days, len("Days")) if width >= _DAYS_FROM else 0
    start = _DATE if width >= _DATES_FROM else 0
    moved = _MOVED if report.compared and width >= _MOVED_FROM else 0
    before = (owner, days, start, _DATE, moved)
    room = width - sum(part + len(_GAP) for part in before if part) - _FLOAT - len(_GAP)
    if width < _BARS_FROM:
        return _Columns(room, owner, days, start, moved, 0)
    longest = max((width_of(_titled(task)) for task in tasks), default=0)
    title = min(max(longest, _SHORTEST_TITLE), _LONGEST_TITLE, room * 3 // 5)
    return _Columns(title, owner, days, start, moved, room - title - len(_GAP))


def _titled(task: ScheduledTask) -> str:
    """The title with its number, moved to the right as deep as the task stands in the work breakdown."""
    return f"{'  ' * min(task.depth, _DEEPEST)}{task.wbs} {task.title}"


def _head(columns: _Columns, scale: Scale) -> list[Line]:
    cells = [fitted("Task", columns.title)]
    cells += [fitted("Owner", columns.owner)] if columns.owner else []
    cells += ["Days".rjust(columns.days)] if columns.days else []
    cells += [fitted("Start", _DATE)] if columns.start else []
    cells += [fitted("Finish", _DATE)]
    cells += [fitted("Moved", _MOVED)] if columns.moved else []
    cells += [fitted("Float", _FLOAT)]
    if not columns.bars:
        return [line((_GAP.join(cells), "bold"))]
    years, months = scale.labels()
    above = [line(" " * (columns.before_float + _FLOAT) + _GAP, (years, "bold"))] if years else []
    return [*above, line((_GAP.join([*cells, months]), "bold"))]


def _row(
    report: ScheduleReport, task: ScheduledTask, columns: _Columns, scale: Scale, owners: Mapping[str, str]
) -> Line:
    indent = "  " * min(task.depth, _DEEPEST)
    text = indent + fitted(f"{task.wbs} {task.title}", columns.title - len(indent))
    if columns.owner:
        text += _GAP + fitted(owners.get(task.owner or "", task.owner or ""), columns.owner)
    if columns.days:
        text += f"{_GAP}{task.duration:>{columns.days}}"
    if columns.start:
        text += _GAP + task.start.isoformat()
    text += f"{_GAP}{task.finish.isoformat()}{_GAP}"
    if columns.moved:
        text += fitted(moved(report, task), _MOVED) + _GAP
    spans = (
        (text, "bold" if task.kind == "summary" else ""),
        _slack(report, task),
    )
    return (*spans, *_bar(task, scale, shown_status(report))) if columns.bars else spans


def _slack(report: ScheduleReport, task: ScheduledTask) -> Span:
    """The float: ``critical``, ``3d near``, ``100 near``, ``12d``."""
    text = float_in_words(task)
    if not is_near_critical(report, task):
        return f"{text:{_FLOAT}}", "bold red" if task.critical else "dim"
    near = f"{text} near"
    return f"{near if len(near) <= _FLOAT else f'{text[:-1]} near':{_FLOAT}}", "yellow"


def _bar(task: ScheduledTask, scale: Scale, judged: date | None) -> tuple[Span, ...]:
    """The bar of a task, and the line of the status date in every row that has no bar there."""
    mark, style = (_CRITICAL if task.critical else _BARS)[task.kind]
    end = scale.end(task.finish)
    begin = end if task.kind == "milestone" else scale.begin(task.start)
    bar = (mark * (end - begin + 1), style)
    at = scale.end(judged) if judged else begin
    if at < begin:
        return (_GAP + " " * at, ""), (STATUS_LINE, "dim"), (" " * (begin - at - 1), ""), bar
    if at > end:
        return (_GAP + " " * begin, ""), bar, (" " * (at - end - 1), ""), (STATUS_LINE, "dim")
    return (_GAP + " " * begin, ""), bar
