"""Looking back along the links: how late each start and finish may be for what waits for it.

Both floats come from this. The backward pass asks with the late positions of what waits, one after
the other; free float asks with its early ones. Positions are those of ``moments``: half days, so that a
milestone at the beginning of a day is kept from passing what must be over by the end of the day before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.scheduling.network import FAR, Network

if TYPE_CHECKING:
    from pathwayctl.scheduling.events import Event
    from pathwayctl.scheduling.moments import ForwardPass


class LinkLimits:
    """The latest positions at which each row may start (``at[row]``) and finish (``at[size + row]``).

    ``shared`` has the start of each summary with what limits the summaries that it begins. ``until`` and
    ``shared_until`` say the same for elapsed links, in instants; they are empty where a plan has none.
    """

    __slots__ = (
        "_early", "_events", "_instants", "_network", "_parent", "_to_finish", "_to_start",
        "at", "shared", "shared_until", "until",
    )  # fmt: skip

    def __init__(self, network: Network, early: ForwardPass, project_finish: int) -> None:
        self._network, self._early, self._instants = network, early, early.instants
        self._parent, self._events = network.parent, early.moments.events
        self._to_start, self._to_finish = network.to_start, network.to_finish
        self.at = [FAR] * (2 * network.size)
        self.at[-1] = 2 * project_finish
        self.shared = [FAR] * network.size
        self.until = [FAR] * (2 * network.size) if early.instants else []
        self.shared_until = [FAR] * network.size if early.instants else []

    def ask(self, row: int, start: int, finish: int) -> None:
        """Let what a row waits for be no later than lets the row start and finish at these positions.

        A finish is asked for by its boundary alone, so that of a task is the morning after it.
        """
        limit = self.at
        for source, lag in self._to_start[row]:
            latest = _before(start, lag) if lag else start  # most links have no lag, and a call takes time
            if latest < limit[source]:
                limit[source] = latest
        for source, lag in self._to_finish[row]:
            latest = _before(finish, lag) if lag else finish
            if latest < limit[source]:
                limit[source] = latest
        if self._instants and start < FAR:
            self._instants.ask(row, start, finish, self.until)

    def hand_down(self, row: int) -> None:
        """Let a summary's part finish no later than the summary it belongs to."""
        size = self._network.size
        up = size + self._network.parent[row]
        for limit in (self.at, self.until):
            if limit and limit[up] < limit[size + row]:
                limit[size + row] = limit[up]

    def share_start(self, row: int) -> None:
        """Let a summary start no later than those may that start when it does."""
        up = self._network.parent[row]
        at = self._early.at
        self.shared[row] = min(self.at[row], self.shared[up] if at[row] == at[up] else FAR)
        if self._instants:
            when = self._instants.when
            above = self.shared_until[up] if when[row] == when[up] else FAR
            self.shared_until[row] = min(self.until[row], above)

    def of(self, row: int) -> tuple[int, int, int]:
        """The limits of one task: its start, its start as that of a summary, and its finish.

        The first is for what waits for the task's start, the second for what waits for the start of a
        summary that it begins, the third for what waits for its finish or for that of its summaries.
        """
        at, up, size = self.at, self._parent[row], self._network.size
        start, shared, finish = at[row], self.shared[up], at[size + row]
        if at[size + up] < finish:
            finish = at[size + up]
        if shared < FAR and self._early.at[row] != self._early.at[up]:
            shared = FAR
        if self._events and row in self._events:
            return self._of_event(row, self._events[row])
        if self._instants:
            until, instants = self.until, self._instants
            finish = min(finish, instants.latest(min(until[size + row], until[size + up])))
            start = min(start, instants.latest(until[row]))
            if instants.when[row] == instants.when[up]:
                shared = min(shared, instants.latest(self.shared_until[up]))
        return start, shared, finish

    def _of_event(self, row: int, event: Event) -> tuple[int, int, int]:
        """The same of what is held on a day off, which keeps to limits that its boundaries seem to pass.

        To be there by the evening before its boundaries allows for the day off as well.
        """
        size, at, up = self._network.size, self.at, self._network.parent[row]
        early = self._early.at
        begin, finish = 2 * event.begin + 1, 2 * event.finish + 1
        limits = [
            at[row],
            self.shared[up] if early[row] == early[up] else FAR,
            min(at[size + row], at[size + up]),
        ]
        own = (begin, begin, finish)
        found = [limit if limit != mine - 1 else mine for limit, mine in zip(limits, own, strict=True)]
        if self._instants:
            until, when = self.until, self._instants.when
            shared = self.shared_until[up] if when[row] == when[up] else FAR
            over = 2 * event.over + (event.ends_off or not event.days)
            first = 2 * event.first + 1
            latest = (until[row], shared, min(until[size + row], until[size + up]))
            for place, (instant, kept) in enumerate(zip(latest, (first, first, over), strict=True)):
                position = self._instants.latest(instant)
                found[place] = min(found[place], max(position, own[place]) if instant >= kept else position)
        return found[0], found[1], found[2]

    def event_finish(self, row: int, finish: int, shared: int = FAR) -> int:
        """The latest finish boundary of an event, from the limits of its start and the position ``finish``.

        ``shared`` limits its start as that of a summary. On a later date an event may hold more working days
        than now, and so take more of them.
        """
        event, found = self._events[row], finish >> 1
        start = min(self.at[row] + (self.at[row] == 2 * event.begin), shared)
        if start < FAR:
            found = min(found, self._early.moments.over(row, (start - 1) >> 1))
        if self._instants and self.until[row] < FAR // 2:
            found = min(found, self._instants.event_finish(event, self.until[row]))
        return found


def _before(position: int, lag: int) -> int:
    """The last position from which a lag of working days leads up to a position.

    A lag ends in an evening, so what it is counted from may be a morning; a lead has no such end.
    """
    return (position | (lag > 0)) - 2 * lag
