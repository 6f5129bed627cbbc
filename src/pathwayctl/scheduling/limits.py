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

    ``until`` says the same for elapsed links, in instants; it is empty where a plan has none.
    """

    __slots__ = ("_early", "_instants", "_network", "at", "until")

    def __init__(self, network: Network, early: Early, project_finish: int) -> None:
        self._network, self._early, self._instants = network, early, early.instants
        self.at = [FAR] * (2 * network.size)
        self.at[-1] = project_finish
        self.until = [FAR] * (2 * network.size) if early.instants else []

    def ask(self, row: int, start: int, finish: int) -> None:
        """Let what a row waits for be no later than lets the row start and finish at these boundaries."""
        limit = self.at
        for source, lag in self._network.to_start[row]:
            if start - lag < limit[source]:
                limit[source] = start - lag
        for source, lag in self._network.to_finish[row]:
            if finish - lag < limit[source]:
                limit[source] = finish - lag
        if self._instants and start < FAR:
            self._instants.ask(row, start, finish, self.until)

    def hand_down(self, row: int) -> None:
        """Let a summary's part finish no later than the summary it belongs to."""
        size = self._network.size
        up = size + self._network.parent[row]
        row += size
        self.at[row] = min(self.at[row], self.at[up])
        if self.until:
            self.until[row] = min(self.until[row], self.until[up])

    def share_start(self, row: int) -> None:
        """Let a summary's part that starts when the summary does start no later than that may."""
        up = self._network.parent[row]
        self.at[row] = min(self.at[row], self._shared(row, up, self.at, self._early.at))
        if self._instants:
            shared = self._shared(row, up, self.until, self._instants.when)
            self.until[row] = min(self.until[row], shared)

    def start(self, row: int) -> int:
        """The latest start of a task for what waits for its start."""
        if not self._instants:
            return self.at[row]
        return min(self.at[row], self._instants.latest_start(row, self.until[row]))

    def summary_start(self, row: int) -> int:
        """The latest start of a task for what waits for the start of a summary that it begins."""
        up = self._network.parent[row]
        shared = self._shared(row, up, self.at, self._early.at)
        if not self._instants:
            return shared
        instant = self._shared(row, up, self.until, self._instants.when)
        return min(shared, self._instants.latest_start(row, instant))

    def finish(self, row: int) -> int:
        """The latest finish of a task for what waits for its finish, or for that of its summaries."""
        size = self._network.size
        up = size + self._network.parent[row]
        finish = min(self.at[size + row], self.at[up])
        if not self._instants:
            return finish
        until = min(self.until[size + row], self.until[up])
        return min(finish, self._instants.latest_finish(row, until))

    @staticmethod
    def _shared(row: int, up: int, limit: list[int], early: list[int]) -> int:
        return limit[up] if early[row] == early[up] else FAR
