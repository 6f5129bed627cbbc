"""The forward pass of ``scheduling.passes`` for many runs at once: early boundaries as columns.

Runs differ only in the lengths of tasks and in delays from risks; nothing is rounded to whole days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.network import Sources
from pathwayctl.scheduling.remaining_work import HELD, PLANNED, UNDER_WAY
from pathwayctl.simulation.calendar_instants import Axis
from pathwayctl.simulation.column_network import ColumnNetwork
from pathwayctl.simulation.columns import GRAIN, Column, Columns, Value
from pathwayctl.simulation.instants import SimulatedInstants
from pathwayctl.simulation.moments import SimulatedMoments


@dataclass(frozen=True, slots=True)
class Amounts:
    """The duration of each task in each run, ``length``, and how much ``later`` it comes."""

    length: Sequence[Value]
    later: Mapping[int, Value]


@dataclass(frozen=True, slots=True)
class EarlyBoundaries:
    """The early boundaries, and for each row the start and finish that links and gates ask for.

    ``at`` has no start of plain tasks for whose start no link asks.
    ``moments`` has the positions of milestones, ``instants`` the times that elapsed lags count from, or
    ``None``. ``paused`` has the time from the beginning to the end of each task that pauses.
    """

    at: list[Value]
    starts: list[Value]
    finishes: list[Value]
    moments: SimulatedMoments
    instants: SimulatedInstants | None
    paused: dict[int, Value]

    def with_pauses(self, amounts: Amounts) -> Amounts:
        """The amounts with the pauses there are where tasks are placed."""
        if not self.paused:
            return amounts
        length = [self.paused.get(row, value) for row, value in enumerate(amounts.length)]
        return Amounts(length, amounts.later)


class Forward:
    """The forward pass over one network, with its columns and calendar."""

    __slots__ = ("_axis", "_columns", "_wiring")

    def __init__(self, wiring: ColumnNetwork, columns: Columns, axis: Axis) -> None:
        self._wiring, self._columns, self._axis = wiring, columns, axis

    def all(self, amounts: Amounts) -> EarlyBoundaries:
        """The boundaries of all rows."""
        size = self._wiring.network.size
        at: list[Value] = [0] * (2 * size)
        return self._pass(amounts, at, [0] * size, [0] * size, self._wiring.network.order)

    def again(self, amounts: Amounts, before: EarlyBoundaries, numbers: Iterable[int]) -> EarlyBoundaries:
        """The boundaries with other amounts, recalculated only for the numbers of the order that change."""
        return self._pass(
            amounts, list(before.at), list(before.starts), list(before.finishes), numbers, before.moments
        )

    def _pass(
        self,
        amounts: Amounts,
        at: list[Value],
        starts: list[Value],
        finishes: list[Value],
        numbers: Iterable[int],
        before: SimulatedMoments | None = None,
    ) -> EarlyBoundaries:
        wiring, size = self._wiring, self._wiring.network.size
        moments = SimulatedMoments(wiring, self._columns, self._axis, at, before)
        instants = (
            SimulatedInstants(wiring, self._columns, self._axis, at, moments) if wiring.elapsed else None
        )
        early = EarlyBoundaries(at, starts, finishes, moments, instants, {})
        gated, is_leaf, plain = wiring.gated, wiring.network.is_leaf, wiring.plain
        spare = self._columns.new()
        for number in numbers:
            if number >= size:
                self._roll_up(early.at, number - size)
                continue
            if plain[number] and number not in amounts.later:
                self._stand_plainly(at, number, amounts.length[number], spare)
                continue
            if gated[number]:
                self._ask(early, number, instants)
            if is_leaf[number]:
                self._stand(early, number, amounts)
        return early

    def _ask(self, early: EarlyBoundaries, row: int, instants: SimulatedInstants | None) -> None:
        """Record the start and finish that the links of a row and its gates ask for."""
        wiring = self._wiring
        up = wiring.network.parent[row]
        start = self._highest(early.at, wiring.to_start[row], early.starts[up])
        finish = self._highest(early.at, wiring.to_finish[row], early.finishes[up])
        if instants:
            start, finish = instants.bind(row, start, finish)
        early.starts[row], early.finishes[row] = start, finish

    def _highest(self, at: list[Value], sources: Sources, least: Value) -> Value:
        columns = self._columns
        for source, lag in sources:
            asked = columns.add(at[source], lag)
            # No boundary is below 0, so that nothing less needs to be looked at.
            if lag >= 0 and isinstance(least, int) and least <= 0:
                least = asked
            else:
                least = columns.highest(least, asked, asked if lag else 0)
        return least

    def _stand_plainly(self, at: list[Value], row: int, length: Value, spare: Column) -> None:
        """Set the boundaries of a plain task, as ``_ask`` and ``_stand`` would.

        Its start is not kept unless a link asks for it: the finish is written over it, which saves memory.
        ``spare`` is for what is used up at once.
        """
        wiring, columns = self._wiring, self._columns
        start: Value = wiring.release[row]
        own: Value = 0  # the start, once it is a column that nothing else uses
        for source, lag in wiring.to_start[row]:
            # No boundary is below 0, so that nothing less needs to be looked at.
            if lag >= 0 and isinstance(start, int) and start <= 0:
                start = columns.add(at[source], lag)
                own = start if lag else 0
            else:
                least, asked = start, columns.add(at[source], lag, spare)
                start = columns.highest(least, asked, own)
                own = own if start is least else start
        for source, lag in wiring.to_finish[row]:
            least, asked = start, columns.less(columns.add(at[source], lag, spare), length, spare)
            start = columns.highest(least, asked, own)
            own = own if start is least else start
        if wiring.rolled[row]:
            at[row], own = start, 0
        at[wiring.network.size + row] = columns.add(start, length, own)

    def _stand(self, early: EarlyBoundaries, row: int, amounts: Amounts) -> None:
        """Set the boundaries of a task."""
        wiring, columns = self._wiring, self._columns
        work, size, form = wiring.work, wiring.network.size, wiring.work.form[row]
        length, later, release = amounts.length[row], amounts.later.get(row, 0), wiring.release[row]
        asked = early.starts[row]
        if not (isinstance(early.finishes[row], int) and early.finishes[row] == 0):
            asked = columns.highest(asked, columns.less(early.finishes[row], length))
        start: Value = release
        if work.is_moment(row):
            when = early.instants.when if early.instants else None
            at = early.moments.settle(row, asked, release, later, when)
            early.at[row] = early.at[size + row] = at
        elif form == PLANNED:
            start = columns.add(columns.highest(asked, release) if release else asked, later)
            start, length = self._paused(early, row, start, length)
            early.at[row], early.at[size + row] = start, columns.add(start, length)
        elif form == HELD:
            start = columns.add(release, later)
            early.at[row], early.at[size + row] = start, columns.add(start, length)
        elif form == UNDER_WAY:
            earliest, latest = (boundary * GRAIN for boundary in work.began[row])
            early.at[row] = columns.lowest(columns.highest(earliest, asked), latest)
            start = columns.add(columns.highest(asked, release), later)
            start, length = self._paused(early, row, start, length)
            early.at[size + row] = columns.add(start, length)
        else:
            begin, end = work.done[row]
            early.at[row], early.at[size + row] = begin * GRAIN, end * GRAIN

    def _paused(self, early: EarlyBoundaries, row: int, start: Value, length: Value) -> tuple[Value, Value]:
        """Where the work of a task begins and how long it takes, with its pauses if it has any."""
        pause, columns = self._wiring.pauses.get(row), self._columns
        if pause is None:
            return start, length
        spans = [(begin * GRAIN, end * GRAIN) for begin, end in pause.spans]
        for begin, end in spans:
            start = columns.where((start >= begin) & (start < end), end, start)
        finish = columns.add(start, length)
        for begin, end in spans:
            is_over = (start < end) & (finish > begin)
            finish = columns.where(is_over, columns.add(finish, end - begin), finish)
        early.paused[row] = columns.less(finish, start)
        return start, early.paused[row]

    def _roll_up(self, at: list[Value], row: int) -> None:
        """Record the first start and the last finish in a summary, where a link asks for them."""
        wiring, columns, size = self._wiring, self._columns, self._wiring.network.size
        parts = wiring.parts.get(row, ())
        if wiring.rolled[row]:
            at[row] = columns.far
            for part in parts:
                at[row] = columns.lowest(at[row], at[part])
        if wiring.rolled[size + row]:
            at[size + row] = 0
            for part in parts:
                at[size + row] = columns.highest(at[size + row], at[size + part])
