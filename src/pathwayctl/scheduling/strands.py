"""How the tasks of a plan hang together: what drives each start, what waits for each finish, and the strands.

A **strand** is all tasks that are joined by links, however far around. A plan that follows two guides may
well have two, so each strand has a first task that nothing drives and a last one that nobody waits for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.network import Network, Sources
from pathwayctl.scheduling.schedule import Schedule, workings_of


@dataclass(frozen=True, slots=True)
class Ties:
    """For each row: whether a link drives its start, binds it at all, or waits for its finish.

    Links of and on the summaries that it is in count. The last entry stands for the project.
    """

    driven: list[bool]
    bound: list[bool]
    awaited: list[bool]


def ties_of(schedule: Schedule) -> Ties:
    """The ties of every row; what is dropped neither waits nor is waited for."""
    network, live = workings_of(schedule).network, workings_of(schedule).work.live
    size = network.size
    ties = Ties([False] * size, [False] * size, [False] * size)
    for row, sources in enumerate(network.to_start):
        if sources and live[row]:
            ties.driven[row] = True
            _note(ties.awaited, sources, size)
    ties.bound[:] = ties.driven
    for row, sources in enumerate(network.to_finish):
        if sources and live[row]:
            ties.bound[row] = True
            _note(ties.awaited, sources, size)
    for row, (to_start, to_finish) in network.elapsed.items():
        if live[row]:
            ties.driven[row] = ties.driven[row] or bool(to_start)
            ties.bound[row] = True
            _note(ties.awaited, (*to_start, *to_finish), size)
    _hand_down(network, ties)
    return ties


def _hand_down(network: Network, ties: Ties) -> None:
    """What holds of a summary holds of all that is in it."""
    summaries = [row for row, is_leaf in enumerate(network.is_leaf) if not is_leaf]
    for column in (ties.driven, ties.bound, ties.awaited):
        if any(column[row] for row in summaries):
            for row, up in enumerate(network.parent):
                if column[up]:
                    column[row] = True


def _note(awaited: list[bool], sources: Sources, size: int) -> None:
    for source, _ in sources:
        if source >= size:
            awaited[source - size] = True


def is_one_strand(leaves: Iterable[int], ties: Ties) -> bool:
    """Whether all hangs together: each strand has a task without any link into it, and there is only one."""
    return sum(not ties.bound[row] for row in leaves) == 1


def strands_of(schedule: Schedule) -> list[int]:
    """For each row a number that it shares with all of its strand."""
    network, live = workings_of(schedule).network, workings_of(schedule).work.live
    root = list(range(network.size))
    for row, other in _pairs(network, live):
        first, second = _root(root, row), _root(root, other)
        root[max(first, second)] = min(first, second)
    return [_root(root, row) for row in range(network.size)]


def _pairs(network: Network, live: list[bool]) -> Iterator[tuple[int, int]]:
    """What is joined to what: by links, and to a summary that has links."""
    size = network.size
    linked = [False] * size
    for row in range(size - 1):
        if live[row]:
            for source, _ in _sources(network, row):
                other = source % size
                linked[row] = linked[other] = True
                yield row, other
    for row, up in enumerate(network.parent):
        if linked[up]:
            if not network.is_leaf[row]:
                linked[row] = True
            yield row, up


def _sources(network: Network, row: int) -> Iterator[tuple[int, int]]:
    yield from network.to_start[row]
    yield from network.to_finish[row]
    for sources in network.elapsed.get(row, ()):
        yield from sources


def _root(root: list[int], row: int) -> int:
    while root[row] != row:
        root[row] = root[root[row]]
        row = root[row]
    return row
