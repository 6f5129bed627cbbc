"""Every check. A new module of checks is one file and one name here."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Final

from pathwayctl.checks import (
    catalog_ids,
    duplicates,
    ignored,
    placeholders,
    references,
    unstarted,
)
from pathwayctl.checks.check import Check
from pathwayctl.checks.evaluation import measures, reflections, seats
from pathwayctl.checks.follow_ons import on_their_own
from pathwayctl.checks.frameworks import frameworks, requirements
from pathwayctl.checks.goals import definition
from pathwayctl.checks.governance import (
    agreements,
    duties,
    meeting_cadence,
    missing_agreements,
    partnership,
    reviews,
    teams,
)
from pathwayctl.checks.outreach import actions, communications, kickoff, marketing, meetings
from pathwayctl.checks.packets import packets
from pathwayctl.checks.partners import contacts, engagement, invitations, roles, stakeholders
from pathwayctl.checks.pathways import offerings, phases, training, work_plan
from pathwayctl.checks.phrases import WHOLE
from pathwayctl.checks.risks import register
from pathwayctl.checks.schedule import (
    accountability,
    baselines,
    closures,
    durations,
    held_dates,
    holidays,
    lags,
    large_floats,
    levelling,
    loose_ends,
    missed_dates,
    out_of_sequence,
    project_dates,
    reporting,
    status_date,
    workloads,
)
from pathwayctl.checks.talent import codes, credentials, occupations, programs, shortages, skills
from pathwayctl.checks.work import (
    assignments,
    before_start,
    cycles,
    dates,
    guide_coverage,
    links,
    overdue,
    progress,
    step_order,
    sufficiency,
    summaries,
)
from pathwayctl.diagnostics import Problem
from pathwayctl.evidence.index import PlanIndex

MODULES: Final[tuple[ModuleType, ...]] = (
    duplicates,
    references,
    contacts,
    baselines,
    placeholders,
    catalog_ids,
    codes,
    credentials,
    cycles,
    links,
    dates,
    missed_dates,
    project_dates,
    before_start,
    closures,
    holidays,
    summaries,
    progress,
    assignments,
    stakeholders,
    roles,
    engagement,
    unstarted,
    definition,
    invitations,
    kickoff,
    actions,
    frameworks,
    requirements,
    sufficiency,
    partnership,
    occupations,
    programs,
    skills,
    shortages,
    marketing,
    register,
    measures,
    packets,
    communications,
    seats,
    missing_agreements,
    agreements,
    meetings,
    teams,
    meeting_cadence,
    guide_coverage,
    step_order,
    duties,
    offerings,
    training,
    work_plan,
    phases,
    overdue,
    reflections,
    reviews,
    loose_ends,
    held_dates,
    lags,
    durations,
    large_floats,
    accountability,
    workloads,
    levelling,
    out_of_sequence,
    reporting,
    status_date,
)
CHECKS: Final = tuple(
    dict.fromkeys(one for module in MODULES for one in vars(module).values() if isinstance(one, Check))
)


def run_checks(index: PlanIndex, *, whole: bool = False) -> tuple[Problem, ...]:
    """All problems of a plan that its guides and its dates give reason to look for.

    With ``whole`` no message stands for many cases: each has its own, and names everything. What only
    follows from something that was refused is left out.
    """
    before = WHOLE.set(whole)
    try:
        found = [problem for check in CHECKS if check.applies(index) for problem in check(index)]
    finally:
        WHOLE.reset(before)
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
