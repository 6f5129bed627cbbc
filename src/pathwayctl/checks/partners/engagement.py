"""Whether people have agreed to take part, and how engaged they are and should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted, titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.engagement import engagements
from pathwayctl.evidence.partners.invitations import invitations
from pathwayctl.wording import count

UNCONFIRMED: Final = Rule("PW509")
NO_ENGAGEMENT: Final = Rule("PW511")
LESS_ENGAGED: Final = Rule("PW512")


@check(UNCONFIRMED, NO_ENGAGEMENT, LESS_ENGAGED, guides=("ccrs",))
def engagement(index: PlanIndex) -> Iterator[Problem]:
    """Report what is not known yet in one finding each, and swapped levels person by person."""
    if unsure := [(place, person.name) for place, person in index.ask(invitations).unconfirmed]:
        message = f"{count(len(unsure), 'person has', 'people have')} not confirmed yet: {titles(unsure)}."
        yield UNCONFIRMED.at(("people", unsure[0][0]), message)
    people, found = index.plan.people, engagements(index.plan)
    if unknown := [(place, people[place].name) for place in found.unknown_positions]:
        number = count(len(unknown), "person has", "people have")
        message = f"{number} no engagement level yet: {titles(unknown)}."
        yield NO_ENGAGEMENT.at(("people", unknown[0][0]), message)
    for move in found.to_lower:
        name = quoted(people[move.position].name)
        message = f"{name} is {move.current} today, and the desired level, {move.desired}, is lower."
        yield LESS_ENGAGED.at(("people", move.position, "engagement", "desired"), message)
