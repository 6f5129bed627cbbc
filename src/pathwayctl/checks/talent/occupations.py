"""Critical occupations, shortages, programs, and KSAs (knowledge, skills, and abilities) with gaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, named
from pathwayctl.checks.shared_gaps import gathered, in_one_finding, incomplete, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.occupations import (
    CODE,
    MAIN_USES,
    OccupationGaps,
    occupation_gaps,
    program_gaps,
    shortage_actions,
    skill_gaps,
    skill_uses,
)
from pathwayctl.wording import count, listed

NO_FIGURES: Final = Rule("PW535")
UNCOVERED: Final = Rule("PW536")
NO_ACCOUNT: Final = Rule("PW537")


@check(NO_FIGURES, UNCOVERED, NO_ACCOUNT, guides=("sector",))
def occupations(index: PlanIndex) -> Iterator[Problem]:
    """Report what the critical occupations lack; silent while there are none."""
    plan = index.plan
    if not plan.occupations:
        return
    gaps = index.ask(occupation_gaps)
    lacks = [
        without(("occupations", one.place), one.entry.title, one.missing)._replace(
            fields=["onet" if figure == CODE else figure for figure in one.missing]
        )
        for one in gaps.figures
    ]
    yield from gathered(index, NO_FIGURES, lacks, "occupation")
    yield from _coverage(index, gaps)
    silent = [(place, plan.occupations[place].title) for place in gaps.without_account]
    subject = "occupation has", "occupations have"
    yield from in_one_finding(index, NO_ACCOUNT, "occupations", silent, subject, "no employers’ account")


def _coverage(index: PlanIndex, gaps: OccupationGaps) -> Iterator[Problem]:
    """KSAs and programs are asked for only once the project has any of them at all."""
    asked = (
        ("KSAs", gaps.without_ksas if index.plan.ksas else ()),
        ("program", gaps.without_programs if index.plan.programs else ()),
    )
    for noun, places in asked:
        cases = [(place, index.plan.occupations[place].title) for place in places]
        subject, what = ("occupation has", "occupations have"), f"no {noun} and no recorded gap"
        yield from in_one_finding(index, UNCOVERED, "occupations", cases, subject, what)


NOT_ASSIGNED: Final = Rule("PW538")


@check(NOT_ASSIGNED, guides=("sector",))
def actions(index: PlanIndex) -> Iterator[Problem]:
    """Report open quick actions without an owner or a due date."""
    found = index.ask(shortage_actions).incomplete
    yield from incomplete(index, NOT_ASSIGNED, "shortage_actions", found, "quick action")


ROUGH: Final = Rule("PW596")
NOT_MAPPED: Final = Rule("PW597")


@check(ROUGH, NOT_MAPPED, guides=("sector",))
def programs(index: PlanIndex) -> Iterator[Problem]:
    """Report what is not known of each program, and which programs the asset map leaves out."""
    gaps, titles = index.ask(program_gaps), [one.title for one in index.plan.programs]
    yield from incomplete(index, ROUGH, "programs", gaps.details, "program")
    if index.plan.ksas:
        left = [(place, titles[place]) for place in gaps.unmapped]
        subject, what = ("program is", "programs are"), "not on the asset map, because no KSAs are listed"
        yield from in_one_finding(index, NOT_MAPPED, "programs", left, subject, what)


NOT_TAUGHT: Final = Rule("PW598")
TOO_LOW: Final = Rule("PW528")
NOT_ASKED: Final = Rule("PW599")
UNUSED: Final = Rule("PW527")

_MOST: Final = 10


@check(NOT_TAUGHT, TOO_LOW, NOT_ASKED, UNUSED, needs_all=True, guides=("sector",))
def skills(index: PlanIndex) -> Iterator[Problem]:
    """Report the gaps of the asset map, KSAs that no job asks for, and missing uses, each in one finding."""
    plan, gaps = index.plan, index.ask(skill_gaps)
    for rule, places, what in (
        (NOT_TAUGHT, gaps.untaught if plan.programs else (), "required by jobs but not taught"),
        (TOO_LOW, gaps.taught_too_low, "not taught to the level that jobs require"),
        (NOT_ASKED, gaps.unasked, "not required by any occupation"),
    ):
        if places:
            number = count(len(places), "KSA is", "KSAs are")
            names = named(index, [plan.ksas[place].title for place in places], _MOST)
            yield rule.at(("ksas", places[0]), f"{number} {what}: {names}.")
    missing = [purpose for purpose in index.ask(skill_uses).missing if purpose in MAIN_USES]
    if plan.ksa_uses and missing:
        hint = f"Add a use with purpose: {listed(missing, 'or')}."
        yield UNUSED.at(index.guide("sector"), f"The KSAs are not used for {labels(missing)}.", hint)
