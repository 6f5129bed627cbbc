"""Fields that take one id or a list: the first counts, the others are named with it."""

from __future__ import annotations

from pathwayctl.model.goals import Goal
from pathwayctl.model.one_or_more import ids_of


def goal(owner: object) -> Goal:
    return Goal.model_validate({"id": "g", "title": "A goal", "owner": owner})


def test_one_id_is_that_id() -> None:
    assert goal("dana-ruiz").owner == "dana-ruiz"
    assert ids_of(goal("dana-ruiz").owner) == ("dana-ruiz",)
    assert ids_of(goal(None).owner) == ()


def test_of_a_list_the_first_counts() -> None:
    owner = goal(["dana-ruiz", "lee-park"]).owner
    assert owner == "dana-ruiz"
    assert {owner: 1}["dana-ruiz"] == 1
    assert ids_of(owner) == ("dana-ruiz", "lee-park")
