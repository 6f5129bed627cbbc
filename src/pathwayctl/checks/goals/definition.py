"""The groundwork of a system: its definition, whom it has thought of, and what people said it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count, listed

OPEN_DEFINITION: Final = Rule("PW515")
NOT_CONSIDERED: Final = Rule("PW516")
NO_PRIORITY: Final = Rule("PW519")

_CONSIDERATIONS: Final = ("all-programs", "major-employers", "experience-and-influence", "collaboration")


@check(OPEN_DEFINITION, guides=("ccrs",))
def definition(index: PlanIndex) -> Iterator[Problem]:
    """What the definition lacks, once there is one."""
    text = index.plan.definition
    if text is None:
        return
    missing = [] if text.elements else ["elements"]
    if text.adopted is None:
        missing.append("day on which it was adopted")
    if missing:
        yield OPEN_DEFINITION.at(("definition",), f"The definition has no {listed(missing, 'and no')}.")


@check(NOT_CONSIDERED, needs_all=True, guides=("ccrs",))
def considerations(index: PlanIndex) -> Iterator[Problem]:
    """The considerations that are not met, in one finding; silent while none is written down."""
    entries = index.plan.considerations
    met = {entry.consideration for entry in entries if entry.met}
    left = [name for name in _CONSIDERATIONS if name not in met]
    if entries and left:
        place = next((place for place, entry in enumerate(entries) if entry.consideration in left), None)
        path = index.guide("ccrs") if place is None else ("considerations", place)
        message = f"Not seen to yet: {named(left)}."
        hint = f"Once it is, write under considerations: {{consideration: {left[0]}, met: true}}"
        yield NOT_CONSIDERED.at(path, message, hint)


@check(NO_PRIORITY, guides=("ccrs",))
def beliefs(index: PlanIndex) -> Iterator[Problem]:
    """Beliefs that go with no priority, in one finding; silent until there are priorities."""
    loose = [(place, one.text) for place, one in enumerate(index.plan.beliefs) if not one.priorities]
    if loose and index.plan.priorities:
        number = count(len(loose), "belief goes", "beliefs go")
        message = f"{number} with no priority: {titles(loose)}."
        yield NO_PRIORITY.at(("beliefs", loose[0][0]), message)
