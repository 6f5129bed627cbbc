"""The definition of the system, the considerations about its stakeholders, and first beliefs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.shared_gaps import in_one_finding, incomplete
from pathwayctl.diagnostics import Judged, Problem, Rule
from pathwayctl.evidence.goals import considerations, counted_twice, open_goals, unmeasured_goals
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count, listed

OPEN_DEFINITION: Final = Rule("PW515")
NOT_CONSIDERED: Final = Rule("PW516")
NO_PRIORITY: Final = Rule("PW519")
COUNTED_TWICE: Final = Rule("PW684")
OPEN_GOAL: Final = Rule("PW351", Judged.ENTRY)
UNMEASURED: Final = Rule("PW445", Judged.ENTRY)


@check(OPEN_DEFINITION, guides=("ccrs",))
def definition(index: PlanIndex) -> Iterator[Problem]:
    """Report what the definition lacks, once there is one."""
    text = index.plan.definition
    if text is None:
        return
    missing = [] if text.elements else ["elements"]
    if text.adopted is None:
        missing.append("adoption date")
    if missing:
        yield OPEN_DEFINITION.at(("definition",), f"The definition has no {listed(missing, 'or')}.")


@check(NOT_CONSIDERED, needs_all=True, guides=("ccrs",))
def unmet_considerations(index: PlanIndex) -> Iterator[Problem]:
    """Report the considerations that are not met in one finding, once one is met or has a note."""
    found = index.ask(considerations)
    if found.unmet and found.is_begun:
        path = index.guide("ccrs") if found.first_open is None else ("considerations", found.first_open)
        number = count(len(found.unmet), "consideration is", "considerations are")
        message = f"{number} not met yet: {named(index, found.unmet)}."
        hint = f"Under considerations:, add {{consideration: {found.unmet[0]}, met: true}} once that is so."
        yield NOT_CONSIDERED.at(path, message, hint)


@check(COUNTED_TWICE)
def votes(index: PlanIndex) -> Iterator[Problem]:
    """Report small groups that are counted more than once for the same element."""
    for place, priority, group in index.ask(counted_twice):
        message = f"{quoted(group)} is counted more than once for {quoted(priority.title)}."
        yield COUNTED_TWICE.at(("priorities", place, "votes"), message)


@check(NO_PRIORITY, guides=("ccrs",))
def beliefs(index: PlanIndex) -> Iterator[Problem]:
    """Report beliefs without a priority in one finding, once there are priorities."""
    loose = [(place, one.text) for place, one in enumerate(index.plan.beliefs) if not one.priorities]
    if index.plan.priorities:
        subject = "belief has", "beliefs have"
        yield from in_one_finding(index, NO_PRIORITY, "beliefs", loose, subject, "no priority")


@check(OPEN_GOAL, UNMEASURED, guides=("ccrs", "sector"))
def goals(index: PlanIndex) -> Iterator[Problem]:
    """Report goals without an owner or a day, and those that no measure serves."""
    yield from incomplete(index, OPEN_GOAL, "goals", index.ask(open_goals), "goal", "goals")
    loose = [(place, one.title) for place, one in index.ask(unmeasured_goals)]
    yield from in_one_finding(index, UNMEASURED, "goals", loose, ("goal has", "goals have"), "no measure")
