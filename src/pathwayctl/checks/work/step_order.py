"""What the 17-step guide requires besides its steps: their order, and a convener."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import long_day

STEP_TOO_EARLY: Final = Rule("PW571")
NO_CONVENER: Final = Rule("PW572")

_BUILDS_ON: Final = ((11, 6), (13, 10), (13, 11))
"""Steps and the earlier ones that they build on: the asset map on the inventory, the skill attainment
map on the knowledge, skills and abilities and on the asset map."""


@check(NO_CONVENER, guides=("sector",))
def convener(index: PlanIndex) -> Iterator[Problem]:
    """Report a project without a convener."""
    if not index.conveners:
        yield NO_CONVENER.at(
            index.guide("sector"), "The project has no convener, and neither has its partnership."
        )


@check(STEP_TOO_EARLY, needs_schedule=True, guides=("sector",))
def order(index: PlanIndex) -> Iterator[Problem]:
    """Report steps that the schedule starts before a step they build on."""
    first: dict[int, tuple[date, int]] = {}
    for row in index.live:
        step = row.task.step
        placed = None if step is None else index.scheduled(row)
        if step is not None and placed is not None:
            first[step] = min(first.get(step, (placed.start, row.index)), (placed.start, row.index))
    for step, earlier in _BUILDS_ON:
        if step in first and earlier in first and first[step][0] < first[earlier][0]:
            row = index.breakdown.rows[first[step][1]]
            message = (
                f"Step {step} starts on {long_day(first[step][0])}, before step {earlier}, which it "
                f"builds on and which starts on {long_day(first[earlier][0])}."
            )
            yield STEP_TOO_EARLY.at((*row.path, "step"), message)
