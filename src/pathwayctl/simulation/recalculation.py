"""How far a change reaches: what to recalculate when tasks take longer, and the latest possible finish."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pathwayctl.scheduling.passes import forward
from pathwayctl.scheduling.schedule import Schedule, workings_of
from pathwayctl.simulation.column_network import ColumnNetwork
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
