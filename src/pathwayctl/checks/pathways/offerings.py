"""What a pathway does not offer its students: college credit, transfer, fair access, or individual plans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted, spoken, titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.pathways.offerings import LEAST_CREDITS, PathwayOffering, offerings
from pathwayctl.wording import listed

FEW_CREDITS: Final = Rule("PW585")
NO_TRANSFER: Final = Rule("PW586")
ONE_MEASURE: Final = Rule("PW587")
OPEN_CHOICES: Final = Rule("PW588")
LATE_PLANS: Final = Rule("PW578")
NO_ADVANCED: Final = Rule("PW579")


@check(FEW_CREDITS, NO_TRANSFER, ONE_MEASURE, OPEN_CHOICES, guides=("grades-9-14",))
def offers(index: PlanIndex) -> Iterator[Problem]:
    """Report what the grades 9-14 plan asks of each pathway and it does not have."""
    for place, one in enumerate(index.ask(offerings)):
        title, path = quoted(one.pathway.title), ("pathways", place)
        if one.has_few_credits:
            yield FEW_CREDITS.at(path, f"{title} {_credits(one)}.")
        if not one.pathway.transfers:
            known = one.pathway.transfers is not None
            whether = "has credits that do not" if known else "does not say whether its credits"
            yield NO_TRANSFER.at(path, f"{title} {whether} transfer to four-year public colleges.")
        if one.has_few_measures:
            few = "only one measure" if one.pathway.eligibility else "no measures"
            yield ONE_MEASURE.at(path, f"{title} has {few} for who may take college courses.")
        if one.open_choices:
            hint = f"Add {listed([f'{field}:' for field in one.open_choices])} to it."
            words = listed([spoken(field) for field in one.open_choices], "or")
            yield OPEN_CHOICES.at(path, f"{title} has no {words}.", hint)


@check(LATE_PLANS, NO_ADVANCED, guides=("components",))
def support(index: PlanIndex) -> Iterator[Problem]:
    """Report what the components ask of pathways, in one finding of each."""
    pathways = [(place, one.pathway.title, one) for place, one in enumerate(index.ask(offerings))]
    late = [(place, title) for place, title, one in pathways if not one.plans_in_time]
    if late:
        message = f"Not known to give every student an individual plan by 8th grade: {titles(late)}."
        yield LATE_PLANS.at(("pathways", late[0][0]), message)
    plain = [(place, title) for place, title, one in pathways if not one.pathway.advanced_academics]
    if plain:
        message = f"No advanced academics are listed for {titles(plain)}."
        yield NO_ADVANCED.at(("pathways", plain[0][0]), message)


def _credits(one: PathwayOffering) -> str:
    if one.credits is None:
        return "does not say how many college credits students can earn"
    return (
        f"leads to {one.credits} college credits before graduation, fewer than the required {LEAST_CREDITS}"
    )
