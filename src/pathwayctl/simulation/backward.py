"""The backward pass of ``scheduling.passes`` and ``scheduling.solve``, for many runs at once.

Late dates are counted back from the finish of each run, without regard to ``finish_by``: a task is critical
in a run if a slip would have moved the finish of that run. As in ``scheduling.floats``, a task that alone
sets the start of a summary is found as well: while another task begins the summary too, or starts soon
enough, each of them can slip.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np

from pathwayctl.scheduling.remaining_work import HELD, UNDER_WAY
from pathwayctl.simulation.column_network import ColumnNetwork
from pathwayctl.simulation.columns import GRAIN, Columns, Value
from pathwayctl.simulation.forward import Amounts, EarlyBoundaries
from pathwayctl.simulation.instants import RequiredInstants
from pathwayctl.simulation.link_constraints import LinkBounds


def hold_starts(
    wiring: ColumnNetwork,
    columns: Columns,
    bounds: LinkBounds,
    early: EarlyBoundaries,
    wanted: Collection[int],
) -> None:
    """Limit each wanted task by a summary's start in the runs in which no other task keeps that start."""
    starts = {leaf: early.at[leaf] for leaves in wiring.leaves.values() for leaf in leaves}
    _hold(wiring, columns, (bounds.at, bounds.mornings), starts, early, wanted)
    if early.instants:
        instants = {leaf: early.instants.when(leaf) for leaf in starts}
        _hold(wiring, columns, (bounds.until, bounds.mornings_until), instants, early, wanted)


def _hold(
    wiring: ColumnNetwork,
    columns: Columns,
    bounds: tuple[list[Value], list[Value]],
    starts: dict[int, Value],
    early: EarlyBoundaries,
    wanted: Collection[int],
) -> None:
    """``bounds`` are for the end of a day and for the beginning of one, which may be less."""
    evenings, mornings = bounds
    for summary, leaves in wiring.leaves.items():
        latest = evenings[summary], columns.lowest(evenings[summary], mornings[summary])
        if isinstance(latest[1], int) and latest[1] >= columns.far:
            continue
        keeps: dict[int, Any] = {}
        for leaf in leaves:
            bound = columns.where(early.moments.is_morning(leaf), latest[1], latest[0])
            keeps[leaf] = np.asarray(starts[leaf] <= bound)
        for leaf in keeps.keys() & set(wanted):  # in any order: each is independent of the others
            breaks = _is_alone(leaf, keeps, early)
            for column, late in zip(bounds, latest, strict=True):
                column[leaf] = columns.lowest(column[leaf], columns.where(breaks, late, columns.far))


def _is_alone(leaf: int, keeps: Mapping[int, Any], early: EarlyBoundaries) -> Any:
    """The runs in which a task is the first in its summary, and no other one starts soon enough."""
    alone: Any = np.True_
    position = early.moments.position
    for other, is_kept in keeps.items():
        if other != leaf:
            alone = alone & ~is_kept & np.asarray(position(leaf) < position(other))
    return alone


_Pair = tuple[Value, Value]


class Backward:
    """One backward pass. ``finish`` collects the late finish of each task that is still open and not plain.

    ``settle`` is called with each plain task and its late finish, a column that may be overwritten later. So
    are the columns of ``amounts``. It returns whether the task is critical in any run. If not, the task asks
    nothing of its predecessors, because no predecessor has less float towards a task than that task has
    itself. Plain tasks that nothing limits are left out. Late finishes are exact where tasks are critical;
    elsewhere they may be too late.

    The pass starts from the early boundaries ``before`` as-late-as-possible tasks are put off.
    ``alone`` holds the tasks that are limited only by the latest start of a summary: in which runs that is
    so, and the late finish each task would have if it alone moved. For milestones, ``moments`` and ``alone``
    hold pairs: the latest end of a day, and the latest beginning of one.
    """

    __slots__ = (
        "_amounts", "_before", "_bounds", "_columns", "_evening", "_morning", "_settle", "_wiring",
        "alone", "finish", "moments",
    )  # fmt: skip

    def __init__(
        self,
        wiring: ColumnNetwork,
        columns: Columns,
        amounts: Amounts,
        before: EarlyBoundaries,
        end: Value,
        settle: Callable[[int, Value], bool],
    ) -> None:
        self._settle = settle
        self._wiring, self._columns, self._amounts, self._before = wiring, columns, amounts, before
        self._bounds = LinkBounds(wiring, columns, before, end)
        self.finish: dict[int, Value] = {}
        self.moments: dict[int, _Pair] = {}
        self.alone: dict[int, tuple[Any, _Pair]] = {}
        size, far = wiring.network.size, columns.far
        self._evening: list[_Pair] = [(far, far)] * size  # the latest start and finish links may ask for
        self._morning: list[_Pair] = [(far, far)] * size

    def run(self) -> dict[int, Value]:
        """The late finish of each open task that is not plain, by row."""
        wiring, size = self._wiring, self._wiring.network.size
        parent, is_leaf, gated, plain = (
            wiring.network.parent, wiring.network.is_leaf, wiring.gated, wiring.plain,
        )  # fmt: skip
        for number in reversed(wiring.network.order):
            row = number % size
            if number >= size:
                self._bounds.hand_down(row)
                continue
            if plain[row] and row not in self._amounts.later:
                self._plainly(row)
                continue
            if is_leaf[row]:
                if not wiring.work.is_open(row):
                    continue
                latest = self._moment if wiring.work.is_moment(row) else self._latest
                self._evening[row], self._morning[row] = latest(row)
            up = parent[row]
            if gated[up]:
                for column in (self._evening, self._morning):
                    start, finish = column[row]
                    column[up] = (
                        self._columns.lowest(column[up][0], start),
                        self._columns.lowest(column[up][1], finish),
                    )
            if gated[row]:
                self._bounds.ask(row, RequiredInstants(*self._evening[row], *self._morning[row]))
        return self.finish

    def spare(self, early: EarlyBoundaries) -> dict[int, Value]:
        """The late finishes, with each task that begins a summary free to slip while another keeps its start.

        Each milestone keeps the side of its boundary that it has in ``early``, which includes everything
        that is put off to be as late as possible.
        """
        columns, late, work = self._columns, self.finish, self._wiring.work
        if self.alone:
            hold_starts(self._wiring, columns, self._bounds, early, self.alone)
        for row, (holds, (evening, morning)) in self.alone.items():
            own, _ = self._bounds.of(row)
            if work.is_moment(row):
                was = self.moments[row]
                self.moments[row] = (
                    columns.where(holds, columns.lowest(evening, own.start), was[0]),
                    columns.where(holds, columns.lowest(morning, own.morning_start), was[1]),
                )
            else:
                held = columns.add(own.morning_start, self._amounts.length[row])
                late[row] = columns.where(holds, columns.lowest(evening, held), late[row])
        for row, (evening, morning) in self.moments.items():
            late[row] = self._at_its_side(row, early, evening, morning)
        return late

    def _at_its_side(self, row: int, early: EarlyBoundaries, evening: Value, morning: Value) -> Value:
        """The late boundary of a milestone, for the side of the boundary (evening or morning) it is on."""
        columns, at, work = self._columns, early.at[row], self._wiring.work
        if row in work.events:
            # A limit at the evening before its boundary includes its day off.
            return columns.where(evening < at, morning, columns.highest(morning, at))
        late = columns.where(early.moments.is_morning(row), morning, evening)
        if work.form[row] == HELD:
            # Held at the end of its day, it moves to the morning once its date is late enough.
            day = columns.add(work.release[row] * GRAIN, self._amounts.later.get(row, 0))
            by_date = columns.less(columns.add(at, morning), day)
            late = columns.where(morning >= early.starts[row], by_date, late)
        return late

    def _moment(self, row: int) -> tuple[_Pair, _Pair]:
        """Record the latest positions of a milestone; return those that its links may ask for."""
        columns, work, later = self._columns, self._wiring.work, self._amounts.later.get(row, 0)
        asked, shared = self._bounds.of(row)
        evening = columns.lowest(asked.start, asked.finish)
        morning = columns.lowest(asked.morning_start, asked.morning_finish)
        if not self._bounds.is_none(shared[1]):
            position = self._before.moments.is_morning(row)
            is_bound: Any = (shared[1] < morning) | (shared[0] < evening)
            bound = columns.where(position, shared[1], shared[0])
            self.alone[row] = is_bound & (bound >= self._before.at[row]), (evening, morning)
            evening, morning = columns.lowest(evening, shared[0]), columns.lowest(morning, shared[1])
        self.moments[row] = evening, morning
        self.finish[row] = self._at_its_side(row, self._before, evening, morning)
        if work.form[row] == HELD:
            day = columns.add(work.release[row] * GRAIN, later)
            over = day if row in work.events else columns.add(day, GRAIN)
            evening, morning = columns.lowest(evening, over), columns.lowest(morning, day)
        evening, morning = columns.less(evening, later), columns.less(morning, later)
        return (evening, evening), (morning, morning)

    def _plainly(self, row: int) -> None:
        """Settle a plain task and tighten its predecessors' bounds, as ``_latest`` and ``ask`` would.

        What it works out is written over the task's length, which nothing needs any more.
        """
        columns, bounds, wiring = self._columns, self._bounds, self._wiring
        length, to_finish = self._amounts.length[row], wiring.to_finish[row]
        start, finish = bounds.plain(row)
        if bounds.is_none(start) and bounds.is_none(finish):
            return
        # A task that begins at boundary 0 finishes at its length, in the same column.
        over = 0 if length is self._before.at[wiring.network.size + row] else length
        if bounds.is_none(start):
            begin = columns.less(finish, length, over)
        else:
            own = start if row in bounds.own else 0
            begin = columns.lowest(columns.less(finish, length, bounds.spare), start, own)
            finish = columns.add(begin, length, over)
        kept: tuple[Value, ...] = ()
        if self._settle(row, finish):
            kept = (begin, finish) if to_finish else (begin,)
            for source, lag in wiring.to_start[row]:
                bounds.tighten(source, begin, lag)
            for source, lag in to_finish:
                bounds.tighten(source, finish, lag)
        bounds.give_back(row, over, kept)

    def _latest(self, row: int) -> tuple[_Pair, _Pair]:
        """Record a task's late finish; return the latest start and finish that its links may ask for."""
        columns, work = self._columns, self._wiring.work
        length, later = self._amounts.length[row], self._amounts.later.get(row, 0)
        asked, (_, shared) = self._bounds.of(row)
        start, finish = asked.morning_start, asked.finish
        if work.form[row] == UNDER_WAY:
            self.finish[row] = finish
            begin = columns.less(columns.less(finish, length), later)
            earliest, latest = (boundary * GRAIN for boundary in work.began[row])
            least = columns.lowest(start, shared)
            if earliest < latest:
                # Where the start is not known, it follows the links up to the status date.
                begin = columns.where(least < latest, columns.lowest(begin, least), begin)
            both = begin, columns.add(begin, length)
            return both, both
        if self._bounds.is_none(start) and self._bounds.is_none(shared):
            start, self.finish[row] = columns.less(finish, length), finish
        else:
            own = columns.lowest(columns.less(finish, length), start)
            start = columns.lowest(own, shared)
            self.finish[row] = columns.add(start, length)
            if not self._bounds.is_none(shared):
                holds: Any = (shared < own) & (shared >= self._before.at[row])
                limit = columns.add(own, length)
                self.alone[row] = holds, (limit, limit)
        if work.form[row] == HELD:
            start = columns.lowest(start, self._before.at[row])
        begin = columns.less(start, later)
        both = begin, columns.add(begin, length) if self._wiring.asks_finish[row] else begin
        return both, both
