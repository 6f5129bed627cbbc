"""The ladder of credentials: how they stack, their entry and exit points, and the missing rungs.

Source: Texas Regional Pathways Network, Key Stakeholders, on stackable, portable credentials with
entry and exit points, from industry certifications through level 1 and 2 certificates and associate's
degrees to bachelor's degrees. That a credential that builds on no other is an entry point, and one that
employers recognize in hiring an exit point, is our reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.plan import Plan
from pathwayctl.model.talent_credentials import Credential, CredentialKind
from pathwayctl.quick_dataclass import dataclass

RUNGS: Final = (
    CredentialKind.CERTIFICATION,
    CredentialKind.LEVEL_1,
    CredentialKind.LEVEL_2,
    CredentialKind.ASSOCIATE,
    CredentialKind.BACHELOR,
)
"""The five rungs that the source names; a degree beyond a bachelor's is not asked for."""
_LADDER: Final = (*RUNGS, CredentialKind.ADVANCED)
_STANDS_FOR: Final = {CredentialKind.LICENSE: CredentialKind.CERTIFICATION}
"""A license to practice fills the first rung, as in nursing; a diploma and an apprenticeship fill none."""
_PLACE: Final = {
    kind: place
    for place, kind in enumerate(
        (
            CredentialKind.DIPLOMA,
            CredentialKind.CERTIFICATION,
            CredentialKind.LEVEL_1,
            CredentialKind.LEVEL_2,
            CredentialKind.APPRENTICESHIP,
            CredentialKind.LICENSE,
            CredentialKind.ASSOCIATE,
            CredentialKind.BACHELOR,
            CredentialKind.ADVANCED,
        )
    )
}
"""The order in which credentials are listed."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Credentials that build on each other, the first to earn first, and the rungs that the chain skips."""

    credentials: tuple[str, ...]
    skipped: tuple[CredentialKind, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """All credentials, by their ids.

    ``order``: each after those it builds on, lower rungs first; credentials in a ring come last.
    ``chains``: for each credential that no other builds on, the longest way up to it.
    ``rings``: credentials that build on each other in a ring, each on the next and the last on the
    first; no chain runs through them. ``backwards``: pairs (credential, what it builds on) in which
    the second is on a higher rung. ``missing``: rungs without any credential.
    """

    order: tuple[str, ...]
    chains: tuple[Chain, ...]
    rings: tuple[tuple[str, ...], ...]
    on_ramps: tuple[str, ...]
    off_ramps: tuple[str, ...]
    backwards: tuple[tuple[str, str], ...]
    missing: tuple[CredentialKind, ...]

    @property
    def alone(self) -> tuple[str, ...]:
        """Credentials that build on no other, and that no other builds on."""
        return tuple(chain.credentials[0] for chain in self.chains if len(chain.credentials) == 1)


def credential_ladder(index: PlanIndex) -> Ladder:
    """The ladder of the plan's credentials, for ``index.ask``."""
    return ladder(index.plan)


def without_jobs(index: PlanIndex) -> tuple[int, ...]:
    """Positions of credentials for which no job is stated, once one is stated for some credential."""
    found = index.plan.credentials
    if not any(one.leads_to for one in found):
        return ()
    return tuple(place for place, one in enumerate(found) if not one.leads_to)


def ladder(plan: Plan) -> Ladder:
    """The ladder of a plan. Unknown ids under ``stacks_on`` are skipped; checks report them."""
    known = {one.id: one for one in reversed(plan.credentials)}
    below = {key: _below(known[key], known) for key in dict.fromkeys(one.id for one in plan.credentials)}
    order = _order(below, known)
    climbable = set(order)
    return Ladder(
        order=(*order, *(key for key in below if key not in climbable)),
        chains=_chains(order, below, known),
        rings=_rings(below),
        on_ramps=tuple(key for key, lower in below.items() if not lower),
        off_ramps=tuple(key for key in below if known[key].recognized_by),
        backwards=tuple(
            (key, lower)
            for key, lowers in below.items()
            for lower in lowers
            if _is_higher(known[lower].kind, known[key].kind)
        ),
        missing=_without(RUNGS, (_STANDS_FOR.get(one.kind, one.kind) for one in known.values())),
    )


def _below(credential: Credential, known: dict[str, Credential]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in credential.stacks_on if key in known))


def _is_higher(kind: CredentialKind, other: CredentialKind) -> bool:
    """Whether a kind is a higher rung; kinds that are no rungs are neither higher nor lower."""
    return kind in _LADDER and other in _LADDER and _LADDER.index(kind) > _LADDER.index(other)


def _without(kinds: Iterable[CredentialKind], there: Iterable[CredentialKind]) -> tuple[CredentialKind, ...]:
    found = set(there)
    return tuple(kind for kind in kinds if kind not in found)


def _order(below: dict[str, tuple[str, ...]], known: dict[str, Credential]) -> tuple[str, ...]:
    """Kahn's topological order; among those that are ready, the lowest rung first."""
    place = {key: (_PLACE[known[key].kind], number, key) for number, key in enumerate(below)}
    above: dict[str, list[str]] = {key: [] for key in below}
    for key, lowers in below.items():
        for lower in lowers:
            above[lower].append(key)
    left = {key: len(lowers) for key, lowers in below.items()}
    ready = [place[key] for key, number in left.items() if not number]
    heapify(ready)
    order: list[str] = []
    while ready:
        *_, key = heappop(ready)
        order.append(key)
        for higher in above[key]:
            left[higher] -= 1
            if not left[higher]:
                heappush(ready, place[higher])
    return tuple(order)


def _chains(
    order: tuple[str, ...], below: dict[str, tuple[str, ...]], known: dict[str, Credential]
) -> tuple[Chain, ...]:
    """The longest chain up to each top credential, by dynamic programming over the order."""
    height: dict[str, int] = {}
    step_down: dict[str, str | None] = {}
    built_on: set[str] = set()
    for key in order:
        built_on.update(below[key])
        step_down[key] = max(below[key], key=lambda lower: height[lower], default=None)
        height[key] = 1 + max((height[lower] for lower in below[key]), default=0)
    chains = []
    for top in order:
        if top not in built_on:
            way = [top]
            while (lower := step_down[way[-1]]) is not None:
                way.append(lower)
            chains.append(_chain(tuple(reversed(way)), known))
    return tuple(chains)


def _chain(way: tuple[str, ...], known: dict[str, Credential]) -> Chain:
    places = [_PLACE[known[key].kind] for key in way]
    between = [kind for kind in RUNGS if min(places) < _PLACE[kind] < max(places)]
    return Chain(way, _without(between, (known[key].kind for key in way)))


def _rings(below: dict[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """One ring for each group of credentials that depend on each other, by depth-first search."""
    rings: list[tuple[str, ...]] = []
    seen: set[str] = set()
    taken: set[str] = set()
    for start in below:
        way = {} if start in seen else {start: iter(below[start])}
        while way:
            here = next(reversed(way))
            seen.add(here)
            lower = next(way[here], None)
            if lower is None:
                del way[here]
            elif lower in way and not taken & {here, lower}:
                passed = tuple(way)
                ring = passed[passed.index(lower) :]
                if taken.isdisjoint(ring):
                    rings.append(ring)
                    taken.update(ring)
            elif lower not in seen:
                way[lower] = iter(below[lower])
    return tuple(rings)
