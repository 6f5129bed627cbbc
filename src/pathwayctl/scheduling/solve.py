"""The passes in their order: forward, back, put off what is to be late, then the floats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathwayctl.scheduling.floats import free_floats
from pathwayctl.scheduling.network import Network
from pathwayctl.scheduling.passes import Early, Late, backward, forward
from pathwayctl.scheduling.progress import Work
from pathwayctl.scheduling.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Solution:
    """The early boundaries, and for each task its late finish boundary and its free float.

    ``release`` holds the boundaries before which nothing still to be done was placed: those of the work,
    raised where a task is put off to be as late as possible.
    """

    early: Early
    late_finish: list[int]
    free_float: list[int]
    release: list[int]


def solve(network: Network, work: Work, calendar: WorkCalendar, finish_by: date | None) -> Solution:
    """Early and late boundaries and free float. Late ones are counted back from ``finish_by``, if given.

    They are then the ones that let the project finish with the last working day on or before it.
    """
    early = forward(network, work, work.release, calendar)
    project_finish = _project_finish(early, calendar, finish_by)
    late = backward(network, work, early, project_finish)
    early, release = _put_off(network, work, calendar, early, late)
    free = free_floats(network, work, early)
    for row, alone in late.alone.items():
        finish = early.at[network.size + row] + free[row]
        late.finish[row] = min(max(late.finish[row], finish), alone)
    return Solution(early, late.finish, free, release)


def place(
    network: Network, work: Work, calendar: WorkCalendar, finish_by: date | None
) -> tuple[Early, list[int]]:
    """Only the early boundaries and the releases that they come from: what trying something out needs."""
    early = forward(network, work, work.release, calendar)
    if not any(work.late):
        return early, work.release
    late = backward(network, work, early, _project_finish(early, calendar, finish_by))
    return _put_off(network, work, calendar, early, late)


def _project_finish(early: Early, calendar: WorkCalendar, finish_by: date | None) -> int:
    """The boundary from which late dates are counted back."""
    return calendar.index_before(finish_by) + 1 if finish_by else early.at[-1]


def _put_off(
    network: Network, work: Work, calendar: WorkCalendar, early: Early, late: Late
) -> tuple[Early, list[int]]:
    """Move tasks that are to be as late as possible to their late start, and what waits for them along.

    Where a task's late start is before its early one, nothing moves.
    """
    release = list(work.release)
    for row, is_leaf in enumerate(network.is_leaf):
        if is_leaf and work.is_put_off(row):
            release[row] = max(release[row], late.finish[row] - work.remaining[row])
    if release == work.release:
        return early, release
    moved = forward(network, work, release, calendar)
    if early.instants and moved.instants:
        # A milestone that only now stands at the end of a day leaves elapsed lags a little more room.
        for row in sorted(moved.instants.at_end - early.instants.at_end):
            early.instants.at_end.add(row)
            start, _, finish = late.limits.of(row)
            late.alone[row] = min(start, finish)
    return moved, release
