"""Hand-overs of people from task to task in a leveled schedule, as links of the network.

Each task takes the units it needs from those that are free when it begins, first from those that have
been free for longest; they come from the tasks that used them last. As long as each of these is over
when the next begins, nobody is needed twice (the flow of resources: Artigues, Michelon and Reusser
2003). So a hand-over is a link from finish to start like those that are written in the plan.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pathwayctl.levelling.demands import Demands
from pathwayctl.levelling.ordering import Graph, connections, listed
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.network import Network

_NOBODY = -1


@dataclass(frozen=True, slots=True)
class ResourceHandOver:
    """That a task, when it is over, leaves units of a person or pool to another one."""

    who: int
    giver: int
    taker: int


def hand_overs(demands: Demands, begins: Mapping[int, int]) -> list[ResourceHandOver]:
    """All hand-overs, by person and then in the order of time."""
    jobs: list[list[tuple[int, int, int]]] = [[] for _ in demands.givers]  # begin, row, units
    for row, needs in demands.needs.items():
        for who, units in needs:
            jobs[who].append((begins[row], row, units))
    found: list[ResourceHandOver] = []
    for who, own in enumerate(jobs):
        found += _of_one(who, demands, sorted(own))
    return found


def _of_one(who: int, demands: Demands, jobs: Sequence[tuple[int, int, int]]) -> list[ResourceHandOver]:
    """The hand-overs of one person or pool, whose jobs are given in the order of time."""
    free = deque([(_NOBODY, demands.givers[who].capacity)])
    ending = sorted((begin + demands.length[row], row) for begin, row, _ in jobs)
    taken: dict[int, int] = {}
    found: list[ResourceHandOver] = []
    ended = 0
    for begin, row, units in jobs:
        while ending[ended][0] <= begin:
            before = ending[ended][1]
            free.append((before, taken[before]))
            ended += 1
        left = units
        while left and free:  # held tasks may need more than there is
            giver, has = free.popleft()
            used = min(has, left)
            left -= used
            if used < has:
                free.appendleft((giver, has - used))
            if giver != _NOBODY:
                found.append(ResourceHandOver(who, giver, row))
        taken[row] = units - left
    return found


@dataclass(frozen=True, slots=True)
class Linked:
    """The network of a plan with hand-overs as links.

    ``every`` has all of them, ``network`` those that leave it an order. Where links let a task begin
    long before what it waits for, others would close a ring: of those, ``fixed`` has the boundary at
    which the giver has to be over.
    """

    network: Network
    every: Network
    fixed: Mapping[int, int]


def link(network: Network, found: Sequence[ResourceHandOver], begins: Mapping[int, int]) -> Linked:
    """Add hand-overs to the links of a network."""
    pairs = list(dict.fromkeys((one.giver, one.taker) for one in found))
    every = _with(network, pairs)
    order = _order(network, every, begins)
    if len(order) == len(network.order):
        return Linked(replace(every, order=order), every, {})
    caught = set(network.order) - set(order)
    fixed: dict[int, int] = {}
    for giver, taker in pairs:
        if giver in caught and taker in caught:
            fixed[giver] = min(fixed.get(giver, begins[taker]), begins[taker])
    kept = _with(network, [pair for pair in pairs if not caught.issuperset(pair)])
    return Linked(replace(kept, order=_order(network, kept, begins)), every, fixed)


def _with(network: Network, pairs: Sequence[tuple[int, int]]) -> Network:
    to_start = list(network.to_start)
    for giver, taker in pairs:
        to_start[taker] = [*to_start[taker], (network.size + giver, 0)]
    return replace(network, to_start=to_start)


def _order(plain: Network, linked: Network, begins: Mapping[int, int]) -> list[int]:
    """Each number after all that it waits for, as far as there is no ring."""
    size = plain.size
    following = connections(linked)
    before = [0] * (2 * size)
    for numbers in following:
        for number in numbers:
            before[number] += 1
    keys = [-1] * (2 * size)
    for row, begin in begins.items():
        keys[row] = begin
    return listed(Graph(size, (), following, before), plain.order, keys)
