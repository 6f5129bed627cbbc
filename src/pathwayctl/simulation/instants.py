"""Elapsed lags for columns of runs, as ``scheduling.elapsed`` has them for one plan.

The instants of a row are calculated when a link first asks for them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.events import Event
from pathwayctl.simulation.calendar_instants import Axis
from pathwayctl.simulation.column_network import ColumnNetwork
from pathwayctl.simulation.columns import GRAIN, Columns, Value
from pathwayctl.simulation.moments import SimulatedMoments


@dataclass(frozen=True, slots=True)
class RequiredInstants:
    """The latest start and finish that links into a row may ask for.

    The ``morning_`` values limit what stands at the beginning of a day. They are earlier only if such a
    milestone must show no later day than what ends at the end of a day.
    """

    start: Value
    finish: Value
    morning_start: Value
    morning_finish: Value


class SimulatedInstants:
    """When each row starts and finishes; ``at`` has the boundaries, which the pass fills in."""

    __slots__ = ("_at", "_axis", "_columns", "_moments", "_when", "_wiring")

    def __init__(
        self, wiring: ColumnNetwork, columns: Columns, axis: Axis, at: list[Value], moments: SimulatedMoments
    ) -> None:
        self._wiring, self._columns, self._axis, self._at = wiring, columns, axis, at
        self._moments = moments
        self._when: dict[int, Value] = {}

    def bind(self, row: int, start: Value, finish: Value) -> tuple[Value, Value]:
        """The start and finish boundaries a row is asked for, raised by its links with elapsed lags."""
        to_start, to_finish = self._wiring.elapsed.get(row, ((), ()))
        add, highest = self._columns.add, self._columns.highest
        for source, lag in to_start:
            start = highest(start, self._axis.start_from(add(self.when(source), lag)))
        for source, lag in to_finish:
            finish = highest(finish, self._axis.finish_from(add(self.when(source), lag)))
        return start, finish

    def when(self, number: int) -> Value:
        """The instant of a value: the start or the finish of a task or summary."""
        if number not in self._when:
            row = number % self._wiring.network.size
            is_leaf = self._wiring.network.is_leaf[row]
            self._when[number] = self._of_task(number, row) if is_leaf else self._of_summary(number, row)
        return self._when[number]

    def _of_summary(self, number: int, row: int) -> Value:
        """The first start in a summary, or the last finish."""
        size, far = self._wiring.network.size, self._columns.far
        is_start = number < size
        found: Value = far if is_start else -far
        for leaf in self._wiring.leaves[row]:
            if is_start:
                found = self._columns.lowest(found, self.when(leaf))
            else:
                found = self._columns.highest(found, self.when(size + leaf))
        return found

    def _of_task(self, number: int, row: int) -> Value:
        work, size, axis, at = self._wiring.work, self._wiring.network.size, self._axis, self._at
        if row in work.events:
            return self._of_event(work.events[row], number, row)
        if work.is_moment(row):
            return self._columns.where(self._moments.is_morning(row), axis.begin(at[row]), axis.end(at[row]))
        if row in work.done:
            end = axis.instant(work.actual_finish[row] + 1)
            is_end = number >= size or not work.duration[row]
            return end if is_end else axis.instant(work.actual_start[row])
        if number >= size:
            return axis.end(at[size + row])
        begun = work.actual_start.get(row)
        return axis.begin(at[row]) if begun is None else axis.instant(begun)

    def _of_event(self, event: Event, number: int, row: int) -> Value:
        """An event begins on its day off, and is over no sooner than the days off it is worked on."""
        size, axis, at = self._wiring.network.size, self._axis, self._at
        if not event.days:
            is_there = at[row] <= event.begin * GRAIN
            return self._columns.where(is_there, axis.instant(event.first), axis.end(at[row]))
        if number < size:
            return axis.instant(event.first)
        return self._columns.highest(axis.end(at[number]), axis.instant(event.until + 1))

    def ask(self, row: int, asked: RequiredInstants, until: list[Value], mornings: list[Value]) -> None:
        """Tighten the latest instants of a row's predecessors with elapsed links.

        ``until`` is for what stands at the end of a day, ``mornings`` for what stands at the beginning of
        one.
        """
        to_start, to_finish = self._wiring.elapsed.get(row, ((), ()))
        columns, axis = self._columns, self._axis
        lowest, less = columns.lowest, columns.less
        event = self._wiring.work.events.get(row)
        there = columns.far if event is None or event.days else axis.instant(event.first)
        for sides, evening, morning in (
            (to_start, asked.start, asked.morning_start),
            (to_finish, asked.finish, asked.morning_finish),
        ):
            for source, lag in sides:
                is_strict: Any = morning < evening
                begins = axis.end(evening) if sides is to_finish else lowest(axis.begin(evening), there)
                over = columns.where(is_strict, axis.end(evening), begins)
                until[source] = lowest(until[source], less(over, lag))
                over = columns.where(is_strict, axis.begin(morning), begins)
                mornings[source] = lowest(mornings[source], less(over, lag))

    def latest_start(self, instant: Value) -> Value:
        """The last boundary at which something can start by an instant."""
        return self._latest(instant, self._axis.start_until)

    def latest_finish(self, instant: Value) -> Value:
        """The last boundary at which something can finish by an instant."""
        return self._latest(instant, self._axis.finish_until)

    def _latest(self, instant: Value, look_up: Callable[[Value], Value]) -> Value:
        columns = self._columns
        unlimited = instant >= columns.far // 2
        if unlimited is True:
            return columns.far
        return columns.where(unlimited, columns.far, look_up(columns.where(unlimited, 0, instant)))
