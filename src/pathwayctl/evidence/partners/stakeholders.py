"""Who is at the table: categories, authority, stages, and roles that are not filled.

Source: Designing a Career Pathways System, chapter 1, tables 2 to 4 and handout 1A (CCRS Center, 2016).
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from pathwayctl.evidence.grids import RoleGrid, role_grid
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.taking_part import taking_part
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.partners import Organization, Person, PersonKind
from pathwayctl.model.vocabulary import Role, Stage, StakeholderCategory
from pathwayctl.quick_dataclass import dataclass

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


def sectors(index: PlanIndex) -> tuple[Sector, ...]:
    """Return all seven categories in the guide's order, including those without people.

    Someone of two categories counts in both; consultants and outside speakers represent none.
    """
    found: dict[StakeholderCategory, dict[int, Person]] = {category: {} for category in StakeholderCategory}
    for position, person in index.ask(taking_part):
        if person.kind is PersonKind.STAKEHOLDER:
            for category in index.categories_of(person):
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
    """The people who take part, and the categories, stages, and roles that have none of them.

    ``placed`` are people with their positions in the plan, without those who declined or have left.
    ``represented`` are the categories with people. ``unrepresented`` are the organizations that no person
    represents, with their positions in the plan; pools of workers need no representative.
    """

    placed: tuple[tuple[int, Person], ...]
    represented: tuple[Sector, ...]
    unrepresented: tuple[tuple[int, Organization], ...]
    grid: RoleGrid

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The people who take part, in the order of the plan."""
        return tuple(person for _, person in self.placed)

    @cached_property
    def outside(self) -> tuple[Person, ...]:
        """Consultants and outside speakers, who represent no category."""
        return tuple(person for person in self.people if person.kind is not PersonKind.STAKEHOLDER)

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
        return tuple((place, one) for place, one in self.placed if one.email is None and one.phone is None)

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

    def needed_stages(self, new_policy: bool) -> tuple[Stage, ...]:
        """The empty stages that need people; policy development does not where no new policy is planned."""
        return tuple(one for one in self.empty_stages if new_policy or one is not Stage.POLICY)


def stakeholders(index: PlanIndex) -> Stakeholders:
    """Return who takes part, and which parts of the group are missing."""
    placed = index.ask(taking_part)
    people = tuple(person for _, person in placed)
    represented = {name for person in people for name in ids_of(person.organization)}
    return Stakeholders(
        placed,
        tuple(sector for sector in sectors(index) if sector.people),
        tuple(
            (position, one)
            for position, one in enumerate(index.plan.organizations)
            if one.id not in represented and one.capacity <= 1
        ),
        role_grid(people),
    )
