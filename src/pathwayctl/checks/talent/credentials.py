"""Credentials: whether they stack, carry over and count, and whether the ladder has all of its rungs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import labels, quoted, titles
from pathwayctl.checks.sources import COMPONENTS, OURS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.wording import count, listed

_SOURCE: Final = f"{COMPONENTS}, Credentials with Value in the Labor Market"

RING: Final = Rule(
    "PW325",
    Severity.ERROR,
    "Credentials that build on each other in a circle",
    "Nobody could ever earn the first of them.",
    "Take one of them out of stacks_on: each builds on what is earned before it.",
    OURS,
    bad="""\
credentials:
  - {id: level-1, title: Welding 1, kind: level-1-certificate, stacks_on: [level-2]}
  - {id: level-2, title: Welding 2, kind: level-2-certificate, stacks_on: [level-1]}
""",
    good="""\
credentials:
  - {id: level-1, title: Welding 1, kind: level-1-certificate}
  - {id: level-2, title: Welding 2, kind: level-2-certificate, stacks_on: [level-1]}
""",
)
BACKWARDS: Final = Rule(
    "PW330",
    Severity.WARNING,
    "A credential that builds on a higher one",
    "The ladder runs from industry certifications over certificates to degrees.",
    "Swap the two in stacks_on, or correct the kind of one of them.",
    OURS,
    bad="""\
credentials:
  - {id: level-1, title: Welding 1, kind: level-1-certificate, stacks_on: [associate]}
  - {id: associate, title: Welding technology, kind: associate-degree}
""",
    good="""\
credentials:
  - {id: level-1, title: Welding 1, kind: level-1-certificate}
  - {id: associate, title: Welding technology, kind: associate-degree, stacks_on: [level-1]}
""",
)
ALONE: Final = Rule(
    "PW581",
    Severity.WARNING,
    "A credential that builds on nothing, and on which nothing builds",
    "Credentials that stack let students stop, work, and go on later from where they are.",
    "Add stacks_on: to it or to the next credential, or add the credential that comes next.",
    _SOURCE,
    ("components",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
credentials:
  - {id: welder, title: Certified Welder, kind: industry-certification}
  - {id: level-1, title: Welding 1, kind: level-1-certificate}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
credentials:
  - {id: welder, title: Certified Welder, kind: industry-certification}
  - {id: level-1, title: Welding 1, kind: level-1-certificate, stacks_on: [welder]}
""",
)
NOT_PORTABLE: Final = Rule(
    "PW582",
    Severity.NOTE,
    "A credential that may not count elsewhere",
    "A credential that carries over serves a student who moves to another employer or college.",
    "Write portable: true if other employers and colleges accept it; if not, look for one they do.",
    _SOURCE,
    ("components",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
credentials:
  - {id: welder, title: Certified Welder, kind: industry-certification}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
credentials:
  - {id: welder, title: Certified Welder, kind: industry-certification, portable: true}
""",
)
UNRECOGNIZED: Final = Rule(
    "PW583",
    Severity.NOTE,
    "A credential that no employer is known to ask for",
    "Employers tell schools and colleges whether a credential counts when they hire.",
    "Ask them, and add recognized_by: with their ids.",
    _SOURCE,
    ("components",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
credentials:
  - {id: welder, title: Certified Welder, kind: industry-certification}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
organizations: [{id: foundry, name: Valley Foundry, category: business-industry-workforce}]
credentials:
  - {id: welder, title: Certified Welder, kind: industry-certification, recognized_by: [foundry]}
""",
)
MISSING_RUNG: Final = Rule(
    "PW584",
    Severity.NOTE,
    "A rung that the ladder of credentials lacks",
    "It leads from industry certifications over level 1 and 2 certificates to degrees.",
    "Add the credential that students can earn there, with its kind.",
    f"{COMPONENTS}, Integration of Rigorous Academics and Career-Focused Learning",
    ("components",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
credentials:
  - {id: welder, title: Certified Welder, kind: industry-certification}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
credentials:
  - {id: welder, title: Certified Welder, kind: industry-certification}
  - {id: level-1, title: Welding 1, kind: level-1-certificate, stacks_on: [welder]}
  - {id: level-2, title: Welding 2, kind: level-2-certificate, stacks_on: [level-1]}
  - {id: associate, title: Welding technology, kind: associate-degree, stacks_on: [level-2]}
  - {id: bachelor, title: Manufacturing engineering, kind: bachelor-degree, stacks_on: [associate]}
""",
)
RULES: Final = (ALONE, NOT_PORTABLE, UNRECOGNIZED)


def order(facts: Facts) -> Iterator[Problem]:
    """Credentials that build on each other in a circle, or on a higher rung."""
    if not any(credential.stacks_on for credential in facts.plan.credentials):
        return
    from pathwayctl.evidence.talent.credential_ladder import ladder

    found = ladder(facts.plan)
    places = {one.id: place for place, one in reversed(tuple(enumerate(facts.plan.credentials)))}
    for ring in found.rings:
        steps = [f"{quoted(one)} builds on {quoted(other)}" for one, other in _pairs(ring)]
        path = ("credentials", places[ring[0]], "stacks_on")
        yield RING.at(path, f"These credentials build on each other in a circle: {listed(steps)}.")
    ringed = {name for ring in found.rings for name in ring}
    for high, low in found.backwards:
        if not {high, low} <= ringed:
            kinds = [facts.plan.credentials[places[name]].kind.label for name in (high, low)]
            message = f"{quoted(high)} ({kinds[0]}) builds on {quoted(low)} ({kinds[1]}), a higher rung."
            yield BACKWARDS.at(("credentials", places[high], "stacks_on"), message)


def _pairs(ring: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def credentials(facts: Facts) -> Iterator[Problem]:
    """Credentials that stand alone, may not carry over or are not known to count, in one finding of each."""
    everything = tuple(enumerate(facts.plan.credentials))
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


def rungs(facts: Facts) -> Iterator[Problem]:
    """Rungs of the ladder without a credential, once there are credentials."""
    if not facts.plan.credentials:
        return
    from pathwayctl.evidence.talent.credential_ladder import RUNGS

    there = {credential.kind for credential in facts.plan.credentials}
    missing = [kind for kind in RUNGS if kind not in there]
    if missing:
        hint = f"Add a credential with kind: {listed(missing, 'or')}"
        yield MISSING_RUNG.at(
            facts.guide("components"), f"No credential is of the kind {labels(missing)}.", hint
        )
