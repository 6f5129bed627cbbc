"""Float: how far a task can move without delaying what depends on it (free) or the project (total).

**Free float** is exact: were the task one day later still, something that waits for it would move, or
the project's last finish would. What waits for a summary's finish limits each task in it. What waits
for a summary's start limits only the task that is alone in starting it, and that only if no other
task in it would keep the start early enough. What is held on a date limits what it waits for as if it
would move; its own free float says by how much the date could be put off. ``finish_by`` is no limit.

**Total float** is the late finish less the early one, which for work that has not started is the late
start less the early one. It is never less than free float, except where ``finish_by`` or a held date
cannot be kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from pathwayctl.scheduling.limits import Limits
from pathwayctl.scheduling.network import FAR, Network
from pathwayctl.scheduling.passes import Early
from pathwayctl.scheduling.progress import UNDER_WAY, Work


def free_floats(network: Network, work: Work, early: Early) -> list[int]:
    """The free float of each task in working days; 0 for summaries and what is done or dropped."""
    size, at = network.size, early.at
    limits = Limits(network, early, at[-1], late=False)
    first, last = _as_they_are(network, work, early)
    limits.ask_all(first, last)
    _hold_starts(network, work, at, limits.at)
    if early.instants:
        _hold_starts(network, work, early.instants.when, limits.until)
    free = [0] * (size - 1)
    for row in range(size - 1):
        if not network.is_leaf[row]:
            limits.hand_down(row)
            limits.share_start(row)
        elif work.is_open(row):
            start, shared, finish = limits.of(row)
            room = finish - at[size + row]
            if work.form[row] != UNDER_WAY:
                # A summary that starts too late for what is held on a date: all that start it push.
                room = min(room, start - at[row]) if shared >= at[row] else 0
            if room > 0:
                free[row] = room
    return free


def _as_they_are(network: Network, work: Work, early: Early) -> tuple[list[int], list[int]]:
    """The latest start and finish that links may ask of each row so that nothing in it moves."""
    size, at = network.size, early.at
    first, last = [FAR] * size, [FAR] * size
    parent, is_leaf, remaining = network.parent, network.is_leaf, work.remaining
    for row in range(size - 2, -1, -1):
        if is_leaf[row] and work.is_open(row):
            first[row], last[row] = at[size + row] - remaining[row], at[size + row]
            if work.form[row] == UNDER_WAY and at[row] < work.began[row][1]:
                # Its start is not known, and follows the links up to the status date.
                first[row], last[row] = at[row], at[row] + remaining[row]
        up = parent[row]
        if first[row] < first[up]:
            first[up] = first[row]
        if last[row] < last[up]:
            last[up] = last[row]
    return first, last


def _hold_starts(network: Network, work: Work, values: Sequence[int], limit: list[int]) -> None:
    """Hand down what limits a summary's start to the one task in it that can break it, if there is one.

    ``values`` are the starts, as boundaries or instants, and ``limit`` the latest they may be. From the
    bottom up, each summary learns its first start, the task that has it, and the next start after it.
    """
    size = network.size
    if all(limit[row] >= FAR for row in range(size - 1) if not network.is_leaf[row]):
        return  # nothing waits for the start of a summary, as in most plans
    lowest, following, holder = [FAR] * size, [FAR] * size, list(range(size))
    for row in range(size - 2, -1, -1):
        if network.is_leaf[row]:
            if not work.live[row]:
                continue
            lowest[row] = values[row]
        elif following[row] > limit[row]:
            limit[holder[row]] = min(limit[holder[row]], limit[row])
        up = network.parent[row]
        if lowest[row] < lowest[up]:
            following[up] = min(lowest[up], following[row])
            lowest[up], holder[up] = lowest[row], holder[row]
        else:
            following[up] = min(following[up], lowest[row])
