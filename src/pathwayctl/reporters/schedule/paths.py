"""The critical paths and the nearly critical tasks, for the text below the schedule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.reporters.lines import ELLIPSIS, head
from pathwayctl.reporters.schedule.view import is_near_critical
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.reporters.schedule.view import ScheduleReport

_OWN: Final = 2
"""How many of the tasks in which a path differs from the others are named."""
_TITLE: Final = 24
_ARROW: Final = " → "


def near_critical(report: ScheduleReport) -> Iterator[str]:
    """How many tasks are nearly critical, and what that means."""
    tasks = [task for task in report.schedule.tasks if task.kind != "summary"]
    number = sum(is_near_critical(report, task) for task in tasks)
    if number:
        nearly = count(number, "task is nearly critical", "tasks are nearly critical")
        days = count(report.plan.project.near_critical_float, "day")
        yield f"{nearly} (near): {days} of float or less."


def several_paths(report: ScheduleReport) -> Iterator[str]:
    """The critical paths, a line for each, if there are more than one."""
    from pathwayctl.scheduling.critical_paths import critical_paths

    paths = critical_paths(report.schedule, report.plan.project.critical_float)
    if paths.number < 2:
        return
    more = "" if paths.number <= len(paths.longest) else f"; the longest {len(paths.longest)} are"
    yield f"There are {paths.number:,} critical paths{more}:"
    shared = set(paths.longest[0]).intersection(*paths.longest)
    for path in paths.longest:
        yield f"  {_in_words(report, path, shared)}"


def _in_words(report: ScheduleReport, path: Sequence[int], shared: Collection[int]) -> str:
    """``1 Invite employers → … → 2.3 Ask the board → … → 5 Report``: its ends, and what the others lack."""
    own = [row for row in path[1:-1] if row not in shared]
    told = {path[0], path[-1], *own[:_OWN]}
    words: list[str] = []
    for row in path:
        if row in told:
            words.append(_titled(report, row))
        elif words[-1] != ELLIPSIS:
            words.append(ELLIPSIS)
    return _ARROW.join(words)


def _titled(report: ScheduleReport, row: int) -> str:
    task = report.schedule.at(row)
    return f"{task.wbs} {head(' '.join(task.title.split()), _TITLE)}"
