"""From boundaries to the days that are shown, and from tasks to the summaries above them.

A task shows the first and the last of its working days. A milestone stands on a boundary: it shows the
day after it if it stands at the beginning of a day (see ``moments``), otherwise the last working day before.
What has actually happened shows its own dates, on working days or not. A summary shows the first start
and the last finish of what is in it, dropped tasks only if there is nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from pathwayctl.scheduling.early import Early
from pathwayctl.scheduling.network import FAR, Network
from pathwayctl.scheduling.remaining_work import DONE, UNDER_WAY, Work
from pathwayctl.scheduling.solve import Solution
from pathwayctl.scheduling.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Spans:
    """Starts and finishes with an entry for each row, the last for the project.

    ``early`` and ``late`` are boundaries; ``shown`` and ``shown_late`` are day counts, and the finish
    is the last day itself.
    """

    early: tuple[list[int], list[int]]
    late: tuple[list[int], list[int]]
    shown: tuple[list[int], list[int]]
    shown_late: tuple[list[int], list[int]]


def spans(network: Network, work: Work, calendar: WorkCalendar, solution: Solution) -> Spans:
    """The early and late spans of all rows, as boundaries and as days."""
    size, at = network.size, solution.early.at
    starts: list[list[int]] = [[FAR] * size for _ in range(4)]
    finishes: list[list[int]] = [[-FAR] * size for _ in range(4)]
    for row in range(size - 1):
        if network.is_leaf[row]:
            early = at[row], at[size + row]
            late = _late(work, row, early, solution.late_finish[row])
            shown = days_shown(work, calendar, row, early, solution.early)
            four = (early, late, shown, days_shown(work, calendar, row, late, solution.early, is_late=True))
            for kind, (start, finish) in enumerate(four):
                starts[kind][row], finishes[kind][row] = start, finish
    _roll_up(network, work, starts, finishes)
    return Spans(*zip(starts, finishes, strict=True))


def _late(work: Work, row: int, early: tuple[int, int], late_finish: int) -> tuple[int, int]:
    """The late span of a task; what has begun keeps its start."""
    start, finish = early
    return (start if work.form[row] in (UNDER_WAY, DONE) else late_finish - finish + start), late_finish


def days_shown(
    work: Work,
    calendar: WorkCalendar,
    row: int,
    span: tuple[int, int],
    early: Early,
    *,
    is_late: bool = False,
) -> tuple[int, int]:
    """The days that a task shows for a span; a milestone stands at the same end of a day early and late."""
    start, finish = span
    event = work.events.get(row)
    if event and (event.days or finish == event.finish):
        return event.shown(finish, calendar)
    if work.is_moment(row):
        day = calendar.count(start if row in early.mornings else start - 1)
        return day, day
    if work.form[row] == DONE:
        return work.actual_start[row], work.actual_finish[row]
    first = work.actual_start.get(row)
    if first is None:
        first = calendar.count(start)
    last = calendar.count(finish - 1)
    return first, last if is_late else max(first, last)


def _roll_up(network: Network, work: Work, starts: list[list[int]], finishes: list[list[int]]) -> None:
    """Give each summary, and the project, the first start and last finish of what counts in it."""
    live = [*work.live, any(work.live)]
    rows = [row for row in range(network.size - 2, -1, -1) if live[row] or not live[network.parent[row]]]
    for column in starts:
        for row in rows:
            up = network.parent[row]
            if column[row] < column[up]:
                column[up] = column[row]
    for column in finishes:
        for row in rows:
            up = network.parent[row]
            if column[row] > column[up]:
                column[up] = column[row]
