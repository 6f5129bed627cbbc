"""Formal agreements on a day: which are in force, which run out, which are stuck, what is left open.

Sources: partners develop, sign and carry out agreements (Texas Regional Pathways Network, Key
Stakeholders, Cross-Sector Partnerships); a shared agreement answers eight questions (Pathways to
Prosperity Network, Grades 9-14 work plan, Shared Agreements). That one is to be renewed when it has
90 days left is our reading: it takes about a quarter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.model.governance_words import AgreementKind, SharedQuestion
from pathwayctl.model.vocabulary import Status, Word

if TYPE_CHECKING:
    from pathwayctl.model.governance import Agreement
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.schedule import Schedule

DAYS_AHEAD: Final = 90


class Force(Word):
    """How far an agreement has come, and whether it still holds."""

    UNSIGNED = "unsigned", "Not signed yet"
    SIGNED = "signed", "Signed, not yet in practice"
    IN_FORCE = "in-force", "In force"
    EXPIRING = "expiring", "In force, and runs out soon"
    EXPIRED = "expired", "Ran out"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one agreement stands on a day.

    ``days_left``: calendar days to its last day, below 0 once that is past, nothing where either day
    is not known. ``renewed``: a later one of the same kind, already signed, binds the same parties.
    ``stuck``: the task that should bring it about is done, and it is not signed or not in practice.
    ``open_questions`` are those that a shared agreement leaves without an answer.
    """

    agreement: str
    force: Force
    days_left: int | None
    renewed: bool
    stuck: bool
    open_questions: tuple[SharedQuestion, ...]

    @property
    def to_renew(self) -> bool:
        """Whether it has run out or soon will, and nothing takes its place."""
        return self.force in (Force.EXPIRING, Force.EXPIRED) and not self.renewed


def register(plan: Plan, schedule: Schedule, today: date | None) -> tuple[Standing, ...]:
    """Every agreement in the order of the plan. Without a day nothing has run out or soon will."""
    return tuple(_standing(one, plan, schedule, today) for one in plan.agreements)


def is_renewed(one: Agreement, plan: Plan) -> bool:
    """Whether a later agreement of the same kind, already signed, binds the same parties."""
    return any(_replaces(other, one) for other in plan.agreements)


def is_stuck(one: Agreement, status: Status | None) -> bool:
    """Whether its task is done, and it is not signed or not in practice; ``status`` is that of the task."""
    return status is Status.DONE and (one.signed is None or one.put_into_practice is None)


def _standing(one: Agreement, plan: Plan, schedule: Schedule, today: date | None) -> Standing:
    left = None if one.expires is None or today is None else (one.expires - today).days
    unanswered = [question for question in SharedQuestion if question not in one.answers]
    task = schedule.by_id.get(one.task or "")
    return Standing(
        one.id,
        _force(one, today, left),
        left,
        is_renewed(one, plan),
        is_stuck(one, task.status if task else None),
        tuple(unanswered) if one.kind is AgreementKind.SHARED else (),
    )


def _force(one: Agreement, today: date | None, left: int | None) -> Force:
    """An agreement whose day of signing or of practice is still to come counts as not there yet."""
    if not _is_past(one.signed, today):
        return Force.UNSIGNED
    if left is not None and left < 0:
        return Force.EXPIRED
    if not _is_past(one.put_into_practice, today):
        return Force.SIGNED
    return Force.EXPIRING if left is not None and left <= DAYS_AHEAD else Force.IN_FORCE


def _is_past(day: date | None, today: date | None) -> bool:
    return day is not None and (today is None or day <= today)


def _replaces(other: Agreement, one: Agreement) -> bool:
    return (
        other.kind is one.kind
        and other.signed is not None
        and set(other.parties) >= set(one.parties)
        and (other.expires or date.max) > (one.expires or date.max)
    )
