"""Invitations: whether they say all they should, whom they leave out, and which have no answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import titles
from pathwayctl.checks.shared_gaps import gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.invitations import invitations
from pathwayctl.wording import count

PARTS_MISSING: Final = Rule("PW517")
NOT_INVITED: Final = Rule("PW518")
UNANSWERED: Final = Rule("PW605")


@check(PARTS_MISSING, NOT_INVITED, UNANSWERED, guides=("ccrs",))
def letters(index: PlanIndex) -> Iterator[Problem]:
    """Report what is wrong with the invitations, if there are any."""
    found = index.ask(invitations)
    lacks = [
        without(("invitations", place), index.name_of(invitation.to), missing)
        for place, invitation, missing in found.incomplete
    ]
    yield from gathered(PARTS_MISSING, lacks, "invitation to", "invitations")
    if left := [(place, person.name) for place, person in found.not_invited]:
        number = count(len(left), "person is", "people are")
        message = f"{number} neither invited nor confirmed: {titles(left)}."
        yield NOT_INVITED.at(("people", left[0][0]), message)
    if waiting := [(place, index.name_of(invitation.to)) for place, invitation in found.overdue]:
        number = count(len(waiting), "invitation has", "invitations have")
        message = f"{number} had no answer for more than two weeks: {titles(waiting)}."
        yield UNANSWERED.at(("invitations", waiting[0][0], "sent"), message)
