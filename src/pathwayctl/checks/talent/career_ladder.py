"""The career ladder: moves that lead down, jobs without a level, and credentials without a stated job."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.shared_gaps import in_one_finding
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.career_ladder import career_ladder, without_level
from pathwayctl.evidence.talent.credential_ladder import without_jobs

DOWN: Final = Rule("PW673")
NO_LEVEL: Final = Rule("PW674")
NO_JOB: Final = Rule("PW680")


@check(DOWN)
def moves(index: PlanIndex) -> Iterator[Problem]:
    """Report moves from a job to itself, or to a job of a lower level."""
    for step in index.ask(career_ladder).steps:
        path = ("occupations", step.place, "leads_to", step.number)
        if step.start.id == step.end.id:
            yield DOWN.at(path, f"{quoted(step.start.title)} leads to itself.")
        elif step.is_down and step.start.level and step.end.level:
            levels = f"{step.start.level.label.lower()}", f"{step.end.level.label.lower()}"
            message = (
                f"{quoted(step.start.title)} ({levels[0]}) leads to {quoted(step.end.title)} ({levels[1]})."
            )
            yield DOWN.at(path, message)


@check(NO_LEVEL, NO_JOB, guides=("sector",), needs_all=True)
def ladder(index: PlanIndex) -> Iterator[Problem]:
    """Report jobs without a level and credentials without a job, once others have them."""
    plan = index.plan
    cases = [(place, plan.occupations[place].title) for place in index.ask(without_level)]
    subject = "occupation has", "occupations have"
    yield from in_one_finding(index, NO_LEVEL, "occupations", cases, subject, "no level")
    cases = [(place, plan.credentials[place].title) for place in index.ask(without_jobs)]
    subject = "credential has", "credentials have"
    yield from in_one_finding(index, NO_JOB, "credentials", cases, subject, "no stated occupation")
