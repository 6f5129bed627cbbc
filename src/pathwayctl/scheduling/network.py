"""The network of a plan: the work breakdown and its links as one graph, and the order to work in.

The only import of networkx, which costs a tenth of a second and is therefore loaded inside functions.

A summary stands in the graph twice: as a **gate** before all that is in it (what the summary waits
for, everything in it waits for) and as a **roll-up** after all that is in it (its start and finish).
So a link on or of a summary is one edge, however much is in it and however deep, and the graph has as
many edges as there are links plus two for each task. Tasks and gates have the number of their row;
the roll-up of row ``i`` is ``size + i``. One more row, the last, stands for the whole project.

For the passes the graph is put down as plain lists: an order, and for each row what binds its start
and what binds its finish.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from pathwayctl.model.vocabulary import LinkType
from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.cycles import find_cycles

FAR: Final = 1 << 60
"""Later than any boundary: where nothing limits."""

Sources = Sequence[tuple[int, int]]
"""What binds one side of a row: pairs of a value and a lag. The value ``row`` is that row's start,
``size + row`` its finish; the lag is in working days, or in calendar days where the links are elapsed."""


class Wait(NamedTuple):
    """One link between two rows; an elapsed lag is in calendar days, any other in working days."""

    source: int
    target: int
    from_finish: bool
    to_finish: bool
    lag: int
    elapsed: bool


@dataclass(frozen=True, slots=True)
class Network:
    """A plan's network in plain lists, an entry for each row and the last for the whole project.

    ``order`` has rows and roll-ups (``size + row``) such that each comes after all it waits for;
    the project itself is left out. ``to_start`` and ``to_finish`` hold the links with working lags
    into each row, ``elapsed`` the links with elapsed lags into those rows that have any.
    """

    size: int
    parent: Sequence[int]
    is_leaf: Sequence[bool]
    order: Sequence[int]
    to_start: Sequence[Sources]
    to_finish: Sequence[Sources]
    elapsed: Mapping[int, tuple[Sources, Sources]]


Cycles = tuple[tuple[str, ...], ...]


def connect(breakdown: Breakdown, live: Sequence[bool], week: int) -> Network | Cycles:
    """The network of a plan, or the cycles that keep it from having an order.

    ``live`` tells the rows that bind others; links on a row that does not (it was dropped) are left
    out. So are links on an unknown id and on the task itself.
    """
    waits = list(_waits(breakdown, live, week))
    graph = _graph(breakdown, waits)
    order = _order(graph)
    if order is None:
        return find_cycles(graph, breakdown)
    return _flatten(breakdown, waits, order)


def _waits(breakdown: Breakdown, live: Sequence[bool], week: int) -> Iterator[Wait]:
    for row in breakdown.rows:
        for link in row.task.depends_on:
            source = breakdown.by_id.get(link.predecessor)
            if source is None or not live[source] or link.predecessor == row.task.id:
                continue
            from_finish = link.type in (LinkType.FS, LinkType.FF)
            to_finish = link.type in (LinkType.FF, LinkType.SF)
            lag = link.lag
            yield Wait(source, row.index, from_finish, to_finish, lag.days(week), lag.elapsed)


def _graph(breakdown: Breakdown, waits: list[Wait]) -> Any:
    """The directed graph: the tree of gates, the tree of roll-ups, and an edge for each link."""
    import networkx as nx

    rows = breakdown.rows
    project = len(rows)
    size = project + 1
    parents = [row.parent if row.parent >= 0 else project for row in rows]
    rolled = [row.index + size if row.task.tasks else row.index for row in rows]
    graph = nx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from((parent, index) for index, parent in enumerate(parents))
    graph.add_edges_from((rolled[index], size + parent) for index, parent in enumerate(parents))
    graph.add_edges_from((rolled[wait.source], wait.target) for wait in waits)
    return graph


def _order(graph: Any) -> list[int] | None:
    """Each number after all it waits for, always the same way; nothing if there is a cycle."""
    import networkx as nx

    try:
        return list(nx.topological_sort(graph))
    except nx.NetworkXUnfeasible:
        return None


def _flatten(breakdown: Breakdown, waits: list[Wait], order: list[int]) -> Network:
    project = len(breakdown.rows)
    size = project + 1
    sides: tuple[list[list[tuple[int, int]]], ...] = ([[] for _ in range(size)], [[] for _ in range(size)])
    elapsed: dict[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
    for wait in waits:
        into = elapsed.setdefault(wait.target, ([], [])) if wait.elapsed else None
        side = into[wait.to_finish] if into else sides[wait.to_finish][wait.target]
        side.append((wait.source + size if wait.from_finish else wait.source, wait.lag))
    return Network(
        size=size,
        parent=[row.parent if row.parent >= 0 else project for row in breakdown.rows],
        is_leaf=[not row.task.tasks for row in breakdown.rows],
        order=[number for number in order if number not in (project, size + project)],
        to_start=sides[False],
        to_finish=sides[True],
        elapsed=elapsed,
    )
