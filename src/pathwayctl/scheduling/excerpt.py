"""Part of a schedule, for readers who may not see all of the plan: some of its rows, renumbered.

Dates and floats stay those of the whole plan; links to tasks that are left out are left out too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.elapsed import Instants
from pathwayctl.scheduling.moments import ForwardPass, Moments
from pathwayctl.scheduling.network import Network, Sources
from pathwayctl.scheduling.records import ScheduledTask
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.schedule import Schedule, workings_of
from pathwayctl.scheduling.solve import Solution
from pathwayctl.scheduling.workdays import WorkCalendar
from pathwayctl.scheduling.workings import Unlevelled, Workings

T = TypeVar("T")


@dataclass(frozen=True)
class _Records:
    """The records of the tasks that are shown, with the titles, owners, and links of the smaller plan."""

    whole: Schedule
    breakdown: Breakdown

    @property
    def start(self) -> date:
        return self.whole.start

    @property
    def finish(self) -> date:
        return self.whole.finish

    @property
    def critical_path(self) -> tuple[str, ...]:
        return tuple(name for name in self.whole.critical_path if name in self.breakdown.by_id)

    def record(self, index: int) -> ScheduledTask:
        row = self.breakdown.rows[index]
        whole = self.whole.by_id[row.task.id]
        if row.task is whole.task and (row.wbs, row.path) == (whole.wbs, whole.path):
            return whole  # nothing of it is left out, as of most tasks
        links = zip(whole.depends_on, whole.task.depends_on, strict=True)
        return replace(
            whole,
            wbs=row.wbs,
            path=row.path,
            title=row.task.title,
            depends_on=tuple(text for text, link in links if link in row.task.depends_on),
            task=row.task,
            owner=row.task.owner,
        )

    def days(self, row: int) -> tuple[date, date]:
        return self.whole.days(self.whole.records.breakdown.by_id[self.breakdown.rows[row].task.id])


def excerpt(schedule: Schedule, breakdown: Breakdown) -> Schedule:
    """The schedule of the tasks of a smaller breakdown, all of which are in the whole plan too."""
    calendar, whole = schedule.calendar, workings_of(schedule)
    by_id, old = schedule.records.breakdown.by_id, whole.network
    rows = [by_id[row.task.id] for row in breakdown.rows]
    number = {row: new for new, row in enumerate((*rows, old.size - 1))}
    network = _network(old, breakdown, number)
    work = _work(whole.work, breakdown, rows, number)
    solution, before = whole.solution, whole.unlevelled

    def floats() -> tuple[list[int], list[int]]:
        columns = solution.late_finish, solution.free_float
        late, free = ([column[row] for row in rows] for column in columns)
        return late, free

    picked = Solution(
        _early(solution.early, network, work, calendar, number),
        [solution.release[row] for row in rows],
        floats,
    )
    waits = {
        row: replace(wait, task=None if wait.task is None else number.get(wait.task))
        for row, wait in _picked(whole.waits, number).items()
    }
    if before:
        released = [before.release[row] for row in rows]
        before = Unlevelled(_network(before.network, breakdown, number), released)
    return Schedule(calendar, _Records(schedule, breakdown), Workings(network, work, picked, waits, before))


def _network(old: Network, breakdown: Breakdown, number: Mapping[int, int]) -> Network:
    numbers = {**number} | {old.size + row: len(number) + new for row, new in number.items()}
    return Network(
        size=len(number),
        parent=[row.parent if row.parent >= 0 else len(breakdown.rows) for row in breakdown.rows],
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
    early: ForwardPass, network: Network, work: Work, calendar: WorkCalendar, number: Mapping[int, int]
) -> ForwardPass:
    size = len(early.at) // 2
    at = [early.at[shift + row] for shift in (0, size) for row in number]
    instants = None
    if early.instants:
        instants = Instants(network, work, calendar)
        instants.when = [early.instants.when[shift + row] for shift in (0, size) for row in number]
    moments = Moments(network, work, calendar, at, instants)
    moments.mornings.update(number[row] for row in early.mornings if row in number)
    return ForwardPass(at, [early.asked[row] for row in number], instants, moments)
