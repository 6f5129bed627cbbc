"""How late each start and finish may be without delaying its successors, for many runs at once.

The backward pass counts late dates from these. ``scheduling.link_constraints`` does the same for one plan.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from pathwayctl.simulation.column_network import ColumnNetwork
from pathwayctl.simulation.columns import GRAIN, Columns, Value
from pathwayctl.simulation.forward import EarlyBoundaries
from pathwayctl.simulation.instants import RequiredInstants


class LinkBounds:
    """The latest that each row may start (``at[row]``) and finish (``at[size + row]``).

    ``mornings`` is the same for what stands at the beginning of a day, where that is earlier. ``until`` and
    ``mornings_until`` are the same for elapsed links, in instants; they are empty if a plan has none.
    ``shared`` holds the latest starts of summaries, including those of the summaries that they begin, as
    pairs: for the end of a day and for the beginning of one. ``shared_until`` holds the same as instants.
    ``own`` are the bounds in ``at`` with columns that nothing else uses; ``spare`` is a column for what is
    used up at once.
    """

    __slots__ = (
        "_columns",
        "_early",
        "_end",
        "_wiring",
        "at",
        "mornings",
        "mornings_until",
        "own",
        "shared",
        "shared_until",
        "spare",
        "until",
    )  # fmt: skip

    def __init__(self, wiring: ColumnNetwork, columns: Columns, early: EarlyBoundaries, end: Value) -> None:
        self._wiring, self._columns, self._early = wiring, columns, early
        size, far = wiring.network.size, columns.far
        self.at: list[Value] = [far] * (2 * size)
        self.mornings: list[Value] = [far] * (2 * size)
        self.at[-1] = self._end = end
        self.own: set[int] = set()
        self.spare = columns.new()
        self.mornings[-1] = columns.less(end, GRAIN)
        self.until: list[Value] = [far] * (2 * size) if early.instants else []
        self.mornings_until: list[Value] = [far] * (2 * size) if early.instants else []
        self.shared: dict[int, tuple[Value, Value]] = {}
        self.shared_until: dict[int, tuple[Value, Value]] = {}

    def is_none(self, bound: Value) -> bool:
        """Whether a bound limits nothing in any run."""
        return isinstance(bound, int) and bound >= self._columns.far // 2

    def ask(self, row: int, asked: RequiredInstants) -> None:
        """Tighten the predecessors' bounds so that a row can start and finish no later than asked."""
        columns = self._columns
        if self.is_none(asked.start):  # a summary with no open tasks
            return
        for sources, evening, morning in (
            (self._wiring.to_start[row], asked.start, asked.morning_start),
            (self._wiring.to_finish[row], asked.finish, asked.morning_finish),
        ):
            for source, lag in sources:
                self.tighten(source, evening, lag)
                if morning is not evening and lag <= 0:
                    self.mornings[source] = columns.lowest(self.mornings[source], columns.less(morning, lag))
        if self._early.instants:
            self._early.instants.ask(row, asked, self.until, self.mornings_until)

    def tighten(self, value: int, latest: Value, lag: int) -> None:
        """Tighten one bound to the latest that what asks for it may be, less the lag."""
        columns, known = self._columns, self.at[value]
        if value in self.own:
            columns.lowest(known, columns.less(latest, lag, self.spare) if lag else latest, known)
            return
        wanted = columns.less(latest, lag) if lag else latest
        found = self.at[value] = columns.lowest(known, wanted, wanted if lag else 0)
        if found is not known and found is not latest and not isinstance(found, int):
            self.own.add(value)

    def give_back(self, row: int, length: Value, kept: Collection[Value]) -> None:
        """Free the columns of a plain task's length and bounds, except those kept for other bounds."""
        own = [self.at[value] for value in (row, self._wiring.network.size + row) if value in self.own]
        for column in (length, *own):
            if not any(column is one for one in kept):
                self._columns.give_back(column)

    def plain(self, row: int) -> tuple[Value, Value]:
        """The bounds of the start and finish of a plain task, as those of ``of``."""
        size, columns = self._wiring.network.size, self._columns
        over, above = self.at[size + row], self.at[size + self._wiring.network.parent[row]]
        if above is not self._end or row not in self._wiring.outlasted:
            over = columns.lowest(over, above, over if size + row in self.own else 0)
        start, morning = self.at[row], self.mornings[row]
        if morning is not start:  # else both are far, as for most
            start = columns.lowest(start, morning, start if row in self.own else 0)
        return start, over

    def hand_down(self, row: int) -> None:
        """Apply a summary's finish bound to a summary in it, and its start bound if that one begins it."""
        size, up = self._wiring.network.size, self._wiring.network.parent[row]
        for bound in (self.at, self.mornings, self.until, self.mornings_until):
            if bound:
                bound[size + row] = self._columns.lowest(bound[size + row], bound[size + up])
        self._share(self.shared, row, (self.at[row], self.mornings[row]), self._early.at.__getitem__)
        if self._early.instants:
            until = self.until[row], self.mornings_until[row]
            self._share(self.shared_until, row, until, self._early.instants.when)

    def of(self, row: int) -> tuple[RequiredInstants, tuple[Value, Value]]:
        """The bounds of a task's start and finish, and of its start as the start of a summary.

        Each bound has a value for the end of a day and one, no later, for the beginning of a day.
        """
        size, columns = self._wiring.network.size, self._columns
        up = self._wiring.network.parent[row]
        start = self._both(self.at[row], self.mornings[row], row, row)
        over, over_morning = self.at[size + row], self.mornings[size + row]
        is_outlasted = row in self._wiring.outlasted and not self._wiring.work.is_moment(row)
        if self.at[size + up] is not self._end or not is_outlasted:
            over = columns.lowest(over, self.at[size + up])
            over_morning = columns.lowest(over_morning, self.mornings[size + up])
        finish = self._both(over, over_morning, size + row, size + up)
        return RequiredInstants(start[0], finish[0], start[1], finish[1]), self._shared(row)

    def _both(self, evening: Value, morning: Value, *values: int) -> tuple[Value, Value]:
        """The bounds of one side, including those of elapsed links from some values."""
        columns = self._columns
        for value in dict.fromkeys(values if self.until else ()):
            late = self._by_instants(self.until[value], self.mornings_until[value])
            if value == values[0]:
                late = self._on_its_days(value, late)
            evening, morning = columns.lowest(evening, late[0]), columns.lowest(morning, late[1])
        return evening, columns.lowest(evening, morning)

    def _on_its_days(self, value: int, late: tuple[Value, Value]) -> tuple[Value, Value]:
        """The bounds of an event on a day off, which can meet a limit that its boundaries seem to pass."""
        size, instants, columns = self._wiring.network.size, self._early.instants, self._columns
        event = self._wiring.work.events.get(value % size)
        if event is None or instants is None:
            return late
        kept: Any = instants.when(value) <= columns.lowest(self.until[value], self.mornings_until[value])
        least = (event.begin if value < size else event.finish) * GRAIN
        evening, morning = (columns.where(kept, columns.highest(one, least), one) for one in late)
        return evening, morning

    def _by_instants(self, until: Value, morning: Value) -> tuple[Value, Value]:
        instants, columns = self._early.instants, self._columns
        if instants is None:
            return columns.far, columns.far
        return instants.latest_finish(until), instants.latest_start(columns.lowest(until, morning))

    def _share(
        self,
        shared: dict[int, tuple[Value, Value]],
        row: int,
        own: tuple[Value, Value],
        start_of: Callable[[int], Value],
    ) -> None:
        """Record the bound of a summary's start: its own, or that of a summary that it begins."""
        above = self._where_it_begins(shared, row, start_of)
        both = self._columns.lowest(own[0], above[0]), self._columns.lowest(own[1], above[1])
        if not (self.is_none(both[0]) and self.is_none(both[1])):
            shared[row] = both

    def _where_it_begins(
        self,
        shared: dict[int, tuple[Value, Value]],
        row: int,
        start_of: Callable[[int], Value],
    ) -> tuple[Value, Value]:
        up, columns = self._wiring.network.parent[row], self._columns
        if up not in shared:
            return columns.far, columns.far
        begins = start_of(row) == start_of(up)
        evening, morning = shared[up]
        return columns.where(begins, evening, columns.far), columns.where(begins, morning, columns.far)

    def _shared(self, row: int) -> tuple[Value, Value]:
        """The bound of the start of a row's summary, in the runs in which that row begins it."""
        up, columns = self._wiring.network.parent[row], self._columns
        evening, morning = self._where_it_begins(self.shared, row, self._early.at.__getitem__)
        if self._early.instants and up in self.shared_until:
            until = self._where_it_begins(self.shared_until, row, self._early.instants.when)
            late = self._by_instants(*until)
            evening, morning = columns.lowest(evening, late[0]), columns.lowest(morning, late[1])
        return evening, columns.lowest(evening, morning)
