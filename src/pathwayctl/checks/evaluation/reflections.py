"""Milestones that the group has reached and not reflected on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.evaluation import reflections as evidence
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count

NOT_REFLECTED: Final = Rule("PW607")


@check(NOT_REFLECTED, needs_all=True, guides=("ccrs",))
def reflections(index: PlanIndex) -> Iterator[Problem]:
    """Milestones done more than a quarter before the status date, in one finding."""
    if overdue := index.ask(evidence.reflections).overdue:
        number = count(len(overdue), "milestone was", "milestones were")
        names = named([row.task.title for row in overdue])
        message = f"{number} reached more than a quarter ago, without a reflection since: {names}."
        yield NOT_REFLECTED.at(overdue[0].path, message)
