"""Key roles that are not filled, in a sector or in the whole group (table 3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.partners import Person
from pathwayctl.model.vocabulary import Role, StakeholderCategory
from pathwayctl.wording import listed

NO_DECISION_MAKER: Final = Rule("PW503")
NO_DOER: Final = Rule("PW504")
ONE_DOER: Final = Rule("PW505")
FEW_CONNECTORS: Final = Rule("PW506")
NO_KEY_CHAMPION: Final = Rule("PW507")


@check(NO_DECISION_MAKER, NO_DOER, ONE_DOER, FEW_CONNECTORS, NO_KEY_CHAMPION, guides=("ccrs",))
def roles(index: PlanIndex) -> Iterator[Problem]:
    """Find roles that nobody plays, once the first role is assigned.

    The guide lists stakeholders in part 1 of handout 1A and assigns roles in part 2, so a list of people
    without any role is work in progress and not a gap.
    """
    people = index.plan.people
    if not any(person.roles or person.key_champion for person in people):
        return
    yield from _sectors(index)
    yield from _connectors(index)
    if not any(person.key_champion for person in people):
        yield NO_KEY_CHAMPION.at(index.guide("ccrs"), "Nobody is marked as a key champion.")


def _sectors(index: PlanIndex) -> Iterator[Problem]:
    for category, places in index.sectors.items():
        path = ("people", places[0])
        people = [index.plan.people[place] for place in places]
        if not any(Role.DECISION_MAKER in person.roles for person in people):
            message = f"{category.label} has no decision maker."
            could = [person for person in people if person.decision_authority]
            yield NO_DECISION_MAKER.at(path, message, _hint(could, Role.DECISION_MAKER))
        doers = sum(Role.DOER in person.roles for person in people)
        if doers == 0:
            could = [person for person in people if person.does_the_work]
            yield NO_DOER.at(path, f"{category.label} has no doer.", _hint(could, Role.DOER))
        elif doers == 1:
            yield ONE_DOER.at(path, _one_doer(category, people))


def _connectors(index: PlanIndex) -> Iterator[Problem]:
    connectors = [person for person in index.plan.people if Role.CONNECTOR in person.roles]
    if not connectors:
        yield FEW_CONNECTORS.at(index.guide("ccrs"), "Nobody is a connector.")
    elif len(connectors) == 1:
        message = f"Only one person, {quoted(connectors[0].name)}, is a connector."
        yield FEW_CONNECTORS.at(index.guide("ccrs"), message)


def _one_doer(category: StakeholderCategory, people: Sequence[Person]) -> str:
    doer = next(person for person in people if Role.DOER in person.roles)
    return f"{category.label} has only one doer, {quoted(doer.name)}."


def _hint(could: Sequence[Person], role: Role) -> str:
    """Names the people who, by what is said of them, could play the role."""
    if not could:
        return ""
    names = listed([quoted(person.name) for person in could[:3]], "or")
    return f"Add {role} to the roles of {names}."
