"""The backward pass of ``scheduling.passes`` and the limits it asks for, for many runs at once.

Late dates are counted back from the end of each run, whatever the plan wants to be finished by: what
is critical is what this run could not have spared.
"""

from __future__ import annotations

from pathwayctl.scheduling.progress import HELD, UNDER_WAY
from pathwayctl.simulation.columns import GRAIN, Columns, Value
from pathwayctl.simulation.forward import Amounts, Early
from pathwayctl.simulation.wiring import Wiring


class Backward:
    """One pass back: ``finish`` fills up with the late finish of each task that is still to be done."""

    __slots__ = (
        "_amounts",
        "_columns",
        "_early",
        "_end",
        "_first",
        "_last",
        "_until",
        "_wiring",
        "at",
        "finish",
    )

    def __init__(self, wiring: Wiring, columns: Columns, amounts: Amounts, early: Early, end: Value) -> None:
        self._wiring, self._columns, self._amounts, self._early = wiring, columns, amounts, early
        size, far = wiring.network.size, columns.far
        self.finish: dict[int, Value] = {}
        self.at: list[Value] = [far] * (2 * size)
        self.at[-1] = self._end = end
        self._until: list[Value] = [far] * (2 * size) if early.instants else []
        self._first: list[Value] = [far] * size
        self._last: list[Value] = [far] * size

    def run(self) -> dict[int, Value]:
        """The late finishes of the tasks that are still to be done, by their rows."""
        wiring, size = self._wiring, self._wiring.network.size
        parent, is_leaf, gated = wiring.network.parent, wiring.network.is_leaf, wiring.gated
        for number in reversed(wiring.network.order):
            row = number % size
            if number >= size:
                self._hand_down(row)
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
                self._ask(row, self._first[row], self._last[row])
        return self.finish

    def _ask(self, row: int, start: Value, finish: Value) -> None:
        """Let what a row waits for be no later than lets the row start and finish at these boundaries."""
        columns, limit = self._columns, self.at
        if isinstance(start, int) and start >= columns.far // 2:  # a summary in which all is done
            return
        for source, lag in self._wiring.to_start[row]:
            limit[source] = columns.lowest(limit[source], columns.less(start, lag))
        for source, lag in self._wiring.to_finish[row]:
            limit[source] = columns.lowest(limit[source], columns.less(finish, lag))
        if self._early.instants:
            self._early.instants.ask(row, start, finish, self._until)

    def _hand_down(self, row: int) -> None:
        """Hold a summary in another one to what limits that one's finish, and its start if it begins it."""
        size, up = self._wiring.network.size, self._wiring.network.parent[row]
        for limit in (self.at, self._until):
            if limit:
                limit[size + row] = self._columns.lowest(limit[size + row], limit[size + up])
        self.at[row] = self._columns.lowest(self.at[row], self._shared(row))
        if self._until:
            self._until[row] = self._columns.lowest(self._until[row], self._shared_instant(row))

    def _shared(self, row: int) -> Value:
        """What limits the start of the summary that a row is in, where the row is what it starts with."""
        up, at = self._wiring.network.parent[row], self._early.at
        if isinstance(self.at[up], int) and self.at[up] >= self._columns.far:
            return self._columns.far
        return self._columns.where(at[row] == at[up], self.at[up], self._columns.far)

    def _shared_instant(self, row: int) -> Value:
        up, instants = self._wiring.network.parent[row], self._early.instants
        if instants is None or (isinstance(self._until[up], int) and self._until[up] >= self._columns.far):
            return self._columns.far
        return self._columns.where(
            instants.when(row) == instants.when(up), self._until[up], self._columns.far
        )

    def _limits(self, row: int) -> tuple[Value, Value, Value]:
        """The limits of a task: its start, its start as that of a summary, and its finish."""
        size, columns = self._wiring.network.size, self._columns
        up = self._wiring.network.parent[row]
        start, shared, finish = self.at[row], self._shared(row), self.at[size + row]
        if self.at[size + up] is not self._end or row not in self._wiring.outlasted:
            finish = columns.lowest(finish, self.at[size + up])
        instants = self._early.instants
        if instants:
            over = columns.lowest(self._until[size + row], self._until[size + up])
            finish = columns.lowest(finish, instants.latest_finish(row, over))
            start = columns.lowest(start, instants.latest_start(row, self._until[row]))
            shared = columns.lowest(shared, instants.latest_start(row, self._shared_instant(row)))
        return start, shared, finish

    def _latest(self, row: int) -> tuple[Value, Value]:
        """Put down a task's late finish; gives the latest start and finish its links may ask for."""
        columns, work = self._columns, self._wiring.work
        length, later = self._amounts.length[row], self._amounts.later.get(row, 0)
        start, shared, finish = self._limits(row)
        if work.form[row] == UNDER_WAY:
            self.finish[row] = finish
            begin = columns.less(columns.less(finish, length), later)
            earliest, latest = (boundary * GRAIN for boundary in work.began[row])
            least = columns.lowest(start, shared)
            if earliest < latest:
                # Where the start is not known, it follows the links up to the status date.
                begin = columns.where(least < latest, columns.lowest(begin, least), begin)
            return begin, columns.add(begin, length)
        latest_start = columns.less(finish, length)
        limit = columns.lowest(start, shared)
        is_free = isinstance(limit, int) and limit >= columns.far
        start = latest_start if is_free else columns.lowest(latest_start, limit)
        self.finish[row] = finish if is_free else columns.add(start, length)
        if work.form[row] == HELD:
            start = columns.lowest(start, self._early.at[row])
        asked = columns.less(start, later)
        return asked, columns.add(asked, length) if self._wiring.asks_finish[row] else asked
