"""A lower bound of the finish of a class of tasks: a search that reaches it can end."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush, heapreplace

from pathwayctl.levelling.demands import Demands
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.remaining_work import Work


def least_finish(
    demands: Demands, work: Work, rows: list[int], early: ForwardPass, late_finish: list[int], finish: int
) -> int:
    """The boundary before which a class of tasks cannot be finished, for all the work there is in it.

    ``early`` and ``late_finish`` are the dates it would have without regard to people, ``finish`` the
    last of them. Nobody begins a task before its early begin, and the shortest way to the end follows it.
    """
    size = len(early.at) // 2
    jobs: list[list[tuple[int, int, int]]] = [[] for _ in demands.givers]  # begin, units times days, tail
    for row in rows:
        begin = early.at[size + row] - work.remaining[row]
        for who, units in demands.needs[row]:
            jobs[who].append((begin, units * work.remaining[row], max(0, finish - late_finish[row])))
    found = [_least_of_one(own, giver.capacity) for giver, own in zip(demands.givers, jobs, strict=True)]
    return max(finish, *found)


def _least_of_one(jobs: Sequence[tuple[int, int, int]], capacity: int) -> int:
    """The least finish of one person's work if it could be split: always that with the longest tail next.

    This is the preemptive schedule of Jackson (Carlier 1982), which no set of tasks bounds better by its
    first begin, its work, and its shortest tail. Time is in units of work, as many a day as the capacity.
    """
    ahead = sorted(
        ((begin * capacity, -after * capacity, content) for begin, content, after in jobs), reverse=True
    )
    waiting: list[tuple[int, int]] = []  # tails, the longest first, and what is left to do
    now = least = 0
    while ahead or waiting:
        if not waiting:
            now = max(now, ahead[-1][0])
        while ahead and ahead[-1][0] <= now:
            heappush(waiting, ahead.pop()[1:])
        tail, left = waiting[0]
        done = min(left, ahead[-1][0] - now) if ahead else left
        now += done
        if done < left:
            heapreplace(waiting, (tail, left - done))
        else:
            heappop(waiting)
            least = max(least, now - tail)
    return -(-least // capacity)
