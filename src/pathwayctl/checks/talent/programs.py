"""Programs of education and training: the rough inventory, and the asset map that it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.phrases import titles
from pathwayctl.checks.sources import STEPS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.model.talent import Program

ROUGH: Final = Rule(
    "PW596",
    Severity.NOTE,
    "A program of which the inventory does not know all",
    "The inventory is rough, not perfect; what is missing is asked when the asset map is made.",
    "Add cip:, credentials:, length:, cost:, prerequisites: and transfers: as you learn them, and refined: "
    "with the day on which the provider checked the entry.",
    f"{STEPS}, step 6 (which facts is our reading)",
    ("sector",),
    bad="""\
organizations: [{id: college, name: Front Range College, category: postsecondary}]
programs:
  - {id: machining, title: Machining, provider: college, cip: "48.0501"}
""",
    good="""\
organizations: [{id: college, name: Front Range College, category: postsecondary}]
credentials: [{id: machining-1, title: Machining certificate, kind: level-1-certificate}]
programs:
  - id: machining
    title: Machining
    provider: college
    cip: "48.0501"
    credentials: [machining-1]
    length: Two semesters
    cost: 3200
    prerequisites: [High school diploma]
    transfers: true
""",
)
NOT_MAPPED: Final = Rule(
    "PW597",
    Severity.WARNING,
    "A program of which nobody knows what it teaches",
    "The asset map takes up the inventory: for every program it shows which KSAs it teaches, and how far.",
    "Ask its provider, and add teaches: [{ksa: ..., level: working}].",
    f"{STEPS}, step 11, which refers to step 6",
    ("sector",),
    bad="""\
organizations: [{id: college, name: Front Range College, category: postsecondary}]
ksas: [{id: read-blueprints, title: Read blueprints, kind: skill}]
programs: [{id: machining, title: Machining, provider: college}]
""",
    good="""\
organizations: [{id: college, name: Front Range College, category: postsecondary}]
ksas: [{id: read-blueprints, title: Read blueprints, kind: skill}]
programs: [{id: machining, title: Machining, provider: college, teaches: [{ksa: read-blueprints}]}]
""",
)
RULES: Final = (ROUGH, NOT_MAPPED)

_FACTS: Final = ("cip", "credentials", "length", "cost", "prerequisites")


def programs(facts: Facts) -> Iterator[Problem]:
    """What is not known of each program, and which the asset map leaves out."""
    rough = [(place, program, _missing(program)) for place, program in enumerate(facts.plan.programs)]
    lacks = (without(("programs", place), one.title, left) for place, one, left in rough if left)
    yield from gathered(ROUGH, lacks, "program")
    unmapped = [(place, one.title) for place, one in enumerate(facts.plan.programs) if not one.teaches]
    if unmapped and facts.plan.ksas:
        number = count(len(unmapped), "program is", "programs are")
        message = f"{number} not on the asset map, as no KSAs are named: {titles(unmapped)}."
        yield NOT_MAPPED.at(("programs", unmapped[0][0]), message)


def _missing(program: Program) -> list[str]:
    """What the inventory leaves open; once the provider has checked an entry, what is empty is so."""
    if program.refined is not None:
        return []
    missing = [field for field in _FACTS if getattr(program, field) in (None, ())]
    if program.transfers is None and not program.transfers_to:
        missing.append("transfers")
    return missing
