"""Organizations without a person, and people who count for no stakeholder category."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted, titles
from pathwayctl.checks.sources import CHAPTER_1
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.vocabulary import StakeholderCategory
from pathwayctl.wording import count, listed

UNREPRESENTED: Final = Rule(
    "PW310",
    Severity.NOTE,
    "An organization for which nobody speaks",
    "Stakeholders are invited and confirmed through a person. A crew with a capacity above 1 needs none.",
    "Add the person who represents it under people:, with organization: and its id.",
    f"{CHAPTER_1}, handout 1A part 1",
    bad="""\
organizations:
  - {id: front-range, name: Front Range Community College, category: postsecondary}
""",
    good="""\
organizations:
  - {id: front-range, name: Front Range Community College, category: postsecondary}
people:
  - {id: lee-park, name: Lee Park, organization: front-range}
""",
)
NO_CATEGORY: Final = Rule(
    "PW311",
    Severity.WARNING,
    "A person without organization and category",
    "Nobody can see which sector they represent, and they are missing from the stakeholder table.",
    "Add organization: with an organization's id, or category: with one of the seven categories.",
    f"{CHAPTER_1}, table 2",
    bad="""\
people:
  - {id: lee-park, name: Lee Park}
""",
    good="""\
people:
  - {id: lee-park, name: Lee Park, category: individuals-community}
""",
)

UNREACHABLE: Final = Rule(
    "PW331",
    Severity.NOTE,
    "Someone without an e-mail address or a telephone number",
    "The list of stakeholders has a column for how to reach each of them.",
    "Add email: or phone: to the person.",
    f"{CHAPTER_1}, handout 1A part 1",
    ("ccrs",),
    bad="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12}
""",
    good="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12, phone: 970-555-0117}
""",
)


def organizations(facts: Facts) -> Iterator[Problem]:
    """Organizations that no person represents; pools of workers need no representative."""
    represented = {person.organization for person in facts.plan.people}
    for place, organization in enumerate(facts.plan.organizations):
        if organization.id not in represented and organization.capacity <= 1:
            message = f"Nobody is named who speaks for {quoted(organization.name)}."
            hint = f"Under people:, give the one who represents it the line organization: {organization.id}"
            yield UNREPRESENTED.at(("organizations", place), message, hint)


def people(facts: Facts) -> Iterator[Problem]:
    """People who belong to no organization and no category."""
    for place, person in enumerate(facts.plan.people):
        if person.organization is None and person.category is None:
            message = f"{quoted(person.name)} has neither an organization nor a stakeholder category."
            hint = f"Add organization: with its id, or category: {listed(list(StakeholderCategory), 'or')}"
            yield NO_CATEGORY.at(("people", place), message, hint)


def contacts(facts: Facts) -> Iterator[Problem]:
    """People who cannot be reached, in one finding."""
    people = enumerate(facts.plan.people)
    left = [(place, one.name) for place, one in people if one.email is None and one.phone is None]
    if left:
        number = count(len(left), "person", "people")
        message = f"It is not written how to reach {number}: {titles(left)}."
        yield UNREACHABLE.at(("people", left[0][0]), message)
