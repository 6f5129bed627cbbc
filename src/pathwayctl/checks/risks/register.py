"""Risks without an owner, a response, or a rating, and kinds of risk that the register leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import titles
from pathwayctl.checks.shared_gaps import Lack, gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.risks.register import Placed, RiskRegister, risk_register
from pathwayctl.wording import count, listed

UNMANAGED: Final = Rule("PW540")
UNRATED: Final = Rule("PW541")
ONE_KIND: Final = Rule("PW542")
NOT_SIMULATED: Final = Rule("PW543")
UNDECIDED: Final = Rule("PW549")

_ADVICE: Final = {
    "response": "response: with how you manage it",
    "owner": "owner: with the person who watches it",
}


@check(UNMANAGED, UNRATED, ONE_KIND, UNDECIDED, guides=("ccrs",))
def risks(index: PlanIndex) -> Iterator[Problem]:
    """What the risk breakdown is missing; nothing is reported while there are no risks."""
    register = index.ask(risk_register)
    yield from gathered(UNMANAGED, _unmanaged(register), "risk")
    yield from gathered(UNRATED, _unrated(register), "risk")
    if undecided := [(one.place, one.entry) for one in register.without("tolerance", "measure")]:
        message = f"{_counted(undecided)} no tolerance or no measure: {_names(undecided)}."
        yield UNDECIDED.at(("risks", undecided[0][0]), message)
    for kind in register.absent_kinds:
        yield ONE_KIND.at(index.guide("ccrs"), f"The risk register has no {kind} risks.")


def _unmanaged(register: RiskRegister) -> Iterator[Lack]:
    for one in register.without("response", "owner"):
        hint = f"Add {', and '.join(_ADVICE[field] for field in one.missing)}."
        yield without(("risks", one.place), one.entry.title, one.missing, hint)


def _unrated(register: RiskRegister) -> Iterator[Lack]:
    for one in register.unrated:
        hint = f"Add {listed([f'{field}:' for field in one.missing])} with low, medium, or high."
        yield without(("risks", one.place), one.entry.title, one.missing, hint)


@check(NOT_SIMULATED)
def simulation(index: PlanIndex) -> Iterator[Problem]:
    """Risks with a probability and no delays, and with delays and no probability, in one finding each."""
    register = index.ask(risk_register)
    if found := register.without_delays:
        message = f"{_counted(found)} a probability, but no task that would move: {_names(found)}."
        hint = "Add delays: [{task: ..., by: 5d}] to it."
        yield NOT_SIMULATED.at(("risks", found[0][0]), message, hint)
    if found := register.without_probability:
        message = f"{_counted(found)} delays, but no probability: {_names(found)}."
        hint = "Add probability: with a number from 0 to 1 to it."
        yield NOT_SIMULATED.at(("risks", found[0][0]), message, hint)


def _counted(found: tuple[Placed, ...] | list[Placed]) -> str:
    """``1 risk has`` or ``3 risks have``."""
    return count(len(found), "risk has", "risks have")


def _names(found: tuple[Placed, ...] | list[Placed]) -> str:
    return titles((place, risk.title) for place, risk in found)
