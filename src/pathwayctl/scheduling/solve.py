"""The passes in order: forward, backward, as-late-as-possible tasks put off, then the floats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, cached_property

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.floats import free_floats, late_finishes
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.network import Network
from pathwayctl.scheduling.passes import Late, backward, forward
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.workdays import WorkCalendar

Floats = tuple[list[int], list[int]]
"""The late finish boundary of each task, and its free float in working days."""


@dataclass(frozen=True)
class Solution:
    """The early boundaries, and the floats, which are calculated when they are first asked for.

    ``release`` holds the boundaries before which nothing still to be done was placed: those of the work,
    raised where a task is put off to be as late as possible. ``find_free`` finds the free floats alone, which
    takes half of the time, where that can be done.
    """

    early: ForwardPass
    release: Sequence[int]
    find_floats: Callable[[], Floats]
    find_free: Callable[[], list[int]] | None = None

    @cached_property
    def _floats(self) -> Floats:
        return self.find_floats()

    @property
    def late_finish(self) -> list[int]:
        """The late finish boundary of each task."""
        return self._floats[0]

    @property
    def free_float(self) -> list[int]:
        """The free float of each task in working days."""
        return self._floats[1] if self.find_free is None else self.find_free()


def solve(
    network: Network,
    work: Work,
    calendar: WorkCalendar,
    finish_by: date | None,
    release: Sequence[int] | None = None,
) -> Solution:
    """Find the early boundaries and the floats. Late dates are counted back from ``finish_by``, if given.

    They are then the ones that let the project finish with the last working day on or before it.
    ``release`` keeps tasks back without a date of their own; by default it is that of the work.
    """
    release = work.release if release is None else release
    first = forward(network, work, release, calendar)

    @cache
    def late() -> Late:
        return backward(network, work, first, project_finish(work, first, calendar, finish_by))

    early = first
    if any(work.late):
        put_off = _put_off(network, work, late(), release)
        if put_off != list(release):
            early, release = forward(network, work, put_off, calendar), put_off

    @cache
    def free() -> list[int]:
        return free_floats(network, work, early)

    return Solution(early, release, lambda: (late_finishes(network, work, early, late()), free()), free)


def project_finish(work: Work, early: ForwardPass, calendar: WorkCalendar, finish_by: date | None) -> int:
    """The boundary from which late dates are counted back: the end of the last day of the project."""
    return calendar.index_before(finish_by) + 1 if finish_by else early.last(work.live)


def _put_off(network: Network, work: Work, late: Late, release: Sequence[int]) -> list[int]:
    """The releases, with tasks that are to be as late as possible at their late start.

    A task whose late start is before its early one does not move. A milestone is put off to the end of a
    day.
    """
    found = list(release)
    for row, is_leaf in enumerate(network.is_leaf):
        if is_leaf and work.is_put_off(row):
            latest = late.finish[row] // 2 if work.is_moment(row) else late.finish[row] - work.remaining[row]
            found[row] = max(found[row], latest)
    return found
