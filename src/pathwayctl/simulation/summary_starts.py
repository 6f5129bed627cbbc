"""Find the task that alone sets the start of a summary, for many runs at once, as ``scheduling.floats`` does.

While another task begins the summary too, or starts soon enough, each of them can slip.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np

from pathwayctl.simulation.column_network import ColumnNetwork
from pathwayctl.simulation.columns import Columns, Value
from pathwayctl.simulation.forward import EarlyBoundaries
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
