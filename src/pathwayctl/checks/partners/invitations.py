"""Invitations: whether they say all they should, whom they leave out, and which are not answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.phrases import titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance_words import Answer
from pathwayctl.wording import count

PARTS_MISSING: Final = Rule("PW517")
NOT_INVITED: Final = Rule("PW518")
UNANSWERED: Final = Rule("PW605")

_PARTS: Final = ("rationale", "role", "importance", "supports", "dates")
_DAYS_TO_ANSWER: Final = 14


@check(PARTS_MISSING, NOT_INVITED, UNANSWERED, guides=("ccrs",))
def invitations(index: PlanIndex) -> Iterator[Problem]:
    """What is wrong with the invitations; silent while there are none."""
    lacks = []
    for place, invitation in enumerate(index.plan.invitations):
        missing = [part for part in _PARTS if not getattr(invitation, part)]
        if missing and invitation.answer is Answer.WAITING:
            lacks.append(without(("invitations", place), index.name_of(invitation.to), missing))
    yield from gathered(PARTS_MISSING, lacks, "invitation to", "invitations")
    if index.plan.invitations:
        yield from _not_invited(index)
        yield from _unanswered(index)


def _not_invited(index: PlanIndex) -> Iterator[Problem]:
    left = [
        (place, person.name)
        for place, person in enumerate(index.plan.people)
        if person.confirmation is None and not index.is_invited(person)
    ]
    if left:
        number = count(len(left), "person is", "people are")
        message = f"{number} neither invited nor confirmed: {titles(left)}."
        yield NOT_INVITED.at(("people", left[0][0]), message)


def _unanswered(index: PlanIndex) -> Iterator[Problem]:
    """Invitations sent more than two weeks before the status date, in one finding."""
    waiting = [
        (place, index.name_of(invitation.to))
        for place, invitation in enumerate(index.plan.invitations)
        if invitation.answer is Answer.WAITING
        and invitation.sent is not None
        and index.today is not None
        and (index.today - invitation.sent).days > _DAYS_TO_ANSWER
    ]
    if waiting:
        message = f"Sent more than two weeks ago and not answered: the invitation to {titles(waiting)}."
        yield UNANSWERED.at(("invitations", waiting[0][0], "sent"), message)
