"""Wages, criteria, completers, and what employers said, where a figure or an answer does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.shared_gaps import in_one_finding
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.criticality import criticality, weight_of_all
from pathwayctl.evidence.talent.employers import unasked_consent, unconfirmed
from pathwayctl.evidence.talent.supply import uncounted
from pathwayctl.evidence.talent.wages import seems_hourly
from pathwayctl.wording import money

WEIGHTS: Final = Rule("PW671")
HOURLY: Final = Rule("PW672")
NO_CONSENT: Final = Rule("PW675")
NO_COMPLETERS: Final = Rule("PW676")
UNRATED: Final = Rule("PW677")
UNCONFIRMED: Final = Rule("PW678")

_ALL: Final = 100


@check(HOURLY)
def wages(index: PlanIndex) -> Iterator[Problem]:
    """Report wages of a year that can only be wages of an hour, and ranges that run backwards."""
    for place, one in enumerate(index.plan.occupations):
        if seems_hourly(one) and one.median_wage is not None:
            wage = money(one.median_wage, index.plan.project.currency)
            message = (
                f"{quoted(one.title)} has a median wage of {wage} a year, which looks like one by the hour."
            )
            hint = f"Replace it with wage: {{median: {one.median_wage:g}, per: hour}}."
            yield HOURLY.at(("occupations", place, "median_wage"), message, hint)


@check(WEIGHTS, UNRATED, needs_all=True)
def criteria(index: PlanIndex) -> Iterator[Problem]:
    """Report weights that do not add up to 100, and occupations that a criterion does not rate."""
    plan = index.plan
    if not plan.criteria:
        return
    if (total := index.ask(weight_of_all)) != _ALL:
        yield WEIGHTS.at(("criteria",), f"The weights of the criteria add up to {total}, not {_ALL}.")
    place = {one.id: number for number, one in enumerate(plan.occupations)}
    unrated = sorted(place[one.occupation.id] for one in index.ask(criticality) if one.score is None)
    cases = [(number, plan.occupations[number].title) for number in unrated]
    subject = "occupation has", "occupations have"
    yield from in_one_finding(index, UNRATED, "occupations", cases, subject, "no points on some criterion")


@check(NO_CONSENT, NO_COMPLETERS, UNCONFIRMED, guides=("sector",), needs_all=True)
def answers(index: PlanIndex) -> Iterator[Problem]:
    """Report quotes without an answer on consent, and programs and KSAs that lack what others have."""
    plan = index.plan
    employers = {one.id: one.name for one in plan.organizations}
    cases = [
        (place, employers.get(plan.interviews[place].employer, plan.interviews[place].id))
        for place in index.ask(unasked_consent)
    ]
    subject = "interview has", "interviews have"
    yield from in_one_finding(
        index, NO_CONSENT, "interviews", cases, subject, "a quote and no answer on consent"
    )
    cases = [(place, plan.programs[place].title) for place in index.ask(uncounted)]
    subject = "program has", "programs have"
    yield from in_one_finding(index, NO_COMPLETERS, "programs", cases, subject, "no completers")
    cases = [(place, plan.ksas[place].title) for place in index.ask(unconfirmed)]
    subject = "KSA is", "KSAs are"
    yield from in_one_finding(index, UNCONFIRMED, "ksas", cases, subject, "not confirmed by an employer")
