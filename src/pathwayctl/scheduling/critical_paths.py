"""The critical paths of a plan: chains of critical tasks along the links that drive them.

A large plan can have more critical paths than can be listed, since every parallel pair of critical tasks
doubles them. So they are counted, and only the longest are returned.

A link is part of a path if it leads from one critical task to another, comes closest to driving the
latter, and lacks no more than the plan's critical float for that: with a critical float of 0 that is
what drives it, or pushes against its date. In a levelled schedule people who go from one task to the next
are such a link too. A link past tasks that lead the same way is no path of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.drivers import FROM_FINISH, bonds
from pathwayctl.scheduling.schedule import Schedule, workings_of

_MOST: Final = 3
"""The number of paths returned by default."""
_COUNTABLE: Final = 1_000_000
"""More paths than these are not counted any further."""


@dataclass(frozen=True, slots=True)
class CriticalPaths:
    """The longest critical paths as rows, by their working days of work, and how many paths there are.

    ``number`` stops at a million.
    """

    longest: tuple[tuple[int, ...], ...]
    number: int


@dataclass(frozen=True, slots=True)
class _Path:
    """A path up to a task, from its last task back: its work in days, its tasks, and the path before."""

    days: int
    tasks: int
    row: int
    before: _Path | None


def critical_paths(schedule: Schedule, critical_float: int, most: int = _MOST) -> CriticalPaths:
    """The critical paths of a schedule, the longest first; of those as long, the one that begins first."""
    drivers = _drivers(schedule, max(critical_float, 0))
    order = _ordered(schedule, drivers)
    drivers = _without_short_cuts(drivers, order)
    leads_on = {source for sources in drivers.values() for source in sources}
    ways: dict[int, int] = {}
    best: dict[int, list[_Path]] = {}
    for row in order:
        sources = drivers[row]
        ways[row] = min(sum(ways[source] for source in sources) or 1, _COUNTABLE)
        before: list[_Path | None] = [path for source in sources for path in best[source]] or [None]
        days = schedule.remaining(row)
        paths = [
            _Path((one.days if one else 0) + days, (one.tasks if one else 0) + 1, row, one) for one in before
        ]
        best[row] = sorted(paths, key=_rank)[:most]
    ends = [row for row in best if row not in leads_on]
    longest = sorted((path for row in ends for path in best[row]), key=_rank)[:most]
    number = min(sum(ways[row] for row in ends), _COUNTABLE)
    return CriticalPaths(tuple(_rows(path) for path in longest), number)


def _rank(path: _Path) -> tuple[int, int]:
    return (-path.days, -path.tasks)


def _rows(path: _Path) -> tuple[int, ...]:
    """The rows of a path from its beginning on."""
    rows = []
    here: _Path | None = path
    while here is not None:
        rows.append(here.row)
        here = here.before
    return tuple(reversed(rows))


def _drivers(schedule: Schedule, slack: int) -> dict[int, list[int]]:
    """For each critical task the critical tasks that drive it."""
    by_id = schedule.records.breakdown.by_id
    critical = dict.fromkeys(by_id[name] for name in schedule.critical_path)
    found = {}
    known: dict[tuple[int, bool], int] = {}
    edges: dict[tuple[int, bool], list[int]] = {}
    for row in critical:
        asking = []
        for bond in bonds(schedule, row, known):
            side = by_id[bond.link.predecessor], bond.link.type in FROM_FINISH
            if side not in edges:
                edges[side] = [one for one in _edge(schedule, *side) if one in critical]
            asking += [(bond.asks, source) for source in edges[side] if source != row]
        if schedule.is_levelled:
            asking += [(asks, source) for asks, source in _handed_over(schedule, row) if source in critical]
        most = max(asking, default=(0, row))[0]
        near = bool(asking) and schedule.work_start(row) - most <= slack
        found[row] = list(dict.fromkeys(source for asks, source in asking if near and asks == most))
    return found


def _handed_over(schedule: Schedule, row: int) -> Iterator[tuple[int, int]]:
    """The tasks that people come from to do a task of a levelled schedule, and when they are done."""
    network, at = workings_of(schedule).network, workings_of(schedule).solution.early.at
    for value, lag in network.to_start[row]:
        source = value - network.size
        if source >= 0 and network.is_leaf[source]:
            yield at[value] + lag, source


def _edge(schedule: Schedule, row: int, finish: bool) -> list[int]:
    """The tasks that finish last in a summary, or start first: each of them drives what waits for it."""
    network, at = workings_of(schedule).network, workings_of(schedule).solution.early.at
    shift = network.size if finish else 0
    span = range(row, schedule.records.breakdown.rows[row].end)
    return [one for one in span if network.is_leaf[one] and at[shift + one] == at[shift + row]]


def _ordered(schedule: Schedule, drivers: Mapping[int, list[int]]) -> list[int]:
    """The critical tasks, each after all that drive it."""
    network = workings_of(schedule).network
    return [number for number in network.order if number < network.size and number in drivers]


def _without_short_cuts(drivers: Mapping[int, list[int]], order: Sequence[int]) -> dict[int, list[int]]:
    """The drivers without those that drive another driver of the same task, or lead to one."""
    place = {row: number for number, row in enumerate(order)}
    known: dict[tuple[int, ...], list[int]] = {}  # all tasks of a summary have the drivers of the summary
    found = {}
    for row, sources in drivers.items():
        key = tuple(sources)
        if key not in known:
            known[key] = sources if len(sources) < 2 else _last_ones(sources, drivers, place)
        found[row] = known[key]
    return found


def _last_ones(
    sources: Sequence[int], drivers: Mapping[int, list[int]], place: Mapping[int, int]
) -> list[int]:
    """Those of some tasks that lead to none of the others."""
    first = min(place[source] for source in sources)
    reached: set[int] = set()
    waiting = list(sources)
    while waiting:
        for before in drivers[waiting.pop()]:
            if place[before] >= first and before not in reached:
                reached.add(before)
                waiting.append(before)
    return [source for source in sources if source not in reached]
