"""Risks that nobody manages or has weighed, and kinds of risk that nobody has thought of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import Lack, gathered, without
from pathwayctl.checks.phrases import titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.risks import Risk
from pathwayctl.model.vocabulary import RiskKind
from pathwayctl.wording import listed

UNMANAGED: Final = Rule("PW540")
UNWEIGHED: Final = Rule("PW541")
ONE_KIND: Final = Rule("PW542")
UNDECIDED: Final = Rule("PW549")
NOT_RECKONED: Final = Rule("PW543")


_ADVICE: Final = {
    "response": "response: with how it is managed",
    "owner": "owner: with who watches it",
}


@check(UNMANAGED, UNWEIGHED, ONE_KIND, UNDECIDED, guides=("ccrs",))
def risks(index: PlanIndex) -> Iterator[Problem]:
    """What the risk breakdown lacks; silent while there are no risks."""
    yield from gathered(UNMANAGED, _unmanaged(index), "risk")
    yield from gathered(UNWEIGHED, _unweighed(index), "risk")
    everything = enumerate(index.plan.risks)
    undecided = [(place, risk.title) for place, risk in everything if _missing(risk, "tolerance", "measure")]
    if undecided:
        message = f"No tolerance or no measure is written down for {titles(undecided)}."
        yield UNDECIDED.at(("risks", undecided[0][0]), message)
    kinds = {risk.kind for risk in index.plan.risks}
    for kind in RiskKind:
        if kinds and kind not in kinds:
            yield ONE_KIND.at(index.guide("ccrs"), f"There is no {kind} risk among the risks.")


def _unmanaged(index: PlanIndex) -> Iterator[Lack]:
    for place, risk in enumerate(index.plan.risks):
        missing = _missing(risk, "response", "owner")
        if missing:
            hint = f"Add {', and '.join(_ADVICE[field] for field in missing)}."
            yield without(("risks", place), risk.title, missing, hint)


def _unweighed(index: PlanIndex) -> Iterator[Lack]:
    """A chance in figures says how likely a risk is, as well as a word does."""
    for place, risk in enumerate(index.plan.risks):
        weights = ("impact",) if risk.probability is not None else ("likelihood", "impact")
        missing = _missing(risk, *weights)
        if missing:
            hint = f"Add {listed([f'{field}:' for field in missing])} with low, medium or high."
            yield without(("risks", place), risk.title, missing, hint)


@check(NOT_RECKONED)
def reckoning(index: PlanIndex) -> Iterator[Problem]:
    """Risks with a chance and no delays, and with delays and no chance, in one finding of each."""
    risks = tuple(enumerate(index.plan.risks))
    unmoved = [
        (place, risk.title) for place, risk in risks if risk.probability is not None and not risk.delays
    ]
    if unmoved:
        message = f"No task is named that is moved if the risk happens: {titles(unmoved)}."
        yield NOT_RECKONED.at(("risks", unmoved[0][0]), message, "Add delays: [{task: ..., by: 5d}] to it.")
    uncertain = [(place, risk.title) for place, risk in risks if risk.probability is None and risk.delays]
    if uncertain:
        message = f"How likely the risk is has no figure, though it moves tasks: {titles(uncertain)}."
        yield NOT_RECKONED.at(("risks", uncertain[0][0]), message, "Add probability: from 0 to 1 to it.")


def _missing(risk: Risk, *fields: str) -> list[str]:
    return [field for field in fields if getattr(risk, field) is None]
