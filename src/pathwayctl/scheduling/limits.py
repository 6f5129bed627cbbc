"""Looking back along the links: how late each start and finish may be for what waits for it.

Both floats come from this. The backward pass asks with the late boundaries of what waits, one after
the other; free float asks with its early ones, all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.scheduling.network import FAR, Network

if TYPE_CHECKING:
    from pathwayctl.scheduling.passes import Early


class Limits:
    """The latest that each row may start (``at[row]``) and finish (``at[size + row]``).

    ``until`` says the same for elapsed links, in instants; it is empty where a plan has none. ``late``
    tells whether the limits are for late dates.
    """

    __slots__ = ("_early", "_instants", "_late", "_network", "at", "until")

    def __init__(self, network: Network, early: Early, project_finish: int, *, late: bool) -> None:
        self._late = late
        self._network, self._early, self._instants = network, early, early.instants
        self.at = [FAR] * (2 * network.size)
        self.at[-1] = project_finish
        self.until = [FAR] * (2 * network.size) if early.instants else []

    def ask(self, row: int, start: int, finish: int) -> None:
        """Let what a row waits for be no later than lets the row start and finish at these boundaries."""
        limit, network = self.at, self._network
        for source, lag in network.to_start[row]:
            if start - lag < limit[source]:
                limit[source] = start - lag
        for source, lag in network.to_finish[row]:
            if finish - lag < limit[source]:
                limit[source] = finish - lag
        if self._instants and start < FAR:
            self._instants.ask(row, start, finish, self.until)

    def ask_all(self, starts: list[int], finishes: list[int]) -> None:
        """Ask for every row at once, but for those of which nothing is still to be done."""
        for row, start in enumerate(starts):
            if start < FAR:
                self.ask(row, start, finishes[row])

    def hand_down(self, row: int) -> None:
        """Let a summary's part finish no later than the summary it belongs to."""
        size = self._network.size
        up = size + self._network.parent[row]
        row += size
        for limit in (self.at, self.until):
            if limit and limit[up] < limit[row]:
                limit[row] = limit[up]

    def share_start(self, row: int) -> None:
        """Let a summary's part that starts when the summary does start no later than that may."""
        up = self._network.parent[row]
        self.at[row] = min(self.at[row], self._shared(row, up, self.at, self._early.at))
        if self._instants:
            shared = self._shared(row, up, self.until, self._instants.when)
            self.until[row] = min(self.until[row], shared)

    def of(self, row: int) -> tuple[int, int, int]:
        """The limits of one task: its start, its start as that of a summary, and its finish.

        The first is for what waits for the task's start, the second for what waits for the start of a
        summary that it begins, the third for what waits for its finish or for that of its summaries.
        """
        size, at = self._network.size, self.at
        up = self._network.parent[row]
        early = self._early.at
        start, finish = at[row], at[size + row]
        if at[size + up] < finish:
            finish = at[size + up]
        shared = at[up] if early[row] == early[up] else FAR
        if self._instants:
            until, instants, late = self.until, self._instants, self._late
            over = min(until[size + row], until[size + up])
            finish = min(finish, instants.latest_finish(row, over, late=late))
            start = min(start, instants.latest_start(row, until[row], late=late))
            instant = self._shared(row, up, until, instants.when)
            shared = min(shared, instants.latest_start(row, instant, late=late))
        return start, shared, finish

    @staticmethod
    def _shared(row: int, up: int, limit: list[int], early: list[int]) -> int:
        return limit[up] if early[row] == early[up] else FAR
