"""The order in which tasks take their people: what must come first, by links and by importance.

The numbers are those of the network's order: a row is a task or the gate of a summary, ``size + row`` the
roll-up of a summary. Each number has a class: 0 goes first. Under-way work goes before all that has
not begun, then the greater ``priority``; and what a number waits for is never in a later class than
the number itself. Since a whole class is placed before the next one begins, nothing ever suffers
from a task that is less important.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.network import Network
from pathwayctl.scheduling.remaining_work import UNDER_WAY, Work


@dataclass(frozen=True, slots=True)
class Graph:
    """What comes after each number and how many numbers come before it, class by class.

    ``classes`` has the numbers of each class, each after all it waits for. ``following`` and ``before``
    count only numbers of the same class.
    """

    size: int
    classes: tuple[tuple[int, ...], ...]
    following: Sequence[Sequence[int]]
    before: Sequence[int]


def connections(network: Network) -> list[list[int]]:
    """For each number those that come after it."""
    size, project = network.size, network.size - 1
    found: list[list[int]] = [[] for _ in range(2 * size)]
    for row in range(project):
        up = network.parent[row]
        if up != project:
            found[up].append(row)
            found[row if network.is_leaf[row] else size + row].append(size + up)
        pairs = (*network.to_start[row], *network.to_finish[row])
        if row in network.elapsed:
            pairs += (*network.elapsed[row][0], *network.elapsed[row][1])
        for value, _ in pairs:
            source = value % size
            found[source if network.is_leaf[source] else size + source].append(row)
    for row in range(project):
        if not network.is_leaf[row]:
            found[row].append(size + row)
    return found


def graph(breakdown: Breakdown, network: Network, work: Work) -> Graph:
    """The order that links and summaries ask for, in classes by importance."""
    size, after = network.size, connections(network)
    rank: dict[int, tuple[bool, int]] = {}
    least = (True, 0)
    for number in reversed(network.order):
        own = least
        if number < size and network.is_leaf[number]:
            own = (work.form[number] != UNDER_WAY, -breakdown.rows[number].task.priority)
        rank[number] = min((rank[one] for one in after[number]), default=own)
        rank[number] = min(rank[number], own)
    places = {key: place for place, key in enumerate(sorted(set(rank.values())))}
    kind = [0] * (2 * size)
    classes: list[list[int]] = [[] for _ in places]
    for number in network.order:
        kind[number] = places[rank[number]]
        classes[kind[number]].append(number)
    following = [[one for one in after[number] if kind[one] == kind[number]] for number in range(2 * size)]
    before = [0] * (2 * size)
    for numbers in following:
        for number in numbers:
            before[number] += 1
    return Graph(size, tuple(map(tuple, classes)), following, before)


def listed(graph: Graph, numbers: Sequence[int], keys: Sequence[float]) -> list[int]:
    """The numbers of a class in order: of those that wait for nothing more, always the least key next."""
    following, before = graph.following, list(graph.before)
    ready = [(keys[number], number) for number in numbers if not before[number]]
    heapify(ready)
    found = []
    while ready:
        number = heappop(ready)[1]
        found.append(number)
        for one in following[number]:
            before[one] -= 1
            if not before[one]:
                heappush(ready, (keys[one], one))
    return found
