"""A project through the front door: what it gives, and how it says that it cannot."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conftest import HEAD, MakeProject
from pathwayctl import Guide, Order, ProjectError, ProjectNotFoundError, open_project

TASKS = """\
people:
  - {id: dana, name: Dana Ruiz}
tasks:
  - {id: draft, title: Draft the charter, duration: {low: 3d, likely: 5d, high: 12d}, assigned: [dana]}
  - {id: plan, title: Plan the launch, duration: 5d, assigned: [dana]}
  - {id: launch, title: Launch, duration: 1d, depends_on: [draft, plan]}
"""


def test_a_project_is_found_from_anywhere_inside_it(make_project: MakeProject) -> None:
    root = make_project({"work/plan.yaml": TASKS})
    for place in (root, str(root), root / "work", root / "work" / "plan.yaml"):
        assert open_project(place).root == root


def test_where_there_is_no_project_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectNotFoundError, match=r"No pathway\.yaml in"):
        open_project(tmp_path)


def test_all_that_a_sound_project_gives(make_project: MakeProject) -> None:
    project = open_project(make_project({"work.yaml": TASKS}))
    assert project.errors == ()
    assert project.schedule.finish == date(2027, 1, 11)
    assert project.why("launch").row == 2
    assert project.simulate(200).runs == 200
    assert project.guidance(Guide.SECTOR).guide is Guide.SECTOR
    assert project.compare() is None
    assert [one.name for one in project.pages(Order(handouts=("4b",), formats=("md",))).files]


def test_everything_follows_the_levelled_schedule(make_project: MakeProject) -> None:
    project = open_project(make_project({"work.yaml": TASKS}))
    levelled = project.with_schedule(project.level().schedule)
    assert levelled.schedule.finish == date(2027, 1, 18)
    assert levelled.freeze("later").finish == date(2027, 1, 18)
    assert project.schedule.finish == date(2027, 1, 11)


def test_a_project_with_errors_has_findings_and_no_dates(make_project: MakeProject) -> None:
    project = open_project(make_project({"work.yaml": TASKS.replace("[draft, plan]", "[drafts]")}))
    assert [one.code for one in project.errors] == ["PW302"]
    for use in (lambda: project.schedule, project.simulate, project.level, lambda: project.why("launch")):
        with pytest.raises(ProjectError, match="has errors") as raised:
            use()
        assert raised.value.findings == project.errors
        assert "work.yaml" in raised.value.texts


def test_a_task_that_no_order_of_work_can_place_is_named(make_project: MakeProject) -> None:
    work = TASKS.replace("title: Launch, duration: 1d", "title: Launch, duration: 1d, assigned: {dana: 2}")
    project = open_project(make_project({"work.yaml": work}))
    with pytest.raises(ProjectError, match="capacity") as raised:
        project.level()
    assert {one.file for one in raised.value.findings} == {"work.yaml"}


def test_a_baseline_that_cannot_be_read_is_a_finding_and_cannot_be_compared_with(
    make_project: MakeProject,
) -> None:
    root = make_project(
        {"pathway.yaml": f"{HEAD}  baseline: old\n", "work.yaml": TASKS, "baselines/old.yaml": "nonsense\n"}
    )
    project = open_project(root)
    assert {one.file for one in project.errors} == {"baselines/old.yaml"}
    with pytest.raises(ProjectError, match="baseline cannot be read") as raised:
        project.compare()
    assert list(raised.value.texts) == ["baselines/old.yaml"]
