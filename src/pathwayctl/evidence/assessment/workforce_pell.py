"""Whether programs meet the requirements of Workforce Pell, judged by what the files hold.

Source: One Big Beautiful Bill Act, Pub. L. 119-21, section 83002 (20 U.S.C. 1070a(k)), in force from July 1,
2026. A state and the U.S. Department of Education decide; this is a check of what is recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.talent import Program
from pathwayctl.model.talent_credentials import Credential
from pathwayctl.quick_dataclass import dataclass

LEAST_WEEKS: Final = 8
WEEKS_BELOW: Final = 15
LEAST_HOURS: Final = 150
HOURS_BELOW: Final = 600
LEAST_RATE: Final = 70
"""Percent of completion, and of placement."""
LEAST_DAYS: Final = 365
"""Days for which a program has been offered."""
FIELDS: Final = (
    "workforce_pell",
    "weeks",
    "clock_hours",
    "completion_rate",
    "placement_rate",
    "state_approved",
)
"""The fields of a program that only Workforce Pell asks for."""


@dataclass(frozen=True, slots=True)
class RequirementAnswer:
    """Whether a program meets a requirement, by its id in the catalog; ``met`` is ``None`` if unknown."""

    requirement: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class Readiness:
    """A program with its answers, in the order of the requirements."""

    place: int
    program: Program
    answers: tuple[RequirementAnswer, ...]

    @property
    def unmet(self) -> tuple[str, ...]:
        """The requirements that the program does not meet."""
        return tuple(one.requirement for one in self.answers if one.met is False)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The requirements for which something is not recorded."""
        return tuple(one.requirement for one in self.answers if one.met is None)


def workforce_pell(index: PlanIndex) -> tuple[Readiness, ...]:
    """The programs that prepare for Workforce Pell, or have a figure that it asks for."""
    return tuple(
        Readiness(place, one, tuple(_answers(one, index)))
        for place, one in enumerate(index.plan.programs)
        if any(getattr(one, field) not in (None, False) for field in FIELDS)
    )


def _answers(program: Program, index: PlanIndex) -> Iterator[RequirementAnswer]:
    yield RequirementAnswer("pell-weeks", _within(program.weeks, LEAST_WEEKS, WEEKS_BELOW))
    yield RequirementAnswer("pell-hours", _within(program.clock_hours, LEAST_HOURS, HOURS_BELOW))
    yield RequirementAnswer("pell-offered", _offered(program, index))
    yield RequirementAnswer("pell-demand", True if program.state_approved else None)
    yield RequirementAnswer("pell-credential", _credential(program, index))
    yield RequirementAnswer("pell-credit", True if program.transfers_to else program.transfers)
    yield RequirementAnswer("pell-completion", _at_least(program.completion_rate))
    yield RequirementAnswer("pell-placement", _at_least(program.placement_rate))
    yield RequirementAnswer("pell-cost", _affordable(program))


def _within(value: int | None, least: int, below: int) -> bool | None:
    return None if value is None else least <= value < below


def _at_least(rate: int | None) -> bool | None:
    return None if rate is None else rate >= LEAST_RATE


def _offered(program: Program, index: PlanIndex) -> bool | None:
    if program.offered_since is None or index.today is None:
        return None
    return program.offered_since + timedelta(days=LEAST_DAYS) <= index.today


def _affordable(program: Program) -> bool | None:
    if program.cost is None or program.value_added_earnings is None:
        return None
    return program.cost <= program.value_added_earnings


def _credential(program: Program, index: PlanIndex) -> bool | None:
    """Whether a credential of the program is portable, and builds on another or is built on."""
    if not program.credentials:
        return None
    all_of_them = index.plan.credentials
    found = [one for one in all_of_them if one.id in program.credentials]
    if any(one.portable and _stacks(one, all_of_them) for one in found):
        return True
    return None if any(one.portable is None for one in found) or not found else False


def _stacks(one: Credential, all_of_them: tuple[Credential, ...]) -> bool:
    return bool(one.stacks_on) or any(one.id in other.stacks_on for other in all_of_them)
