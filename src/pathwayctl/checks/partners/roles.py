"""Key roles that are not filled, in a sector or in the whole group (table 3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.categories import Sector
from pathwayctl.evidence.partners.stakeholders import Stakeholders, stakeholders
from pathwayctl.model.partners import Person
from pathwayctl.model.vocabulary import Role
from pathwayctl.wording import listed

NO_DECISION_MAKER: Final = Rule("PW503")
NO_DOER: Final = Rule("PW504")
ONE_DOER: Final = Rule("PW505")
FEW_CONNECTORS: Final = Rule("PW506")
NO_KEY_CHAMPION: Final = Rule("PW507")


@check(NO_DECISION_MAKER, NO_DOER, ONE_DOER, FEW_CONNECTORS, NO_KEY_CHAMPION, guides=("ccrs",))
def roles(index: PlanIndex) -> Iterator[Problem]:
    """Report roles that nobody plays, once the first role is assigned.

    The guide lists stakeholders in part 1 of handout 1A and assigns roles in part 2, so a list of people
    without any role is work in progress and not a gap.
    """
    found = index.ask(stakeholders)
    if not found.has_roles:
        return
    for sector in found.represented:
        yield from _sector(index, found, sector)
    if found.has_few_connectors:
        only = [quoted(index.name_of(person)) for person in found.connectors]
        message = f"Only one person, {only[0]}, is a connector." if only else "Nobody is a connector."
        yield FEW_CONNECTORS.at(index.guide("ccrs"), message)
    if not found.has_key_champion:
        yield NO_KEY_CHAMPION.at(index.guide("ccrs"), "Nobody is marked as a key champion.")


def _sector(index: PlanIndex, found: Stakeholders, sector: Sector) -> Iterator[Problem]:
    path, label = ("people", sector.positions[0]), sector.category.label
    people = [index.plan.people[position] for position in sector.positions]
    if sector in found.without_decision_maker:
        could = [person for person in people if person.decision_authority]
        hint = _hint(could, Role.DECISION_MAKER)
        yield NO_DECISION_MAKER.at(path, f"{label} has no decision maker.", hint)
    if sector in found.without_doer:
        could = [person for person in people if person.does_the_work]
        yield NO_DOER.at(path, f"{label} has no doer.", _hint(could, Role.DOER))
    if sector in found.with_few_doers:
        doer = quoted(index.name_of(sector.doers[0]))
        yield ONE_DOER.at(path, f"{label} has only one doer, {doer}.")


def _hint(could: Sequence[Person], role: Role) -> str:
    """Name the people whose entries say that they could play the role."""
    if not could:
        return ""
    names = listed([quoted(person.name) for person in could[:3]], "or")
    return f"Add {role} to the roles of {names}."
