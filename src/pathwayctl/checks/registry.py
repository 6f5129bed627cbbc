"""Every check, by the modules that hold them. A new module of checks is one line here."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Final, NamedTuple

from pathwayctl.checks import ignored
from pathwayctl.checks.check import Check
from pathwayctl.checks.follow_ons import on_their_own
from pathwayctl.diagnostics import Problem
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Guide


class Module(NamedTuple):
    """A module of checks, and the projects it concerns: those with one of the guides or sections.

    It concerns every project if it names neither. A module that does not concern a project is not loaded.
    ``errors``: whether some of its checks find errors, and not only warnings.
    """

    name: str
    guides: tuple[Guide, ...] = ()
    sections: tuple[str, ...] = ()
    errors: bool = False

    def concerns(self, plan: Plan) -> bool:
        """Whether the checks of the module can find anything in a plan."""
        if not self.guides and not self.sections:
            return True
        return any(guide in self.guides for guide in plan.project.guides) or any(
            getattr(plan, section) for section in self.sections
        )


CCRS, COMPONENTS, GRADES_9_14, SECTOR = Guide.CCRS, Guide.COMPONENTS, Guide.GRADES_9_14, Guide.SECTOR

MODULES: Final = (
    Module("duplicates", errors=True),
    Module("references", errors=True),
    Module("placeholders"),
    Module("catalog_ids", (), ("clusters", "considerations", "duties", "pathways", "work_plan"), errors=True),
    Module("unstarted", (CCRS, COMPONENTS, GRADES_9_14, SECTOR)),
    Module("partners", (CCRS,), ("organizations", "people")),
    Module("goals", (CCRS, SECTOR), ("goals", "priorities")),
    Module("governance.agreements", (COMPONENTS, GRADES_9_14), ("agreements",)),
    Module("governance.partnership", (COMPONENTS, SECTOR)),
    Module("governance.teams", (COMPONENTS, GRADES_9_14), ("meetings", "teams")),
    Module("frameworks", (CCRS,)),
    Module("work.dates", errors=True),
    Module("work.guide_coverage", (COMPONENTS, GRADES_9_14, SECTOR)),
    Module("work.links", errors=True),
    Module("work.progress"),
    Module("work.recurring"),
    Module("work.task_fields"),
    Module(
        "talent.codes", (), ("frameworks", "occupations", "partnership", "pathways", "programs"), errors=True
    ),
    Module("talent.career_ladder", (SECTOR,), ("occupations",)),
    Module("talent.credentials", (COMPONENTS,), ("credentials",), errors=True),
    Module("talent.demand", sections=("criteria", "interviews", "ksas", "occupations", "programs")),
    Module("talent.occupation_titles", sections=("occupations",)),
    Module("talent.occupations", (SECTOR,)),
    Module("pathways", (COMPONENTS, GRADES_9_14), ("externships", "pathways")),
    Module("evaluation", (CCRS, SECTOR), ("data_sources",)),
    Module("assessment", sections=("assessments", "programs")),
    Module("funding", sections=("budget", "funding", "grants")),
    Module("risks", (CCRS,), ("risks",)),
    Module("outreach", (CCRS, SECTOR), ("meetings",)),
    Module("schedule.working_calendar", errors=True),
    Module("schedule.lags"),
    Module("schedule.large_floats"),
    Module("schedule.loose_ends"),
    Module("schedule.missed_dates", errors=True),
    Module("schedule.open_tasks"),
    Module("schedule.out_of_sequence"),
    Module("schedule.reporting"),
    Module("schedule.workloads"),
    Module("packets", sections=("packets",)),
)


@cache
def checks_of(module: Module) -> tuple[Check, ...]:
    """The checks of a module, which is loaded for it."""
    names = vars(import_module(f"pathwayctl.checks.{module.name}"))
    return tuple(dict.fromkeys(one for one in names.values() if isinstance(one, Check)))


def all_checks() -> tuple[Check, ...]:
    """Every check, in the order of the modules."""
    return tuple(dict.fromkeys(one for module in MODULES for one in checks_of(module)))


def run_checks(index: PlanIndex, *, errors_only: bool = False) -> tuple[Problem, ...]:
    """All problems of a plan, from the checks that apply to its guides and its dates.

    What only follows from something that was refused is left out. With ``errors_only``, so are the modules
    that find no errors, which need not be loaded then.
    """
    modules = [one for one in MODULES if one.concerns(index.plan) and (one.errors or not errors_only)]
    checks = dict.fromkeys(one for each in modules for one in checks_of(each))
    found = [problem for check in checks if check.applies(index) for problem in check(index)]
    kept = on_their_own(found, index.refused) if index.refused else tuple(found)
    if index.plan.project.ignore and not errors_only:
        kept = (*kept, *ignored.entries(index, {problem.rule for problem in kept}))
    return tuple(_filled(problem, index) if "[" in problem.message else problem for problem in kept)


def _filled(problem: Problem, index: PlanIndex) -> Problem:
    """The problem with the project's own words for placeholders such as ``[COLLEGE]``, as pages have them."""
    from pathwayctl.catalog.terms import fill_text

    return replace(problem, message=fill_text(problem.message, index.plan.project.terms))


def guides_of(code: str) -> tuple[str, ...]:
    """The guides whose projects a rule is for; none if it is for every project."""
    return next((check.guides for check in all_checks() for rule in check.rules if rule.code == code), ())
