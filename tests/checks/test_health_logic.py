"""Loose ends: what counts as driven and as waited for, and which tasks may begin and end a plan."""

from __future__ import annotations

from typing import Any

import pytest
from checking import codes, index_of, messages, only, problems
from hypothesis import given, settings
from hypothesis import strategies as st

from pathwayctl.checks.schedule.loose_ends import loose_ends
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.scheduling.strands import ties_of

LOOSE = {"PW611", "PW612", "PW613"}


def loose(text: str, **header: Any) -> dict[str, str]:
    """The code of each task with a loose end, by its title."""
    found = loose_ends(index_of(text, **header))
    return {problem.message.split("“")[1].split("”")[0]: problem.rule.code for problem in found}


def tasks(*links: str) -> str:
    """Tasks A, B, C and so on, each with its ``depends_on`` and perhaps more."""
    lines = []
    for name, more in zip("abcdefghij", links, strict=False):
        waits, _, rest = more.partition("|")
        fields = f", depends_on: [{waits}]" if waits else ""
        lines.append(f"  - {{id: {name}, title: {name.upper()}{fields}{f', {rest}' if rest else ''}}}")
    return "tasks:\n" + "\n".join(lines)


def test_a_chain_has_no_loose_ends() -> None:
    assert loose(tasks("", "a", "b")) == {}


def test_a_plan_of_one_task_is_whole() -> None:
    assert loose(tasks("")) == {}


def test_a_task_by_itself_is_said_once() -> None:
    assert loose(tasks("", "a", "")) == {"C": "PW611"}


def test_nothing_is_linked_at_all() -> None:
    assert loose(tasks("", "")) == {"A": "PW611", "B": "PW611"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("c, a", {}),
        ("c, a SS", {"A": "PW613"}),
        ("c, a FF", {}),
        ("c, a SF", {"A": "PW613"}),
        ("c, a FS+3ed", {}),
        ("c, a SS+3ed", {"A": "PW613"}),
    ],
)
def test_what_waits_for_a_finish(kind: str, expected: dict[str, str]) -> None:
    assert loose(tasks("c", kind, "", "b")) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("a", {}),
        ("a SS", {}),
        ("a FF", {"C": "PW612"}),
        ("a SF", {"C": "PW612"}),
        ("a FF+3ed", {"C": "PW612"}),
        ("a SS+3ed", {}),
    ],
)
def test_what_drives_a_start(kind: str, expected: dict[str, str]) -> None:
    assert loose(tasks("", "a", kind, "b, c")) == expected


def test_each_strand_has_its_own_beginning_and_end() -> None:
    assert loose(tasks("", "a", "", "c")) == {}


def test_of_two_ends_the_later_one_ends_the_strand() -> None:
    assert loose(tasks("", "a|duration: 3d", "a|duration: 9d")) == {"B": "PW613"}
    assert loose(tasks("", "a|duration: 9d", "a|duration: 3d")) == {"C": "PW613"}


def test_of_two_beginnings_the_first_in_the_plan_begins_the_strand() -> None:
    assert loose(tasks("", "", "a, b")) == {"B": "PW612"}


@pytest.mark.parametrize(
    "placed",
    [
        "date: 2027-01-06",
        "not_before: 2027-01-06",
        "as_late_as_possible: true",
        "status: in-progress, started: 2027-01-04",
        "status: done, started: 2027-01-04, finished: 2027-01-05",
    ],
)
def test_a_start_can_be_placed_by_other_means(placed: str) -> None:
    assert loose(tasks("", f"|{placed}", "a, b"), status_date="2027-01-06") == {}


def test_what_is_under_way_without_a_status_date_has_begun() -> None:
    assert loose(tasks("", "|status: in-progress, started: 2027-01-04", "a, b")) == {}


def test_what_is_held_on_a_date_ends_on_that_day_whatever_waits() -> None:
    assert loose(tasks("", "a", "a|date: 2027-01-06", "b")) == {}


def test_what_is_done_or_dropped_is_left_in_peace() -> None:
    done = "status: done, started: 2027-01-04, finished: 2027-01-05"
    assert loose(tasks("", "a", f"|{done}", "b"), status_date="2027-01-06") == {}
    assert loose(tasks("", "a", "|status: dropped", "b")) == {}


def test_a_dropped_task_waits_for_nothing() -> None:
    assert loose(tasks("", "a", "a|status: dropped", "b")) == {}
    assert loose(tasks("", "a|duration: 0d", "a|duration: 9d", "b, c|status: dropped")) == {"B": "PW613"}


def test_what_a_dropped_task_waits_for_is_not_waited_for() -> None:
    text = tasks("", "a|duration: 0d", "a|duration: 9d", "b FS+3ed|status: dropped")
    assert loose(text) == {"B": "PW613"}


def test_links_of_and_on_summaries_count_for_all_that_is_in_them() -> None:
    text = """
tasks:
  - {id: a, title: A}
  - id: part
    title: Part
    depends_on: [a]
    tasks:
      - {id: b, title: B}
      - id: inner
        title: Inner
        tasks: [{id: c, title: C}, {id: d, title: D}]
  - {id: e, title: E, depends_on: [part]}
"""
    assert loose(text) == {}
    assert loose(text.replace("    depends_on: [a]\n", "")) == {"A": "PW611", "C": "PW612", "D": "PW612"}
    assert loose(text.replace("[part]", "[a]")) == {"B": "PW613", "C": "PW613", "D": "PW613"}


def test_a_not_before_of_a_summary_places_what_is_in_it() -> None:
    text = """
tasks:
  - {id: a, title: A}
  - {id: b, title: B, depends_on: [a, c]}
  - id: part
    title: Part
    not_before: 2027-02-01
    tasks: [{id: c, title: C}]
"""
    assert loose(text) == {}


def test_an_elapsed_link_of_a_summary_joins_it() -> None:
    text = """
tasks:
  - {id: a, title: A}
  - id: part
    title: Part
    depends_on: [a FS+3ed]
    tasks: [{id: c, title: C, depends_on: [b]}, {id: b, title: B}]
  - {id: d, title: D}
"""
    assert loose(text) == {"D": "PW611"}


def test_a_wrong_name_in_a_link_is_mended_first() -> None:
    assert not codes(tasks("", "x")) & LOOSE


def test_a_plan_without_dates_is_not_looked_at() -> None:
    assert not list(loose_ends(index_of(tasks("b", "a"))))
    with pytest.raises(TypeError):
        _ = index_of(tasks(""), scheduled=False).ties


def test_many_are_told_together_with_the_place_of_the_first() -> None:
    problem = only(tasks(*[""] * 8), "PW611")
    assert problem.path == ("tasks", 0)
    assert problem.message.startswith("8 tasks have no link to the rest of the plan: “A”, “B”")


def test_few_are_told_one_by_one() -> None:
    assert messages(tasks("", "a", "", ""), "PW611") == [
        "The task “C” has no link to the rest of the plan.",
        "The task “D” has no link to the rest of the plan.",
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.integers(0, 9), max_size=3), min_size=2, max_size=9), st.data())
def test_no_task_stands_under_two_codes_and_each_strand_keeps_its_ends(
    waits: list[list[int]], data: st.DataObject
) -> None:
    kinds = st.sampled_from(["", " SS", " FF", " SF", " FS+2ed", " FF+1d"])
    text = "tasks:\n" + "\n".join(
        f"  - {{id: t{n}, title: T{n}, depends_on: "
        f"[{', '.join(f't{one}{data.draw(kinds)}' for one in sorted(set(links)) if one < n)}]}}"
        for n, links in enumerate(waits)
    )
    index = index_of(text)
    assert isinstance(index.schedule, Schedule)
    ties = ties_of(index.schedule)
    found = [problem for problem in problems(text) if problem.rule.code in LOOSE]
    alone = [problem.path for problem in found if problem.message.startswith("The task")]
    assert len(set(alone)) == len(alone)
    for problem in found:
        if problem.message.startswith("The task"):
            row = int(problem.path[1])
            assert problem.rule.code == "PW613" or not ties.driven[row]
            assert problem.rule.code == "PW612" or not ties.awaited[row]
