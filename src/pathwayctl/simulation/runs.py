"""Simulate all runs of a plan, in stretches, and tally the results.

A stretch is as long as fits in a fixed amount of memory; the results do not depend on its length. For each
risk the stretch is simulated again without it, on the same random numbers, but only for the tasks that the
risk can affect, and for what follows from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import field, replace
from typing import Final

import numpy as np

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.passes import forward
from pathwayctl.scheduling.pauses import without_pauses
from pathwayctl.scheduling.remaining_work import UNDER_WAY
from pathwayctl.scheduling.schedule import Schedule, workings_of
from pathwayctl.simulation.backward import Backward
from pathwayctl.simulation.calendar_instants import Axis
from pathwayctl.simulation.column_network import ColumnNetwork, wire
from pathwayctl.simulation.columns import GRAIN, Columns, Value
from pathwayctl.simulation.draws import WORD
from pathwayctl.simulation.forward import Amounts, EarlyBoundaries, Forward
from pathwayctl.simulation.run_counts import Bonds, RunCounts
from pathwayctl.simulation.sampling import Sampling
from pathwayctl.simulation.task_counts import GROUP, TaskCounts
from pathwayctl.simulation.uncertainty import Uncertainty


def reached(wiring: ColumnNetwork, rows: Collection[int]) -> list[int]:
    """The numbers of the order that change when these rows do, in order."""
    network, size = wiring.network, wiring.network.size
    found: set[int] = set()
    numbers = []

    def value_of(row: int) -> int:
        """The number of the order after which the values of a row are known."""
        return row if network.is_leaf[row] else size + row

    for number in network.order:
        if number >= size:
            changed = any(value_of(part) in found for part in wiring.parts.get(number - size, ()))
        else:
            links = (
                *network.elapsed.get(number, ((), ())),
                network.to_start[number],
                network.to_finish[number],
            )
            changed = number in rows or network.parent[number] in found
            changed = changed or any(value_of(source % size) in found for side in links for source, _ in side)
        if changed:
            found.add(number)
            numbers.append(number)
    return numbers


def farthest(schedule: Schedule, uncertain: Uncertainty) -> int:
    """A boundary that no run passes: every task takes its longest, and every threat happens."""
    workings = workings_of(schedule)
    remaining = list(workings.work.remaining)
    for row, points in uncertain.points.items():
        remaining[row] = points.high
    for blow in uncertain.blows:
        for row in blow.rows if blow.sign > 0 else ():
            remaining[row] += blow.points.high
    for row, pause in uncertain.pauses.items():
        remaining[row] += sum(end - begin for begin, end in pause.spans)
    work = replace(workings.work, remaining=remaining)
    return forward(workings.network, work, workings.solution.release, schedule.calendar).at[-1]


_MOST: Final = 5120
"""The most runs in a stretch: columns of this length stay in a processor's cache while they are used."""
_LEAST: Final = 64
MEMORY: Final = 150_000_000
"""About how many bytes the columns of a stretch may take."""
_BYTES_A_RUN: Final = 6 * 4
"""The bytes that a task needs for each run, at the most: six columns of four bytes."""
_BYTES_IF_PLAIN: Final = 10
"""The same for a plain task: its length, its finish, for some their start, and now and then a bound."""


Watch = Callable[[int, int], None]
"""Called with the number of runs done and the number of all runs."""


@dataclass(frozen=True)
class Tally:
    """The counts by row: finish days, runs in which a task is critical, and correlations with the finish.

    Without ``drivers``, nothing is counted that tells what drives the finish: ``critical`` is empty, and
    ``bonds`` know only the finish. For each risk, ``happened`` is the number of runs in which it did,
    ``without`` has the days on which the project would have finished without it, and ``saved`` is the sum of
    the days gained, in parts of a day.
    """

    drivers: bool = True
    finish: RunCounts = field(default_factory=RunCounts)
    tasks: TaskCounts = field(default_factory=TaskCounts)
    critical: Counter[int] = field(default_factory=Counter)
    bonds: Bonds = field(default_factory=Bonds)
    happened: list[int] = field(default_factory=list)
    without: list[RunCounts] = field(default_factory=list)
    saved: list[int] = field(default_factory=list)


def _stretch(wiring: ColumnNetwork, runs: int, memory: int) -> int:
    """How many runs to simulate at a time, in nearly equal stretches."""
    plain = sum(wiring.plain)
    needed = _BYTES_IF_PLAIN * plain + _BYTES_A_RUN * (wiring.network.size - plain)
    fitting = max(_LEAST, min(_MOST, memory // needed))
    times = -(-runs // fitting)
    return -(-runs // (times * WORD)) * WORD


class Runs:
    """The runs of one plan with one seed and shape; ``slack`` is the float up to which tasks are critical."""

    def __init__(self, schedule: Schedule, uncertain: Uncertainty, seed: int, shape: str, slack: int) -> None:
        workings, breakdown = workings_of(schedule), schedule.records.breakdown
        network, work = workings.network, without_pauses(workings.work, uncertain.pauses)
        self._schedule, self._slack = schedule, slack * GRAIN
        self._wiring = wire(network, work, workings.solution.release, breakdown, uncertain.pauses)
        self._sampling = Sampling(uncertain, breakdown, work, seed, shape)
        rows = range(network.size - 1)
        self._rows = [row for row in rows if network.is_leaf[row] and work.is_open(row)]
        self._emptied = {
            row
            for row in self._rows
            if work.form[row] == UNDER_WAY and not work.remaining[row] and row not in work.actual_start
        }
        self._moments = [row for row in self._rows if work.is_moment(row) or row in self._emptied]
        self._saved = {
            row
            for row in set[int]().union(*_touched(uncertain))
            if work.form[row] != UNDER_WAY and not work.is_moment(row)
        }
        self._special = self._saved.union(self._moments)
        self._ends = [row for row in self._wiring.ends if work.is_open(row)]
        self._done = max((end for row, (_, end) in work.done.items() if work.live[row]), default=0) * GRAIN
        self._behind = [reached(self._wiring, touched) for touched in _touched(uncertain)]
        self._reach = farthest(schedule, uncertain)
        self._begin(1)
        planned = Amounts([days * GRAIN for days in work.remaining], {})
        self._planned = int(self._end_and_finish(self._forward.all(planned))[0])

    def tally(
        self, runs: int, memory: int = MEMORY, watch: Watch | None = None, only: Collection[int] | None = None
    ) -> Tally:
        """Simulate the runs, as many together as fit in about so many bytes of memory.

        With ``only``, the finish days of just these rows are counted, and not what drives the finish.
        """
        size = _stretch(self._wiring, runs, memory)
        risks = len(self._behind)
        rows = self._rows if only is None else [row for row in self._rows if row in only]
        tally = Tally(
            only is None,
            tasks=TaskCounts(rows),
            happened=[0] * risks,
            without=[RunCounts() for _ in range(risks)],
            saved=[0] * risks,
        )
        self._begin(size)
        for first in range(0, runs, size):
            if runs - first < size:
                self._columns.shorten(runs - first)
            self._one(tally, first)
            self._columns.reset()
            if watch:
                watch(first + self._columns.runs, runs)
        return tally

    def _begin(self, runs: int) -> None:
        """Make columns for a number of runs."""
        self._columns = Columns(runs, self._reach)
        axis = Axis(self._schedule.calendar, self._columns.dtype)
        self._forward = Forward(self._wiring, self._columns, axis)
        plain = self._wiring.not_put_off()
        self._plain = Forward(plain, self._columns, axis) if plain else None

    def _one(self, tally: Tally, first: int) -> None:
        """Simulate a stretch of runs, and add it to the tally."""
        columns = self._columns
        drawn = self._sampling.draw(first, columns)
        amounts = self._sampling.amounts(drawn, columns)
        early = self._forward.all(amounts)
        end, finish = self._end_and_finish(early)
        tally.finish.count(finish, columns)
        self._count_tasks(tally, amounts, early, end)
        for risk in range(len(self._behind)):
            tally.happened[risk] += drawn.happened[risk]
            mark = columns.mark()
            sooner_end, sooner = end, finish
            if drawn.happened[risk] and self._behind[risk]:
                spared = self._sampling.amounts(drawn, columns, risk)
                without = self._forward.again(spared, early, self._behind[risk])
                sooner_end, sooner = self._end_and_finish(without)
            tally.without[risk].count(sooner, columns)
            tally.saved[risk] += _total(columns.less(end, sooner_end), columns.runs)
            columns.reset(mark)
        if tally.drivers:
            self._count_critical(tally, amounts, early, end)  # last, because it uses up the amounts

    def _count_tasks(self, tally: Tally, amounts: Amounts, early: EarlyBoundaries, end: Value) -> None:
        columns, size = self._columns, self._wiring.network.size
        bonds = None if isinstance(end, int) else tally.bonds
        if bonds and not isinstance(end, int):
            bonds.begin(end, self._planned)
        # Made once: new memory for each group would take longer than what it is used for.
        shape = GROUP, columns.runs
        boundaries, lengths = np.empty(shape, columns.dtype), np.empty(shape)
        places = np.empty(shape, np.intp)
        length, later = amounts.length, amounts.later
        for group in tally.tasks.groups:
            mark, rows = columns.mark(), group.rows
            for place, row in enumerate(rows):
                boundaries[place] = self._shown(row, early) if row in self._special else early.at[size + row]
            group.count(boundaries[: len(rows)], places[: len(rows)])
            if bonds and tally.drivers:
                for place, row in enumerate(rows):
                    lengths[place] = columns.add(length[row], later[row]) if row in later else length[row]
                bonds.count(rows, lengths[: len(rows)])
            columns.reset(mark)

    def _count_critical(self, tally: Tally, amounts: Amounts, early: EarlyBoundaries, end: Value) -> None:
        columns, size, slack = self._columns, self._wiring.network.size, self._slack
        before = self._plain.all(amounts) if self._plain else early
        amounts = before.with_pauses(amounts)

        def settle(row: int, finish: Value) -> bool:
            least = early.at[size + row]
            critical = finish <= (least + slack if slack else least)
            runs = columns.runs * critical if isinstance(critical, bool) else int(np.count_nonzero(critical))
            tally.critical[row] += runs
            return runs > 0

        back = Backward(self._wiring, columns, amounts, before, self._last_day(early, end), settle)
        back.run()
        for row, finish in back.spare(early).items():
            settle(row, finish)

    def _end_and_finish(self, early: EarlyBoundaries) -> tuple[Value, Value]:
        """The last boundary of all, and the one at the end of the day on which the last task is shown."""
        columns, size = self._columns, self._wiring.network.size
        last: Value = 0
        for row in self._ends:
            last = columns.highest(last, early.at[size + row], last)  # nothing else uses the last one
        finish = last
        for row in self._moments:
            shown = self._shown(row, early)
            if shown is not early.at[size + row]:  # else it is no later than the last boundary
                finish = columns.highest(finish, shown, 0 if finish is last else finish)
        return columns.highest(last, self._done) if self._done else last, finish

    def _last_day(self, early: EarlyBoundaries, end: Value) -> Value:
        """The boundary from which late dates are counted back: the end of the last day that is shown."""
        columns = self._columns
        for row in self._moments:
            if row in self._emptied:
                end = columns.highest(end, self._shown(row, early))
            elif row not in self._wiring.work.events:
                at = early.at[row]
                day = columns.where(early.moments.is_morning(row), columns.add(at, GRAIN), at)
                end = columns.highest(end, day)
        return end

    def _shown(self, row: int, early: EarlyBoundaries) -> Value:
        """The boundary, or part of a day, just after the day on which a task is shown to finish.

        Work with nothing left to do shows the day after its boundary if it may have begun at that
        boundary. Work that a risk saves completely shows no day before it could have begun.
        The day off that a milestone is held on is not a working day: see ``Dates``.
        """
        columns, boundary = self._columns, early.at[self._wiring.network.size + row]
        if row in self._emptied:
            return columns.where(early.at[row] >= boundary, boundary + GRAIN, boundary)
        if self._wiring.work.is_moment(row):
            return boundary if row in self._wiring.work.events else early.moments.position(row)
        if row in self._saved:
            return columns.highest(boundary, self._wiring.work.release[row] * GRAIN + 1)
        return boundary


def _touched(uncertain: Uncertainty) -> list[set[int]]:
    """The rows that each risk affects."""
    found: list[set[int]] = [set() for _ in uncertain.risks]
    for blow in uncertain.blows:
        found[blow.risk].update(blow.rows)
    return found


def _total(value: Value, runs: int) -> int:
    return value * runs if isinstance(value, int) else int(value.sum(dtype=np.int64))
