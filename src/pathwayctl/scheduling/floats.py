"""Float: how far a task can move without delaying what depends on it (free) or the project (total).

**Free float** is exact: were the task one day later still, something else would show another day, or the
project's last finish would. What waits for a summary's finish limits each task in it. What waits
for a summary's start limits only the task that is alone in starting it, and that only if no other
task in it would keep the start early enough. What is held on a date limits what it waits for as if it
would move; its own free float says by how much the date could be put off. ``finish_by`` is no limit.
A milestone that stands at the beginning of its day has room up to the end of that day, as far as what
waits for it allows; while a milestone itself is moved it stays at the same end of a day.

**Total float** is the late finish less the early one, which for work that has not started is the late
start less the early one. It is never less than free float, except where ``finish_by`` or a held date
cannot be kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from pathwayctl.scheduling.link_constraints import LinkLimits
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.network import FAR, Network
from pathwayctl.scheduling.passes import Late, include
from pathwayctl.scheduling.remaining_work import DONE, HELD, UNDER_WAY, Work


def free_floats(network: Network, work: Work, early: ForwardPass) -> list[int]:
    """The free float of each task in working days; 0 for summaries and what is done or dropped."""
    size, at = network.size, early.at
    limits = LinkLimits(network, early, early.last(work.live))
    starters = _Starters(network, work, early)
    _ask_in_order(network, work, early, limits, starters)
    free = [0] * (size - 1)
    for row in range(size - 1):
        if not network.is_leaf[row] or not work.is_open(row):
            continue
        start, shared, finish = limits.of(row)
        if not work.remaining[row] and work.is_moment(row):
            room = room_of(work, row, early, min(start, finish))
        elif row in early.moments.events:
            room = limits.event_finish(row, finish) - at[size + row]
        else:
            room = (finish >> 1) - at[size + row]
            if start < FAR and work.form[row] != UNDER_WAY:
                room = min(room, ((start - 1) >> 1) - at[row])
        if shared < FAR and work.form[row] != UNDER_WAY and shared < early.moments.position(row):
            room = 0  # A summary that starts too late for what is held on a date: all that start it push.
        if room > 0:
            free[row] = room
    return free


def late_finishes(network: Network, work: Work, early: ForwardPass, late: Late) -> list[int]:
    """The late finish boundary of each task, when everything is put off that is to be.

    Tasks that begin a summary are bound by its start only if no other task in it keeps that.
    """
    finishes = list(late.finish)
    if late.alone:
        limits = late.limits
        starters = _Starters(network, work, early)
        for row in range(network.size - 1):
            if not network.is_leaf[row]:
                starters.hold(row, limits)
        for row, alone in late.alone.items():
            own = limits.of(row)[0]
            finishes[row] = min(alone, own if work.is_moment(row) else ((own - 1) >> 1) + work.remaining[row])
    for row in range(network.size - 1):
        if not work.live[row] or work.form[row] == DONE:
            finishes[row] = early.at[network.size + row]
        elif not work.remaining[row] and network.is_leaf[row] and work.is_moment(row):
            finishes[row] = early.at[row] + room_of(work, row, early, finishes[row])
        elif row in early.moments.events:
            _, shared, finish = late.limits.of(row)
            finishes[row] = late.limits.event_finish(row, finish, FAR if row in late.alone else shared)
    return finishes


def room_of(work: Work, row: int, early: ForwardPass, latest: int) -> int:
    """By how many working days a milestone can move until it is at a position, or must move back.

    One that is held at the end of its day, since what it waits for is over then, is there in the
    morning once its date is late enough for that.
    """
    if work.form[row] == HELD:
        days = (latest - 2 * work.release[row] - 1) // 2
        if work.release[row] + days >= early.asked[row]:
            return days
    return (latest - early.moments.position(row)) // 2


def _ask_in_order(
    network: Network, work: Work, early: ForwardPass, limits: LinkLimits, starters: _Starters
) -> None:
    """Let everything that has not been done ask for what lets it show the same days as now.

    What has no work left asks for what its own links leave it, so it is looked at after all that wait for it.
    """
    size, parent, is_leaf = network.size, network.parent, network.is_leaf
    first, last = [FAR] * size, [FAR] * size
    still = set()
    for row in range(size - 1):
        if not is_leaf[row] or work.form[row] == DONE or not work.live[row]:
            continue
        if not work.remaining[row] and (work.is_moment(row) or work.form[row] == UNDER_WAY):
            still.add(row)
            continue
        start, finish = _as_it_is(work, row, early)
        limits.ask(row, start, finish)
        include(first, last, parent[row], start, finish)
    for number in reversed(network.order):
        row = number % size
        if number >= size:
            limits.hand_down(row)
            limits.share_start(row)
            starters.hold(row, limits)
        elif not is_leaf[row]:
            limits.ask(row, first[row], last[row])
            include(first, last, parent[row], first[row], last[row])
        elif row in still:
            start, finish = _unseen(work, row, early, limits)
            limits.ask(row, start, finish)
            include(first, last, parent[row], start, finish)


def _as_it_is(work: Work, row: int, early: ForwardPass) -> tuple[int, int]:
    """The latest start and finish that links may ask of a task so that it does not move."""
    at, remaining = early.at, work.remaining[row]
    begin = at[len(work.form) + 1 + row] - remaining
    if work.form[row] == UNDER_WAY and at[row] < work.began[row][1]:
        # Its start is not known, and follows the links up to the status date.
        begin = at[row]
    return 2 * begin + 1, 2 * (begin + remaining) + 1


def _unseen(work: Work, row: int, early: ForwardPass, limits: LinkLimits) -> tuple[int, int]:
    """The latest start and finish of what has no work left at which no other day is shown.

    What is under way shows no day before its start, even if its links let it finish before that day ends.
    """
    if work.is_moment(row):
        position = _same_day(row, early, limits)
        return position, position
    start, finish = _as_it_is(work, row, early)
    if start < finish:
        return start, finish
    latest = min(2 * early.moments.end_of_start(row) + 1, limits.of(row)[2] | 1)
    return max(start, latest), max(finish, latest)


def _same_day(row: int, early: ForwardPass, limits: LinkLimits) -> int:
    """The last position at which a milestone shows the same day as now, and nothing after it moves."""
    position = early.moments.position(row)
    if row in early.moments.events:  # its day is over in the morning at which it stands
        return position
    return max(position, min(position + position % 2, *limits.of(row)))


class _Starters:
    """The one task in each summary that can make it start later, if there is one, and when the next starts.

    It is looked up when a link first asks for the start of a summary, which few plans have.
    """

    def __init__(self, network: Network, work: Work, early: ForwardPass) -> None:
        self._network, self._work, self._early = network, work, early

    def hold(self, row: int, limits: LinkLimits) -> None:
        """Hand down what limits a summary's start to the one task in it that can break it."""
        if limits.at[row] < FAR:
            self._limit(row, limits.at, *self._by_boundaries)
        if limits.until and limits.until[row] < FAR:
            self._limit(row, limits.until, *self._by_instants)

    @staticmethod
    def _limit(row: int, limit: list[int], holder: list[int], following: list[int]) -> None:
        if following[row] > limit[row]:
            limit[holder[row]] = min(limit[holder[row]], limit[row])

    @cached_property
    def _by_boundaries(self) -> tuple[list[int], list[int]]:
        return self._first_two([self._early.moments.position(row) for row in range(self._network.size - 1)])

    @cached_property
    def _by_instants(self) -> tuple[list[int], list[int]]:
        moments, instants = self._early.moments, self._early.instants
        when = instants.when if instants else []
        rows = range(self._network.size - 1)
        return self._first_two([2 * when[row] + moments.is_morning(row) for row in rows])

    def _first_two(self, starts: Sequence[int]) -> tuple[list[int], list[int]]:
        """For each row the task in it that starts first, and the next start after that."""
        network, size = self._network, self._network.size
        lowest, following, holder = [FAR] * size, [FAR] * size, list(range(size))
        for row in range(size - 2, -1, -1):
            if network.is_leaf[row]:
                if not self._work.live[row]:
                    continue
                lowest[row] = starts[row]
            up = network.parent[row]
            if lowest[row] < lowest[up]:
                following[up] = min(lowest[up], following[row])
                lowest[up], holder[up] = lowest[row], holder[row]
            else:
                following[up] = min(following[up], lowest[row])
        return holder, following
