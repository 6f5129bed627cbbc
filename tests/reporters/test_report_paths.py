"""What is nearly critical, and several critical paths, as the schedule tells of them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from report_plans import scheduled, written

sys.path.insert(0, str(Path(__file__).parents[1] / "scheduling"))
from plans import task

TWO = [
    task("kickoff", "1d", title="Hold the kickoff meeting of the partners"),
    task("charter", "4d", "kickoff"),
    task("survey", "2d"),
    task("report", "3d", "survey"),
    task("sign-off", "1d", "charter", "report"),
]


def named(tasks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**one, "title": one["title"].capitalize()} for one in tasks]


def test_a_path_of_one_task_is_told_to_be_by_itself() -> None:
    tasks = [task("a", "5d"), task("b", "1d", "a"), task("c", "6d")]
    text = written("table", scheduled(named(tasks)))
    assert "  3 C (by itself: no critical task is before or after it)\n" in text
    assert "To see what is overdue" not in text  # nothing is, before there is a status date


def test_two_paths_are_told_below_the_table() -> None:
    text = written("table", scheduled(named(TWO)))
    assert (
        "There are 2 critical paths:\n"
        "  1 Hold the kickoff meetin… → 2 Charter → 5 Sign-off\n"
        "  3 Survey → 4 Report → 5 Sign-off\n"
    ) in text


def test_one_path_goes_without_saying() -> None:
    assert "critical paths" not in written("table", scheduled([task("a", "2d"), task("b", "1d", "a")]))


def test_of_many_paths_the_longest_are_told_where_they_differ() -> None:
    tasks = [task("t", "1d"), task("u", "1d", "t")]
    last = "u"
    for n in range(3):
        tasks += [task(f"a{n}", "1d", last), task(f"b{n}", "1d", last), task(f"c{n}", "1d", f"a{n}", f"b{n}")]
        last = f"c{n}"
    text = written("table", scheduled(tasks), 200)
    assert "There are 8 critical paths; the longest 3 are:" in text
    assert "\n  1 t → … → 9 a2 → … → 11 c2\n" in text or "→ … →" in text


def test_json_lists_the_paths() -> None:
    found = json.loads(written("json", scheduled(TWO)))
    assert list(found)[3:5] == ["critical_path", "critical_paths"]
    assert found["critical_paths"] == [["kickoff", "charter", "sign-off"], ["survey", "report", "sign-off"]]


@pytest.mark.parametrize(
    ("days", "near", "shown"),
    [(3, 5, "3d near"), (5, 5, "5d near"), (6, 5, "6d"), (12, 20, "12d near"), (120, 200, "120 near")],
)
def test_what_is_nearly_critical_says_so(days: int, near: int, shown: str) -> None:
    tasks = [task("long", f"{days + 1}d"), task("short", "1d"), task("past", "1d", status="dropped")]
    text = written("table", scheduled(tasks, near_critical_float=near))
    row = next(line for line in text.splitlines() if line.startswith("2 short"))
    assert row.endswith(f" {shown}")
    said = f"1 task is nearly critical (near): {near} days of float or less."
    assert (said in text) == (days <= near)
