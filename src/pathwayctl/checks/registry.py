"""Every check there is, in the order of its codes. A new one is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from pathwayctl.checks import (
    assignments,
    beginnings,
    closures,
    communications,
    coverage,
    cycles,
    dates,
    engagement,
    frameworks,
    identity,
    links,
    meetings,
    outset,
    partners,
    placeholders,
    progress,
    promises,
    references,
    risks,
    roles,
    sector,
    stakeholders,
    sufficiency,
    summaries,
)
from pathwayctl.checks.facts import Facts
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.scheduling.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Check:
    """A function that looks for problems, with the rules it looks after.

    ``needs_schedule``: it is left out where the plan has no dates.
    """

    rules: tuple[Rule, ...]
    run: Callable[[Facts], Iterable[Problem]]
    needs_schedule: bool = False

    @property
    def guides(self) -> tuple[str, ...]:
        """The guides that ask for it, the same for all of its rules; none if every project does."""
        return self.rules[0].guides

    def applies(self, facts: Facts) -> bool:
        """Whether the check says anything about this project."""
        if self.needs_schedule and not isinstance(facts.schedule, Schedule):
            return False
        return not self.guides or any(guide in self.guides for guide in facts.plan.project.guides)


CHECKS: Final = (
    Check((identity.ID_TWICE,), identity.ids),
    Check((identity.NAMED_TWICE,), identity.lists),
    Check(references.RULES, references.names),
    Check((partners.UNREPRESENTED,), partners.organizations),
    Check((partners.NO_CATEGORY,), partners.people),
    Check((placeholders.PLACEHOLDER,), placeholders.placeholders),
    Check((cycles.CYCLE, cycles.TOO_FAR), cycles.cycles),
    Check(links.RULES, links.links),
    Check(dates.RULES, dates.dates),
    Check(promises.RULES, promises.promises, needs_schedule=True),
    Check((outset.DONE_BEFORE_START, outset.STATUS_BEFORE_START), outset.outset),
    Check((closures.BACKWARDS, closures.NOTHING_CLOSED), closures.closures),
    Check((closures.UNKNOWN_HOLIDAYS,), closures.holidays),
    Check((summaries.OWN_FIGURES, summaries.WORKED_MILESTONE), summaries.summaries),
    Check(progress.RULES, progress.progress),
    Check((assignments.ABOVE_CAPACITY,), assignments.assignments),
    Check(stakeholders.RULES, stakeholders.table),
    Check(roles.RULES, roles.roles),
    Check(engagement.RULES, engagement.engagement),
    Check((beginnings.NO_VOTES,), beginnings.votes),
    Check((beginnings.STILL_EMPTY,), beginnings.empty_parts),
    Check((frameworks.EMPTY_PART,), frameworks.parts),
    Check((frameworks.NEED_WITHOUT_REQUIREMENT,), frameworks.needs),
    Check((frameworks.UNSERVED,), frameworks.service),
    Check(sufficiency.RULES, sufficiency.breakdown),
    Check(risks.RULES, risks.risks),
    Check(communications.RULES, communications.communications),
    Check(meetings.RULES, meetings.meetings),
    Check((coverage.MISSING_STEP,), coverage.steps),
    Check((sector.STEP_TOO_EARLY,), sector.order, needs_schedule=True),
    Check((sector.NO_CONVENER,), sector.convener),
    Check((coverage.MISSING_FOCUS_AREA,), coverage.focus_areas),
    Check((coverage.MISSING_PHASE,), coverage.phases),
    Check((coverage.MISSING_COMPONENT,), coverage.components),
    Check((summaries.NO_MILESTONES,), summaries.milestones),
)

RULES: Final = tuple(sorted((rule for check in CHECKS for rule in check.rules), key=lambda rule: rule.code))


def run_checks(facts: Facts) -> tuple[Problem, ...]:
    """All problems of a plan that its guides and its dates give reason to look for."""
    return tuple(problem for check in CHECKS if check.applies(facts) for problem in check.run(facts))
