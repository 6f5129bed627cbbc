"""Progress as of a status date. Working day 0 is Monday, January 4, 2027; day 6 is Tuesday the 12th."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from plans import make_plan, task

from pathwayctl.scheduling.schedule import Schedule, ScheduledTask, make_schedule

TODAY = "2027-01-12"


def dated(*tasks: dict[str, Any], today: str | None = TODAY) -> Schedule:
    schedule = make_schedule(make_plan(list(tasks), status_date=today))
    assert isinstance(schedule, Schedule)
    return schedule


def one(*tasks: dict[str, Any], today: str | None = TODAY) -> ScheduledTask:
    return dated(*tasks, today=today).tasks[0]


def days(found: ScheduledTask) -> tuple[int, int]:
    return found.start.day, found.finish.day


STATUSES: list[dict[str, Any]] = [
    {"status": "done", "finished": "2027-01-20"},
    {"status": "in-progress", "started": "2027-01-08", "complete": 50},
    {"status": "blocked", "started": "2027-01-08"},
]


@pytest.mark.parametrize("progress", STATUSES)
def test_without_a_status_date_progress_moves_nothing(progress: dict[str, Any]) -> None:
    found = dated(task("a", "3d", **progress), task("b", "1d", "a"), today=None)
    assert [days(t) for t in found.tasks] == [(4, 6), (7, 7)]
    assert found.by_id["a"].total_float == 0
    assert found.critical_path == (("b",) if progress["status"] == "done" else ("a", "b"))


@pytest.mark.parametrize(
    ("duration", "dates", "shown", "early"),
    [
        ("3d", {"started": "2027-01-05", "finished": "2027-01-11"}, (5, 11), (1, 6)),
        ("3d", {"finished": "2027-01-08"}, (6, 8), (2, 5)),
        ("3d", {"started": "2027-01-05"}, (5, 12), (1, 7)),
        ("3d", {}, (8, 12), (4, 7)),
        ("3d", {"started": "2027-01-09", "finished": "2027-01-10"}, (9, 10), (5, 5)),  # at a weekend
        ("3d", {"date": "2027-01-06"}, (6, 8), (2, 5)),  # held, and done as planned
        ("3d", {"date": "2027-01-11"}, (11, 12), (5, 7)),  # at the latest on the status date
        ("3d", {"date": "2027-01-20"}, (8, 12), (4, 7)),  # done before its date
        ("3d", {"started": "2027-01-11", "finished": "2027-01-05"}, (11, 11), (5, 5)),  # a mistake
        ("3d", {"started": "2027-01-14"}, (14, 14), (8, 8)),  # another
        ("0d", {"finished": "2027-01-07"}, (7, 7), (4, 4)),
        ("0d", {"finished": "2027-01-09"}, (9, 9), (5, 5)),
        ("0d", {"date": "2027-01-07"}, (7, 7), (4, 4)),
        ("0d", {}, (12, 12), (7, 7)),
    ],
)
def test_what_is_done_keeps_its_dates(
    duration: str, dates: dict[str, str], shown: tuple[int, int], early: tuple[int, int]
) -> None:
    found = one(task("a", duration, status="done", **dates), task("b", "30d"))
    assert (days(found), found.early, found.late) == (shown, early, early)
    assert (found.late_start, found.late_finish) == (found.start, found.finish)
    assert (found.total_float, found.free_float, found.critical, found.complete) == (0, 0, False, 100)


def test_what_was_done_before_the_project_is_shown_as_it_was() -> None:
    done = {"status": "done", "started": "2026-12-01", "finished": "2026-12-04"}
    schedule = dated(task("a", "3d", **done), task("b", "1d", "a FS+1ed"), today="2027-01-04")
    assert schedule.start == schedule.tasks[0].start == date(2026, 12, 1)
    assert schedule.tasks[0].early == (0, 0)
    assert days(schedule.tasks[1]) == (4, 4)


def test_what_waits_for_something_done_waits_for_its_real_finish() -> None:
    done = task("a", "3d", status="done", started="2027-01-05", finished="2027-01-16")  # a Saturday
    schedule = dated(done, task("b", "1d", "a"), task("c", "1d", "a FS+2ed"), task("d", "1d", "a SS+14ed"))
    assert [days(t)[0] for t in schedule.tasks[1:]] == [18, 19, 19]


@pytest.mark.parametrize(
    ("progress", "shown"),
    [
        ({"started": "2027-01-05"}, (5, 15)),  # all four days are left
        ({"started": "2027-01-05", "complete": 50}, (5, 13)),
        ({"started": "2027-01-05", "complete": 30}, (5, 14)),  # 2.8 days are three
        ({"started": "2027-01-05", "complete": 100}, (5, 11)),  # nothing is left to do
        ({"started": "2027-01-12", "complete": 100}, (12, 12)),
        ({"started": "2027-01-05", "complete": 50, "remaining": "1w"}, (5, 18)),
        ({"started": "2027-01-09"}, (9, 15)),  # on a Saturday
        ({"started": "2027-01-14"}, (14, 19)),  # a mistake: after the status date
        ({}, (4, 15)),
        ({"not_before": "2027-01-07"}, (7, 15)),
        ({"not_before": "2027-01-20"}, (12, 15)),  # it has begun all the same
        ({"date": "2027-01-07"}, (7, 15)),
        ({"date": "2027-01-20"}, (12, 15)),
    ],
)
def test_what_is_under_way_does_the_rest_from_the_status_date_on(
    progress: dict[str, Any], shown: tuple[int, int]
) -> None:
    assert days(one(task("a", "4d", status="in-progress", **progress), task("b", "30d"))) == shown


def test_what_is_under_way_goes_on_after_what_it_still_waits_for() -> None:
    schedule = dated(
        task("a", "3d"),
        task("b", "4d", "a", status="in-progress", started="2027-01-06", remaining="2d"),
        task("c", "4d", "a FF+3d", status="in-progress", started="2027-01-06", remaining="2d"),
        task("d", "1d", "b SS+1d"),
        task("end", "9d"),
    )
    assert [days(t) for t in schedule.tasks[:4]] == [(12, 14), (6, 18), (6, 19), (12, 12)]
    b = schedule.by_id["b"]
    assert (b.late_start.day, b.late_finish.day, b.total_float, b.free_float) == (6, 22, 4, 4)
    assert schedule.by_id["a"].total_float == 3  # c's rest must be done by the end


def test_a_start_that_is_not_known_follows_the_links_up_to_the_status_date() -> None:
    done = {"status": "done", "started": "2027-01-04", "finished": "2027-01-06"}
    schedule = dated(
        task("a", "3d", **done),
        task("b", "9d", "a", status="in-progress"),
        task("p", "3d"),
        task("c", "9d", "p", status="in-progress"),
    )
    assert days(schedule.by_id["b"]) == (7, 22)
    assert days(schedule.by_id["c"]) == (12, 27)


@pytest.mark.parametrize("link", ["b SS+9d", "s SS+9d"])
def test_a_start_that_is_not_known_is_bound_by_what_waits_for_it(link: str) -> None:
    """a 6-7, so b began at 3 and t may start at 12: a day more for a is a day more for t."""
    begun = task("b", "3d", "a FS-4d", status="in-progress")
    schedule = dated(task("a", "1d"), task("s", tasks=[begun]), task("t", "1d", link))
    assert [found.early for found in schedule.tasks] == [(6, 7), (3, 9), (3, 9), (12, 13)]
    assert (schedule.by_id["a"].total_float, schedule.by_id["a"].free_float) == (0, 0)


def test_a_start_that_is_known_cannot_be_too_late() -> None:
    """t should be done by the 13th and cannot, but that is no matter of when b goes on after a."""
    begun = task("b", "3d", "a", status="in-progress", started="2027-01-05")
    plan = make_plan(
        [task("a", "1d"), begun, task("t", "1d", "b SS+9d")], status_date=TODAY, finish_by="2027-01-13"
    )
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    assert [found.total_float for found in schedule.tasks] == [-2, -2, -3]


def test_calendar_days_count_from_what_really_happened() -> None:
    schedule = dated(
        task("m", "0d", status="done", finished="2027-01-06"),
        task("a", "3d", status="in-progress", started="2027-01-02"),
        task("b", "1d", "m SS+2ed"),  # from the end of Wednesday
        task("c", "1d", "a SS+10ed"),  # from the beginning of a Saturday
        today="2027-01-06",
    )
    assert [days(found)[0] for found in schedule.tasks[2:]] == [11, 12]


def test_what_has_not_started_does_not_start_before_the_status_date() -> None:
    schedule = dated(
        task("a", "2d"),
        task("b", "2d", status="blocked"),
        task("c", "2d", date="2027-01-06"),
        task("m", "0d"),
        task("later", "1d", not_before="2027-01-15"),
        task("held", "1d", date="2027-01-18"),
    )
    assert [days(t) for t in schedule.tasks] == [(12, 13), (12, 13), (12, 13), (12, 12), (15, 15), (18, 18)]


def test_blocked_work_that_has_begun_is_under_way() -> None:
    assert days(one(task("a", "4d", status="blocked", started="2027-01-06", complete=50))) == (6, 13)


@pytest.mark.parametrize("today", [None, TODAY])
def test_what_is_dropped_binds_nobody_and_does_not_count(today: str | None) -> None:
    schedule = dated(
        task("p", "1d"),
        task(
            "s",
            tasks=[task("x", "30d", "p", status="dropped", cost=5.0, complete=80), task("y", "2d", cost=1.0)],
        ),
        task("a", "1d", "x"),
        task("b", "1d", "s"),
        today=today,
    )
    first = 0 if today is None else 6
    found = schedule.by_id
    assert [found[name].early[0] - first for name in ("x", "y", "a", "b")] == [1, 0, 0, 2]
    assert found["s"].early == (first, first + 2)
    assert (found["s"].cost, found["s"].complete, found["s"].status) == (1.0, 0, "planned")
    x = found["x"]
    assert (x.total_float, x.free_float, x.critical, x.late) == (0, 0, False, x.early)
    assert found["p"].free_float == 2
    assert schedule.finish == found["b"].finish


def test_a_summary_with_only_dropped_tasks_still_has_dates() -> None:
    inner = [task("x", "3d", status="dropped", cost=5.0), task("y", "2d", status="dropped")]
    schedule = dated(task("s", tasks=inner), task("a", "1d", "s"), today=None)
    s = schedule.by_id["s"]
    assert (days(s), s.status, s.cost, s.complete, s.critical) == ((4, 6), "dropped", None, 0, False)
    assert days(schedule.by_id["a"]) == (4, 4)
    only = dated(task("s", tasks=inner), today=None)
    assert (only.finish, only.critical_path) == (date(2027, 1, 6), ())


@pytest.mark.parametrize(
    ("statuses", "whole"),
    [
        (("planned", "planned"), "planned"),
        (("done", "done"), "done"),
        (("done", "dropped"), "done"),
        (("done", "planned"), "in-progress"),
        (("in-progress", "blocked"), "in-progress"),
        (("done", "blocked"), "blocked"),
        (("planned", "blocked"), "planned"),
        (("dropped", "dropped"), "dropped"),
    ],
)
def test_the_status_of_a_summary_comes_from_what_is_in_it(statuses: tuple[str, str], whole: str) -> None:
    inner = [task("x", status=statuses[0]), task("u", tasks=[task("y", status=statuses[1])])]
    assert one(task("s", status="blocked", tasks=inner), today=None).status == whole


@pytest.mark.parametrize(
    ("inner", "complete"),
    [
        ([task("x", "1d", status="done"), task("y", "3d")], 25),
        ([task("x", "1d", status="done"), task("m", "0d")], 100),
        ([task("m", "0d", status="done"), task("n", "0d"), task("o", "0d")], 33),
        ([task("x", "4d", remaining="1d"), task("y", "4d", remaining="2w")], 37),
        ([task("m", "0d", remaining="1d")], 0),
        ([task("x", "2d", complete=99), task("u", tasks=[task("y", "1d", status="done")])], 99),
    ],
)
def test_completion_of_a_summary_is_weighted_by_planned_days(
    inner: list[dict[str, Any]], complete: int
) -> None:
    assert one(task("s", tasks=inner), today=None).complete == complete


def test_a_summary_looks_only_at_what_is_still_to_be_done() -> None:
    done = {"status": "done", "finished": "2027-01-06"}
    schedule = dated(task("s", tasks=[task("x", "1d", **done), task("y", "2d")]), task("z", "5d"))
    s = schedule.by_id["s"]
    assert (s.total_float, s.free_float, s.critical) == (3, 3, False)
    finished = dated(task("s", tasks=[task("x", "1d", **done)])).by_id["s"]
    assert (finished.total_float, finished.free_float, finished.critical) == (0, 0, False)


@pytest.mark.parametrize(
    ("last", "day"),
    [
        (task("last", "0d", status="in-progress", not_before="2027-01-12"), 12),
        (task("last", "1d", status="done", started="2027-01-13"), 13),
    ],
)
def test_float_reaches_to_the_end_of_the_day_that_is_shown_last(last: dict[str, Any], day: int) -> None:
    """The boundary of what has begun can come before the day on which it is shown to have begun."""
    schedule = dated(task("a", "1d", status="in-progress", started="2027-01-05", complete=100), last)
    found = schedule.by_id["a"]
    assert (schedule.finish, days(found)) == (date(2027, 1, day), (5, 11))
    assert (found.free_float, found.total_float, found.late_finish.day) == (day - 11, day - 11, day)
