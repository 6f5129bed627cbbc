"""What a plan asks for before the project starts."""

from __future__ import annotations

import pytest
from checking import codes, index_of, messages, only, problems

from pathwayctl.checks.work.dates import leads

PAIR = """\
tasks:
  - {{id: draft, title: Draft, duration: 5d}}
  - {{id: sign, title: Sign, duration: 2d, depends_on: [{}]}}
"""
STARTS = "before the project starts on January 4, 2027."


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("draft FS-10d", "“Sign” may start 10 working days before “Draft” finishes: on December 28, 2026,"),
        ("draft FS-3ew", "“Sign” may start 21 calendar days before “Draft” finishes: on December 19, 2026,"),
        ("draft SS-1d", "“Sign” may start 1 working day before “Draft” starts: on January 1, 2027,"),
        ("draft FF-6d", "“Sign” may finish 6 working days before “Draft” finishes: on December 31, 2026,"),
        ("draft SF-1ed", "“Sign” may finish 1 calendar day before “Draft” starts: on January 2, 2027,"),
    ],
)
def test_a_lead_that_reaches_back_before_the_start(link: str, message: str) -> None:
    problem = only(PAIR.format(link), "PW430")
    assert problem.message == f"{message} {STARTS}"
    assert problem.path == ("tasks", 1, "depends_on", 0)
    assert f"“{link}”" in problem.hint


@pytest.mark.parametrize(
    "link",
    [
        "draft",
        "draft FS-5d",
        "draft FF",
        "draft FF-5d",
        "draft SF",
        "draft SS+2d",
        "draft FS-5ed",
        "sign FS-9d",
    ],
)
def test_what_stays_after_the_start(link: str) -> None:
    assert "PW430" not in codes(PAIR.format(link))


def test_leads_of_and_on_groups() -> None:
    text = """\
tasks:
  - id: plan
    title: Plan
    tasks: [{id: a, title: A, duration: 5d}]
  - id: act
    title: Act
    depends_on: [plan FS-6d, gone FS-90d]
    tasks: [{id: b, title: B, duration: 9d}]
  - {id: gone, title: Gone, duration: 1d, status: dropped}
"""
    assert messages(text, "PW430") == [
        f"“Act” may start 6 working days before “Plan” finishes: on January 1, 2027, {STARTS}"
    ]


def test_what_has_begun_needs_no_lead_any_more() -> None:
    text = """\
tasks:
  - {id: a, title: A, duration: 5d, status: done, started: 2027-01-04, finished: 2027-01-08}
  - {id: b, title: B, duration: 2d, depends_on: [a FS-9d]}
"""
    assert "PW430" not in codes(text, status_date="2027-01-11")
    assert "PW430" in codes(text)


def test_a_lead_where_no_dates_can_be_found() -> None:
    assert list(leads(index_of(PAIR.format("draft FS-10d"), scheduled=False))) == []


def test_work_before_the_project_starts() -> None:
    text = """\
tasks:
  - {id: a, title: A, status: done, started: 2026-12-01, finished: 2026-12-08}
  - {id: b, title: B, status: in-progress, started: 2027-01-04}
  - {id: c, title: C, status: planned, started: 2026-12-01}
  - {id: d, title: D, status: done, finished: 2027-01-01}
"""
    assert messages(text, "PW432", status_date="2027-01-11") == [
        f"“A” started on December 1, 2026, {STARTS}",
        f"“D” finished on January 1, 2027, {STARTS}",
    ]
    assert problems(text, "PW432")[0].path == ("tasks", 0, "started")


def test_a_date_beside_as_late_as_possible() -> None:
    problem = only("tasks: [{id: a, title: A, date: 2027-01-11, as_late_as_possible: true}]", "PW431")
    assert problem.message == "“A” is set for January 11, 2027, but also has as_late_as_possible."
    assert problem.path == ("tasks", 0, "as_late_as_possible")
    assert "PW431" not in codes("tasks: [{id: a, title: A, date: 2027-01-11, as_late_as_possible: false}]")
