"""The positions of milestones for columns of runs, as ``scheduling.moments`` has them for one plan.

A **position** is a boundary, plus one part of a day for what stands at the beginning of a day. So the
working day before a position is the day shown, and of several positions the latest decides.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pathwayctl.scheduling.remaining_work import DONE, HELD
from pathwayctl.simulation.calendar_instants import Axis
from pathwayctl.simulation.column_network import ColumnNetwork
from pathwayctl.simulation.columns import GRAIN, Columns, Value

When = Callable[[int], Value]
"""Return the instant of a start or a finish, numbered as in the network."""


class SimulatedMoments:
    """The positions of milestones; ``at`` has the boundaries, which the pass fills in.

    ``before`` has the positions of an earlier pass, if this one recalculates only a part of it.
    """

    __slots__ = ("_at", "_axis", "_columns", "_known", "_positions", "_wiring")

    def __init__(
        self,
        wiring: ColumnNetwork,
        columns: Columns,
        axis: Axis,
        at: list[Value],
        before: SimulatedMoments | None = None,
    ) -> None:
        self._wiring, self._columns, self._axis, self._at = wiring, columns, axis, at
        self._positions: dict[int, Value] = dict(before._positions) if before else {}
        self._known: dict[int, Value] = {}

    def settle(self, row: int, asked: Value, release: int, later: Value, when: When | None) -> Value:
        """Set the position of a milestone from what its links ask for, and return its boundary.

        ``when`` is ``None`` where the plan has no elapsed links.
        """
        work, columns = self._wiring.work, self._columns
        own, position = work.release[row] * GRAIN, self._asked(row, when)
        boundary: Value
        if row in work.events:
            boundary, position = own, own + 1  # nothing moves it from its day off
        elif work.form[row] == HELD:
            # It waits until the end of its day for what finishes that day, but not for what begins later.
            within = columns.lowest(columns.highest(asked, own), own + GRAIN)
            boundary = columns.where(position > asked, own, within)
            position = columns.highest(boundary, own + 1)
        else:
            boundary = columns.highest(asked, release)
            position = columns.highest(columns.highest(position, release), own + 1)
        moved = columns.add(boundary, later)
        # A delay in working days ends at the end of a day.
        self._positions[row] = columns.where(later > 0, moved, columns.add(position, later))
        return moved

    def position(self, value: int) -> Value:
        """The position of a start or a finish, numbered as in the network."""
        size, work = self._wiring.network.size, self._wiring.work
        row = value % size
        if not self._wiring.network.is_leaf[row]:
            if value not in self._known:
                self._known[value] = self._of_summary(value, row)
            return self._known[value]
        if work.is_moment(row):
            return self._positions[row]
        at = self._at[value]
        if row in work.events and value >= size and work.events[row].ends_off:
            is_off: Any = at <= work.events[row].finish * GRAIN
            return self._columns.where(is_off, self._columns.add(at, 1), at)
        if work.form[row] == DONE and (value >= size or not work.duration[row]):
            late = self._axis.instant(work.actual_finish[row] + 1) > self._axis.end(at)
            return self._columns.where(late, self._columns.add(at, 1), at)
        return self._columns.add(at, 1) if value < size else at

    def is_morning(self, value: int) -> Any:
        """The runs in which a start or a finish stands at the beginning of a day."""
        return self.position(value) > self._at[value]

    def _asked(self, row: int, when: When | None) -> Value:
        """The latest position that the links of a milestone, and of the summaries it is in, ask for."""
        wiring, columns = self._wiring, self._columns
        found: Value = 0
        while wiring.gated[row]:
            for source, lag in (*wiring.to_start[row], *wiring.to_finish[row]):
                # A lag in working days ends at the end of a day.
                counted = self._at[source] if lag > 0 else self.position(source)
                found = columns.highest(found, columns.add(counted, lag))
            if when:
                for to_finish, sources in enumerate(wiring.elapsed.get(row, ())):
                    for source, lag in sources:
                        found = columns.highest(found, self._elapsed(when, source, lag, to_finish))
            row = wiring.network.parent[row]
        return found

    def _elapsed(self, when: When, source: int, lag: int, to_finish: int) -> Value:
        axis, columns = self._axis, self._columns
        instant = columns.add(when(source), lag)
        boundary = axis.finish_from(instant) if to_finish else axis.start_from(instant)
        evening = axis.end(boundary)
        is_over: Any = (instant > evening) | ((instant == evening) & self.is_morning(source))
        return columns.where(is_over, columns.add(boundary, 1), boundary)

    def _of_summary(self, value: int, row: int) -> Value:
        size, columns = self._wiring.network.size, self._columns
        is_start = value < size
        found: Value = columns.far if is_start else 0
        for leaf in self._wiring.leaves[row]:
            position = self.position(leaf + value - row)
            found = columns.lowest(found, position) if is_start else columns.highest(found, position)
        return found
