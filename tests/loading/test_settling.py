"""What does not fit is taken out of a section: nothing else is, and positions stay right."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import MakeProject
from pathwayctl.loading.message_context import MessageContext
from pathwayctl.loading.project import load
from pathwayctl.loading.validation import Removed, as_written, settle


def taken_out(name: str, value: Any) -> tuple[Any, list[tuple[str, tuple[str | int, ...]]], Removed]:
    removed: Removed = {}
    model, problems = settle(name, MessageContext({name: value}), removed, set(), set())
    return model, [(problem.rule.code, problem.path) for problem in problems], removed


def test_a_list_that_an_alias_repeats_is_changed_in_each_place_alone(make_project: MakeProject) -> None:
    text = (
        "people:\n"
        "  - {id: a, name: A, category: cte, stages: &s [nonsense, evaluation]}\n"
        "  - {id: b, name: B, category: cte, stages: *s}\n"
        "  - {id: c, name: C, category: cte, stages: *s}\n"
    )
    loaded = load(make_project({"a.yaml": text}))
    assert [[stage.value for stage in person.stages] for person in loaded.plan.people] == [["evaluation"]] * 3
    assert [(one.code, one.position.line) for one in loaded.findings] == [
        ("PW206", 2),
        ("PW206", 3),
        ("PW206", 4),
    ]


def test_positions_stay_right_over_several_rounds() -> None:
    entries = [
        {"id": "a", "title": "A", "consulted": [1, "x", 2, "y"]},
        5,
        {"id": "b", "title": " "},
        {"id": "c", "title": "C", "consulted": [3, "z"]},
    ]
    model, problems, removed = taken_out("tasks", entries)
    assert [task.id for task in model] == ["a", "c"]
    assert [path for _, path in problems] == [
        ("tasks", 0, "consulted", 0),
        ("tasks", 0, "consulted", 2),
        ("tasks", 1),
        ("tasks", 2, "title"),
        ("tasks", 3, "consulted", 0),
    ]
    assert as_written(("tasks", 1, "consulted", 0), removed) == ("tasks", 3, "consulted", 1)
    assert as_written(("tasks", 0, "consulted", 1), removed) == ("tasks", 0, "consulted", 3)


def test_a_list_that_lost_all_its_entries_takes_its_holder_along_and_not_the_section() -> None:
    model, problems, _ = taken_out("calendar", {"working_days": ["Monday", "Friday"], "holidays": "US-CO"})
    assert [code for code, _ in problems] == ["PW206", "PW206"]
    assert model.holidays == "US-CO"
    assert len(model.working_days) == 5


def test_a_list_of_blanks_alone_is_still_too_short() -> None:
    _, problems, _ = taken_out("calendar", {"working_days": [None]})
    assert problems == [("PW204", ("calendar", "working_days"))]


@pytest.mark.parametrize("blank", ["", " ", "\n\n", "\u2003"])
def test_blank_texts_count_as_left_out_unless_they_are_needed(blank: str) -> None:
    entries = [{"id": "a", "title": "A", "detail": blank, "outcome": blank}, {"id": "b", "title": blank}]
    model, problems, _ = taken_out("tasks", entries)
    assert problems == [("PW216", ("tasks", 1, "title"))]
    assert [(task.id, task.detail, task.outcome) for task in model] == [("a", None, None)]


def test_many_mistakes_are_placed_without_counting_them_again_for_each() -> None:
    entries: list[Any] = [5 if number % 2 else {"id": f"t{number}", "title": "T"} for number in range(20_000)]
    model, problems, removed = taken_out("tasks", entries)
    assert len(model) == len(problems) == 10_000
    assert as_written(("tasks", 9_999), removed) == ("tasks", 19_998)
