from __future__ import annotations

from typing import Any

import pytest
from handout_plans import context, full, titles

from pathwayctl.handouts.outreach.communications import frequency_words, view
from pathwayctl.handouts.sharing import shared
from pathwayctl.model.outreach import Communication
from pathwayctl.model.vocabulary import Audience


def test_a_line_of_the_plan() -> None:
    assert view(full()).audiences.rows == (
        (
            "Families",
            "It pays",
            "Flyers",
            "",
            "At term start (at least: quarterly)",
            "Lee Park",
            "Jan 4, 2027",
        ),
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, ""),
        ({"frequency": "Often"}, "Often"),
        ({"cadence": "twice-a-year"}, "Twice a year"),
        ({"frequency": "Monthly letters", "cadence": "monthly"}, "Monthly letters"),
        ({"frequency": "Before each term", "cadence": "monthly"}, "Before each term (at least: monthly)"),
    ],
)
def test_frequency_in_words(given: dict[str, Any], words: str) -> None:
    item = Communication.model_validate({"id": "c", "audience": "A", **given})
    assert frequency_words(item) == words


def test_engagement_is_told_in_words() -> None:
    page = view(full())
    assert page.engagement
    assert titles(page.engagement) == (
        "Stakeholder",
        "Unaware",
        "Resistant",
        "Neutral",
        "Supportive",
        "Leading",
    )
    assert page.engagement.rows == (
        ("Dana Ruiz", "", "", "Current", "", "Desired"),
        ("Lee Park", "", "", "", "Current and desired", ""),
        ("Total", *("0 now\n0 desired",) * 2, "1 now\n0 desired", "1 now\n1 desired", "0 now\n1 desired"),
    )
    assert page.moves == ("Dana Ruiz: from Neutral to Leading, 2 levels up",)


def test_nobody_is_moved_down() -> None:
    person = {"id": "a", "name": "A", "engagement": {"current": "leading", "desired": "supportive"}}
    page = view(context(people=[person]))
    assert page.engagement
    assert page.engagement.rows[0] == ("A", "", "", "", "Desired", "Current")
    assert page.moves == ()


def test_categories_that_no_audience_reaches() -> None:
    assert view(full()).gaps == (
        "No audience includes K-12, Postsecondary, Career and Technical Education, Adult Education, "
        "Business / Industry / Workforce, or Policymaker / Legislative.",
    )


def test_people_whose_engagement_nobody_noted() -> None:
    page = view(context(people=[{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]))
    assert page.gaps == ("No level of engagement recorded yet: A and B.",)


def test_an_empty_plan_leaves_room() -> None:
    page = view(context())
    assert page.audiences[0] == ("1", *[""] * 6)
    assert page.engagement
    assert page.engagement.rows[0] == ("1", *[""] * 5)
    assert page.moves == page.gaps == ()


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.PARTNERS])
def test_who_is_engaged_is_for_the_staff_alone(audience: Audience) -> None:
    page = view(shared(full(), audience))
    assert page.engagement is None
    assert page.moves == ()
    assert not any("engagement" in gap for gap in page.gaps)
