"""Risks without an owner, a response, or a rating, and kinds of risk that the register leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.shared_gaps import SharedGap, gathered, in_one_finding, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.risks import RiskRegister, risk_register
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import listed

UNMANAGED: Final = Rule("PW540")
UNRATED: Final = Rule("PW541")
ONE_KIND: Final = Rule("PW542")
NOT_SIMULATED: Final = Rule("PW543")
UNDECIDED: Final = Rule("PW549")
UNOWNED: Final = Rule("PW626")
UNBOUNDED: Final = Rule("PW643")

_SUBJECT: Final = ("risk has", "risks have")
_ADVICE: Final = {
    "response": "response: with how you manage the risk",
    "owner": "owner: with the person responsible",
}


@check(UNMANAGED, UNRATED, ONE_KIND, UNDECIDED, UNBOUNDED, guides=("ccrs",))
def risks(index: PlanIndex) -> Iterator[Problem]:
    """Report what the risk breakdown is missing; there are no findings while there are no risks."""
    register = index.ask(risk_register)
    asked = ("response", "owner") if index.parties else ("response",)
    yield from gathered(index, UNMANAGED, _unmanaged(register, asked), "risk")
    if register.is_begun:
        yield from gathered(index, UNRATED, _unrated(register), "risk")
        undecided = [(one.place, one.entry.title) for one in register.without("tolerance", "measure")]
        what = "no tolerance or no measure"
        yield from in_one_finding(index, UNDECIDED, "risks", undecided, _SUBJECT, what)
    for kind in register.absent_kinds:
        yield ONE_KIND.at(index.guide("ccrs"), f"The risk register has no {kind} risks.")
    if register.lacks_tolerance and register.is_begun:
        message = "It is not decided how much risk the project as a whole can bear."
        hint = "Under project: add risk_tolerance: with a sentence, such as No delay of the launch"
        yield UNBOUNDED.at(("project",), message, hint)


def _unmanaged(register: RiskRegister, asked: Sequence[str]) -> Iterator[SharedGap]:
    for one in register.without(*asked):
        hint = f"Add {', and '.join(_ADVICE[field] for field in one.missing)}."
        yield without(("risks", one.place), one.entry.title, one.missing, hint)


def _unrated(register: RiskRegister) -> Iterator[SharedGap]:
    for one in register.unrated:
        hint = f"Add {listed([f'{field}:' for field in one.missing])} with low, medium, high, or very-high."
        yield without(("risks", one.place), one.entry.title, one.missing, hint)


@check(UNOWNED, needs_schedule=True)
def risk_owners(index: PlanIndex) -> Iterator[Problem]:
    """Risks without an owner; the guide for a whole system has its own rule."""
    if Guide.CCRS not in index.plan.project.guides and index.parties:
        unowned = index.ask(risk_register).without("owner")
        lacks = [SharedGap(("risks", one.place), one.entry.title, "no owner") for one in unowned]
        yield from gathered(index, UNOWNED, lacks, "risk")


@check(NOT_SIMULATED)
def simulation(index: PlanIndex) -> Iterator[Problem]:
    """Report risks that the simulation cannot use: with only a probability, or with only delays."""
    register = index.ask(risk_register)
    for found, what, hint in (
        (
            register.without_delays,
            "a probability, but no task that would be delayed",
            "Add delays: [{task: ..., by: 5d}] with the tasks that the risk would delay.",
        ),
        (
            register.without_probability if register.is_begun else (),
            "delays, but no probability",
            "Add probability: with a number from 0 to 1.",
        ),
    ):
        cases = [(place, risk.title) for place, risk in found]
        yield from in_one_finding(index, NOT_SIMULATED, "risks", cases, _SUBJECT, what, hint)
