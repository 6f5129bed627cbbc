"""Elapsed lags for columns of runs, as ``scheduling.elapsed`` has them for one plan.

The instants of a row are worked out when a link first asks for them.
"""

from __future__ import annotations

from typing import Any

from pathwayctl.scheduling.events import Event
from pathwayctl.simulation.axis import Axis
from pathwayctl.simulation.columns import GRAIN, Columns, Value
from pathwayctl.simulation.wiring import Wiring


class Instants:
    """When each row starts and finishes; ``at`` are its boundaries, which fill up as the pass goes on."""

    __slots__ = ("_at", "_axis", "_columns", "_when", "_wiring")

    def __init__(self, wiring: Wiring, columns: Columns, axis: Axis, at: list[Value]) -> None:
        self._wiring, self._columns, self._axis, self._at = wiring, columns, axis, at
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
            return self._columns.where(self._at_end(row), axis.end(at[row]), axis.begin(at[row]))
        if row in work.done:
            end = axis.instant(work.actual_finish[row] + 1)
            is_end = number >= size or not work.duration[row]
            return end if is_end else axis.instant(work.actual_start[row])
        if number >= size:
            return axis.end(at[size + row])
        begun = work.actual_start.get(row)
        return axis.begin(at[row]) if begun is None else axis.instant(begun)

    def _of_event(self, event: Event, number: int, row: int) -> Value:
        """What is held on a day off begins then; it is over no sooner than the days off it is worked on."""
        size, axis, at = self._wiring.network.size, self._axis, self._at
        if not event.days:
            is_there = at[row] <= event.begin * GRAIN
            return self._columns.where(is_there, axis.instant(event.first), axis.end(at[row]))
        if number < size:
            return axis.instant(event.first)
        return self._columns.highest(axis.end(at[number]), axis.instant(event.until + 1))

    def _at_end(self, row: int) -> Any:
        """Whether a milestone stands at the end of a day, since something has put it there."""
        return self._at[row] > self._wiring.work.release[row] * GRAIN

    def ask(self, row: int, start: Value, finish: Value, until: list[Value]) -> None:
        """Lower in ``until`` the latest instants of what a row waits for by elapsed links."""
        to_start, to_finish = self._wiring.elapsed.get(row, ((), ()))
        lowest, less = self._columns.lowest, self._columns.less
        for source, lag in to_start:
            until[source] = lowest(until[source], less(self._axis.begin(start), lag))
        for source, lag in to_finish:
            until[source] = lowest(until[source], less(self._axis.end(finish), lag))

    def latest_start(self, row: int, instant: Value, *, late: bool) -> Value:
        """The last boundary at which a task can start so that it does so by an instant.

        ``late`` says that this is to be its late date, to which a milestone may have to be put off.
        """
        found = self._latest(row, instant, late=late, is_end=False)
        event = self._wiring.work.events.get(row)
        return self._no_less(found, event.begin, instant, event.first) if event else found

    def latest_finish(self, row: int, instant: Value, *, late: bool) -> Value:
        """The last boundary at which a task can finish so that it does so by an instant."""
        found = self._latest(row, instant, late=late, is_end=not self._wiring.work.is_moment(row))
        event = self._wiring.work.events.get(row)
        return self._no_less(found, event.finish, instant, event.over) if event else found

    def _no_less(self, found: Value, boundary: int, instant: Value, kept: int) -> Value:
        """At least a boundary, where an event on its days keeps to an instant."""
        columns = self._columns
        least = columns.highest(found, boundary * GRAIN)
        return columns.where(instant >= self._axis.instant(kept), least, found)

    def _latest(self, row: int, instant: Value, *, late: bool, is_end: bool) -> Value:
        columns, axis, work = self._columns, self._axis, self._wiring.work
        unlimited = instant >= columns.far // 2
        if unlimited is True:
            return columns.far
        instant = columns.where(unlimited, 0, instant)
        by_end = axis.finish_until(instant)
        at_end: Any = is_end
        if not is_end and work.is_moment(row):
            at_end = self._at_end(row)
            if late and work.is_put_off(row):
                at_end = at_end | (by_end > work.release[row] * GRAIN)
        found = columns.where(at_end, by_end, axis.start_until(instant))
        return columns.where(unlimited, columns.far, found)
