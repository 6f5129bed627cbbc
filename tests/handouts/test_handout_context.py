from __future__ import annotations

from typing import Any

import pytest
from handout_plans import context, full

from pathwayctl.evidence.partners.stakeholders import stakeholders
from pathwayctl.handouts.context import status_words
from pathwayctl.model.vocabulary import StakeholderCategory


def test_names_of_people_and_organizations() -> None:
    plan = full()
    assert plan.name("dana") == "Dana Ruiz"
    assert plan.name("shop") == "Shop"
    assert plan.name("nobody") == "nobody"
    assert plan.name(None) == ""
    assert plan.names(["lee", "nobody"]) == "Lee Park, nobody"


def test_the_category_is_ones_own_or_else_the_organizations() -> None:
    plan = context(
        organizations=[{"id": "o", "name": "O", "category": "cte"}],
        people=[
            {"id": "a", "name": "A", "organization": "o"},
            {"id": "b", "name": "B", "organization": "o", "category": "k-12"},
            {"id": "c", "name": "C", "organization": "unknown"},
        ],
    )
    categories = [plan.index.category_of(person) for person in plan.plan.people]
    assert categories == [StakeholderCategory.CTE, StakeholderCategory.K12, None]
    represented = plan.index.ask(stakeholders).represented
    assert [one.category for one in represented] == [StakeholderCategory.K12, StakeholderCategory.CTE]


def test_an_organization_without_people_is_no_sector_yet() -> None:
    plan = context(organizations=[{"id": "o", "name": "O", "category": "cte"}])
    assert not plan.index.ask(stakeholders).represented


def test_a_task_serves_the_requirement_of_the_nearest_summary_above() -> None:
    plan = context(
        requirements=[
            {"id": "r", "title": "R", "area": "partnerships"},
            {"id": "q", "title": "Q", "area": "partnerships"},
        ],
        tasks=[
            {"id": "a", "title": "A", "requirement": "r", "tasks": [
                {"id": "b", "title": "B", "tasks": [{"id": "c", "title": "C", "duration": "1d"}]},
                {"id": "d", "title": "D", "requirement": "q", "duration": "1d"},
                {"id": "e", "title": "E", "duration": "1d"},
            ]},
            {"id": "f", "title": "F", "duration": "1d"},
        ],
    )  # fmt: skip
    assert plan.index.requirement_of == {"a": "r", "b": "r", "c": "r", "d": "q", "e": "r"}
    assert {key: [task.id for task in tasks] for key, tasks in plan.tasks_by_requirement.items()} == {
        "r": ["a", "b", "c", "e"],
        "q": ["d"],
    }
    assert [plan.requirement_title(task) for task in plan.schedule.tasks] == ["R", "R", "R", "Q", "R", ""]
    assert plan.indents == (0, 1, 2, 1, 1, 0)


def test_what_was_dropped_does_not_count() -> None:
    plan = context(
        tasks=[
            {"id": "a", "title": "A", "tasks": [
                {"id": "b", "title": "B", "status": "dropped"},
                {"id": "c", "title": "C", "tasks": [{"id": "d", "title": "D"}]},
            ]},
            {"id": "e", "title": "E", "tasks": [{"id": "f", "title": "F", "status": "dropped"}]},
            {"id": "g", "title": "G"},
        ]
    )  # fmt: skip
    assert [task.id for task in plan.live] == ["a", "c", "d", "g"]
    assert [task.id for task in plan.leaves] == ["d", "g"]


def test_a_very_deep_tree_stays_on_the_paper() -> None:
    task: dict[str, Any] = {"id": "t20", "title": "T", "duration": "1d"}
    for level in reversed(range(20)):
        task = {"id": f"t{level}", "title": "T", "tasks": [task]}
    assert max(context(tasks=[task]).indents) == 8


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([], "—"),
        (["a"], "1"),
        (["a", "b"], "1, 2"),
        (["a SS"], "1 (start to start)"),
        (["a FS+1d"], "1 (1 working day later)"),
        (["a FS-2w"], "1 (2 working weeks earlier)"),
        (["a FF+3ed", "b SF+1ew"], "1 (finish to finish, 3 days later), 2 (start to finish, 1 week later)"),
    ],
)
def test_what_a_task_waits_for_in_words(entries: list[str], words: str) -> None:
    plan = context(
        tasks=[
            {"id": "a", "title": "A", "duration": "20d"},
            {"id": "b", "title": "B", "duration": "20d"},
            {"id": "c", "title": "C", "duration": "20d", "depends_on": entries},
        ]
    )
    assert plan.waits_for(plan.schedule.by_id["c"]) == words


def test_status_in_words() -> None:
    plan = full()
    assert status_words(plan.schedule.by_id["draft"]) == "In progress, 40% done"
    assert status_words(plan.schedule.by_id["agree"]) == "Planned"


def test_an_id_without_a_task_stands_for_itself() -> None:
    assert context().wbs("gone") == "gone"


def test_the_week_is_that_of_the_calendar() -> None:
    assert context().week == 5
    assert context(calendar={"working_days": ["mon", "tue", "wed", "thu"]}).week == 4
