"""Knowledge, skills and abilities: which nobody teaches, or not far enough, asks for or puts to use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import labels, named
from pathwayctl.checks.sources import STEPS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.talent_words import KsaPurpose
from pathwayctl.wording import listed

NOT_TAUGHT: Final = Rule(
    "PW598",
    Severity.WARNING,
    "Something that jobs ask for, and no program teaches",
    "The asset map shows such gaps, so that a program can take them up; until then they are written down.",
    "Add it to the teaches: of a program, or write gap: at the occupations that ask for it.",
    f"{STEPS}, steps 11 and 13",
    ("sector",),
    bad="""\
organizations: [{id: college, name: Front Range College, category: postsecondary}]
occupations: [{id: machinist, title: Machinist}]
ksas:
  - {id: read-blueprints, title: Read blueprints, kind: skill, occupations: [{occupation: machinist}]}
programs: [{id: machining, title: Machining, provider: college, occupations: [machinist]}]
""",
    good="""\
organizations: [{id: college, name: Front Range College, category: postsecondary}]
occupations: [{id: machinist, title: Machinist}]
ksas:
  - {id: read-blueprints, title: Read blueprints, kind: skill, occupations: [{occupation: machinist}]}
programs: [{id: machining, title: Machining, provider: college, teaches: [{ksa: read-blueprints}]}]
""",
)
TOO_LOW: Final = Rule(
    "PW528",
    Severity.NOTE,
    "Something that no program teaches as far as jobs ask for",
    "Students who reach a lower level than the job asks for need another step before they are hired.",
    "Talk with the provider, and correct the level: where it is taught or asked for.",
    f"{STEPS}, steps 11 and 13 (the levels are ours)",
    ("sector",),
    bad="""\
organizations: [{id: college, name: Front Range College, category: postsecondary}]
occupations: [{id: machinist, title: Machinist}]
ksas:
  - id: read-blueprints
    title: Read blueprints
    kind: skill
    occupations: [{occupation: machinist, level: advanced}]
programs:
  - {id: machining, title: Machining, provider: college, teaches: [{ksa: read-blueprints, level: basic}]}
""",
    good="""\
organizations: [{id: college, name: Front Range College, category: postsecondary}]
occupations: [{id: machinist, title: Machinist}]
ksas:
  - id: read-blueprints
    title: Read blueprints
    kind: skill
    occupations: [{occupation: machinist, level: advanced}]
programs:
  - {id: machining, title: Machining, provider: college, teaches: [{ksa: read-blueprints, level: advanced}]}
""",
)
NOT_ASKED: Final = Rule(
    "PW599",
    Severity.NOTE,
    "Knowledge, a skill or an ability that no occupation asks for",
    "The list comes from the jobs; what belongs to none of them cannot lead to one.",
    "Add occupations: [{occupation: ..., level: working}] to it, or take it out.",
    f"{STEPS}, step 10",
    ("sector",),
    bad="""\
ksas: [{id: read-blueprints, title: Read blueprints, kind: skill}]
""",
    good="""\
occupations: [{id: machinist, title: Machinist}]
ksas:
  - {id: read-blueprints, title: Read blueprints, kind: skill, occupations: [{occupation: machinist}]}
""",
)
UNUSED: Final = Rule(
    "PW527",
    Severity.NOTE,
    "A main use that the KSAs are not put to",
    "They serve curriculum, hiring and assessment, in as many ways as possible.",
    "Add a use with that purpose, and who will use them.",
    f"{STEPS}, step 12 (the three main uses are our reading)",
    ("sector",),
    bad="""\
ksas: [{id: read-blueprints, title: Read blueprints, kind: skill}]
ksa_uses:
  - {id: lessons, title: Plan lessons from them, purpose: curriculum, ksas: [read-blueprints]}
""",
    good="""\
ksas: [{id: read-blueprints, title: Read blueprints, kind: skill}]
ksa_uses:
  - {id: lessons, title: Plan lessons from them, purpose: curriculum, ksas: [read-blueprints]}
  - {id: interviews, title: Ask for them in interviews, purpose: hiring, ksas: [read-blueprints]}
  - {id: tests, title: Test students in them, purpose: assessment, ksas: [read-blueprints]}
""",
)
RULES: Final = (NOT_TAUGHT, TOO_LOW, NOT_ASKED, UNUSED)

_MAIN_USES: Final = (KsaPurpose.CURRICULUM, KsaPurpose.HIRING, KsaPurpose.ASSESSMENT)
_MOST: Final = 10


def skills(facts: Facts) -> Iterator[Problem]:
    """The gaps of the asset map, what nobody asks for, and uses not made; each in one finding."""
    plan = facts.plan
    if plan.ksas and plan.programs:
        yield from _gaps(facts)
    unasked = [place for place, ksa in enumerate(plan.ksas) if not ksa.occupations]
    if unasked:
        message = f"No occupation asks for {_titles(facts, unasked)}."
        yield NOT_ASKED.at(("ksas", unasked[0]), message)
    unused = [purpose for purpose in _MAIN_USES if purpose not in {use.purpose for use in plan.ksa_uses}]
    if plan.ksa_uses and unused:
        hint = f"Add a use with purpose: {listed(unused, 'or')}"
        yield UNUSED.at(facts.guide("sector"), f"The KSAs are not used for {labels(unused)}.", hint)


def _gaps(facts: Facts) -> Iterator[Problem]:
    """What is asked for by an occupation without a gap written down, and is not taught, or not far enough."""
    from pathwayctl.evidence.talent.attainment import attainment_map

    written_down = {one.id for one in facts.plan.occupations if one.gap}
    gaps = [row for row in attainment_map(facts.plan).gaps if row.occupation not in written_down]
    untaught = {row.ksa for row in gaps if row.untaught}
    low = {row.ksa for row in gaps if row.too_low}
    ids = [ksa.id for ksa in facts.plan.ksas]
    places = [place for place, name in enumerate(ids) if name in untaught]
    if places:
        message = f"Jobs ask for it, and no program teaches it: {_titles(facts, places)}."
        yield NOT_TAUGHT.at(("ksas", places[0]), message)
    places = [place for place, name in enumerate(ids) if name in low]
    if places:
        message = f"No program teaches it as far as jobs ask for: {_titles(facts, places)}."
        yield TOO_LOW.at(("ksas", places[0]), message)


def _titles(facts: Facts, places: Sequence[int]) -> str:
    return named([facts.plan.ksas[place].title for place in places], _MOST)
