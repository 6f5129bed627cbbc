"""Credentials: whether they stack, transfer, and are recognized, and which rungs are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.checks.shared_gaps import in_one_finding
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.credential_ladder import Ladder, credential_ladder
from pathwayctl.wording import listed

RING: Final = Rule("PW325")
BACKWARDS: Final = Rule("PW330")
ALONE: Final = Rule("PW581")
NOT_PORTABLE: Final = Rule("PW582")
UNRECOGNIZED: Final = Rule("PW583")
MISSING_RUNG: Final = Rule("PW584")


@check(RING, BACKWARDS)
def order(index: PlanIndex) -> Iterator[Problem]:
    """Report credentials that build on each other in a circle, or on a higher rung."""
    if not any(credential.stacks_on for credential in index.plan.credentials):
        return
    found, places = index.ask(credential_ladder), _places(index)
    for ring in found.rings:
        pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
        steps = [f"{quoted(one)} builds on {quoted(other)}" for one, other in pairs]
        path = ("credentials", places[ring[0]], "stacks_on")
        yield RING.at(path, f"These credentials build on each other in a circle: {listed(steps)}.")
    yield from _backwards(index, found, places)


def _backwards(index: PlanIndex, found: Ladder, places: dict[str, int]) -> Iterator[Problem]:
    """Those of a circle have been reported already."""
    ringed = {name for ring in found.rings for name in ring}
    for high, low in found.backwards:
        if not {high, low} <= ringed:
            kinds = [index.plan.credentials[places[name]].kind.label for name in (high, low)]
            message = f"{quoted(high)} ({kinds[0]}) builds on {quoted(low)} ({kinds[1]}), a higher rung."
            yield BACKWARDS.at(("credentials", places[high], "stacks_on"), message)


@check(ALONE, NOT_PORTABLE, UNRECOGNIZED, needs_all=True, guides=("components",))
def credentials(index: PlanIndex) -> Iterator[Problem]:
    """Report credentials that stand alone, may not transfer, or are not known to be recognized."""
    found, places = index.ask(credential_ladder), _places(index)
    alone = sorted(places[key] for key in found.alone)
    everything = tuple(enumerate(index.plan.credentials))
    fixed = [place for place, one in everything if not one.portable]
    unknown = [place for place, one in everything if one.id not in found.off_ramps]
    for rule, left, subject, what in (
        (ALONE, alone, ("credential stands", "credentials stand"), "alone"),
        (NOT_PORTABLE, fixed, ("credential is", "credentials are"), "not known to be portable"),
        (UNRECOGNIZED, unknown, ("credential has", "credentials have"), "no employer under recognized_by"),
    ):
        cases = [(place, index.plan.credentials[place].title) for place in left]
        yield from in_one_finding(index, rule, "credentials", cases, subject, what)


@check(MISSING_RUNG, needs_all=True, guides=("components",))
def rungs(index: PlanIndex) -> Iterator[Problem]:
    """Report rungs of the ladder without a credential, once there are credentials."""
    missing = index.ask(credential_ladder).missing if index.plan.credentials else ()
    if missing:
        hint = f"Add a credential with kind: {listed(missing, 'or')}."
        message = f"No credential is of the kind {labels(missing)}."
        yield MISSING_RUNG.at(index.guide("components"), message, hint)


def _places(index: PlanIndex) -> dict[str, int]:
    """Where each credential is in the plan; of an id used twice, the first."""
    return {one.id: place for place, one in reversed(tuple(enumerate(index.plan.credentials)))}
