"""The facts of a network diagram: boxes, arrows, groups, and the table that says the same."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from handout_plans import PLANS, context, full

from pathwayctl.handouts.schedule.network_chart import NetworkChart, network
from pathwayctl.handouts.schedule.network_page import COLUMNS, in_words, network_rows


def chart(*tasks: dict[str, Any], **project: Any) -> NetworkChart:
    made = network(context(project, tasks=list(tasks)))
    assert made is not None
    return made


def task(name: str, *waits: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": name.upper(), "duration": "2d", "depends_on": list(waits), **more}


def arrows(made: NetworkChart) -> list[tuple[str, str, str]]:
    """The arrows by the names of their ends; ``member`` for those that join a summary with its tasks."""
    return [
        (
            made.nodes[edge.before].name,
            made.nodes[edge.after].name,
            "member" if edge.member else edge.words,
        )
        for edge in made.edges
    ]


def test_no_tasks_no_network() -> None:
    assert network(context()) is None


def test_a_box_for_each_task_and_none_for_a_summary_that_nothing_is_linked_to() -> None:
    made = network(full())
    assert made is not None
    assert [(node.name, node.kind) for node in made.nodes] == [
        ("1.1", "task"),
        ("1.2", "task"),
        ("2", "milestone"),
        ("3", "task"),
    ]
    assert arrows(made) == [("1.1", "1.2", ""), ("1.2", "2", "SS+2d"), ("1.1", "2", "")]
    assert [node.group for node in made.nodes] == [0, 0, -1, -1]
    assert made.groups == ("1 Build",)
    first = made.nodes[0]
    assert (first.title, first.owner, first.days, first.start) == ("Draft", "Dana Ruiz", 3, date(2027, 1, 4))


def test_links_on_and_of_a_summary_run_through_boxes_for_its_ends() -> None:
    made = chart(
        task("a"),
        {"id": "s", "title": "S", "depends_on": ["a FS+1w"], "tasks": [task("b"), task("c", "b"), task("d")]},
        task("e", "s"),
        task("f", "s SS"),
        task("g", "s FF", "s SF-1ed"),
    )
    assert arrows(made) == [
        ("1", "start of 2", "+1w"),
        ("2.1", "2.2", ""),
        ("end of 2", "3", ""),
        ("start of 2", "4", "SS"),
        ("end of 2", "5", "FF"),
        ("start of 2", "5", "SF-1ed"),
        ("start of 2", "2.1", "member"),
        ("2.2", "end of 2", "member"),
        ("start of 2", "2.3", "member"),
        ("2.3", "end of 2", "member"),
    ]
    ends = {node.name: (node.kind, node.start, node.finish) for node in made.nodes}
    assert ends["start of 2"] == ("begin", date(2027, 1, 13), date(2027, 1, 18))
    assert ends["end of 2"][0] == "end"


def test_a_summary_in_a_summary_is_joined_to_the_nearest_that_is_linked() -> None:
    inner = {"id": "inner", "title": "Inner", "depends_on": ["a"], "tasks": [task("b")]}
    bare = {"id": "bare", "title": "Bare", "tasks": [task("c")]}
    made = chart(
        task("a"),
        {"id": "outer", "title": "Outer", "depends_on": ["a"], "tasks": [inner, bare]},
        task("d", "outer"),
        task("e", "inner"),
    )
    assert [arrow for arrow in arrows(made) if arrow[2] == "member"] == [
        ("start of 2", "start of 2.1", "member"),
        ("end of 2.1", "end of 2", "member"),
        ("start of 2.1", "2.1.1", "member"),
        ("2.1.1", "end of 2.1", "member"),
        ("start of 2", "2.2.1", "member"),
        ("2.2.1", "end of 2", "member"),
    ]


def test_the_links_that_place_critical_tasks_are_marked() -> None:
    made = chart(
        task("long", duration="9d"),
        task("short"),
        {"id": "s", "title": "S", "tasks": [task("end", "long", "short")]},
        task("after", "s"),
        task("beside", "long FF-9d"),
    )
    marked = {(made.nodes[e.before].name, made.nodes[e.after].name) for e in made.edges if e.critical}
    assert marked == {("1", "3.1"), ("end of 3", "4"), ("3.1", "end of 3")}


def test_what_was_dropped_and_links_that_lead_nowhere_are_left_out() -> None:
    made = chart(
        task("a", status="dropped"),
        task("b", "a", "nobody", "b"),
        {"id": "s", "title": "S", "tasks": [task("c", status="dropped")]},
        task("d", "s"),
    )
    assert [node.name for node in made.nodes] == ["2", "4"]
    assert made.edges == ()
    assert network(context(tasks=[task("a", status="dropped")])) is None


def test_what_is_done_says_so() -> None:
    made = chart(task("a", status="done"), task("b"))
    assert [node.done for node in made.nodes] == [True, False]


def test_critical_tasks_alone() -> None:
    tasks = [task("a", duration="9d"), task("b"), {"id": "s", "title": "S", "depends_on": ["a", "b"],
             "tasks": [task("c"), task("d", duration="1d")]}]  # fmt: skip
    made = network(context(tasks=tasks), critical_only=True)
    assert made is not None
    assert arrows(made) == [("1", "start of 3", ""), ("start of 3", "3.1", "member")]
    assert all(node.critical for node in made.nodes)
    loose = context({"finish_by": date(2027, 6, 1)}, tasks=[task("a")])
    assert network(loose, critical_only=True) is None


def test_groups_are_the_outermost_summaries_unless_one_holds_all() -> None:
    parts = [{"id": f"p{n}", "title": f"P{n}", "tasks": [task(f"t{n}")]} for n in (1, 2)]
    apart, whole = chart(*parts), chart({"id": "all", "title": "All", "tasks": parts})
    assert apart.groups == ("1 P1", "2 P2")
    assert whole.groups == ("1.1 P1", "1.2 P2")
    assert [node.group for node in whole.nodes] == [0, 1]
    assert chart(task("a")).groups == ()
    assert chart({"id": "s", "title": "S", "tasks": [task("a")]}).groups == ()


def test_the_table_says_the_same_as_the_drawing() -> None:
    made = chart(
        task("a", status="done"),
        {
            "id": "s",
            "title": "Sum",
            "depends_on": ["a SS+2d"],
            "tasks": [task("b"), task("m", duration="0d")],
        },
    )
    said = network_rows(made)
    assert {len(row) for row in said} == {len(COLUMNS)}
    assert in_words(made) == (
        "4 boxes and 3 arrows. Each task is to the right of its predecessors. "
        "2 boxes have a double border: critical."
    )
    assert said == (
        ("1", "A", "Jan 4, 2027", "Jan 5, 2027", "2 days", "Done", "—", "—", "start of 2 SS+2d"),
        (
            "2",
            "Start of: Sum",
            "Jan 5, 2027",
            "Jan 7, 2027",
            "2 days",
            "0 days",
            "Critical",
            "1 SS+2d",
            "2.1, 2.2",
        ),
        ("2.1", "B", "Jan 6, 2027", "Jan 7, 2027", "2 days", "0 days", "Critical", "start of 2", "—"),
        ("2.2", "M", "Jan 5, 2027", "Jan 5, 2027", "Milestone", "2 days", "—", "start of 2", "—"),
    )


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_has_its_network(name: str) -> None:
    made = network(PLANS[name]())
    assert (made is None) == (name == "empty")
    assert made is None or len(network_rows(made)) == len(made.nodes)
