"""The network of a plan: the work breakdown and its links as one graph, and the order to work in.

A summary is in the graph twice: as a **gate** before all that is in it (what the summary waits
for, everything in it waits for) and as a **roll-up** after all that is in it (its start and finish).
So a link on or of a summary is one edge, however much is in it and however deep. Gates that nothing
passes through, and roll-ups that nobody waits for, need no place in the graph: they come first and last
in the order. Tasks and gates have the number of their row; the roll-up of row ``i`` is ``size + i``.
One more row, the last, stands for the whole project.

For the passes the graph is stored as plain lists: an order, and for each row what binds its start
and what binds its finish.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from graphlib import CycleError, TopologicalSorter
from typing import Final

from pathwayctl.model.values import NO_LAG, Link
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown, Row
from pathwayctl.scheduling.cycles import find_cycles

FAR: Final = 1 << 60
"""Later than any boundary: where nothing limits."""

Sources = Sequence[tuple[int, int]]
"""What binds one side of a row: pairs of a value and a lag. The value ``row`` is that row's start,
``size + row`` its finish; the lag is in working days, or in calendar days where the links are elapsed."""


_Pair = tuple[list[tuple[int, int]], list[tuple[int, int]]]
_Sides = tuple[list[list[tuple[int, int]]], list[list[tuple[int, int]]]]

# Which sides a link goes from and to, as places in (start, finish).
_SIDES: Final = {LinkType.FS: (1, 0), LinkType.SS: (0, 0), LinkType.FF: (1, 1), LinkType.SF: (0, 1)}


@dataclass(frozen=True, slots=True)
class Network:
    """A plan's network in plain lists, an entry for each row and the last for the whole project.

    ``order`` has rows and roll-ups (``size + row``) such that each comes after all it waits for;
    the project itself is left out. ``to_start`` and ``to_finish`` hold the links with working lags
    into each row, ``elapsed`` the links with elapsed lags into those rows that have any. ``ends_off`` has the
    tasks that end on a day off, and the summaries they are in: without a lag their finish counts from
    the end of that day, as an elapsed lag of 0 days does.
    """

    size: int
    parent: Sequence[int]
    is_leaf: Sequence[bool]
    order: Sequence[int]
    to_start: Sequence[Sources]
    to_finish: Sequence[Sources]
    elapsed: Mapping[int, tuple[Sources, Sources]]
    ends_off: Mapping[int, Sequence[int]] = field(default_factory=dict)


Cycles = tuple[tuple[str, ...], ...]


def connect(
    breakdown: Breakdown, live: Sequence[bool], week: int, ending_off: Iterable[int] = ()
) -> Network | Cycles:
    """The network of a plan, or the cycles that keep it from having an order.

    ``live`` tells the rows that bind others; links on a row that does not (it was dropped) are left
    out. So are links on an unknown id and on the task itself. ``ending_off`` are the tasks
    that end on a day off.
    """
    ends_off = _with_summaries(breakdown, [row for row in ending_off if live[row]])
    links = _Links(breakdown, live, week, ends_off)
    edges, first, last = _edges(breakdown, links)
    order = _order(breakdown, edges)
    if order is None:
        return find_cycles(edges, breakdown)
    project = len(breakdown.rows)
    return Network(
        size=project + 1,
        parent=[row.parent if row.parent >= 0 else project for row in breakdown.rows],
        is_leaf=[not row.task.tasks for row in breakdown.rows],
        order=[*first, *order, *last],
        to_start=links.working[0],
        to_finish=links.working[1],
        elapsed=links.elapsed,
        ends_off=ends_off,
    )


def _with_summaries(breakdown: Breakdown, tasks: Iterable[int]) -> dict[int, list[int]]:
    """Some tasks by their rows, and by those of the summaries they are in."""
    found: dict[int, list[int]] = {}
    for task in tasks:
        row = task
        while row >= 0:
            found.setdefault(row, []).append(task)
            row = breakdown.rows[row].parent
    return found


def is_from_finish(link: Link) -> bool:
    """Whether a link counts from the finish of its predecessor."""
    return _SIDES[link.type][0] == 1


def finish_side(link: Link, task: Task) -> int:
    """Which side of a task a link binds that counts from the end of a day off: 0 for its start.

    A milestone has but one side: it comes after that day like anything else that waits for it.
    """
    is_milestone = task.duration is not None and not task.duration.likely.amount and not task.tasks
    return 0 if is_milestone else _SIDES[link.type][1]


class _Links:
    """The links of a plan: for each row those that bind its start and its finish, and all as edges."""

    __slots__ = ("edges", "elapsed", "working")

    def __init__(
        self, breakdown: Breakdown, live: Sequence[bool], week: int, ends_off: Mapping[int, Sequence[int]]
    ) -> None:
        rows = breakdown.rows
        size = len(rows) + 1
        self.working: _Sides = ([[] for _ in range(size)], [[] for _ in range(size)])
        self.elapsed: dict[int, _Pair] = {}
        self.edges: list[tuple[int, int]] = []
        to_start = self.working[0]
        for row in rows:
            for link in row.task.depends_on:
                source = breakdown.by_id.get(link.predecessor)
                if source is None or not live[source] or link.predecessor == row.task.id:
                    continue
                if source in ends_off and is_from_finish(link) and not link.lag.amount:
                    self._after_days_off(link, source, row, size, ends_off[source])
                elif link.lag is NO_LAG and link.type is LinkType.FS:  # nine links out of ten
                    to_start[row.index].append((size + source, 0))
                else:
                    self._lagged(link, source, row.index, size, week)
                self.edges.append((source + size if rows[source].task.tasks else source, row.index))

    def _after_days_off(self, link: Link, source: int, row: Row, size: int, tasks: Sequence[int]) -> None:
        """A link that counts from the end of a day off, and of a summary from its last finish too."""
        to_side = finish_side(link, row.task)
        if tasks[0] != source:
            self.working[to_side][row.index].append((size + source, 0))
        found = self.elapsed.setdefault(row.index, ([], []))[to_side]
        found.extend((size + task, 0) for task in tasks)

    def _lagged(self, link: Link, source: int, row: int, size: int, week: int) -> None:
        from_side, to_side = _SIDES[link.type]
        pair = source + size * from_side, link.lag.days(week)
        if link.lag.elapsed:
            self.elapsed.setdefault(row, ([], []))[to_side].append(pair)
        else:
            self.working[to_side][row].append(pair)


def _edges(breakdown: Breakdown, links: _Links) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """The edges of the graph, the gates that come before it and the roll-ups that come after it.

    There is an edge for each link, and two for each task in a summary that is linked or in a linked one.
    """
    rows = breakdown.rows
    size = len(rows) + 1
    gated, rolled = _linked(breakdown, links, size)
    tree = []
    for row in rows:
        if gated[row.parent]:
            tree.append((row.parent, row.index))
        if rolled[row.parent]:
            tree.append((row.index + size if row.task.tasks else row.index, size + row.parent))
    summaries = [row.index for row in rows if row.task.tasks]
    first = [index for index in summaries if not gated[index]]
    last = [size + index for index in reversed(summaries) if not rolled[index]]
    return tree + links.edges, first, last


def _linked(breakdown: Breakdown, links: _Links, size: int) -> tuple[list[bool], list[bool]]:
    """Which summaries wait for something, and which are waited for, themselves or as part of another.

    The last entry, which the parent -1 of the outermost tasks leads to, is the project's: never.
    """
    gated, rolled = [False] * size, [False] * size
    for source, target in links.edges:
        gated[target] = bool(breakdown.rows[target].task.tasks)
        if source >= size:
            rolled[source - size] = True
    for row in breakdown.rows:
        if row.task.tasks:
            gated[row.index] = gated[row.index] or gated[row.parent]
            rolled[row.index] = rolled[row.index] or rolled[row.parent]
    return gated, rolled


def _order(breakdown: Breakdown, edges: Iterable[tuple[int, int]]) -> list[int] | None:
    """Each number after all it waits for, always in the same order; ``None`` if there is a cycle."""
    sorter = TopologicalSorter({row.index: () for row in breakdown.rows if not row.task.tasks})
    for source, target in edges:
        sorter.add(target, source)
    try:
        return list(sorter.static_order())
    except CycleError:
        return None
