"""Schedule a plan with a small change, from a leveled schedule of it: everyone keeps the order of their work.

Who takes over from whom stays as it is, and no one is needed on their leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pathwayctl.levelling.demands import demands
from pathwayctl.levelling.level import levelled_workings
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.passes import forward, stand
from pathwayctl.scheduling.pauses import Pause
from pathwayctl.scheduling.remaining_work import HELD, UNDER_WAY, Work
from pathwayctl.scheduling.schedule import Schedule, workings_of
from pathwayctl.scheduling.what_if import Altered, listed
from pathwayctl.scheduling.workings import Unlevelled


class InOrder:
    """Places a changed plan with everyone's work in the order of one leveled schedule."""

    def __init__(self, plan: Plan, schedule: Schedule) -> None:
        self._plan, self._schedule, self._workings = plan, schedule, workings_of(schedule)
        self._demands = demands(plan, schedule)

    def place(self, change: Altered) -> Schedule:
        """The schedule of the changed plan."""
        schedule, workings, work = self._schedule, self._workings, change.work
        calendar, before = schedule.calendar, workings.unlevelled
        if before is None:
            raise ValueError("a plain schedule has no order of people’s work")
        work = replace(work, remaining=list(work.remaining))
        network = change.network(schedule, workings.network)
        release = self._released(workings.solution.release, change.release)
        placed = forward(network, work, release, calendar, self._put)
        plain = Unlevelled(
            change.network(schedule, before.network), self._released(before.release, change.release)
        )
        early = forward(plain.network, work, release, calendar, _Kept(placed, plain.network.size).put)
        needed = replace(
            self._demands,
            length={row: work.remaining[row] for row in self._demands.needs},
            release=plain.release,
        )
        made = levelled_workings(self._plan, calendar, work, plain, needed, early, workings.waits)
        return listed(self._plan, change.breakdown, calendar, made)

    def pushed_until(self, trial: Schedule, row: int) -> int:
        """The boundary by which a task's links and people are ready for it, in a trial."""
        people = [
            trial.span(source - self._workings.network.size)[1] + lag
            for source, lag in self._workings.network.to_start[row]
            if source >= self._workings.network.size
        ]
        return max([trial.asked(row), *people])

    def _released(self, before: Sequence[int], release: Sequence[int]) -> list[int]:
        """The releases of a leveled schedule, except those that are changed."""
        columns = zip(before, self._workings.work.release, release, strict=True)
        return [now if levelled == was else max(levelled, now) for levelled, was, now in columns]

    def _put(self, work: Work, row: int, asked: int, release: int) -> tuple[int, int]:
        """The boundaries of a task, with no work on the leave of those who do it."""
        leave, pause = self._demands.leave.get(row, ()), self._demands.pauses.get(row)
        if pause and work.form[row] != HELD:
            release = self._paused(work, row, pause, max(asked, release))
        elif leave and work.form[row] != HELD:
            release = max(asked, release)
            for begin, end in leave:
                if begin < release + work.remaining[row]:
                    release = max(release, end)
        start, finish = stand(work, row, asked, release)
        if work.form[row] == UNDER_WAY:  # hand-overs do not tell when it actually started
            start = min(start, self._schedule.span(row)[0])
        return start, finish

    def _paused(self, work: Work, row: int, pause: Pause, start: int) -> int:
        """Where a task begins that pauses while someone is closed; it gets as long as it is there."""
        days = pause.days + work.remaining[row] - self._workings.work.remaining[row]
        begin = pause.begin(start)
        while True:
            worked = list(pause.worked(begin, pause.finish(begin, days)))
            away = [back for gone, back in self._demands.leave.get(row, ()) if _meets(worked, gone, back)]
            if not away:
                break
            begin = pause.begin(max(away))
        work.remaining[row] = pause.finish(begin, days) - begin
        return begin


def _meets(worked: Sequence[tuple[int, int]], gone: int, back: int) -> bool:
    return any(gone < end and first < back for first, end in worked)


class _Kept:
    """Puts each task where an earlier pass did, to find only what its links ask for."""

    def __init__(self, placed: ForwardPass, size: int) -> None:
        self._at, self._size = placed.at, size

    def put(self, work: Work, row: int, asked: int, release: int) -> tuple[int, int]:
        """The boundaries of a task; a milestone is placed again, to find its side of the boundary."""
        if work.is_moment(row):
            return stand(work, row, asked, release)
        return self._at[row], self._at[self._size + row]
