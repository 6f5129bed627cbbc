"""The two passes: early boundaries forward through the network, late ones back.

This is the critical path method (Kelley and Walker, 1959) on whole working days, with the four kinds
of links, lags of either sign, and summaries. A task of ``n`` days holds the working days from boundary
``s`` up to ``f = s + n``; a link asks that a boundary of the successor is no less than one of the
predecessor plus a lag. All is in plain lists with an entry for each row of the outline: ``at[row]`` is
the start of a row and ``at[size + row]`` its finish. For a summary these are the first start and the
last finish in it, and for the last row those of the whole project.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.elapsed import Instants
from pathwayctl.scheduling.link_constraints import LinkLimits
from pathwayctl.scheduling.moments import ForwardPass, Moments
from pathwayctl.scheduling.network import FAR, Network
from pathwayctl.scheduling.remaining_work import DONE, HELD, PLANNED, UNDER_WAY, Work
from pathwayctl.scheduling.workdays import WorkCalendar

Stand = Callable[[Work, int, int, int], tuple[int, int]]
"""Gives the boundaries of a task: the work, its row, the start its links ask for and its release."""
Pull = Callable[[int, int], int]
"""Gives, for a row, the last boundary up to the one given at which its work can really start."""


@dataclass(frozen=True, slots=True)
class Late:
    """What the backward pass finds.

    ``finish`` is the late finish boundary of each task, the early one if it is done or dropped.
    ``alone`` has the tasks that are bound only because a summary must not begin later than it may: the
    late finish that each would have if it alone moved and another task kept the summary's start.
    ``limits`` is what all of this follows from. For milestones, ``finish`` and ``alone`` hold positions.
    """

    finish: list[int]
    alone: dict[int, int]
    limits: LinkLimits


def stand(work: Work, row: int, asked: int, release: int) -> tuple[int, int]:
    """The boundaries of a task, when its links ask that what remains starts no earlier than ``asked``."""
    form = work.form[row]
    if form == PLANNED:
        start = asked if asked > release else release
        return start, start + work.remaining[row]
    if form == HELD:
        return release, release + work.remaining[row]
    if form == UNDER_WAY:
        earliest, latest = work.began[row]
        return min(max(earliest, asked), latest), max(asked, release) + work.remaining[row]
    return work.done[row]


def forward(  # noqa: C901 - the loop that every date goes through, kept whole for speed
    network: Network, work: Work, release: Sequence[int], calendar: WorkCalendar, put: Stand = stand
) -> ForwardPass:
    """The early boundaries, with nothing still to be done before its ``release`` boundary.

    ``put`` gives the boundaries of each task; it may put one later than links and release ask for.
    """
    size, parent, is_leaf, live = network.size, network.parent, network.is_leaf, work.live
    to_start, to_finish, remaining = network.to_start, network.to_finish, work.remaining
    at = [FAR] * size + [0] * size
    starts, finishes = [0] * size, [0] * size  # the boundaries asked for, by a row's links and its gates
    instants = Instants(network, work, calendar) if network.elapsed else None
    moments = Moments(network, work, calendar, at, instants)
    gates = starts, finishes
    for number in network.order:
        row = number if number < size else number - size
        up = parent[row]
        if number < size:
            start, finish = starts[up], finishes[up]
            for source, lag in to_start[row]:
                if at[source] + lag > start:
                    start = at[source] + lag
            for source, lag in to_finish[row]:
                if at[source] + lag > finish:
                    finish = at[source] + lag
            if instants:
                start, finish = instants.bind(row, start, finish)
            starts[row], finishes[row] = start, finish
            if not is_leaf[row]:
                continue
            if finish - remaining[row] > start:
                starts[row] = start = finish - remaining[row]
            at[row], at[size + row] = put(work, row, start, release[row])
            if not remaining[row] and work.is_moment(row):
                moments.settle(row, start, gates)
            if instants:
                instants.note(row, at[row], at[size + row], morning=row in moments.mornings)
        if live[row]:
            _roll_up(at, row, up, size, instants)
    return ForwardPass(at, starts, instants, moments)


def _roll_up(at: list[int], row: int, up: int, size: int, instants: Instants | None) -> None:
    """Count a row in the start and finish of the summary it belongs to."""
    if at[row] < at[up]:
        at[up] = at[row]
    if at[size + row] > at[size + up]:
        at[size + up] = at[size + row]
    if instants:
        instants.roll_up(row, up)


def backward(
    network: Network, work: Work, early: ForwardPass, project_finish: int, pull: Pull | None = None
) -> Late:
    """The late boundaries, counted back from the boundary at which the project is to be finished.

    What is done or dropped binds nothing; a task held on its date binds what it waits for to that
    date, and itself has late dates that say how far the date could be put off. That a summary's start
    must not be late binds each task in it that starts when the summary does: more than is needed if
    one of them moves, just what is needed if all do. ``pull`` may put the work of a task earlier still.
    """
    size, parent, is_leaf = network.size, network.parent, network.is_leaf
    limits = LinkLimits(network, early, project_finish)
    first, last = [FAR] * size, [FAR] * size  # the latest start and finish that links into a row may ask for
    late = Late(early.at[size:], {}, limits)
    for number in reversed(network.order):
        row = number % size
        if number >= size:
            limits.hand_down(row)
            limits.share_start(row)
            continue
        if not is_leaf[row]:
            start, finish = first[row], last[row]
        elif not work.live[row] or work.form[row] == DONE:
            continue
        elif work.remaining[row] or not work.is_moment(row):
            start, finish = _latest(work, row, early, late, pull)
        else:
            start, finish = _latest_moment(work, row, early, late, pull)
        include(first, last, parent[row], start, finish)
        limits.ask(row, start, finish)
    return late


def include(first: list[int], last: list[int], up: int, start: int, finish: int) -> None:
    """Let a summary start and finish no later than something in it is to, which is at these positions."""
    if start < first[up]:
        first[up] = start
    if finish < last[up]:
        last[up] = finish


def _latest(work: Work, row: int, early: ForwardPass, late: Late, pull: Pull | None) -> tuple[int, int]:
    """Record a task's late finish; return the latest start and finish that its links allow."""
    remaining, form = work.remaining[row], work.form[row]
    start, shared, finish = late.limits.of(row)
    begin = (finish >> 1) - remaining
    if form == UNDER_WAY:
        if pull is not None:
            begin = pull(row, begin)
        late.finish[row] = begin + remaining
        earliest, latest = work.began[row]
        # Where the start is not known, it follows the links up to the status date.
        limit = (min(start, shared) - 1) >> 1
        if earliest < latest and limit < latest:
            begin = min(begin, limit)
        return 2 * begin + 1, 2 * (begin + remaining) + 1
    if start < FAR:
        begin = min(begin, (start - 1) >> 1)
    if shared < FAR and (shared - 1) >> 1 < begin:
        if shared > 2 * early.at[row]:
            late.alone[row] = begin + remaining
        begin = (shared - 1) >> 1
    if pull is not None:
        begin = pull(row, begin)
    late.finish[row] = begin + remaining
    if form == HELD:
        begin = min(begin, early.at[row])
    return 2 * begin + 1, 2 * (begin + remaining) + 1


def _latest_moment(
    work: Work, row: int, early: ForwardPass, late: Late, pull: Pull | None
) -> tuple[int, int]:
    """The same for a milestone, whose start and finish are one position."""
    start, shared, finish = late.limits.of(row)
    latest = min(start, finish)
    if shared < latest:
        if shared >= early.moments.position(row):
            late.alone[row] = latest
        latest = shared
    if pull is not None:
        latest = min(latest, 2 * pull(row, latest // 2) + 1)
    late.finish[row] = latest
    if work.form[row] == HELD:
        # The end of the day it is held on; that of a day off is before the morning after.
        latest = min(latest, 2 * work.release[row] + (1 if row in work.events else 2))
    return latest, latest
