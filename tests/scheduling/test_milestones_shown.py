"""Milestones, and summaries of nothing else, stand where Microsoft Project shows them.

There a milestone is a moment: one that a predecessor drives stands at the end of that task's last day, one
that nothing drives at the beginning of its first working day. A summary spans what is in it.
"""

from __future__ import annotations

from typing import Any

import pytest
from plans import make_plan, task

from pathwayctl.scheduling.schedule import Schedule, make_schedule

FRIDAY, MONDAY = "2027-01-08", "2027-01-11"


def shown(tasks: list[dict[str, Any]], name: str, **project: Any) -> tuple[str, str, int]:
    schedule = make_schedule(make_plan(tasks, **project))
    assert isinstance(schedule, Schedule)
    found = schedule.by_id[name]
    return found.start.isoformat(), found.finish.isoformat(), found.duration


@pytest.mark.parametrize(
    ("milestone", "day"),
    [
        (task("m", "0d"), "2027-01-04"),
        (task("m", "0d", "work"), FRIDAY),
        (task("m", "0d", "work FS+1d"), MONDAY),
        (task("m", "0d", "work FS-1d"), "2027-01-07"),
        (task("m", "0d", "work SS"), "2027-01-04"),
        (task("m", "0d", "work SS+5d"), FRIDAY),
        (task("m", "0d", "work FF"), FRIDAY),
        (task("m", "0d", "work SF+5d"), FRIDAY),
        (task("m", "0d", not_before="2027-01-09"), MONDAY),
        (task("m", "0d", "work", not_before=MONDAY), MONDAY),
        (task("m", "0d", date=MONDAY), MONDAY),
        (task("m", "0d", as_late_as_possible=True), FRIDAY),
    ],
)
def test_a_milestone_shows_the_day_that_its_moment_belongs_to(milestone: dict[str, Any], day: str) -> None:
    assert shown([task("work", "5d"), milestone], "m") == (day, day, 0)


def test_work_after_a_milestone_begins_the_next_morning() -> None:
    tasks = [task("work", "5d"), task("m", "0d", "work"), task("next", "1d", "m")]
    assert shown(tasks, "next") == (MONDAY, MONDAY, 1)
    assert shown([task("m", "0d"), task("next", "1d", "m")], "next") == ("2027-01-04", "2027-01-04", 1)


def test_a_summary_of_milestones_takes_no_time() -> None:
    group = {
        "id": "g",
        "title": "G",
        "depends_on": ["work"],
        "tasks": [task("x", "0d"), task("y", "0d", "x")],
    }
    tasks = [task("work", "5d"), group, task("next", "1d", "g")]
    assert shown(tasks, "g") == (FRIDAY, FRIDAY, 0)
    assert shown(tasks, "y") == (FRIDAY, FRIDAY, 0)
    assert shown(tasks, "next") == (MONDAY, MONDAY, 1)


def test_a_project_of_one_milestone() -> None:
    schedule = make_schedule(make_plan([task("m", "0d")], start="2027-01-02"))
    assert isinstance(schedule, Schedule)
    assert (schedule.start.isoformat(), schedule.finish.isoformat()) == ("2027-01-04", "2027-01-04")
    assert schedule.critical_path == ("m",)
