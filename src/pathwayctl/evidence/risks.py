"""The risk register: what each risk is missing, and which risks the simulation includes.

Source: Designing a Career Pathways System, chapter 4, exhibit 1 and handout 4C (CCRS Center, 2016).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.entries import Incomplete, incomplete, is_begun
from pathwayctl.evidence.gap import Gap, Judgment, entries, want
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import RiskEffect, RiskKind, RiskLevel, Word
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.model.risks import EarlierRating, Risk


Placed = tuple[int, "Risk"]
"""A risk with its position in the plan."""


@dataclass(frozen=True)
class RiskRegister:
    """The risks that can still happen, and the closed ones, with their positions in the plan."""

    risks: tuple[Placed, ...]
    closed: tuple[Placed, ...] = ()
    tolerance: str | None = None
    """How much risk the project as a whole can bear."""

    @property
    def lacks_tolerance(self) -> bool:
        """Whether risks are written down, and not how much of them the project can bear."""
        return bool(self.risks) and self.tolerance is None

    @cached_property
    def is_begun(self) -> bool:
        """Whether any risk has a rating or an owner; those of a new project have neither."""
        every = (risk for _, risk in (*self.risks, *self.closed))
        return is_begun(every, "likelihood", "impact", "probability", "tolerance", "owner")

    def without(self, *fields: str) -> tuple[Incomplete[Risk], ...]:
        """The risks that leave out one of these fields or more."""
        return incomplete(self.risks, *fields)

    @cached_property
    def unrated(self) -> tuple[Incomplete[Risk], ...]:
        """The risks without an impact or a likelihood; a probability counts as a likelihood."""
        in_words = [one for one in self.risks if one[1].probability is None]
        in_figures = [one for one in self.risks if one[1].probability is not None]
        found = (*incomplete(in_words, "likelihood", "impact"), *incomplete(in_figures, "impact"))
        return tuple(sorted(found, key=lambda one: one.place))

    @cached_property
    def absent_kinds(self) -> tuple[RiskKind, ...]:
        """Internal or external, if the register has risks and none of that kind."""
        present = {risk.kind for _, risk in (*self.risks, *self.closed)}
        return tuple(kind for kind in RiskKind if present and kind not in present)

    @cached_property
    def simulated(self) -> tuple[Placed, ...]:
        """The risks that the simulation includes: they have a probability and delay a task."""
        return tuple(one for one in self.risks if one[1].probability is not None and one[1].delays)

    @cached_property
    def without_delays(self) -> tuple[Placed, ...]:
        """The risks that have a probability and delay no task."""
        return tuple(one for one in self.risks if one[1].probability is not None and not one[1].delays)

    @cached_property
    def without_probability(self) -> tuple[Placed, ...]:
        """The risks that delay tasks and have no probability."""
        return tuple(one for one in self.risks if one[1].probability is None and one[1].delays)

    @cached_property
    def levels(self) -> tuple[RiskLevel, ...]:
        """The levels of the matrix: three, and the highest if a risk is rated so."""
        used = {level for _, risk in self.risks for level in (risk.likelihood, risk.impact)}
        return tuple(one for one in RiskLevel if one is not RiskLevel.VERY_HIGH or one in used)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each risk on the pages, by its id: internal risks come first."""
        ordered = [risk.id for kind in RiskKind for _, risk in self.risks if risk.kind is kind]
        return {key: number for number, key in enumerate(ordered, 1)}

    @property
    def rated_high(self) -> tuple[Placed, ...]:
        """The open threats of which likelihood and impact are both high or very high."""
        high = (RiskLevel.HIGH, RiskLevel.VERY_HIGH)
        return tuple(
            one
            for one in self.risks
            if one[1].effect is RiskEffect.THREAT and one[1].likelihood in high and one[1].impact in high
        )


class RiskChange(Word):
    """What happened to a risk of the register."""

    OPENED = "opened", "New"
    RATED_AGAIN = "rated-again", "Rated again"
    CLOSED = "closed", "Closed"


@dataclass(frozen=True, slots=True)
class ChangedRisk:
    """A change of a risk, its day, and, of one that was rated again, its rating before."""

    risk: Risk
    change: RiskChange
    day: date
    before: EarlierRating | None = None


def risk_changes(index: PlanIndex) -> tuple[ChangedRisk, ...]:
    """Every change that the register records, the earliest first."""
    found = [
        ChangedRisk(risk, change, day)
        for risk in index.plan.risks
        for change, day in ((RiskChange.OPENED, risk.opened), (RiskChange.CLOSED, risk.closed))
        if day is not None
    ]
    found += [
        ChangedRisk(risk, RiskChange.RATED_AGAIN, one.until, one)
        for risk in index.plan.risks
        for one in risk.earlier_ratings
    ]
    return tuple(sorted(found, key=lambda one: one.day))


def risk_register(index: PlanIndex) -> RiskRegister:
    """The risks of a plan."""
    placed = tuple(enumerate(index.plan.risks))
    closed = tuple(one for one in placed if one[1].closed is not None)
    still_open = tuple(one for one in placed if one[1].closed is None)
    return RiskRegister(still_open, closed, index.plan.project.risk_tolerance)


risks: Final = entries(
    "risks",
    "risk",
    want("tolerance"),
    want("response"),
    want("measure of the response", "measure"),
)


def tolerance(index: PlanIndex) -> Judgment:
    """It is decided how much risk the project can bear; silent while there are no risks."""
    gap = Gap("no-tolerance", ("project",), ("tolerance of the project for risk",))
    return Judgment(gaps=(gap,) if index.ask(risk_register).lacks_tolerance else ())


def both_kinds(index: PlanIndex) -> Judgment:
    """There are risks from inside the project, and from outside."""
    return Judgment(
        gaps=tuple(
            Gap("no-risk-of-kind", ("risks",), (f"{kind.label.lower()} risk",), items=(kind,))
            for kind in index.ask(risk_register).absent_kinds
        )
    )
