"""The links of one class of tasks as links from a finish to a start, for the inner loops of the search.

The days of a task are known, so a link from a start is one from the finish with a lag that is shorter by
the days of its task, and a link to a finish is one to the start in the same way. The gate of a summary is a
task of no days before all that is in it, its roll-up one after all that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from pathwayctl.levelling.demands import Demands
from pathwayctl.levelling.ordering import Graph
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.network import Network, Sources
from pathwayctl.scheduling.remaining_work import DONE, HELD, UNDER_WAY, Work

Lags = list[list[tuple[int, int]]]
"""For each number of the network, those it is bound to, and the lags in working days."""


@dataclass(frozen=True, slots=True)
class ClassLinks:
    """What there is to place in a class.

    ``placed`` are tasks, gates, and roll-ups. ``numbers`` and ``graph`` are what lists are made of: these
    alone, or the whole class where the links do not ask for all that those of the plan do (``is_exact``).
    For each number, ``before`` has what it waits for and ``after`` what waits for it in the class, ``floor``
    the boundary before which it cannot start, and ``days`` its length. With ``is_ordered`` nothing can start
    before what it waits for is over.
    """

    placed: frozenset[int]
    numbers: Sequence[int]
    graph: Graph
    before: Lags
    after: Lags
    floor: list[int]
    days: list[int]
    is_exact: bool
    is_ordered: bool


def class_links(
    network: Network, work: Work, demands: Demands, numbers: Sequence[int], plan: Graph
) -> ClassLinks:
    """The links of a class, whose numbers come each after all it waits for; ``plan`` has the order of all."""
    made = _Waits(network, work, demands, numbers)
    found = [number for number in numbers if made.has(number)]
    after: Lags = [[] for _ in made.before]
    for number in found:
        for source, lag in made.before[number]:
            after[source].append((number, lag))
    placed = frozenset(found)
    waits = [sum(source in placed for source, _ in column) for column in made.before]
    graph = Graph(network.size, (), [[one for one, _ in column] for column in after], waits)
    return ClassLinks(
        placed=placed,
        numbers=found if made.is_exact else numbers,
        graph=graph if made.is_exact else plan,
        before=made.before,
        after=after,
        floor=made.floor,
        days=made.days,
        is_exact=made.is_exact,
        is_ordered=made.is_exact and all(lag >= 0 for number in found for _, lag in made.before[number]),
    )


class _Waits:
    """Notes what the numbers of a class wait for."""

    def __init__(self, network: Network, work: Work, demands: Demands, numbers: Sequence[int]) -> None:
        size = network.size
        self._network, self._work = network, work
        self._inside = _asked_summaries(network, work, numbers)
        self._gates: set[int] = set()
        self.is_exact = not (demands.pauses or network.elapsed)
        self.before: Lags = [[] for _ in range(2 * size)]
        self.floor = [0] * (2 * size)
        self.days = [0] * (2 * size)
        for row, is_leaf in enumerate(network.is_leaf):
            if is_leaf:
                self.floor[row], self.days[row] = demands.release[row], work.remaining[row]

    def has(self, number: int) -> bool:
        """Note what a number waits for; whether there is something to place."""
        network, work = self._network, self._work
        row = number % network.size
        if number >= network.size:
            self.before[number] = [(one, 0) for one in self._inside.get(row, ())]
            return row in self._inside
        sources = self.before[row]
        if network.parent[row] in self._gates:
            sources.append((network.parent[row], 0))
        self._bind(row, network.to_start[row], 0)
        if not network.is_leaf[row]:
            self.is_exact = self.is_exact and not network.to_finish[row]
            if sources or self.floor[row]:
                self._gates.add(row)
            return row in self._gates
        self._bind(row, network.to_finish[row], work.remaining[row])
        if work.form[row] not in (DONE, HELD):
            return work.live[row]
        if sources and work.is_moment(row):
            self.is_exact = False  # it may stand at either end of the day it is held on
        sources.clear()
        return False

    def _bind(self, row: int, links: Sources, days: int) -> None:
        """Let a row wait for others, to start so many days before what links ask for."""
        network, work = self._network, self._work
        for value, asked in links:
            source, lag = value % network.size, asked - days
            if value >= network.size:
                self.before[row].append((source if network.is_leaf[source] else value, lag))
            elif not network.is_leaf[source]:
                self.is_exact = False  # it starts with any of what is in it
            elif work.form[source] in (DONE, UNDER_WAY):
                begun = work.done.get(source) or work.began[source]
                self.is_exact = self.is_exact and (work.form[source] == DONE or begun[0] == begun[1])
                self.floor[row] = max(self.floor[row], begun[0] + lag)
            else:
                self.before[row].append((source, lag - work.remaining[source]))


def _asked_summaries(network: Network, work: Work, numbers: Sequence[int]) -> dict[int, list[int]]:
    """The summaries whose finish something in a class waits for: the numbers of what is in each, directly."""
    size = network.size
    links = chain.from_iterable(
        (*network.to_start[number], *network.to_finish[number]) for number in numbers if number < size
    )
    found: dict[int, list[int]] = {
        value - size: [] for value, _ in links if value >= size and not network.is_leaf[value - size]
    }
    for row in range(size - 1) if found else ():  # each after the summary it is in
        if network.parent[row] in found and work.live[row]:
            found[network.parent[row]].append(row if network.is_leaf[row] else size + row)
            if not network.is_leaf[row]:
                found.setdefault(row, [])
    return found
