"""Organizations without a person, and people who count for no stakeholder category."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted, titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import StakeholderCategory
from pathwayctl.wording import count, listed

UNREPRESENTED: Final = Rule("PW310")
NO_CATEGORY: Final = Rule("PW311")

UNREACHABLE: Final = Rule("PW331")


@check(UNREPRESENTED)
def organizations(index: PlanIndex) -> Iterator[Problem]:
    """Organizations that no person represents; pools of workers need no representative."""
    represented = {person.organization for person in index.plan.people}
    for place, organization in enumerate(index.plan.organizations):
        if organization.id not in represented and organization.capacity <= 1:
            message = f"Nobody is named who speaks for {quoted(organization.name)}."
            hint = f"Under people:, give the one who represents it the line organization: {organization.id}"
            yield UNREPRESENTED.at(("organizations", place), message, hint)


@check(NO_CATEGORY)
def people(index: PlanIndex) -> Iterator[Problem]:
    """People who belong to no organization and no category."""
    for place, person in enumerate(index.plan.people):
        if person.organization is None and person.category is None:
            message = f"{quoted(person.name)} has neither an organization nor a stakeholder category."
            hint = f"Add organization: with its id, or category: {listed(list(StakeholderCategory), 'or')}"
            yield NO_CATEGORY.at(("people", place), message, hint)


@check(UNREACHABLE, guides=("ccrs",))
def contacts(index: PlanIndex) -> Iterator[Problem]:
    """People who cannot be reached, in one finding."""
    people = enumerate(index.plan.people)
    left = [(place, one.name) for place, one in people if one.email is None and one.phone is None]
    if left:
        number = count(len(left), "person", "people")
        message = f"It is not written how to reach {number}: {titles(left)}."
        yield UNREACHABLE.at(("people", left[0][0]), message)
