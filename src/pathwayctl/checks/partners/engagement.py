"""Whether the people have agreed to take part, and how engaged they are and should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted, titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.partners import Person
from pathwayctl.model.vocabulary import EngagementLevel
from pathwayctl.wording import count

UNCONFIRMED: Final = Rule("PW509")
NO_ENGAGEMENT: Final = Rule("PW511")
LESS_ENGAGED: Final = Rule("PW512")

_ORDER: Final = {level: place for place, level in enumerate(EngagementLevel)}


@check(UNCONFIRMED, NO_ENGAGEMENT, LESS_ENGAGED, guides=("ccrs",))
def engagement(index: PlanIndex) -> Iterator[Problem]:
    """What is not known yet in one finding each; swapped levels person by person."""
    people = tuple(enumerate(index.plan.people))
    unsure = [(place, person.name) for place, person in people if _is_unsure(index, person)]
    if unsure:
        message = f"{count(len(unsure), 'person has', 'people have')} not confirmed yet: {titles(unsure)}."
        yield UNCONFIRMED.at(("people", unsure[0][0]), message)
    unknown = [(place, person.name) for place, person in people if person.engagement is None]
    if unknown:
        number = count(len(unknown), "person has", "people have")
        message = f"{number} no engagement level yet: {titles(unknown)}."
        yield NO_ENGAGEMENT.at(("people", unknown[0][0]), message)
    for place, person in people:
        level = person.engagement
        if level is not None and _ORDER[level.desired] < _ORDER[level.current]:
            levels = f"is {level.current} today and should be {level.desired}, which is less"
            message = f"{quoted(person.name)} {levels}."
            yield LESS_ENGAGED.at(("people", place, "engagement", "desired"), message)


def _is_unsure(index: PlanIndex, person: Person) -> bool:
    """Whether someone has yet to confirm; who was left out of the invitations is told of by another rule."""
    asked = index.is_invited(person) or not index.plan.invitations
    return person.confirmation is None and asked and not index.has_declined(person)
