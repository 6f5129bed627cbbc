"""From boundaries to the days that are shown, and from tasks to the summaries above them.

A task shows the first and the last of its working days. A milestone is on a boundary: it shows the day after
it if it is at the beginning of a day (see ``moments``), otherwise the last working day before. What has
actually happened shows its own dates, on working days or not. A summary shows the first start and the last
finish of the tasks in it, dropped tasks only if there is nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.network import FAR, Network
from pathwayctl.scheduling.remaining_work import DONE, UNDER_WAY, Work
from pathwayctl.scheduling.solve import Solution
from pathwayctl.scheduling.workdays import WorkCalendar

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spans:
    """Starts and finishes with an entry for each row, the last for the project.

    ``shown`` has day counts, and its finish is the last day itself.
    """

    boundaries: tuple[list[int], list[int]]
    shown: tuple[list[int], list[int]]


def early_spans(network: Network, work: Work, calendar: WorkCalendar, solution: Solution) -> Spans:
    """The early spans of all rows."""
    early = solution.early

    def span(row: int) -> Span:
        return early.at[row], early.at[network.size + row]

    return _spans(network, work, span, lambda row, at: days_shown(work, calendar, row, at, early))


def late_spans(network: Network, work: Work, calendar: WorkCalendar, solution: Solution) -> Spans:
    """The late spans of all rows; what has started keeps its start."""
    early, late_finish = solution.early, solution.late_finish

    def span(row: int) -> Span:
        start, late = early.at[row], late_finish[row]
        if work.form[row] in (UNDER_WAY, DONE):
            return start, late
        return late - early.at[network.size + row] + start, late

    return _spans(
        network, work, span, lambda row, at: days_shown(work, calendar, row, at, early, is_late=True)
    )


def _spans(
    network: Network, work: Work, span: Callable[[int], Span], shown: Callable[[int, Span], Span]
) -> Spans:
    size = network.size
    starts, finishes = ([FAR] * size, [FAR] * size), ([-FAR] * size, [-FAR] * size)
    for row in range(size - 1):
        if network.is_leaf[row]:
            at = span(row)
            starts[0][row], finishes[0][row] = at
            starts[1][row], finishes[1][row] = shown(row, at)
    _roll_up(network, work, starts, finishes)
    return Spans((starts[0], finishes[0]), (starts[1], finishes[1]))


def days_shown(
    work: Work, calendar: WorkCalendar, row: int, span: Span, early: ForwardPass, *, is_late: bool = False
) -> Span:
    """The days that a task shows for a span; a milestone is at the same end of a day early and late."""
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


def _roll_up(
    network: Network,
    work: Work,
    starts: tuple[list[int], list[int]],
    finishes: tuple[list[int], list[int]],
) -> None:
    """Set the first start and last finish of each summary, and of the project."""
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
