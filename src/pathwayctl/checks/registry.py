"""Every check, by the modules that hold them. A new module of checks is one line here."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Final

from pathwayctl.checks import ignored
from pathwayctl.checks.check import Check
from pathwayctl.checks.follow_ons import on_their_own
from pathwayctl.diagnostics import Problem
from pathwayctl.evidence.index import PlanIndex

MODULES: Final = (
    "duplicates",
    "references",
    "placeholders",
    "catalog_ids",
    "unstarted",
    "partners",
    "goals",
    "governance.agreements",
    "governance.partnership",
    "governance.teams",
    "frameworks",
    "work.dates",
    "work.guide_coverage",
    "work.links",
    "work.progress",
    "work.recurring",
    "work.task_fields",
    "talent.codes",
    "talent.credentials",
    "talent.occupations",
    "pathways",
    "evaluation",
    "risks",
    "outreach",
    "schedule.working_calendar",
    "schedule.lags",
    "schedule.large_floats",
    "schedule.loose_ends",
    "schedule.missed_dates",
    "schedule.open_tasks",
    "schedule.out_of_sequence",
    "schedule.reporting",
    "schedule.workloads",
    "packets",
)

CHECKS: Final = tuple(
    dict.fromkeys(
        one
        for module in MODULES
        for one in vars(import_module(f"pathwayctl.checks.{module}")).values()
        if isinstance(one, Check)
    )
)


def run_checks(index: PlanIndex) -> tuple[Problem, ...]:
    """All problems of a plan, from the checks that apply to its guides and its dates.

    What only follows from something that was refused is left out.
    """
    found = [problem for check in CHECKS if check.applies(index) for problem in check(index)]
    kept = on_their_own(found, index.refused) if index.refused else tuple(found)
    if index.plan.project.ignore:
        kept = (*kept, *ignored.entries(index, {problem.rule for problem in kept}))
    return tuple(_filled(problem, index) if "[" in problem.message else problem for problem in kept)


def _filled(problem: Problem, index: PlanIndex) -> Problem:
    """The problem with the project's own words for placeholders such as ``[COLLEGE]``, as pages have them."""
    from pathwayctl.catalog.terms import fill_text

    return replace(problem, message=fill_text(problem.message, index.plan.project.terms))


def guides_of(code: str) -> tuple[str, ...]:
    """The guides whose projects a rule is for; none if it is for every project."""
    return next((check.guides for check in CHECKS for rule in check.rules if rule.code == code), ())
