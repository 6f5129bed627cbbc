"""Priority rules: keys by which tasks take their people, the least key first.

The rules are those that do best in comparisons of many (Kolisch 1996; Kolisch and Hartmann 1999), and
one for deadlines. All of them come from the dates that the tasks would have if no one were overbooked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pathwayctl.levelling.ordering import Graph
from pathwayctl.scheduling.network import Network
from pathwayctl.scheduling.passes import backward
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.solve import Solution


def rules(
    network: Network, work: Work, solution: Solution, graph: Graph, due: Mapping[int, int]
) -> Iterator[Sequence[float]]:
    """Keys for each row by one rule after the other, the best first."""
    rows, size = range(network.size - 1), network.size
    late, early, days = solution.late_finish, solution.early.at, work.remaining
    if due:
        late = _due_finish(network, work, solution, due)
    begin = [early[size + row] - days[row] for row in rows]
    yield late[: size - 1]  # latest finish first
    yield [late[row] - days[row] for row in rows]  # latest start first
    yield [late[row] - days[row] - begin[row] for row in rows]  # least slack first
    yield begin  # first come, first served
    yield [-_weight(row, graph.following, days) for row in rows]  # greatest rank positional weight first


def _weight(row: int, following: Sequence[Sequence[int]], days: Sequence[int]) -> int:
    return days[row] + sum([days[one] for one in following[row] if one < len(days)])


def _due_finish(network: Network, work: Work, solution: Solution, due: Mapping[int, int]) -> list[int]:
    """Late finishes by which all deadlines would be kept, too."""

    def pull(row: int, start: int) -> int:
        return min(start, due[row] - work.remaining[row]) if row in due else start

    return backward(network, work, solution.early, solution.early.at[-1], pull).finish
