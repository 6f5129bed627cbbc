from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import pytest
from handout_plans import full, texts
from hypothesis import given
from hypothesis import strategies as st

from pathwayctl.catalog.terms import fill_text
from pathwayctl.handouts.handout import filled
from pathwayctl.handouts.registry import HANDOUTS

TERMS = {"college": "Front Range", "school-district": "St. Vrain", "college-name": "FRCC"}


class Pair(NamedTuple):
    one: str
    two: int


@dataclass(frozen=True, slots=True)
class Small:
    text: str
    deep: tuple[tuple[str, ...], ...]
    pair: Pair
    number: int | None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("At [COLLEGE]", "At Front Range"),
        ("[SCHOOL/DISTRICT] and [COLLEGE NAME]", "St. Vrain and FRCC"),
        ("[college]", "Front Range"),
        ("[DATE] stays", "[DATE] stays"),
        ("[#] and [] and [ and ]", "[#] and [] and [ and ]"),
        ("[[COLLEGE]]", "[Front Range]"),
        ("[COLLEGE](https://example.org)", "[COLLEGE](https://example.org)"),
    ],
)
def test_known_placeholders_are_filled_and_others_stay(text: str, words: str) -> None:
    assert fill_text(text, TERMS) == words


def test_a_term_is_not_filled_again() -> None:
    assert fill_text("[A]", {"a": "[B]", "b": "[A]"}) == "[B]"


def test_the_work_plans_own_placeholders_take_other_terms_too() -> None:
    terms = {"district": "St. Vrain", "students": "24"}
    assert fill_text("[#] of [SCHOOL/DISTRICT] at [COLLEGE]", terms) == "24 of St. Vrain at [COLLEGE]"


def test_filling_reaches_every_depth_and_keeps_the_shape() -> None:
    view = Small("[COLLEGE]", (("a", "[COLLEGE]"), ()), Pair("[COLLEGE]", 1), None)
    assert filled(view, TERMS) == Small(
        "Front Range", (("a", "Front Range"), ()), Pair("Front Range", 1), None
    )
    assert type(filled(view, TERMS).pair) is Pair


def test_without_terms_the_view_is_given_back() -> None:
    view = Small("[COLLEGE]", (), Pair("", 0), 1)
    assert filled(view, {}) is view


@given(st.text(alphabet="[]AB#/\n(", max_size=30))
def test_no_text_can_upset_it(text: str) -> None:
    assert fill_text(text, {}) == text
    assert fill_text(text, {"a": "x"}).count("\n") == text.count("\n")


def test_every_handout_uses_the_terms() -> None:
    plan = full("{} at [COLLEGE]")
    for handout in HANDOUTS:
        shown = [text for page in handout.pages(plan) for text in texts(page)]
        assert any("at Front Range" in text for text in shown), handout.id
        assert not any("at [COLLEGE]" in text for text in shown), handout.id
