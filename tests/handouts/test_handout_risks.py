from __future__ import annotations

from typing import Any

import pytest
from handout_plans import context, full, titles

from pathwayctl.handouts.risks.risk_breakdown import likelihood_words, view
from pathwayctl.model.risks import Risk


def risk(number: int, **given: Any) -> dict[str, Any]:
    return {"id": f"r{number}", "title": f"R{number}", "kind": "internal", "category": "Money", **given}


def test_a_risk_with_everything() -> None:
    internal, external = view(full()).groups
    assert (internal.label, external.label) == ("Internal risks", "External risks")
    assert internal.categories[0].label == "Technology"
    assert internal.categories[0].risks.rows == (
        (
            "1. Late data",
            "Threat\nDelays 1.1 Draft by 1 to 5 working days, likely 2",
            "High (30%)",
            "Medium",
            "A month",
            "Begin early",
            "No reply",
            "Lee Park",
            "A test",
        ),
    )
    assert external.categories[0].risks[0][1] == "Opportunity\nBrings forward 1.2 Agree by 1 working day"


def test_categories_come_together_whatever_their_capitals() -> None:
    page = view(
        context(
            risks=[risk(1), risk(2, category="People"), risk(3, category=" money ")],
        )
    )
    assert [(one.label, [row[0] for row in one.risks]) for one in page.groups[0].categories] == [
        ("Money", ["1. R1", "3. R3"]),
        ("People", ["2. R2"]),
    ]
    assert [row[0] for row in page.risks][:5] == [
        "Internal risks: Money", "1. R1", "3. R3", "Internal risks: People", "2. R2",
    ]  # fmt: skip
    assert page.risks.marks[:5] == ("summary", "", "", "summary", "")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, ""),
        ({"likelihood": "low"}, "Low"),
        ({"probability": 0.125}, "12.5%"),
        ({"probability": 1}, "100%"),
        ({"probability": 0}, "0%"),
        ({"likelihood": "high", "probability": 0.8}, "High (80%)"),
    ],
)
def test_likelihood_in_words(given: dict[str, Any], words: str) -> None:
    assert likelihood_words(Risk.model_validate(risk(1, **given))) == words


def test_the_matrix_counts_and_names() -> None:
    page = view(
        context(
            risks=[
                risk(1, likelihood="high", impact="low"),
                risk(2, likelihood="high", impact="low", effect="opportunity"),
                risk(3, likelihood="low", impact="high"),
                risk(4, likelihood="low"),
            ]
        )
    )
    assert titles(page.matrix) == ("Likelihood", "Low impact", "Medium impact", "High impact")
    assert page.matrix.rows == (
        ("High", "2 risks\n1. R1\n2. R2 (opportunity)", "—", "—"),
        ("Medium", "—", "—", "—"),
        ("Low", "—", "—", "1 risk\n3. R3"),
    )


def test_what_is_missing() -> None:
    page = view(context(risks=[risk(1, owner="a", response="Do", likelihood="low", impact="low"), risk(2)]))
    assert page.gaps == (
        "No owner yet: R2.",
        "No response yet: R2.",
        "Not in the matrix, because the likelihood or the impact is missing: R2.",
    )


def test_a_delay_of_a_task_that_is_gone_keeps_its_id() -> None:
    page = view(context(risks=[risk(1, delays=[{"task": "gone", "by": "1w"}])]))
    assert page.groups[0].categories[0].risks[0][1] == "Threat\nDelays gone by 5 working days"


def test_an_empty_plan_leaves_room_in_both_groups() -> None:
    page = view(context())
    assert [group.categories[0].risks[0] for group in page.groups] == [("1", *[""] * 8)] * 2
    assert page.gaps == ()


def test_closed_risks_leave_the_matrix_and_very_high_ones_get_a_column() -> None:
    risk = {"kind": "internal", "category": "Data", "impact": "medium"}
    plan = context(
        {"risk_tolerance": "No delay of the launch"},
        risks=[
            {"id": "a", "title": "A", **risk, "likelihood": "very-high"},
            {"id": "b", "title": "B", **risk, "closed": "2027-01-05", "result": "Did not happen"},
        ],
    )
    page = view(plan)
    assert page.facts == (("Tolerance of the project", "No delay of the launch"),)
    assert [row[0] for row in page.matrix.rows] == ["Very high", "High", "Medium", "Low"]
    assert page.closed.rows == (("B", "Jan 5, 2027", "Did not happen"),)
    assert [
        row[0].partition(". ")[2]
        for group in page.groups
        for one in group.categories
        for row in one.risks.rows
        if row[1]
    ] == ["A"]
