"""The master schedule on a terminal: the work breakdown, its dates, and bars as wide as there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.lines import Line, Span, fitted, hanging, line, width_of
from pathwayctl.reporters.schedule.foot import STATUS_LINE, foot
from pathwayctl.reporters.schedule.view import (
    ScheduleReport,
    due_in_words,
    float_in_words,
    is_near_critical,
    shown_status,
    variance_in_days,
)
from pathwayctl.scheduling.schedule import ScheduledTask
from pathwayctl.wording import MONTHS

_MONTHS: Final = {1: 28, 2: 59, 3: 89, 6: 181}
"""Months between two labels, and how many days these have at least."""
_YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
_MONTH_WIDTH: Final = len("Jan ")
_YEAR_WIDTH: Final = len("2027 ")


@dataclass(frozen=True, slots=True)
class TextScale:
    """The days from ``start`` to ``finish``, both included, on ``width`` columns."""

    start: date
    finish: date
    width: int

    @property
    def days(self) -> int:
        """How many days there are on the scale."""
        return (self.finish - self.start).days + 1

    def begin(self, day: date) -> int:
        """The column in which a day begins, from 0; days outside stand at the edge."""
        return self._column(self._at(day.toordinal()))

    def end(self, day: date) -> int:
        """The column in which a day ends."""
        return self._column(max(self._at(day.toordinal()), self._at(day.toordinal() + 1) - 1))

    def labels(self) -> tuple[str, str]:
        """A line of years, and below it one of months at steps of 1, 2, 3, or 6 if these have room."""
        months = next((step for step, days in _MONTHS.items() if self._takes(days, _MONTH_WIDTH)), 0)
        if months:
            return self._line(self._years(1)), self._line(self._months(months))
        years = next((step for step in _YEARS if self._takes(step * 365, _YEAR_WIDTH)), _YEARS[-1])
        return "", self._line(self._years(years))

    def _at(self, day: int) -> int:
        return (day - self.start.toordinal()) * self.width // self.days

    def _column(self, at: int) -> int:
        return max(0, min(self.width - 1, at))

    def _takes(self, days: int, columns: int) -> bool:
        return days * self.width // self.days >= columns

    def _months(self, step: int) -> Iterator[tuple[int, str]]:
        first = self.start.year * 12 + self.start.month - 1
        last = self.finish.year * 12 + self.finish.month
        for month in range(first + -first % step, last, step):
            day = date(month // 12, month % 12 + 1, 1)
            yield self.begin(day), MONTHS[month % 12][:3]

    def _years(self, step: int) -> Iterator[tuple[int, str]]:
        """The year in which the scale begins, and those after it that can be divided by the step."""
        following = self.start.year + 1
        years = range(following + -following % step, self.finish.year + 1, step)
        yield 0, f"{self.start.year:04}"
        for year in years:
            yield self.begin(date(year, 1, 1)), f"{year:04}"

    def _line(self, labels: Iterator[tuple[int, str]]) -> str:
        """The labels at their columns, but for a first or a last one that has no room."""
        text, end = "", self.width + 1
        for at, label in reversed(list(labels)):
            if at + len(label) < end:
                text = label.ljust(end - at) + text if text else label
                end = at
        return " " * end + text if text else ""


_GAP: Final = "  "
_FLOAT: Final = len("critical")
_DEEPEST: Final = 6
"""Tasks deeper than this are not indented further."""
_SHORTEST_TITLE: Final = 18
_LONGEST_TITLE: Final = 72
_LEAST_BESIDE_IDS: Final = 30
"""Columns of titles that must be left beside a column of ids; else each id has a line of its own."""
_LONGEST_NAME: Final = 28
_LINES: Final = 3
"""Lines that a long title may take."""
_MOVED: Final = len("+1234d")
_DUE: Final = "Until due"
_MOVED_FROM: Final = 62
"""The narrowest screen that shows the variance of each finish, or the days until a task is due."""
_DATES_FROM, _BARS_FROM, _DAYS_FROM, _OWNERS_FROM = 54, 100, 100, 120
"""Columns of a screen from which on it shows the start beside the finish, and so on."""
_BARS: Final = {"summary": ("┅", ""), "milestone": ("◇", "magenta"), "task": ("━", "cyan")}
_CRITICAL: Final = {"summary": ("┅", ""), "milestone": ("◆", "bold red"), "task": ("█", "bold red")}


def write(report: ScheduleReport, width: int) -> Iterable[Line]:
    """A line or two per task, made as they are read, then what the plan comes to."""
    if not report.schedule.tasks:
        return [line("There are no tasks yet. Write them under tasks: in a file of the project.")]
    owners = report.owners()
    columns = _columns(report, owners, width)
    scale = TextScale(report.schedule.start, report.schedule.finish, columns.bars)
    tasks = report.tasks
    below = foot(report, width, bars=bool(columns.bars and tasks))
    if not tasks:
        return below
    rows = (row for task in tasks for row in _rows(report, task, columns, scale, owners))
    return chain(_head(columns, scale), rows, [line(), *below])


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide each column is; 0 leaves it out. Wider screens show more columns, and longer bars.

    ``year`` is the year of the dates that are shown without one.
    """

    title: int
    ids: int
    owner: int
    days: int
    start: int
    finish: int
    moved: int
    due: int
    bars: int
    year: int

    @property
    def before_float(self) -> int:
        """Where the column of the float begins."""
        widths = (self.title, self.ids, self.owner, self.days, self.start, self.finish, self.moved, self.due)
        return sum(width + len(_GAP) for width in widths if width)


def _columns(report: ScheduleReport, owners: Mapping[str, str], width: int) -> _Columns:
    tasks, year = report.tasks, report.schedule.start.year
    days = max((len(str(task.duration)) for task in tasks), default=0)
    names = {owners.get(task.owner, task.owner) for task in tasks if task.owner}
    owner = max(map(width_of, names), default=0)
    owner = min(owner, _LONGEST_NAME, width // 7) if width >= _OWNERS_FROM else 0
    days = max(days, len("Days")) if width >= _DAYS_FROM else 0
    date = max((len(_day(day, year)) for task in tasks for day in (task.start, task.finish)), default=0)
    start = max(date, len("Start")) if width >= _DATES_FROM else 0
    finish = max(date, len("Finish"))
    moved = _MOVED if report.compared and width >= _MOVED_FROM else 0
    due = max((len(due_in_words(report, task)) for task in tasks), default=0)
    due = max(due, len(_DUE)) if due and width >= _MOVED_FROM else 0
    before = (owner, days, start, finish, moved, due)
    room = width - sum(part + len(_GAP) for part in before if part) - _FLOAT - len(_GAP)
    ids = max((len(task.id) for task in tasks), default=0) if report.ids else 0
    ids = ids if room - ids - len(_GAP) >= _LEAST_BESIDE_IDS else 0
    room -= ids + len(_GAP) if ids else 0
    if width < _BARS_FROM:
        return _Columns(room, ids, owner, days, start, finish, moved, due, 0, year)
    longest = max((width_of(_titled(task)) for task in tasks), default=0)
    title = min(max(longest, _SHORTEST_TITLE), _LONGEST_TITLE, room * 3 // 5)
    return _Columns(title, ids, owner, days, start, finish, moved, due, room - title - len(_GAP), year)


def _day(day: date, year: int) -> str:
    """``Sep 8``, or ``Jan 11 ’28`` where the year is another one than that of the plan's start."""
    short = f"{MONTHS[day.month - 1][:3]} {day.day}"
    return short if day.year == year else f"{short} ’{day.year % 100:02}"


def _titled(task: ScheduledTask) -> str:
    """The title with its number, indented by its depth in the work breakdown."""
    return f"{'  ' * min(task.depth, _DEEPEST)}{task.wbs} {task.title}"


def _head(columns: _Columns, scale: TextScale) -> list[Line]:
    cells = [fitted("Task", columns.title)]
    cells += [fitted("Id", columns.ids)] if columns.ids else []
    cells += [fitted("Owner", columns.owner)] if columns.owner else []
    cells += ["Days".rjust(columns.days)] if columns.days else []
    cells += [fitted("Start", columns.start)] if columns.start else []
    cells += [fitted("Finish", columns.finish)]
    cells += [fitted("Moved", _MOVED)] if columns.moved else []
    cells += [fitted(_DUE, columns.due)] if columns.due else []
    cells += [fitted("Float", _FLOAT)]
    if not columns.bars:
        return [line((_GAP.join(cells), "bold"))]
    years, months = scale.labels()
    above = [line(" " * (columns.before_float + _FLOAT) + _GAP, (years, "bold"))] if years else []
    return [*above, line((_GAP.join([*cells, months]), "bold"))]


def _rows(
    report: ScheduleReport,
    task: ScheduledTask,
    columns: _Columns,
    scale: TextScale,
    owners: Mapping[str, str],
) -> Iterator[Line]:
    """The line of a task; below it what is left of a long title, and its id where that has no column."""
    indent = "  " * min(task.depth, _DEEPEST)
    hung = indent + " " * min(len(task.wbs) + 1, columns.title // 3)
    first, *more = hanging(f"{task.wbs} {task.title}", columns.title, _LINES, (indent, hung))
    style = "bold" if task.kind == "summary" else ""
    spans = (
        (_GAP.join([first, *_cells(report, task, columns, owners)]) + _GAP, style),
        _slack(report, task),
    )
    yield (*spans, *_bar(task, scale, shown_status(report))) if columns.bars else spans
    yield from (line((text, style)) for text in more)
    if report.ids and not columns.ids:
        yield line(hung, (task.id, "dim"))


def _cells(
    report: ScheduleReport, task: ScheduledTask, columns: _Columns, owners: Mapping[str, str]
) -> Iterator[str]:
    """The cells between the title and the float."""
    if columns.ids:
        yield task.id.ljust(columns.ids)
    if columns.owner:
        yield fitted(owners.get(task.owner or "", task.owner or ""), columns.owner)
    if columns.days:
        yield f"{task.duration:>{columns.days}}"
    if columns.start:
        yield _day(task.start, columns.year).ljust(columns.start)
    yield _day(task.finish, columns.year).ljust(columns.finish)
    if columns.moved:
        yield fitted(variance_in_days(report, task), _MOVED)
    if columns.due:
        yield due_in_words(report, task).ljust(columns.due)


def _slack(report: ScheduleReport, task: ScheduledTask) -> Span:
    """The float: ``critical``, ``3d near``, ``100 near``, ``12d``."""
    text = float_in_words(task)
    if not is_near_critical(report, task):
        return f"{text:{_FLOAT}}", "bold red" if task.critical else "dim"
    near = f"{text} near"
    return f"{near if len(near) <= _FLOAT else f'{text[:-1]} near':{_FLOAT}}", "yellow"


def _bar(task: ScheduledTask, scale: TextScale, judged: date | None) -> tuple[Span, ...]:
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
