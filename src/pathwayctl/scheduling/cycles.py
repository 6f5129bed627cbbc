"""Find tasks that wait for each other in a ring, and one of the shortest rings of each group.

Tarjan's strongly connected components are the groups of tasks in rings. For each group, one ring is
shown: a shortest one through the tasks that come first in the plan.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.scheduling.breakdown import Breakdown

if TYPE_CHECKING:
    from collections.abc import Iterable

_STARTS: Final = 16
"""From how many tasks of a group a ring is looked for: the work stays in proportion to the plan."""


def find_cycles(edges: Iterable[tuple[int, int]], breakdown: Breakdown) -> tuple[tuple[str, ...], ...]:
    """One ring of each group, as task ids: each waits for the next, the last for the first.

    An edge leads from what is waited for to what waits (see ``network``). A ring that runs through a summary
    names the summary and the task in it.
    """
    import networkx as nx  # it takes long to load, and few plans have rings

    graph = nx.DiGraph(edges)
    size = len(breakdown.rows) + 1
    rings = []
    for group in nx.strongly_connected_components(graph):
        if len(group) > 1:
            rings.append(_without_steps(_shortest(graph, group), breakdown, size))
    return tuple(tuple(breakdown.rows[row].task.id for row in ring) for ring in sorted(rings))


def _shortest(graph: Any, group: set[int]) -> list[int]:
    best: list[int] = []
    for start in sorted(group)[:_STARTS]:
        ring = _through(graph, group, start)
        if not best or len(ring) < len(best):
            best = ring
    return best


def _through(graph: Any, group: set[int], start: int) -> list[int]:
    """A shortest way from a number of a group back to itself, breadth first."""
    came_from: dict[int, int] = {}
    queue = deque([start])
    while start not in came_from:
        number = queue.popleft()
        for following in graph[number]:
            if following in group and following not in came_from:
                came_from[following] = number
                queue.append(following)
    ring = [start]
    while (waited_for := came_from[ring[-1]]) != start:
        ring.append(waited_for)
    return ring


def _without_steps(ring: list[int], breakdown: Breakdown, size: int) -> list[int]:
    """The rows of a ring given in order of waiting, without the steps from summary to summary.

    In a chain of gates only the first to be entered is kept, in a chain of roll-ups only the last: those
    two have the links. Where a ring enters a summary and leaves it again by the same
    summary, the task between does not matter.
    """
    kept = [
        number
        for before, number, after in zip(ring[1:] + ring[:1], ring, ring[-1:] + ring[:-1], strict=True)
        if not (_is_gate(number, breakdown) and _is_gate(before, breakdown))
        and not (number >= size and after >= size)
    ]
    # A summary passed through: its roll-up waits for a task in it, and that one for its gate.
    passed: set[int] = set()
    for place, number in enumerate(kept):
        if number >= size and number - size == kept[(place + 2) % len(kept)]:
            passed |= {(place + 1) % len(kept), (place + 2) % len(kept)}
    rows = [number % size for place, number in enumerate(kept) if place not in passed]
    first = rows.index(min(rows))
    return rows[first:] + rows[:first]


def _is_gate(number: int, breakdown: Breakdown) -> bool:
    return number < len(breakdown.rows) and breakdown.rows[number].is_summary
