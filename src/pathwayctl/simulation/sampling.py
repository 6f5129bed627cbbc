"""Draw task durations and risk delays at random, for a stretch of runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from pathwayctl.model.risks import Risk
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.simulation.columns import GRAIN, Column, Columns, Value
from pathwayctl.simulation.distributions import lengths
from pathwayctl.simulation.draws import Draws
from pathwayctl.simulation.forward import Amounts
from pathwayctl.simulation.uncertainty import Blow, ThreePoints, Uncertainty

_GROUP: Final = 32
"""Tasks to draw for at a time: few enough that what is drawn stays in a processor's cache."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One draw: the amounts without any risk, and the delay of each blow.

    ``happened`` is the number of runs in which each risk happened.
    """

    bare: Amounts
    blows: Sequence[Value]
    happened: Sequence[int]


class Sampling:
    """Draws for one plan, seed, and shape."""

    __slots__ = ("_alike", "_draws", "_later", "_longer", "_names", "_shape", "_uncertain", "_work")

    def __init__(
        self, uncertain: Uncertainty, breakdown: Breakdown, work: Work, seed: int, shape: str
    ) -> None:
        self._uncertain, self._work, self._shape = uncertain, work, shape
        self._draws = Draws(seed)
        self._names = {row: f"length {breakdown.rows[row].task.id}" for row in uncertain.points}
        self._alike: dict[ThreePoints, list[int]] = {}
        for row, points in uncertain.points.items():
            self._alike.setdefault(points, []).append(row)
        self._longer = _by_row([blow.longer for blow in uncertain.blows])
        self._later = _by_row([blow.later for blow in uncertain.blows])

    def draw(self, first: int, columns: Columns) -> Drawn:
        """Draw for as many runs as the columns are long, from run ``first`` on."""
        length: list[Value] = [days * GRAIN for days in self._work.remaining]
        later: dict[int, Value] = {}
        for points, rows in self._alike.items():
            names = [self._names[row] for row in rows]
            for row, found in zip(rows, self._taken(names, points, first, columns), strict=True):
                if self._work.is_moment(row):
                    later[row] = found
                else:
                    length[row] = found
        struck = [self._struck(risk, first, columns.runs) for risk in self._uncertain.risks]
        blows = [self._blow(blow, struck[blow.risk], first, columns) for blow in self._uncertain.blows]
        return Drawn(Amounts(length, later), blows, [int(np.count_nonzero(one)) for one in struck])

    def amounts(self, drawn: Drawn, columns: Columns, without: int = -1) -> Amounts:
        """The amounts of all tasks with all risks, or with all but one."""
        if not self._uncertain.blows:
            return drawn.bare
        length, later = list(drawn.bare.length), dict(drawn.bare.later)
        for row, numbers in self._longer.items():
            length[row] = self._hit(length[row], numbers, drawn.blows, columns, without)
        for row, numbers in self._later.items():
            later[row] = self._hit(later.get(row, 0), numbers, drawn.blows, columns, without)
        return Amounts(length, later)

    def _hit(
        self, value: Value, numbers: Sequence[int], blows: Sequence[Value], columns: Columns, without: int
    ) -> Value:
        """A length, or a delay, after the blows of all risks but one; never below 0."""
        kinds = self._uncertain.blows
        helped = False
        for number in numbers:
            if kinds[number].risk == without:
                continue
            if kinds[number].sign > 0:
                value = columns.add(value, blows[number])
            else:
                value, helped = columns.less(value, blows[number]), True
        return columns.highest(value, 0) if helped else value

    def _taken(
        self, names: Sequence[str], points: ThreePoints, first: int, columns: Columns
    ) -> Iterator[Column]:
        """For each name, durations drawn from the same three points, which are not certain."""
        table = lengths(self._shape, points.low, points.likely, points.high, GRAIN * points.share)
        while names:
            # Many at once, because the calls of numpy would take longer than what they do for one.
            found = columns.together(min(len(names), _GROUP))
            levels = self._draws.levels(names[: len(found)], first, columns.runs)
            if columns.dtype == table.dtype:
                table.take(levels, out=found, mode="wrap")  # the quickest; all are in the table
            else:
                found[:] = table[levels]
            yield from found
            names = names[len(found) :]

    def _struck(self, risk: Risk, first: int, runs: int) -> NDArray[np.bool_]:
        return self._draws.happens(f"risk {risk.id}", risk.probability or 0.0, first, runs)

    def _blow(self, blow: Blow, happens: NDArray[Any], first: int, columns: Columns) -> Value:
        """The time that one delay of a risk costs or saves, 0 in the runs in which it does not happen."""
        name = f"delay {self._uncertain.risks[blow.risk].id} {blow.number}"
        points = blow.points
        found: Value = points.likely * GRAIN
        if not points.certain:
            found = next(self._taken([name], points, first, columns))
        struck: Value = np.multiply(happens, found, out=columns.new(), dtype=columns.dtype)
        return struck


def _by_row(touched: Sequence[Sequence[int]]) -> Mapping[int, Sequence[int]]:
    """The numbers of the blows that affect each row."""
    found: dict[int, list[int]] = {}
    for number, rows in enumerate(touched):
        for row in rows:
            found.setdefault(row, []).append(number)
    return found
