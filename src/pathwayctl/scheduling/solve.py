"""The passes in their order: forward, back, put off what is to be late, then the floats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pathwayctl.scheduling.early import Early
from pathwayctl.scheduling.floats import free_floats, late_finishes
from pathwayctl.scheduling.network import Network
from pathwayctl.scheduling.passes import Late, backward, forward
from pathwayctl.scheduling.remaining_work import Work
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
    late = backward(network, work, early, project_finish(work, early, calendar, finish_by))
    early, release = _put_off(network, work, calendar, early, late, work.release)
    free = free_floats(network, work, early)
    return Solution(early, late_finishes(network, work, early, late), free, release)


def place(
    network: Network, work: Work, calendar: WorkCalendar, finish_by: date | None, release: Sequence[int]
) -> tuple[Early, list[int]]:
    """Only the early boundaries and the releases that they come from: what trying something out needs.

    ``release`` is that of the work, or later where something is kept back that no date holds there.
    """
    early = forward(network, work, release, calendar)
    if not any(work.late):
        return early, list(release)
    late = backward(network, work, early, project_finish(work, early, calendar, finish_by))
    return _put_off(network, work, calendar, early, late, release)


def project_finish(work: Work, early: Early, calendar: WorkCalendar, finish_by: date | None) -> int:
    """The boundary from which late dates are counted back: the end of the last day of the project."""
    return calendar.index_before(finish_by) + 1 if finish_by else early.last(work.live)


def _put_off(
    network: Network,
    work: Work,
    calendar: WorkCalendar,
    early: Early,
    late: Late,
    before: Sequence[int],
) -> tuple[Early, list[int]]:
    """Move tasks that are to be as late as possible to their late start, and what waits for them along.

    Where a task's late start is before its early one, nothing moves. A milestone is put off to the end
    of a day.
    """
    release = list(before)
    for row, is_leaf in enumerate(network.is_leaf):
        if is_leaf and work.is_put_off(row):
            latest = late.finish[row] // 2 if work.is_moment(row) else late.finish[row] - work.remaining[row]
            release[row] = max(release[row], latest)
    if release == list(before):
        return early, release
    return forward(network, work, release, calendar), release
