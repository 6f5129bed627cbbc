"""Formal agreements as of a day: in force, expiring, stalled, or incomplete.

Sources: partners develop, sign, and carry out agreements (Texas Regional Pathways Network, Key
Stakeholders, Cross-Sector Partnerships); a shared agreement answers eight questions (Pathways to
Prosperity Network, Grades 9-14 work plan, Shared Agreements). That an agreement should be renewed when
90 days are left is our reading: renewal takes about a quarter.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from pathwayctl.evidence.entries import is_begun
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance import Agreement, AgreementKind, SharedQuestion
from pathwayctl.model.vocabulary import Status, Word
from pathwayctl.quick_dataclass import dataclass

DAYS_AHEAD: Final = 90


class AgreementState(Word):
    """How far an agreement has come, and whether it is still in force."""

    UNSIGNED = "unsigned", "Not signed yet"
    SIGNED = "signed", "Signed, not in effect yet"
    IN_FORCE = "in-force", "In force"
    EXPIRING = "expiring", "In force, expires soon"
    EXPIRED = "expired", "Expired"


@dataclass(frozen=True, slots=True)
class AgreementReview:
    """One agreement as of the status date.

    ``days_left``: calendar days to its last day, below 0 after it, ``None`` if either day is unknown.
    ``renewed``: a later agreement of the same kind, already signed, binds the same parties.
    ``stalled``: the task that should produce it is done, and it is not signed or not in effect.
    ``open_questions``: questions that a shared agreement does not answer.
    """

    agreement: Agreement
    state: AgreementState
    days_left: int | None
    renewed: bool
    stalled: bool
    open_questions: tuple[SharedQuestion, ...]

    @property
    def to_renew(self) -> bool:
        """Whether it is past its last day or close to it, and no other replaces it."""
        return self.days_left is not None and self.days_left <= DAYS_AHEAD and not self.renewed

    @property
    def parties(self) -> int:
        """How many different parties it names; an agreement needs two."""
        return len(set(self.agreement.parties))


def agreements_begun(index: PlanIndex) -> bool:
    """Whether work on any agreement has begun; those of a new project have no parties, days, or owner."""
    fields = ("parties", "signed", "put_into_practice", "expires", "owner")
    return is_begun(index.plan.agreements, *fields)


def agreement_reviews(index: PlanIndex) -> tuple[AgreementReview, ...]:
    """Review every agreement, in the order of the plan. Without a status date none has expired."""
    return tuple(_review(one, index) for one in index.plan.agreements)


def _review(one: Agreement, index: PlanIndex) -> AgreementReview:
    today = index.today
    left = None if one.expires is None or today is None else (one.expires - today).days
    unanswered = [question for question in SharedQuestion if question not in one.answers]
    return AgreementReview(
        one,
        _state(one, today, left),
        left,
        any(_replaces(other, one) for other in index.plan.agreements),
        _is_stalled(one, index),
        tuple(unanswered) if one.kind is AgreementKind.SHARED else (),
    )


def _is_stalled(one: Agreement, index: PlanIndex) -> bool:
    row = index.row_of(one.task)
    status = None if row is None else (index.scheduled(row) or row.task).status
    return status is Status.DONE and (one.signed is None or one.put_into_practice is None)


def _state(one: Agreement, today: date | None, left: int | None) -> AgreementState:
    """An agreement that is signed or takes effect after the status date does not count as such yet."""
    if not _is_past(one.signed, today):
        return AgreementState.UNSIGNED
    if left is not None and left < 0:
        return AgreementState.EXPIRED
    if not _is_past(one.put_into_practice, today):
        return AgreementState.SIGNED
    return AgreementState.EXPIRING if left is not None and left <= DAYS_AHEAD else AgreementState.IN_FORCE


def _is_past(day: date | None, today: date | None) -> bool:
    return day is not None and (today is None or day <= today)


def _replaces(other: Agreement, one: Agreement) -> bool:
    return (
        other.kind is one.kind
        and other.signed is not None
        and set(other.parties) >= set(one.parties)
        and (other.expires or date.max) > (one.expires or date.max)
    )
