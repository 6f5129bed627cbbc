"""Who counts: people with several categories, from outside, who declined, or who have left."""

from __future__ import annotations

import datetime as dt

from checking import codes, index_of, messages, only

from pathwayctl.evidence.partners.stakeholders import stakeholders
from pathwayctl.evidence.partners.taking_part import everyone
from pathwayctl.model.vocabulary import StakeholderCategory

GUIDE = ["ccrs"]
JUNE = dt.date(2027, 6, 1)


def test_someone_of_two_categories_counts_in_both() -> None:
    text = """
organizations:
  - {id: isd, name: Valley ISD, category: k-12}
  - {id: college, name: College, category: postsecondary}
people:
  - {id: ana, name: Ana, organization: [isd, college]}
  - {id: ben, name: Ben, category: [cte, adult-education]}
"""
    found = index_of(text).ask(stakeholders)
    K12, COLLEGE, CTE, ADULTS, *_ = StakeholderCategory  # noqa: N806
    assert {one.category for one in found.represented} == {K12, COLLEGE, CTE, ADULTS}
    assert "PW310" not in codes(text)


def test_people_from_outside_need_no_category() -> None:
    text = "people: [{id: cora, name: Cora, kind: consultant}, {id: ana, name: Ana}]"
    assert messages(text, "PW311") == ["“Ana” has neither an organization nor a stakeholder category."]
    assert index_of(text).ask(stakeholders).outside[0].id == "cora"


def test_who_declined_or_left_does_not_count() -> None:
    text = """
people:
  - {id: ana, name: Ana, category: k-12, confirmation: declined}
  - {id: ben, name: Ben, category: cte}
  - {id: cy, name: Cy, category: postsecondary, until: 2027-05-01}
  - {id: dee, name: Dee, category: adult-education, confirmation: email}
invitations: [{id: to-both, to: [ben, dee], answer: no}]
"""
    found = index_of(text.replace("answer: no", "answer: 'no'"), status_date=JUNE).ask(stakeholders)
    assert [person.id for person in found.people] == ["dee"]
    before = index_of(text.replace("answer: no", "answer: 'no'"), status_date=dt.date(2027, 5, 1))
    assert [person.id for person in before.ask(stakeholders).people] == ["cy", "dee"]


def test_open_work_of_someone_who_left_is_reported_with_the_successor() -> None:
    text = """
people:
  - {id: ana, name: Ana, category: k-12, until: 2027-05-01, successor: ben}
  - {id: ben, name: Ben, category: k-12}
goals: [{id: jobs, title: Jobs are filled, owner: [ben, ana], due: 2028-06-30}]
tasks:
  - {id: draft, title: Draft it, duration: 5d, owner: ana}
  - {id: done, title: Done it, duration: 5d, owner: ana, status: done}
"""
    problem = only(text, "PW352", status_date=JUNE)
    assert problem.message == "“Ana” has left, but still has open work: “Draft it” and “Jobs are filled”."
    assert problem.hint == "Name ben, the successor, instead."
    assert "PW352" not in codes(text)


def test_a_project_without_new_policies_needs_nobody_in_policy_development() -> None:
    stages = "process-and-logistics, capacity-building, evaluation"
    text = f"people: [{{id: ana, name: Ana, category: k-12, stages: [{stages}]}}]"
    assert "PW510" in codes(text, guides=GUIDE)
    assert "PW510" not in codes(text, guides=GUIDE, new_policy=False)


def test_who_leads_may_step_back() -> None:
    text = "people: [{id: a, name: A, category: k-12, engagement: {current: leading, desired: supportive}}]"
    assert "PW512" not in codes(text, guides=GUIDE)
    assert "PW512" in codes(text.replace("supportive", "neutral"), guides=GUIDE)


def test_a_team_stands_for_its_leaders_and_members() -> None:
    text = """
people: [{id: ana, name: Ana, category: k-12}, {id: ben, name: Ben, category: k-12}]
teams: [{id: crew, title: Crew, kind: planning, lead: ben, members: [ana, ben]}]
"""
    assert everyone(index_of(text), ("ana", "crew")) == ("ana", "ben")
    assert index_of(text).name_of("crew") == "Crew"
