"""What is said of milestones, starts of groups, and things as late as possible is what would happen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1] / "scheduling"))
from plans import make_plan, task

from pathwayctl.analysis.why.answer import Explanation, why
from pathwayctl.analysis.why.causes import CauseKind
from pathwayctl.reporters.why import purchases
from pathwayctl.reporters.why.sentences import start_sentence
from pathwayctl.reporters.why.view import WhyReport
from pathwayctl.scheduling.critical_paths import critical_paths
from pathwayctl.scheduling.schedule import Schedule, make_schedule


def asked(tasks: list[dict[str, Any]], name: str, **project: Any) -> Explanation:
    plan = make_plan(tasks, **project)
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return why(plan, schedule, schedule.records.breakdown.by_id[name])


def test_a_slip_of_a_milestone_whose_predecessor_is_as_late_as_possible_moves_the_end() -> None:
    tasks = [task("x", "10d"), task("t", "1d", as_late_as_possible=True), task("m", "0d", "t")]
    first = asked(tasks, "m").waiting.first
    assert first
    assert first.finish.isoformat() == "2027-01-18"


def test_a_milestone_slips_from_the_end_of_one_day_to_the_end_of_the_next() -> None:
    first = asked([task("a", "5d"), task("m", "0d", as_late_as_possible=True)], "m").waiting.first
    assert first
    assert first.finish.isoformat() == "2027-01-11"


def test_what_waits_for_the_start_of_a_group_does_not_wait_for_a_task_that_does_not_begin_it() -> None:
    group = {"id": "g", "title": "G", "tasks": [task("a", "1d"), task("b", "1d", not_before="2027-01-06")]}
    tasks = [group, task("c", "2d", "g SS+5d"), task("d", "20d")]
    assert asked(tasks, "b").waiting.waiters == ()
    assert [waiter.room for waiter in asked(tasks, "a").waiting.waiters] == [0]


def test_a_milestone_in_the_morning_is_there_because_of_what_begins_that_day() -> None:
    work = task("work", "5d")
    held_back = asked([work, task("m", "0d", "work", not_before="2027-01-11")], "m")
    assert held_back.start.kind is CauseKind.NOT_BEFORE
    assert "cannot start before" in start_sentence(held_back)
    vote = task("vote", "0d", date="2027-04-15")
    follower = asked([vote, task("force", "0d", "vote")], "force")
    assert follower.start.kind is CauseKind.LINK
    assert "falls on Thursday, April 15, 2027" in start_sentence(follower)


def test_a_wait_that_ends_on_days_off_is_told_as_such() -> None:
    answer = asked([task("post", "5d"), task("closed", "0d", "post FS+30ed")], "closed")
    said = [sentence for sentence, _ in purchases.groups(WhyReport(answer))]
    assert said == [
        "No single change makes it earlier: a lag in calendar days ends on days off, "
        "so one day less makes no difference."
    ]


def test_a_date_that_has_passed_is_told() -> None:
    launch = task("launch", "1d", date="2027-04-15")
    said = start_sentence(asked([launch], "launch", status_date="2027-05-03"))
    assert "its fixed date, Thursday, April 15, has passed" in said


def test_as_late_as_possible_is_said_to_spare_the_end_of_the_project_only() -> None:
    tasks = [task("print", "1d", as_late_as_possible=True), task("post", "1d", "print"), task("other", "10d")]
    assert "without delaying the finish of the project" in start_sentence(asked(tasks, "print"))


def test_a_critical_path_begins_with_the_kick_off() -> None:
    for tasks in (
        [task("a", "0d"), task("b", "5d", "a"), task("c", "6d", "b")],
        [task("a", "3d"), task("b", "6d", "a SS")],
    ):
        schedule = make_schedule(make_plan(tasks))
        assert isinstance(schedule, Schedule)
        assert critical_paths(schedule, 0).longest == (tuple(range(len(tasks))),)
