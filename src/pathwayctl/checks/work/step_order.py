"""What the 17-step guide asks for besides its steps: their order, and someone who convenes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.sources import STEPS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.wording import long_day

STEP_TOO_EARLY: Final = Rule(
    "PW571",
    Severity.WARNING,
    "A step that begins before one it builds on",
    "The refined asset map grows out of the rough inventory; the skill attainment map out of that map "
    "and the knowledge, skills and abilities.",
    "Let the tasks of the later step wait for those of the earlier one with depends_on.",
    f"{STEPS}, steps 6, 10, 11 and 13 (the order is our reading)",
    ("sector",),
    bad="""\
tasks:
  - {id: assets, title: Refine the asset map, step: 11, duration: 10d}
  - {id: inventory, title: List the programs, step: 6, duration: 10d, depends_on: [assets]}
""",
    good="""\
tasks:
  - {id: inventory, title: List the programs, step: 6, duration: 10d}
  - {id: assets, title: Refine the asset map, step: 11, duration: 10d, depends_on: [inventory]}
""",
)
NO_CONVENER: Final = Rule(
    "PW572",
    Severity.WARNING,
    "A sector partnership without a convener",
    "A partnership has strategic partners, industry members and a convener who holds it together.",
    "Add convener: with an organization's id under project: or partnership:.",
    f"{STEPS}, the partnership's components",
    ("sector",),
    bad="""\
organizations:
  - {id: chamber, name: Chamber of Commerce, category: business-industry-workforce}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [sector], convener: chamber}
organizations:
  - {id: chamber, name: Chamber of Commerce, category: business-industry-workforce}
""",
)

_BUILDS_ON: Final = ((11, 6), (13, 10), (13, 11))
"""Steps and the earlier ones that they build on: the asset map on the inventory, the skill attainment
map on the knowledge, skills and abilities and on the asset map."""


def convener(facts: Facts) -> Iterator[Problem]:
    """A partnership that nobody convenes."""
    if not facts.conveners:
        yield NO_CONVENER.at(facts.guide("sector"), "Neither the project nor its partnership has a convener.")


def order(facts: Facts) -> Iterator[Problem]:
    """Steps that, by the schedule, begin before one they build on."""
    first: dict[int, tuple[date, int]] = {}
    for row in facts.live:
        step = row.task.step
        placed = None if step is None else facts.scheduled(row)
        if step is not None and placed is not None:
            first[step] = min(first.get(step, (placed.start, row.index)), (placed.start, row.index))
    for step, earlier in _BUILDS_ON:
        if step in first and earlier in first and first[step][0] < first[earlier][0]:
            row = facts.breakdown.rows[first[step][1]]
            message = (
                f"Step {step} begins on {long_day(first[step][0])}, before step {earlier}, on which it "
                f"builds and which begins on {long_day(first[earlier][0])}."
            )
            yield STEP_TOO_EARLY.at((*row.path, "step"), message)
