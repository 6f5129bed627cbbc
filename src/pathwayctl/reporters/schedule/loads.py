"""Who is overbooked, in sentences, week by week, and as bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.reporters.lines import Line, folded, head, line
from pathwayctl.reporters.schedule.view import ScheduleReport
from pathwayctl.scheduling.loads import Overload, loads, overloads
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.wording import count, listed, short_day

_TOLD: Final = 10
"""More weeks than these are only counted."""
_TOLD_SHORT: Final = 3
"""The same without ``--loads``."""
_TASKS: Final = 3
_DRAWN: Final = 3
"""People of whom bars are drawn."""
_WEEKS: Final = 8
"""Weeks of one person that are drawn."""
_LONGEST: Final = 40
_LEGEND: Final = "By week below: ━ within capacity, █ over capacity."


def overload_lines(report: ScheduleReport, width: int) -> list[Line]:
    """Some lines on who is overbooked when; none if no one is."""
    found = overloads(report.plan, report.schedule)
    if not found:
        return []
    is_whole = report.whole_loads or report.levelled is not None
    words = [_opening(report, found), *_weeks(report, found, _TOLD if is_whole else _TOLD_SHORT)]
    style = "bold red" if report.levelled else "yellow"
    lines = [line((part, style)) for text in words for part in folded(text, width)]
    if not is_whole:
        return lines
    lines += [line((part, "dim")) for part in folded(_LEGEND, width)]
    for resource in list(dict.fromkeys(one.resource for one in found))[:_DRAWN]:
        lines += _bars(report, resource, [one for one in found if one.resource == resource], width)
    return [*lines, line()]


def _opening(report: ScheduleReport, found: Sequence[Overload]) -> str:
    people = {one.resource for one in found}
    who = count(len(people), "person or group is", "people or groups are")
    if report.levelled:
        return f"Tasks with fixed dates still overbook people: {who} overbooked."
    more = "" if report.whole_loads else " To see every week, add --loads."
    return f"{who} overbooked. To find dates within everyone’s capacity, add --level.{more}"


def _weeks(report: ScheduleReport, found: Sequence[Overload], most: int) -> Iterator[str]:
    names = report.owners()
    for one in found[:most]:
        tasks = [_titled(report.schedule, row) for row in one.rows[:_TASKS]]
        tasks += [count(len(one.rows) - _TASKS, "more task")] if len(one.rows) > _TASKS else []
        has = f"has {one.given:g}" if one.given else "is on leave"
        yield (
            f"  {names[one.resource]}, week of {short_day(one.week)}: needs {one.needed:g} a day, {has}; "
            f"{listed(tasks)}."
        )
    if len(found) > most:
        yield f"  and {len(found) - most:,} more."


def _titled(schedule: Schedule, row: int) -> str:
    one = schedule.records.breakdown.rows[row]
    return f"{one.wbs} {' '.join(one.task.title.split())}"


def _bars(report: ScheduleReport, resource: str, found: Sequence[Overload], width: int) -> Iterator[Line]:
    """A bar for each week from the first one that is too much: what is needed, and what is above."""
    drawn = [one for one in loads(report.plan, report.schedule, resource) if one.week >= found[0].week]
    drawn = drawn[:_WEEKS]
    most = max(max(one.needed, one.given) for one in drawn)
    numbers = [f"{one.needed:g} of {one.given:g}" for one in drawn]
    days = [short_day(one.week) for one in drawn]
    left, right = max(map(len, days)), max(map(len, numbers))
    room = min(width - left - right - 6, _LONGEST)
    yield line()
    yield line((head(f"{report.owners()[resource]}, units a day by week", width), "bold"))
    for one, number, day in zip(drawn, numbers, days, strict=True):
        fits = int(min(one.needed, one.given) * room / most)
        over = max(int(one.needed * room / most), fits + 1) - fits if one.needed > one.given else 0
        spare = room - fits - over
        yield line(
            f"  {day:{left}}  ",
            ("━" * fits, "cyan"),
            ("█" * over, "bold red"),
            " " * spare,
            f"  {number:>{right}}",
        )
