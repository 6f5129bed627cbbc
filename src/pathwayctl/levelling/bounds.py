"""A lower bound of the finish: a schedule that reaches it ends the search."""

from __future__ import annotations

from pathwayctl.levelling.demands import Demands
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.remaining_work import Work


def least_finish(
    demands: Demands, work: Work, rows: list[int], early: ForwardPass, late_finish: list[int], finish: int
) -> int:
    """The boundary before which a class of tasks cannot be finished, for all the work there is in it.

    ``early`` and ``late_finish`` are the dates it would have without regard to people, ``finish`` the
    last of them. Of each person: those tasks that cannot begin before some boundary take at least their
    work divided by the capacity, and after the last of them the shortest way to the end still follows.
    """
    size = len(early.at) // 2
    jobs: list[list[tuple[int, int, int]]] = [[] for _ in demands.givers]  # begin, units times days, tail
    for row in rows:
        begin = early.at[size + row] - work.remaining[row]
        for who, units in demands.needs[row]:
            jobs[who].append((begin, units * work.remaining[row], max(0, finish - late_finish[row])))
    least = finish
    for giver, own in zip(demands.givers, jobs, strict=True):
        load, tail = 0, finish
        for begin, content, after in sorted(own, reverse=True):
            load += content
            tail = min(tail, after)
            least = max(least, begin - (-load // giver.capacity) + tail)
    return least
