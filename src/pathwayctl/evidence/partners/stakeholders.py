"""Who is at the table: categories, authority, stages, and roles that are not filled.

Source: Designing a Career Pathways System, chapter 1, tables 2 to 4 and handout 1A (CCRS Center, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.grids import RoleGrid, role_grid
from pathwayctl.model.vocabulary import Role, Stage, StakeholderCategory

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.partners import Organization, Person
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


@dataclass(frozen=True)
class Stakeholders:
    """The people of a plan, and the categories, stages, and roles that have none of them.

    ``represented`` are the categories with people. ``unrepresented`` are the organizations that no
    person represents, with their positions in the plan; pools of workers need no representative.
    """

    people: tuple[Person, ...]
    represented: tuple[Sector, ...]
    unrepresented: tuple[tuple[int, Organization], ...]
    grid: RoleGrid

    @cached_property
    def missing_categories(self) -> tuple[StakeholderCategory, ...]:
        """Categories without people, in the guide's order."""
        found = {sector.category for sector in self.represented}
        return tuple(category for category in StakeholderCategory if category not in found)

    @cached_property
    def able_to_decide(self) -> int:
        """How many people can decide for their group."""
        return sum(person.decision_authority for person in self.people)

    @cached_property
    def doing_work(self) -> int:
        """How many people will do the work."""
        return sum(person.does_the_work for person in self.people)

    @cached_property
    def unreachable(self) -> tuple[tuple[int, Person], ...]:
        """People with neither an e-mail address nor a phone number, with their positions in the plan."""
        people = enumerate(self.people)
        return tuple((place, one) for place, one in people if one.email is None and one.phone is None)

    @property
    def has_roles(self) -> bool:
        """Whether anyone has a role yet; the guide assigns roles after it lists the people."""
        return any(person.roles or person.key_champion for person in self.people)

    @property
    def has_key_champion(self) -> bool:
        """Whether anyone is a key champion."""
        return any(person.key_champion for person in self.people)

    @property
    def without_decision_maker(self) -> tuple[Sector, ...]:
        """Sectors with people and no decision maker."""
        return tuple(sector for sector in self.represented if not sector.decision_makers)

    @property
    def without_doer(self) -> tuple[Sector, ...]:
        """Sectors with people and no doer."""
        return tuple(sector for sector in self.represented if not sector.doers)

    @property
    def with_few_doers(self) -> tuple[Sector, ...]:
        """Sectors with a doer, but fewer than a few."""
        return tuple(sector for sector in self.represented if 0 < len(sector.doers) < A_FEW)

    @property
    def connectors(self) -> tuple[str, ...]:
        """The ids of the connectors."""
        return self.grid.roles[Role.CONNECTOR]

    @property
    def has_few_connectors(self) -> bool:
        """Whether there are fewer than a few connectors."""
        return len(self.connectors) < A_FEW

    @property
    def empty_stages(self) -> tuple[Stage, ...]:
        """Stages without people."""
        return self.grid.empty_stages


def stakeholders(index: PlanIndex) -> Stakeholders:
    """Return who takes part, and which parts of the group are missing."""
    plan = index.plan
    represented = {person.organization for person in plan.people}
    return Stakeholders(
        plan.people,
        tuple(sector for sector in sectors(plan) if sector.people),
        tuple(
            (position, one)
            for position, one in enumerate(plan.organizations)
            if one.id not in represented and one.capacity <= 1
        ),
        role_grid(plan),
    )
