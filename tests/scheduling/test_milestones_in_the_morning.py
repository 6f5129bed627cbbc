"""Milestones at the beginning of a day: which day they show, and how far they can move."""

from __future__ import annotations

from typing import Any

import pytest
from plans import make_plan, task

from pathwayctl.scheduling.schedule import Schedule, make_schedule

WORK = task("work", "3d", not_before="2027-01-11")  # Monday to Wednesday
GRANT = task("grant", "0d", not_before="2027-01-11")
NOTICE = task("notice", "4d")  # until Thursday, January 7


def scheduled(tasks: list[dict[str, Any]], **project: Any) -> Schedule:
    schedule = make_schedule(make_plan(tasks, **project))
    assert isinstance(schedule, Schedule)
    return schedule


@pytest.mark.parametrize(
    ("driver", "link", "day"),
    [
        (WORK, "work SS", "2027-01-11"),
        (WORK, "work SF", "2027-01-11"),
        (WORK, "work SS+1d", "2027-01-11"),
        (WORK, "work SS-1d", "2027-01-08"),
        (WORK, "work FF", "2027-01-13"),
        (GRANT, "grant", "2027-01-11"),
        (GRANT, "grant FF", "2027-01-11"),
        (GRANT, "grant FS+1d", "2027-01-11"),
        (GRANT, "grant FS-1d", "2027-01-08"),
        (GRANT, "grant FS+3ed", "2027-01-14"),
        (NOTICE, "notice FS+8ed", "2027-01-15"),
        (NOTICE, "notice FS+9ed", "2027-01-18"),
        (NOTICE, "notice FS+10ed", "2027-01-18"),
        (NOTICE, "notice FS+11ed", "2027-01-18"),
        (NOTICE, "notice FF+10ed", "2027-01-18"),
        (NOTICE, "notice SS+5ed", "2027-01-11"),
    ],
)
def test_a_milestone_shows_the_day_that_its_driver_leads_to(
    driver: dict[str, Any], link: str, day: str
) -> None:
    """The days of Microsoft Project, by the scheduler of MPXJ."""
    schedule = scheduled([driver, task("m", "0d", link), task("next", "0d", "m")])
    assert schedule.by_id["m"].start.isoformat() == day
    assert schedule.by_id["next"].start.isoformat() == day


@pytest.mark.parametrize(
    ("link", "start", "finish"),
    [
        ("m", "2027-01-11", "2027-01-13"),
        ("m SS", "2027-01-11", "2027-01-13"),
        ("m FF", "2027-01-06", "2027-01-08"),
        ("m SF", "2027-01-06", "2027-01-08"),
        ("m FF+1d", "2027-01-07", "2027-01-11"),
        ("m FF-1d", "2027-01-05", "2027-01-07"),
    ],
)
@pytest.mark.parametrize("held", [{"date": "2027-01-11"}, {"not_before": "2027-01-11"}])
def test_a_finish_that_waits_for_a_milestone_in_the_morning_is_in_time_the_evening_before(
    held: dict[str, str], link: str, start: str, finish: str
) -> None:
    """The days of Microsoft Project, by MPXJ: a milestone finishes when it starts, at 8:00."""
    found = scheduled([task("m", "0d", **held), task("t", "3d", link)]).by_id["t"]
    assert (found.start.isoformat(), found.finish.isoformat()) == (start, finish)


def test_a_milestone_after_a_summary_shows_the_day_that_the_summary_ends() -> None:
    group = {"id": "g", "title": "G", "tasks": [task("a", "5d"), GRANT]}
    schedule = scheduled([group, task("m", "0d", "g"), task("n", "0d", "g SS")])
    assert [schedule.by_id[name].start.day for name in ("g", "m", "n")] == [4, 11, 4]


def test_a_lag_after_a_milestone_counts_from_the_day_it_shows() -> None:
    tasks = [NOTICE, task("over", "0d", "notice FS+10ed"), task("act", "1d", "over FS+3ed")]
    schedule = scheduled([*tasks, task("direct", "1d", "notice FS+13ed")])
    assert schedule.by_id["act"].start == schedule.by_id["direct"].start


@pytest.mark.parametrize(
    ("tasks", "project", "late", "total"),
    [
        ([task("w", "14d"), task("m", "0d", date="2027-01-21")], {}, "2027-01-21", 0),
        ([task("w", "15d"), task("m", "0d", date="2027-01-21")], {}, "2027-01-22", 1),
        ([task("m", "0d", date="2027-01-25")], {"finish_by": "2027-01-22"}, "2027-01-22", -1),
        ([task("m", "0d", date="2027-01-21"), task("k", "0d", "m"), task("w", "14d")], {}, "2027-01-21", 0),
        ([task("m", "0d", date="2027-01-21"), task("t", "1d", "m"), task("w", "15d")], {}, "2027-01-22", 1),
    ],
)
def test_no_milestone_is_late_after_the_end_of_the_plan(
    tasks: list[dict[str, Any]], project: dict[str, Any], late: str, total: int
) -> None:
    found = scheduled(tasks, **project).by_id["m"]
    assert (found.late_finish.isoformat(), found.total_float) == (late, total)


def test_work_has_the_whole_last_day_of_a_plan_that_ends_with_a_date() -> None:
    schedule = scheduled([task("w", "5d"), task("m", "0d", date="2027-01-11")])
    assert (schedule.by_id["w"].total_float, schedule.by_id["w"].late_finish.day) == (1, 11)


def test_a_milestone_is_held_on_the_day_that_its_predecessor_finishes() -> None:
    vote = task("vote", "0d", "draft", date="2027-01-08")
    schedule = scheduled([task("draft", "5d"), vote, task("sign", "1d", "vote")])
    assert [schedule.by_id[name].start.day for name in ("draft", "vote", "sign")] == [4, 8, 11]
    assert schedule.by_id["vote"].asked <= schedule.by_id["vote"].early[0]  # no conflict
    assert schedule.by_id["draft"].total_float == 0
    late = scheduled([task("draft", "6d"), vote])
    assert late.by_id["vote"].asked - late.by_id["vote"].early[0] == 1
    assert late.by_id["draft"].total_float == -1


def test_free_float_reaches_to_the_end_of_a_milestones_day_if_nothing_waits_for_that() -> None:
    before = [task("draft", "4d"), task("vote", "0d", "draft", date="2027-01-08"), task("w", "9d")]
    assert scheduled(before).by_id["draft"].free_float == 1
    assert scheduled([*before, task("sign", "1d", "vote")]).by_id["draft"].free_float == 0


def test_what_begins_a_summary_is_bound_by_it_only_if_nothing_else_does() -> None:
    group = {"id": "g", "title": "G", "tasks": [task("a", "1d"), task("b", "1d")]}
    schedule = scheduled([group, task("c", "10d", "g SS+5d"), task("d", "1d", "b")])
    assert {name: schedule.by_id[name].total_float for name in "abcd"} == {"a": 14, "b": 13, "c": 0, "d": 13}


def test_a_date_that_has_passed_waits_for_its_predecessors() -> None:
    launch = task("launch", "1d", "invite", date="2027-04-15")
    tasks = [task("invite", "15d"), launch, task("debrief", "2d", "launch")]
    schedule = scheduled(tasks, status_date="2027-05-03")
    assert [task.start.isoformat() for task in schedule.tasks] == ["2027-05-03", "2027-05-24", "2027-05-25"]
    assert all(task.total_float == 0 for task in schedule.tasks)
