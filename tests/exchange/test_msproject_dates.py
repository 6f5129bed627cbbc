"""Dates of exported plans, calculated again by MPXJ's scheduler, which follows Microsoft Project's."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mpxj_oracle import java, read, reschedule, tasks
from msproject_files import elements, file_of, make_plan, plans, school_plans, task, tasks_by_id, text

from pathwayctl import Audience, ExportOrder, open_project
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.schedule import Schedule

EXAMPLES = sorted(Path("examples").iterdir())
Days = dict[str, tuple[date, date]]


@pytest.fixture(scope="module", autouse=True)
def _java() -> None:
    java()


def days_of(schedule: Schedule) -> Days:
    return {one.id: (one.start, one.finish) for one in schedule.tasks}


def assert_same_dates(content: bytes, ours: Days) -> None:
    """Every task has our days, in the file and after it is scheduled again, at the same times of day."""
    project = read(content)
    written = tasks(project)
    if not written:
        return
    reschedule(project)
    found = tasks(project)
    assert {name: one[:2] for name, one in found.items()} == {name: ours[name] for name in found}
    assert {name: one[:4] for name, one in found.items()} == {name: one[:4] for name, one in written.items()}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
@pytest.mark.parametrize("audience", list(Audience))
def test_examples_have_the_same_dates(example: Path, audience: Audience) -> None:
    project = open_project(example)
    content = project.export("msproject", ExportOrder(audience))
    assert len(tasks(read(content))) > 50
    assert_same_dates(content, days_of(project.schedule))


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(st.one_of(plans(), plans(), school_plans()))
def test_random_plans_have_the_same_dates(plan: Plan) -> None:
    made = file_of(plan)
    if made is not None:
        assert_same_dates(made[0].content, days_of(made[1]))


def test_most_tasks_of_the_examples_have_no_constraint() -> None:
    """They follow from links alone, so that the plan lives in Microsoft Project."""
    for example in EXAMPLES:
        found = tasks_by_id(elements(open_project(example).export("msproject")))
        free = [one for one in found.values() if text(one, "ConstraintType") == "0"]
        assert len(free) > 0.7 * len(found)


def moved(plan: list[dict[str, Any]], name: str, days: int, calendar: dict[str, Any] | None = None) -> Days:
    """The days that Microsoft Project finds after a task of the file got another duration."""
    made = file_of(make_plan(plan, calendar))
    assert made is not None
    project = read(made[0].content)
    bridge = java()
    one = tasks(project)[name].task
    length = bridge.JClass("org.mpxj.Duration").getInstance(days, bridge.JClass("org.mpxj.TimeUnit").DAYS)
    one.setDuration(length)
    one.setRemainingDuration(length)
    reschedule(project)
    return {key: (read_task.start, read_task.finish) for key, read_task in tasks(project).items()}


LIVE = [
    task("draft", "2d"),
    task("sign", "1d", "draft FS+3ed"),
    task("meet", "1d", "sign SS+2d"),
    task("part", None, "draft SS+1d", tasks=[task("print", "2d"), task("mail", "1d", "print FF+1d")]),
    task("room", "3d", as_late_as_possible=True),
    task("after", "0d", "room", "mail", "meet"),
]


@pytest.mark.parametrize("days", [1, 4, 9, 20])
@pytest.mark.parametrize("calendar", [None, {"holidays": "US-CO"}])
def test_a_task_that_gets_longer_moves_the_others_as_it_does_here(
    days: int, calendar: dict[str, Any] | None
) -> None:
    changed = [{**LIVE[0], "duration": f"{days}d"}, *LIVE[1:]]
    made = file_of(make_plan(changed, calendar))
    assert made is not None
    assert moved(LIVE, "draft", days, calendar) == days_of(made[1])
