"""The workings of a schedule for some of its rows, numbered anew: for those who may not see all of a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.early import Early
from pathwayctl.scheduling.elapsed import Instants
from pathwayctl.scheduling.moments import Moments
from pathwayctl.scheduling.network import Network, Sources
from pathwayctl.scheduling.records import Workings
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.solve import Solution
from pathwayctl.scheduling.workdays import WorkCalendar

T = TypeVar("T")


def excerpt(
    workings: Workings, breakdown: Breakdown, rows: Sequence[int], calendar: WorkCalendar
) -> Workings:
    """The workings of the rows of a smaller breakdown, each of which is one of ``rows`` in the whole.

    Dates and floats stay those of the whole plan; links on what is left out are left out too.
    """
    old = workings.network
    number = {row: new for new, row in enumerate((*rows, old.size - 1))}
    numbers = number | {old.size + row: len(number) + new for row, new in number.items()}
    network = Network(
        size=len(number),
        parent=[row.parent if row.parent >= 0 else len(rows) for row in breakdown.rows],
        is_leaf=[not row.is_summary for row in breakdown.rows],
        order=[numbers[value] for value in old.order if value in numbers],
        to_start=[_kept(old.to_start[row], numbers) for row in number],
        to_finish=[_kept(old.to_finish[row], numbers) for row in number],
        elapsed={
            number[row]: (_kept(start, numbers), _kept(finish, numbers))
            for row, (start, finish) in old.elapsed.items()
            if row in number
        },
    )
    work = _work(workings.work, breakdown, rows, number)
    solution = workings.solution
    picked = Solution(
        _early(solution.early, network, work, calendar, number),
        [solution.late_finish[row] for row in rows],
        [solution.free_float[row] for row in rows],
        [solution.release[row] for row in rows],
    )
    waits = {
        row: replace(wait, task=None if wait.task is None else number.get(wait.task))
        for row, wait in _picked(workings.waits, number).items()
    }
    return Workings(network, work, picked, waits, workings.levelled)


def _kept(sources: Sources, numbers: Mapping[int, int]) -> Sources:
    return [(numbers[source], lag) for source, lag in sources if source in numbers]


def _picked(entries: Mapping[int, T], number: Mapping[int, int]) -> dict[int, T]:
    return {number[row]: entry for row, entry in entries.items() if row in number}


def _work(work: Work, breakdown: Breakdown, rows: Sequence[int], number: Mapping[int, int]) -> Work:
    live = [work.live[old] and not row.is_summary for old, row in zip(rows, breakdown.rows, strict=True)]
    for row in reversed(breakdown.rows):
        if row.parent >= 0 and live[row.index]:
            live[row.parent] = True
    return Work(
        duration=[work.duration[row] for row in rows],
        remaining=[work.remaining[row] for row in rows],
        release=[work.release[row] for row in rows],
        form=[work.form[row] for row in rows],
        live=live,
        late=[work.late[row] for row in rows],
        began=_picked(work.began, number),
        done=_picked(work.done, number),
        actual_start=_picked(work.actual_start, number),
        actual_finish=_picked(work.actual_finish, number),
    )


def _early(
    early: Early, network: Network, work: Work, calendar: WorkCalendar, number: Mapping[int, int]
) -> Early:
    size = len(early.at) // 2
    at = [early.at[shift + row] for shift in (0, size) for row in number]
    instants = None
    if early.instants:
        instants = Instants(network, work, calendar)
        instants.when = [early.instants.when[shift + row] for shift in (0, size) for row in number]
    moments = Moments(network, work, calendar, at, instants)
    moments.mornings.update(number[row] for row in early.mornings if row in number)
    return Early(at, [early.asked[row] for row in number], instants, moments)
