"""Looking back along the links for many runs, as ``scheduling.limits`` does it for one plan.

How late each start and finish may be for what waits for it. Both floats come from this.
"""

from __future__ import annotations

from pathwayctl.simulation.columns import Columns, Value
from pathwayctl.simulation.forward import Early
from pathwayctl.simulation.wiring import Wiring


class Bounds:
    """The latest that each row may start (``at[row]``) and finish (``at[size + row]``).

    ``until`` says the same for elapsed links, in instants; it is empty where a plan has none. ``late``
    tells whether the bounds are for late dates.
    """

    __slots__ = ("_columns", "_early", "_end", "_late", "_wiring", "at", "until")

    def __init__(self, wiring: Wiring, columns: Columns, early: Early, end: Value, *, late: bool) -> None:
        self._wiring, self._columns, self._early, self._late = wiring, columns, early, late
        size, far = wiring.network.size, columns.far
        self.at: list[Value] = [far] * (2 * size)
        self.at[-1] = self._end = end
        self.until: list[Value] = [far] * (2 * size) if early.instants else []

    def is_none(self, bound: Value) -> bool:
        """Whether something is not bound in any run."""
        return isinstance(bound, int) and bound >= self._columns.far // 2

    def ask(self, row: int, start: Value, finish: Value) -> None:
        """Let what a row waits for be no later than lets the row start and finish at these boundaries."""
        columns, bound = self._columns, self.at
        if self.is_none(start):  # a summary in which all is done
            return
        for source, lag in self._wiring.to_start[row]:
            bound[source] = columns.lowest(bound[source], columns.less(start, lag))
        for source, lag in self._wiring.to_finish[row]:
            bound[source] = columns.lowest(bound[source], columns.less(finish, lag))
        if self._early.instants:
            self._early.instants.ask(row, start, finish, self.until)

    def hand_down(self, row: int) -> None:
        """Hold a summary in another one to what binds that one's finish, and its start if it begins it."""
        size, up = self._wiring.network.size, self._wiring.network.parent[row]
        for bound in (self.at, self.until):
            if bound:
                bound[size + row] = self._columns.lowest(bound[size + row], bound[size + up])
        self.at[row] = self._columns.lowest(self.at[row], self._shared(row))
        if self.until:
            self.until[row] = self._columns.lowest(self.until[row], self._shared_instant(row))

    def of(self, row: int) -> tuple[Value, Value, Value]:
        """The bounds of a task: of its start, of its start as that of a summary, and of its finish."""
        size, columns = self._wiring.network.size, self._columns
        up = self._wiring.network.parent[row]
        start, shared, finish = self.at[row], self._shared(row), self.at[size + row]
        if self.at[size + up] is not self._end or row not in self._wiring.outlasted:
            finish = columns.lowest(finish, self.at[size + up])
        instants = self._early.instants
        if instants:
            over, late = columns.lowest(self.until[size + row], self.until[size + up]), self._late
            finish = columns.lowest(finish, instants.latest_finish(row, over, late=late))
            start = columns.lowest(start, instants.latest_start(row, self.until[row], late=late))
            instant = self._shared_instant(row)
            shared = columns.lowest(shared, instants.latest_start(row, instant, late=late))
        return start, shared, finish

    def _shared(self, row: int) -> Value:
        """What binds the start of the summary that a row is in, where the row is what it starts with."""
        up, at = self._wiring.network.parent[row], self._early.at
        if self.is_none(self.at[up]):
            return self._columns.far
        return self._columns.where(at[row] == at[up], self.at[up], self._columns.far)

    def _shared_instant(self, row: int) -> Value:
        up, instants = self._wiring.network.parent[row], self._early.instants
        if instants is None or self.is_none(self.until[up]):
            return self._columns.far
        return self._columns.where(instants.when(row) == instants.when(up), self.until[up], self._columns.far)
