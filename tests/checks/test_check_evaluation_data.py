"""Data sources, the tolerance of a project for risk, advising milestones, externships, and teams in teams."""

from __future__ import annotations

import datetime as dt

import pytest
from checking import codes, index_of, messages, only

from pathwayctl.evidence.partners.taking_part import everyone

TODAY = dt.date(2027, 12, 15)
SOURCES = """
organizations: [{id: isd, name: Valley ISD, category: k-12}]
agreements: [{id: shared, title: Shared data, kind: data-sharing, parties: [isd]}]
measures: [{id: m, title: Students enrolled, category: workforce, baseline: 1, target: 2, cadence: yearly,
  owner: isd}]
data_sources:
  - {id: file, title: Enrollment file%s}
"""
WHOLE = ", provider: isd, cadence: each-semester, measures: [m]"


@pytest.mark.parametrize(
    ("fields", "code", "message"),
    [
        ("", "PW640", "The data source “Enrollment file” has no provider, cadence, or measures."),
        (", provider: isd, cadence: yearly", "PW640", "The data source “Enrollment file” has no measures."),
        (f"{WHOLE}, personal: true", "PW641",
         "1 data source has personal records, and no agreement in force: “Enrollment file”."),
        (f"{WHOLE}, personal: true, agreement: shared, received: 2027-09-10", "PW641",
         "1 data source has personal records, and no agreement in force: “Enrollment file”."),
        (f"{WHOLE}, received: 2027-02-01", "PW642",
         "“Enrollment file” last came on February 1, 2027; the next data is 133 days late."),
    ],
)  # fmt: skip
def test_what_a_data_source_lacks(fields: str, code: str, message: str) -> None:
    assert only(SOURCES % fields, code, status_date=TODAY, guides=["components"]).message == message


@pytest.mark.parametrize(
    "fields", [f"{WHOLE}, personal: true, agreement: shared", f"{WHOLE}, received: 2027-09-10", WHOLE]
)
def test_a_whole_data_source_is_fine(fields: str) -> None:
    found = codes(SOURCES % fields, status_date=TODAY, guides=["components"])
    assert not found & {"PW640", "PW641", "PW642"}


def test_a_data_source_counts_as_the_source_of_the_measures_it_feeds() -> None:
    assert messages(SOURCES % WHOLE, "PW545") == []
    (message,) = messages(SOURCES % ", provider: isd, cadence: yearly", "PW545")
    assert message == "The measure “Students enrolled” has no source."


def test_the_tolerance_of_the_project_is_asked_for_once_a_risk_is_rated() -> None:
    risk = "risks: [{id: r, title: R, kind: internal, category: C%s}]"
    assert "PW643" not in codes()
    assert "PW643" not in codes(risk % "")
    rated = risk % ", likelihood: low%s"
    assert "PW643" in codes(rated % "")
    assert "PW643" not in codes(rated % ", closed: 2027-01-04")
    assert "PW643" not in codes(rated % "", risk_tolerance="No delay")
    assert "PW643" not in codes(rated % "", guides=["sector"])


def test_advising_goes_on_into_college_and_names_who_helps() -> None:
    guides = ["components"]
    assert not codes(guides=guides) & {"PW644", "PW645"}
    school = "advising:\n  - {id: a, title: Choose a pathway, grade: 9, helper: H, shown_by: S}\n"
    assert codes(school, guides=guides) & {"PW644", "PW645"} == {"PW645"}
    college = "  - {id: b, title: Choose a major, grade: 13}\n"
    assert codes(school + college, guides=guides) & {"PW644", "PW645"} == {"PW644"}
    assert messages(school + college, "PW644", guides=guides) == [
        "The advising milestone “Choose a major” has no helper or sign that a student has reached it."
    ]


EXTERNSHIP = """
people: [{id: ana, name: Ana, category: k-12}]
organizations: [{id: shop, name: Shop, category: business-industry-workforce}]
externships: [{id: e, person: ana, employer: shop%s}]
"""


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ("", "date or focus"),
        (", date: 2027-12-13, days: 2, focus: F", "result"),
        (", date: 2027-12-13, days: 3, focus: F", ""),
        (", date: 2027-12-13, days: 2, focus: F, result: R", ""),
    ],
)
def test_an_externship_has_a_day_a_focus_and_then_a_result(fields: str, lacks: str) -> None:
    expected = [f"The externship of “Ana” has no {lacks}."] if lacks else []
    assert messages(EXTERNSHIP % fields, "PW646", status_date=TODAY) == expected


TEAMS = """
people: [{id: ana, name: Ana, category: k-12}, {id: ben, name: Ben, category: k-12}]
teams:
  - {id: lead, title: Lead, kind: leadership, lead: ana, members: [work]}
  - {id: work, title: Work, kind: working-group, members: [ben, lead]}
"""


def test_a_team_may_be_a_member_of_a_team_even_in_a_circle() -> None:
    index = index_of(TEAMS)
    assert everyone(index, ["lead"]) == ("ana", "ben")
    assert everyone(index, ["work", "ana"]) == ("ben", "ana")
    assert "PW308" not in codes(TEAMS)
