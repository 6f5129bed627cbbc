"""The backward pass of ``scheduling.passes`` and ``scheduling.solve``, for many runs at once.

Late dates are counted back from the end of each run, whatever the plan wants to be finished by: what
is critical is what this run could not have spared.
"""

from __future__ import annotations

from typing import Any

from pathwayctl.scheduling.progress import HELD, UNDER_WAY
from pathwayctl.simulation.bounds import Bounds
from pathwayctl.simulation.columns import GRAIN, Columns, Value
from pathwayctl.simulation.forward import Amounts, Early
from pathwayctl.simulation.freedom import free_floats
from pathwayctl.simulation.wiring import Wiring


class Backward:
    """One pass back: ``finish`` fills up with the late finish of each task that is still to be done.

    It looks at the early boundaries as they are ``before`` anything is put off to be as late as
    possible. ``alone`` has the tasks that are bound only because a summary must not begin later than it
    may: in which runs that is so, and the late finish that each would have if it alone moved.
    """

    __slots__ = (
        "_amounts", "_before", "_bounds", "_columns", "_end", "_first", "_last", "_wiring", "alone", "finish",
    )  # fmt: skip

    def __init__(self, wiring: Wiring, columns: Columns, amounts: Amounts, before: Early, end: Value) -> None:
        self._wiring, self._columns, self._amounts, self._before = wiring, columns, amounts, before
        self._end, self._bounds = end, Bounds(wiring, columns, before, end, late=True)
        self.finish: dict[int, Value] = {}
        self.alone: dict[int, tuple[Any, Value]] = {}
        self._first: list[Value] = [columns.far] * wiring.network.size
        self._last: list[Value] = [columns.far] * wiring.network.size

    def run(self) -> dict[int, Value]:
        """The late finishes of the tasks that are still to be done, by their rows."""
        wiring, size = self._wiring, self._wiring.network.size
        parent, is_leaf, gated = wiring.network.parent, wiring.network.is_leaf, wiring.gated
        for number in reversed(wiring.network.order):
            row = number % size
            if number >= size:
                self._bounds.hand_down(row)
                continue
            if is_leaf[row]:
                if not wiring.work.is_open(row):
                    continue
                self._first[row], self._last[row] = self._latest(row)
            up = parent[row]
            if gated[up]:
                self._first[up] = self._columns.lowest(self._first[up], self._first[row])
                self._last[up] = self._columns.lowest(self._last[up], self._last[row])
            if gated[row]:
                self._bounds.ask(row, self._first[row], self._last[row])
        return self.finish

    def spare(self, early: Early) -> dict[int, Value]:
        """The late finishes again, with tasks that begin a summary put off as far as others begin it."""
        size, columns, late = self._wiring.network.size, self._columns, self.finish
        if self.alone:
            free = free_floats(self._wiring, columns, self._amounts, early, self._end, self.alone)
            for row, (holds, limit) in self.alone.items():
                put_off = columns.highest(late[row], columns.add(early.at[size + row], free[row]))
                late[row] = columns.where(holds, columns.lowest(put_off, limit), late[row])
        return late

    def _latest(self, row: int) -> tuple[Value, Value]:
        """Put down a task's late finish; gives the latest start and finish its links may ask for."""
        columns, work = self._columns, self._wiring.work
        length, later = self._amounts.length[row], self._amounts.later.get(row, 0)
        start, shared, finish = self._bounds.of(row)
        if work.form[row] == UNDER_WAY:
            self.finish[row] = finish
            begin = columns.less(columns.less(finish, length), later)
            earliest, latest = (boundary * GRAIN for boundary in work.began[row])
            least = columns.lowest(start, shared)
            if earliest < latest:
                # Where the start is not known, it follows the links up to the status date.
                begin = columns.where(least < latest, columns.lowest(begin, least), begin)
            return begin, columns.add(begin, length)
        if self._bounds.is_none(start) and self._bounds.is_none(shared):
            start, self.finish[row] = columns.less(finish, length), finish
        else:
            own = columns.lowest(columns.less(finish, length), start)
            start = columns.lowest(own, shared)
            self.finish[row] = columns.add(start, length)
            if not self._bounds.is_none(shared):
                holds: Any = (shared < own) & (shared >= self._before.at[row])
                self.alone[row] = holds, columns.add(own, length)
        if work.form[row] == HELD:
            start = columns.lowest(start, self._before.at[row])
        asked = columns.less(start, later)
        return asked, columns.add(asked, length) if self._wiring.asks_finish[row] else asked
