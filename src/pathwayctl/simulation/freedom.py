"""Free float for many runs at once, as ``scheduling.floats`` has it: how far a task can move alone.

It is asked for only where tasks begin a summary whose start others wait for: as long as another task
begins it too, or soon enough, each of them can be put off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pathwayctl.scheduling.progress import UNDER_WAY
from pathwayctl.simulation.bounds import Bounds
from pathwayctl.simulation.columns import GRAIN, Columns, Value
from pathwayctl.simulation.forward import Amounts, Early
from pathwayctl.simulation.wiring import Wiring


def free_floats(
    wiring: Wiring, columns: Columns, amounts: Amounts, early: Early, end: Value, wanted: Iterable[int]
) -> dict[int, Value]:
    """The free floats of the wanted tasks, which have not begun; ``end`` is the end of the project."""
    network, size = wiring.network, wiring.network.size
    bounds = Bounds(wiring, columns, early, end, late=False)
    first, last = _as_they_are(wiring, columns, amounts, early)
    for row in range(size - 1):
        if wiring.gated[row]:
            bounds.ask(row, first[row], last[row])
    rows = set(wanted)
    _hold_starts(wiring, columns, bounds.at, lambda row: early.at[row], rows)
    if early.instants:
        _hold_starts(wiring, columns, bounds.until, early.instants.when, rows)
    free: dict[int, Value] = {}
    for row in range(size - 1):
        if not network.is_leaf[row]:
            bounds.hand_down(row)
        elif row in rows:
            start, shared, finish = bounds.of(row)
            room = columns.less(finish, early.at[size + row])
            room = columns.lowest(room, columns.less(start, early.at[row]))
            # A summary that starts too late for what is held on a date: all that start it push.
            free[row] = columns.where(shared >= early.at[row], columns.highest(room, 0), 0)
    return free


def _as_they_are(
    wiring: Wiring, columns: Columns, amounts: Amounts, early: Early
) -> tuple[list[Value], list[Value]]:
    """The latest start and finish that links may ask of each row so that nothing in it moves."""
    network, work, size = wiring.network, wiring.work, wiring.network.size
    first: list[Value] = [columns.far] * size
    last: list[Value] = [columns.far] * size
    for row in range(size - 2, -1, -1):
        if network.is_leaf[row] and work.is_open(row):
            length = amounts.length[row]
            first[row] = columns.less(early.at[size + row], columns.add(length, amounts.later.get(row, 0)))
            if work.form[row] == UNDER_WAY:
                known = early.at[row] >= work.began[row][1] * GRAIN
                first[row] = columns.where(known, first[row], early.at[row])
            last[row] = columns.add(first[row], length)
        up = network.parent[row]
        first[up] = columns.lowest(first[up], first[row])
        last[up] = columns.lowest(last[up], last[row])
    return first, last


def _hold_starts(
    wiring: Wiring, columns: Columns, bounds: list[Value], start_of: Callable[[int], Value], rows: set[int]
) -> None:
    """Hand down what binds a summary's start to the one task in it that can break it, if there is one.

    That is the one with the first start, in the runs in which the next one after it would be too late.
    """
    for summary, leaves in wiring.leaves.items():
        bound = bounds[summary]
        if isinstance(bound, int) and bound >= columns.far:
            continue
        lowest: Value = columns.far
        following: Value = columns.far
        for leaf in leaves:
            start = start_of(leaf)
            following = columns.lowest(following, columns.highest(lowest, start))
            lowest = columns.lowest(lowest, start)
        for leaf in rows.intersection(leaves):  # in any order: none has to do with another
            breaks: Any = (start_of(leaf) == lowest) & (following > bound)
            bounds[leaf] = columns.lowest(bounds[leaf], columns.where(breaks, bound, columns.far))
