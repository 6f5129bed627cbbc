"""Commitment forms, and what stakeholders bring, on handout 1A part 2."""

from __future__ import annotations

from handout_plans import context

from pathwayctl.handouts.handout import PageView
from pathwayctl.handouts.partners import commitments
from pathwayctl.handouts.partners.contributions import contributions, unknown_expertise

ANA = {
    "id": "ana", "name": "Ana Lopez", "category": "k-12", "roles": ["champion"], "delegates": ["ben"],
    "expertise": "Transfer", "commits": "Two hours a week", "capacity": 0.25,
}  # fmt: skip
BEN = {"id": "ben", "name": "Ben Cho", "category": "k-12"}


def shown(page: PageView) -> commitments.CommitmentForm:
    assert isinstance(page.view, commitments.CommitmentForm)
    return page.view


def test_everyone_with_a_role_gets_a_form() -> None:
    invitation = {"id": "to-ana", "to": ["ana", "ben"], "role": "Speak for the schools"}
    pages = commitments.HANDOUT.views(context(people=[ANA, BEN], invitations=[invitation]))
    assert [page.slug for page in pages] == ["commitment-ana"]
    facts = dict(shown(pages[0]).facts)
    assert facts["Role"] == "Champion\nSpeak for the schools"
    assert facts["Support promised"] == "Two hours a week"


def test_without_roles_there_is_a_form_to_fill_in() -> None:
    (page,) = commitments.HANDOUT.views(context(people=[BEN]))
    assert page.slug == "commitment"
    assert dict(shown(page).facts) == {"Name": "", "Organization": "", "Role": ""}


def test_what_stakeholders_bring() -> None:
    plan = context(people=[ANA, BEN])
    (row,) = contributions(plan.plan.people, plan).rows
    assert row == ("Ana Lopez", "Transfer", "", "Two hours a week", "25% of each working day", "Ben Cho")
    assert unknown_expertise(plan.plan.people) == "No expertise noted yet: Ben Cho."
    assert unknown_expertise(plan.plan.people[1:]) == ""
