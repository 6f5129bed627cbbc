from __future__ import annotations

from handout_plans import context, full

from pathwayctl.handouts.partners.engagement import HANDOUT, view
from pathwayctl.model.vocabulary import Audience


def person(key: str, current: str, desired: str) -> dict[str, object]:
    return {"id": key, "name": key.upper(), "engagement": {"current": current, "desired": desired}}


def test_it_is_for_the_staff_alone() -> None:
    assert HANDOUT.audience is Audience.INTERNAL


def test_the_grid_in_words_and_how_many_are_on_each_level() -> None:
    page = view(full())
    assert page.grid.rows == (
        ("Dana Ruiz", "", "", "Current", "", "Desired"),
        ("Lee Park", "", "", "", "Current and desired", ""),
        ("Total", *["0 now\n0 desired"] * 2, "1 now\n0 desired", "1 now\n1 desired", "0 now\n1 desired"),
    )
    assert page.grid.marks == ("", "", "total")
    assert page.total == "1 person should become more engaged, by 2 levels in all."
    assert page.unknown == ""


def test_those_with_most_levels_to_go_come_first() -> None:
    people = [
        person("a", "neutral", "supportive"),
        person("b", "unaware", "leading"),
        person("c", "leading", "neutral"),
    ]
    page = view(context(people=[*people, {"id": "d", "name": "D"}]))
    assert page.steps.rows == (
        ("B", "Unaware", "Leading", "4", "", ""),
        ("A", "Neutral", "Supportive", "1", "", ""),
    )
    assert page.total == "2 people should become more engaged, by 5 levels in all."
    assert page.unknown == "No level of engagement recorded yet: D."


def test_when_nobody_has_to_move() -> None:
    page = view(context(people=[person("a", "leading", "leading")]))
    assert page.total == "Everyone whose level is recorded is as engaged as they should be."
    assert page.steps.rows == ()


def test_an_empty_plan_leaves_room_and_explains_the_levels() -> None:
    page = view(context())
    assert page.grid.rows[0] == ("1", *[""] * 5)
    assert page.steps[0] == ("1", *[""] * 5)
    assert page.total == ""
    assert [name for name, _ in page.levels] == ["Unaware", "Resistant", "Neutral", "Supportive", "Leading"]


def test_a_project_of_another_guide_gets_it_only_with_levels() -> None:
    sector = {"guides": ["sector"]}
    assert HANDOUT.pages(context(sector)) == ()
    assert HANDOUT.pages(context(sector, people=[person("a", "neutral", "leading")]))
