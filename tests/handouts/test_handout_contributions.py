"""What stakeholders bring, on handout 1A part 2."""

from __future__ import annotations

from handout_plans import context

from pathwayctl.handouts.partners.roles_1a import contributions, unknown_expertise

ANA = {
    "id": "ana", "name": "Ana Lopez", "category": "k-12", "roles": ["champion"], "delegates": ["ben"],
    "expertise": "Transfer", "commits": "Two hours a week", "capacity": 0.25,
}  # fmt: skip
BEN = {"id": "ben", "name": "Ben Cho", "category": "k-12"}


def test_what_stakeholders_bring() -> None:
    plan = context(people=[ANA, BEN])
    (row,) = contributions(plan.plan.people, plan).rows
    assert row == ("Ana Lopez", "Transfer", "", "Two hours a week", "25% of each working day", "Ben Cho")
    assert unknown_expertise(plan.plan.people) == "No expertise noted yet: Ben Cho."
    assert unknown_expertise(plan.plan.people[1:]) == ""
