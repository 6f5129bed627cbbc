"""Search for a good schedule of one class of tasks: priority rules first, then variations of the best lists.

Each list is built, pushed to the right and built again (forward-backward improvement: Tormos and Lova
2001; double justification: Valls, Ballestín and Quintanilla 2005), which never makes a plan with
plain finish-to-start links longer. What is found is kept in a pool, from which new lists are made by
crossing two of them over (Hartmann 1998) or by shaking a part of one (biased random sampling).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import sqrt
from random import Random
from typing import Final

from pathwayctl.levelling.serial_schedules import Builder, Trial, Worth
from pathwayctl.quick_dataclass import dataclass

_POOL: Final = 500
"""Schedules that new ones are made from, at most, times the root of the tasks: in a small plan, lists made
from a few soon lead to the same schedules; in a large one, there is more to find near those that are good."""
_GENERATION: Final = 40
"""Schedules that are made for each in the pool, at least: a search that is short needs a smaller pool."""
_STALE: Final = 500
"""Lists in a row that lead to nothing new, after which the search ends: a tiny plan has no more schedules."""
_SHAKEN: Final = 0.4
"""How many of the crossed lists are shaken as well."""
_SPREADS: Final = (0.06, 0.12, 0.25)
"""How far tasks move in a shaken list, as parts of its length."""


@dataclass(frozen=True, slots=True)
class SearchGoal:
    """The least finish and lateness there can be, and how many schedules may be made to get there."""

    finish: int
    late: int
    schedules: int


class Search:
    """Looks for the best schedule of the class of tasks that the builder is turned to."""

    def __init__(self, builder: Builder, goal: SearchGoal, random: Random) -> None:
        self._builder, self._goal, self._random = builder, goal, random
        self._last = builder.made + goal.schedules
        self._most = 1 + min(int(_POOL / sqrt(len(builder.moving))), goal.schedules // _GENERATION)
        self._pool: list[Trial] = []  # the best first, no two of the same worth
        self._seen: set[Worth] = set()  # of all schedules so far
        self._stale = 0

    def run(self, rules: Iterable[Sequence[float]]) -> Trial:
        """The best schedule found; at least that of the first rule."""
        first: Sequence[float] = ()
        for keys in rules:
            first = first or keys
            self._improve(self._builder.by(self._builder.keys(keys)))
            if self._builder.made >= self._last:
                break
        self._scatter(first)
        while not self._is_over():
            self._mix()
        return self._pool[0]

    def _is_over(self) -> bool:
        finish, late, _ = self._pool[0].worth
        reached = finish <= self._goal.finish and late <= self._goal.late
        return reached or self._builder.made >= self._last or self._stale >= _STALE

    def _scatter(self, keys: Sequence[float]) -> None:
        """Fill the pool around a rule: wider and wider, as long as that only gives what is there already."""
        chance, finish = self._random.random, self._pool[0].worth[0]
        spread = 0.3
        for _ in range(2 * self._most):
            if len(self._pool) >= self._most or self._is_over():
                break
            near = [key + chance() * spread * finish for key in keys]
            if not self._improve(self._builder.by(self._builder.keys(near))):
                spread = min(spread + 0.02, 1.0)

    def _mix(self) -> None:
        """Make a new list of two that are in the pool, or of a part of one."""
        choose, pool = self._random.randrange, self._pool
        one, other = min(choose(len(pool)), choose(len(pool))), choose(len(pool))
        order = pool[one].order
        if one != other:
            order = self._crossed(order, pool[other].order)
        if one == other or self._random.random() < _SHAKEN:
            self._improve(self._builder.by(self._shaken(order)))
        else:
            self._improve(self._builder.build(order))

    def _crossed(self, order: list[int], other: list[int]) -> list[int]:
        """The beginning and the end as in one list, a part between as in the other; links are kept."""
        begin, end = sorted((self._random.randrange(len(order)), self._random.randrange(len(order))))
        found = order[:begin]
        seen = set(found)
        for number in other:
            if len(found) >= end:
                break
            if number not in seen:
                seen.add(number)
                found.append(number)
        found += [number for number in order if number not in seen]
        return found

    def _shaken(self, order: list[int]) -> list[float]:
        """The places in a list as keys, those in a part of it moved by chance."""
        chance, choose = self._random.random, self._random.randrange
        begin, end = sorted((choose(len(order)), choose(len(order))))
        spread = self._random.choice(_SPREADS) * len(order)
        keys: list[float] = self._builder.no_keys()
        for place, number in enumerate(order):
            keys[number] = place + chance() * spread if begin <= place <= end else place
        return keys

    def _improve(self, trial: Trial) -> bool:
        """Push a schedule to the right and build it again; put the better one into the pool, if it is new.

        In small plans half of the lists lead to schedules of a worth that was there before; none of these is
        pushed again.
        """
        self._stale += 1
        if trial.worth in self._seen:
            return False
        self._stale = 0
        self._seen.add(trial.worth)
        again = self._builder.again(trial)
        if again.worth < trial.worth:
            if again.worth in self._seen:
                return False
            self._seen.add(again.worth)
            trial = again
        place = bisect_left(self._pool, trial.worth, key=lambda one: one.worth)
        self._pool.insert(place, trial)
        del self._pool[self._most :]
        return place < self._most
