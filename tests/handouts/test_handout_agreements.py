from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from handout_plans import context, full

from pathwayctl.evidence.governance.agreements import agreement_reviews
from pathwayctl.handouts.governance.agreements import view

TODAY = date(2027, 6, 1)
DONE = {"id": "t", "title": "T", "duration": "1d", "status": "done", "finished": date(2027, 5, 3)}


def agreement(**given: Any) -> dict[str, Any]:
    return {"id": "a", "title": "A", "kind": "mou", "parties": ["x", "y"], "owner": "x", **given}


def state(*agreements: dict[str, Any], today: date | None = TODAY) -> str:
    plan = context({"status_date": today} if today else {}, agreements=list(agreements), tasks=[DONE])
    return view(plan).agreements[0][-1]


SIGNED = {"signed": date(2026, 1, 5)}
CARRIED_OUT = {**SIGNED, "put_into_practice": date(2026, 2, 2)}


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("Not signed yet", {}),
        ("Not signed yet", {"signed": date(2027, 6, 2)}),
        ("Signed, not in effect yet", SIGNED),
        ("Signed, not in effect yet", {**SIGNED, "put_into_practice": date(2027, 6, 2)}),
        ("In force", CARRIED_OUT),
        ("In force", {**CARRIED_OUT, "expires": date(2027, 8, 31)}),
        ("In force, expires soon", {**CARRIED_OUT, "expires": date(2027, 8, 30)}),
        ("In force, expires soon", {**CARRIED_OUT, "expires": TODAY}),
        ("Expired", {**CARRIED_OUT, "expires": date(2027, 5, 31)}),
        ("Not signed yet\nStalled", {"task": "t"}),
        ("Signed, not in effect yet\nStalled", {**SIGNED, "task": "t"}),
        ("In force", {**CARRIED_OUT, "task": "t"}),
        ("Not signed yet", {"task": "nowhere"}),
        ("Not signed yet\n7 open questions", {"kind": "shared-agreement", "answers": {"data": "All"}}),
    ],
)
def test_where_an_agreement_stands(words: str, given: dict[str, Any]) -> None:
    assert state(agreement(**given)) == words


def test_without_a_status_date_nothing_has_run_out() -> None:
    old = agreement(**CARRIED_OUT, expires=date(2026, 12, 31))
    assert state(old, today=None) == "In force"
    assert view(context(agreements=[old])).undated.startswith("The project has no status date")
    assert view(context(agreements=[agreement()])).undated == ""


def test_an_agreement_that_another_takes_the_place_of_needs_no_new_one() -> None:
    old = agreement(**CARRIED_OUT, expires=date(2027, 6, 30))
    new = agreement(id="b", title="B", parties=["y", "x", "z"], signed=date(2027, 5, 1))
    assert state(old, new) == "In force, expires soon\nRenewed"
    plan = context({"status_date": TODAY}, agreements=[old, new])
    assert view(plan).gaps == ()
    (first, _) = plan.index.ask(agreement_reviews)
    assert (first.days_left, first.renewed, first.to_renew) == (29, True, False)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 5, 31), "“A” expired on May 31, 2027. Renew or replace it."),
        (TODAY, "“A” expires today, Jun 1, 2027. Renew or replace it."),
        (date(2027, 6, 2), "“A” expires on Jun 2, 2027, in 1 day. Renew or replace it."),
    ],
)
def test_what_runs_out_is_called_out(day: date, words: str) -> None:
    plan = context({"status_date": TODAY}, agreements=[agreement(**CARRIED_OUT, expires=day)])
    assert view(plan).gaps == (words,)


def test_other_things_that_are_missing() -> None:
    plan = context(
        {"status_date": TODAY},
        agreements=[agreement(task="t"), agreement(id="b", title="B", parties=["x", "x"], owner=None)],
        tasks=[DONE],
    )
    assert view(plan).gaps == (
        "The work is done, but these are not signed or not in effect: “A”.",
        "Fewer than two parties are named: “B”.",
        "No owner yet: “B”.",
    )


def test_the_register_of_a_full_plan() -> None:
    page = view(full())
    assert page.facts == (("Not signed yet", "1 agreement"), ("In force, expires soon", "1 agreement"))
    assert page.agreements[0] == (
        "Memorandum\nMemorandum of understanding\nhttps://example.org/mou",
        "• Hill College\n• Shop",
        "Dana Ruiz",
        "Feb 1, 2026",
        "Feb 2, 2026",
        "Mar 1, 2027",
        "In force, expires soon",
    )
    assert page.agreements[1][3].startswith("Planned for Jan ")
    (shared,) = page.shared
    assert shared.title == "Courses together"
    assert shared.answers[1] == ("Which instructors and staff work for the pathway?", "One each")
    assert shared.gap == "7 of 8 questions unanswered."


def test_all_questions_answered() -> None:
    questions = (
        "course-sequence", "staff", "standards", "finance", "priority-access", "student-supports",
        "work-based-learning", "data",
    )  # fmt: skip
    answers = dict.fromkeys(questions, "Yes")
    (shared,) = view(context(agreements=[agreement(kind="shared-agreement", answers=answers)])).shared
    assert shared.gap == ""


def test_a_form_where_there_is_no_agreement() -> None:
    page = view(context())
    assert page.agreements[0] == ("1", *[""] * 6)
    assert [row[1] for row in page.shared[0].answers] == [""] * 8
    assert (page.facts, page.gaps, page.undated) == ((), (), "")
    assert view(context(agreements=[agreement()])).shared == ()
