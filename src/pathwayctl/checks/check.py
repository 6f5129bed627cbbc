"""The definition of a check: a function that yields the problems of a plan, and when it applies."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import Schedule

Look = Callable[[PlanIndex], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Check:
    """A function that looks for problems, with the rules that it reports.

    ``guides``: the guides that ask for it; none if every project should pass it. ``needs_schedule``: it is
    skipped where the plan has no dates. ``needs_all``: it reports what is missing, so it is skipped where
    that may be in a file or entry that could not be read.
    """

    rules: tuple[Rule, ...]
    look: Look
    guides: tuple[str, ...] = ()
    needs_schedule: bool = False
    needs_all: bool = False

    def __call__(self, index: PlanIndex) -> Iterable[Problem]:
        """The problems of a plan, whether or not the check applies to it."""
        return self.look(index)

    def applies(self, index: PlanIndex) -> bool:
        """Whether the check applies to this project."""
        if self.needs_schedule and not isinstance(index.schedule, Schedule):
            return False
        if self.needs_all and index.unread:
            return False
        return not self.guides or any(guide in self.guides for guide in index.plan.project.guides)


def check(
    *rules: Rule, guides: tuple[str, ...] = (), needs_schedule: bool = False, needs_all: bool = False
) -> Callable[[Look], Check]:
    """Make a function a check that reports some rules: ``@check(ID_TWICE)``."""
    return lambda look: Check(rules, look, guides, needs_schedule, needs_all)
