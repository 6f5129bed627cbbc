"""Credentials: whether they stack, carry over and count, and whether the ladder has all of its rungs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted, titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count, listed

RING: Final = Rule("PW325")
BACKWARDS: Final = Rule("PW330")
ALONE: Final = Rule("PW581")
NOT_PORTABLE: Final = Rule("PW582")
UNRECOGNIZED: Final = Rule("PW583")
MISSING_RUNG: Final = Rule("PW584")


@check(RING, BACKWARDS)
def order(index: PlanIndex) -> Iterator[Problem]:
    """Credentials that build on each other in a circle, or on a higher rung."""
    if not any(credential.stacks_on for credential in index.plan.credentials):
        return
    from pathwayctl.evidence.talent.credential_ladder import ladder

    found = ladder(index.plan)
    places = {one.id: place for place, one in reversed(tuple(enumerate(index.plan.credentials)))}
    for ring in found.rings:
        steps = [f"{quoted(one)} builds on {quoted(other)}" for one, other in _pairs(ring)]
        path = ("credentials", places[ring[0]], "stacks_on")
        yield RING.at(path, f"These credentials build on each other in a circle: {listed(steps)}.")
    ringed = {name for ring in found.rings for name in ring}
    for high, low in found.backwards:
        if not {high, low} <= ringed:
            kinds = [index.plan.credentials[places[name]].kind.label for name in (high, low)]
            message = f"{quoted(high)} ({kinds[0]}) builds on {quoted(low)} ({kinds[1]}), a higher rung."
            yield BACKWARDS.at(("credentials", places[high], "stacks_on"), message)


def _pairs(ring: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


@check(ALONE, NOT_PORTABLE, UNRECOGNIZED, needs_all=True, guides=("components",))
def credentials(index: PlanIndex) -> Iterator[Problem]:
    """Credentials that stand alone, may not carry over or are not known to count, in one finding of each."""
    everything = tuple(enumerate(index.plan.credentials))
    below = {name for _, one in everything for name in one.stacks_on}
    alone = [(place, one.title) for place, one in everything if not one.stacks_on and one.id not in below]
    if alone:
        number = count(len(alone), "credential stands", "credentials stand")
        yield ALONE.at(("credentials", alone[0][0]), f"{number} alone: {titles(alone)}.")
    fixed = [(place, one.title) for place, one in everything if not one.portable]
    if fixed:
        message = f"Not known to count with other employers and colleges: {titles(fixed)}."
        yield NOT_PORTABLE.at(("credentials", fixed[0][0]), message)
    unknown = [(place, one.title) for place, one in everything if not one.recognized_by]
    if unknown:
        message = f"No employer is named who asks for {titles(unknown)}."
        yield UNRECOGNIZED.at(("credentials", unknown[0][0]), message)


@check(MISSING_RUNG, needs_all=True, guides=("components",))
def rungs(index: PlanIndex) -> Iterator[Problem]:
    """Rungs of the ladder without a credential, once there are credentials."""
    if not index.plan.credentials:
        return
    from pathwayctl.evidence.talent.credential_ladder import RUNGS

    there = {credential.kind for credential in index.plan.credentials}
    missing = [kind for kind in RUNGS if kind not in there]
    if missing:
        hint = f"Add a credential with kind: {listed(missing, 'or')}"
        yield MISSING_RUNG.at(
            index.guide("components"), f"No credential is of the kind {labels(missing)}.", hint
        )
