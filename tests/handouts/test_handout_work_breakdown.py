from __future__ import annotations

from typing import Any

import pytest
from handout_plans import context, full

from pathwayctl.evidence.work.sufficiency import sufficiency
from pathwayctl.handouts.work.work_breakdown import view

NEED = {"id": "r", "title": "R", "area": "partnerships"}


def test_a_requirement_with_its_tasks_and_totals() -> None:
    part = view(full()).requirements[0]
    assert part.heading == "Requirement 1 of 3: Certificate"
    assert part.facts == (
        ("Area", "Postsecondary opportunities"),
        ("Status", "Needed"),
        ("Industries", "Machining"),
        ("Owner", "Dana Ruiz"),
    )
    assert part.detail == "A year long"
    assert part.grid.rows == (
        ("1", "Build", "", "—", "$1,200", "", "—", "—", "—"),
        ("1.1", "Draft", "A draft", "2 to 5, likely 3", "$1,200", "Dana Ruiz", "Yes", "Yes", "Yes"),
        ("1.2", "Agree", "", "5", "", "", "No", "No", "No"),
        ("Total", "", "", "7 to 10, likely 8", "$1,200", "", "1 of 2", "1 of 2", "1 of 2"),
    )
    assert part.grid.indents == (0, 1, 1, 0)
    assert part.grid.marks == ("summary", "", "", "total")
    assert part.gap == part.note == ""


def test_a_requirement_without_tasks_is_flagged_and_has_room() -> None:
    exists, needed = view(full()).requirements[1:]
    assert (exists.gap, needed.note) == ("", "")
    assert exists.note == "This exists already, and no work is planned for it."
    assert needed.gap.startswith("No task serves this requirement yet.")
    assert needed.grid.rows[0] == ("1", *[""] * 8)


def test_the_summary_of_the_page() -> None:
    assert view(full()).facts == (
        ("Requirements", "3"),
        ("Smallest tasks", "4"),
        ("Broken down far enough", "2 of 4"),
        ("Cost estimated so far", "$1,200"),
    )


def test_tasks_that_serve_no_requirement_come_at_the_end() -> None:
    assert view(full()).others.rows == (("2", "Signed", "Hill College"), ("3", "Meet", ""))


def test_tasks_of_several_branches_keep_their_numbers_and_their_tree() -> None:
    page = view(
        context(
            requirements=[NEED],
            tasks=[
                {"id": "a", "title": "A", "tasks": [
                    {"id": "b", "title": "B", "requirement": "r", "tasks": [
                        {"id": "c", "title": "C", "duration": "1d"},
                    ]},
                    {"id": "d", "title": "D", "duration": "1d"},
                ]},
                {"id": "e", "title": "E", "requirement": "r", "duration": "1d"},
            ],
        )
    )  # fmt: skip
    grid = page.requirements[0].grid
    assert [row[0] for row in grid.rows] == ["1.1", "1.1.1", "2", "Total"]
    assert grid.indents == (0, 1, 0, 0)
    assert page.others.rows == (("1.2", "D", ""),)


def test_what_was_dropped_is_not_added_up() -> None:
    page = view(
        context(
            requirements=[NEED],
            tasks=[
                {"id": "a", "title": "A", "requirement": "r", "duration": "2d", "cost": 10.0},
                {
                    "id": "b",
                    "title": "B",
                    "requirement": "r",
                    "duration": "3d",
                    "cost": 20.0,
                    "status": "dropped",
                },
            ],
        )
    )
    rows = page.requirements[0].grid.rows
    assert rows[1][:2] == ("2", "B (dropped)")
    assert rows[1][6:] == ("—", "—", "—")
    assert rows[-1][3:5] == ("2", "$10")
    assert page.facts[1] == ("Smallest tasks", "1")


def test_a_requirement_whose_tasks_were_all_dropped_is_flagged() -> None:
    task = {"id": "a", "title": "A", "requirement": "r", "status": "dropped"}
    (part,) = view(context(requirements=[NEED], tasks=[task])).requirements
    assert part.grid.rows[0][1] == "A (dropped)"
    assert part.grid.rows[1] == ("Total", "", "", "0", "$0", "", "0 of 0", "0 of 0", "0 of 0")
    assert part.gap


@pytest.mark.parametrize(
    ("given", "answers"),
    [
        ({}, (False, False, False)),
        ({"duration": "2d"}, (False, False, False)),
        ({"cost": 5.0}, (False, False, False)),
        ({"duration": "2d", "cost": 0.0}, (True, False, False)),
        ({"duration": "0d"}, (True, False, False)),
        ({"owner": "a"}, (False, False, False)),
        ({"owner": "a", "detail": "How"}, (False, True, False)),
        ({"assigned": ["a"], "outcome": "What"}, (False, True, False)),
        ({"detail": "How", "outcome": "What"}, (False, False, False)),
        ({"owner": "a", "outcome": "What"}, (False, True, True)),
    ],
)
def test_the_three_questions(given: dict[str, Any], answers: tuple[bool, bool, bool]) -> None:
    plan = context(people=[{"id": "a", "name": "A"}], tasks=[{"id": "t", "title": "T", **given}])
    assert sufficiency(plan.schedule.tasks[0].task).answers == answers


def test_costs_are_in_the_projects_currency() -> None:
    task = {"id": "t", "title": "T", "requirement": "r", "duration": "1d", "cost": 12.5}
    page = view(context({"currency": "CAD"}, requirements=[NEED], tasks=[task]))
    assert page.requirements[0].grid.rows[0][4] == "12.50 CAD"


def test_an_empty_plan_gives_a_blank_form() -> None:
    page = view(context())
    assert page.blank[0] == ("1", *[""] * 8)
    assert (page.requirements, page.others.rows) == ((), ())
    assert view(full()).blank.rows == ()


def test_a_milestone_takes_no_time() -> None:
    task = {"id": "t", "title": "T", "requirement": "r", "duration": "0d"}
    assert view(context(requirements=[NEED], tasks=[task])).requirements[0].grid.rows[0][3] == "Milestone"
