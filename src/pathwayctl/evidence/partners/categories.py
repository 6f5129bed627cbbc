"""Who represents each stakeholder category, and who plays which role there.

Source: Designing a Career Pathways System, chapter 1, tables 2 and 3 (CCRS Center, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import Role, StakeholderCategory

if TYPE_CHECKING:
    from pathwayctl.model.partners import Person
    from pathwayctl.model.plan import Plan

A_FEW: Final = 2
"""The guide asks for “a few” doers and connectors; two is our reading of the fewest."""


@dataclass(frozen=True, slots=True)
class Sector:
    """One stakeholder category: the ids of its people, of its decision makers, and of its doers.

    ``positions`` are those of its people in the plan.
    """

    category: StakeholderCategory
    people: tuple[str, ...]
    decision_makers: tuple[str, ...]
    doers: tuple[str, ...]
    positions: tuple[int, ...]


def sectors(plan: Plan) -> tuple[Sector, ...]:
    """Return all seven categories in the guide's order, including those without people."""
    own = {one.id: one.category for one in plan.organizations}
    found: dict[StakeholderCategory, dict[int, Person]] = {category: {} for category in StakeholderCategory}
    for position, person in enumerate(plan.people):
        category = person.category or own.get(person.organization or "")
        if category is not None:
            found[category][position] = person
    return tuple(
        Sector(
            category,
            tuple(person.id for person in people.values()),
            _playing(people, Role.DECISION_MAKER),
            _playing(people, Role.DOER),
            tuple(people),
        )
        for category, people in found.items()
    )


def _playing(people: dict[int, Person], role: Role) -> tuple[str, ...]:
    return tuple(person.id for person in people.values() if role in person.roles)
