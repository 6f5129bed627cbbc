"""Organizations without a contact person, and people without a category or a way to reach them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted, titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.stakeholders import stakeholders
from pathwayctl.model.vocabulary import StakeholderCategory
from pathwayctl.wording import count, listed

UNREPRESENTED: Final = Rule("PW310")
NO_CATEGORY: Final = Rule("PW311")
UNREACHABLE: Final = Rule("PW331")


@check(UNREPRESENTED)
def organizations(index: PlanIndex) -> Iterator[Problem]:
    """Report organizations that no person represents."""
    for place, organization in index.ask(stakeholders).unrepresented:
        message = f"{quoted(organization.name)} has no contact person."
        hint = f"Under people:, add organization: {organization.id} to the person who represents it."
        yield UNREPRESENTED.at(("organizations", place), message, hint)


@check(NO_CATEGORY)
def people(index: PlanIndex) -> Iterator[Problem]:
    """Report people who have neither an organization nor a category."""
    for place, person in enumerate(index.plan.people):
        if person.organization is None and person.category is None:
            message = f"{quoted(person.name)} has neither an organization nor a stakeholder category."
            hint = f"Add organization: with its id, or category: {listed(list(StakeholderCategory), 'or')}"
            yield NO_CATEGORY.at(("people", place), message, hint)


@check(UNREACHABLE, guides=("ccrs",))
def contacts(index: PlanIndex) -> Iterator[Problem]:
    """Report people who cannot be reached, in one finding."""
    people = enumerate(index.plan.people)
    left = [(place, one.name) for place, one in people if one.email is None and one.phone is None]
    if left:
        number = count(len(left), "person has", "people have")
        message = f"{number} no e-mail address or phone number: {titles(left)}."
        yield UNREACHABLE.at(("people", left[0][0]), message)
