"""Plans small enough to be dated by hand. Working day 0 is Monday, January 4, 2027."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from plans import make_plan, plans, task

from pathwayctl.model.plan import Plan
from pathwayctl.model.values import Lag
from pathwayctl.model.work import Task
from pathwayctl.scheduling.schedule import Schedule, make_schedule

EVERY_DAY = {"working_days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}


def dated(tasks: list[dict[str, Any]], calendar: dict[str, Any] | None = None, **project: Any) -> Schedule:
    schedule = make_schedule(make_plan(tasks, calendar, **project))
    assert isinstance(schedule, Schedule)
    return schedule


def january(schedule: Schedule, name: str) -> tuple[int, int]:
    """The days of January on which a task starts and finishes."""
    found = schedule.by_id[name]
    assert (found.start.month, found.finish.month) == (1, 1)
    return found.start.day, found.finish.day


def floats(schedule: Schedule) -> dict[str, tuple[int, int]]:
    return {found.id: (found.total_float, found.free_float) for found in schedule.tasks}


def test_eight_activities_on_nodes() -> None:
    """The usual exercise of a first course: finish-to-start links, one longest path.

    Forward: a 0-3, b 3-7, c 3-5, d 7-12, e 5-6, f 5-7, g 12-16, h 16-19. Back from 19: h 16, g 12, f 14, d 7,
    e 11, c 9, b 3, a 0.
    """
    schedule = dated(
        [
            task("a", "3d"),
            task("b", "4d", "a"),
            task("c", "2d", "a"),
            task("d", "5d", "b"),
            task("e", "1d", "c"),
            task("f", "2d", "c"),
            task("g", "4d", "d", "e"),
            task("h", "3d", "f", "g"),
        ]
    )
    early = {found.id: found.early for found in schedule.tasks}
    assert early == {
        "a": (0, 3), "b": (3, 7), "c": (3, 5), "d": (7, 12),
        "e": (5, 6), "f": (5, 7), "g": (12, 16), "h": (16, 19),
    }  # fmt: skip
    assert {found.id: found.late[0] for found in schedule.tasks} == {
        "a": 0, "b": 3, "c": 9, "d": 7, "e": 11, "f": 14, "g": 12, "h": 16,
    }  # fmt: skip
    assert floats(schedule) == {
        "a": (0, 0), "b": (0, 0), "c": (6, 0), "d": (0, 0),
        "e": (6, 6), "f": (9, 9), "g": (0, 0), "h": (0, 0),
    }  # fmt: skip
    assert schedule.critical_path == ("a", "b", "d", "g", "h")
    assert (schedule.start, schedule.finish) == (date(2027, 1, 4), date(2027, 1, 28))
    assert january(schedule, "d") == (13, 19)
    late = schedule.by_id["c"]
    assert (late.late_start, late.late_finish) == (date(2027, 1, 15), date(2027, 1, 18))


def test_four_kinds_of_links_with_lags_and_leads() -> None:
    """A precedence diagram: a 0-5, b 2-6 (a SS+2), c 3-6 (a FF+1), d 3-5 (b SF+3), e 5-6 (c FS-1)."""
    schedule = dated(
        [
            task("a", "5d"),
            task("b", "4d", "a SS+2d"),
            task("c", "3d", "a FF+1d"),
            task("d", "2d", "b SF+3d"),
            task("e", "1d", "c FS-1d"),
        ]
    )
    assert [found.early for found in schedule.tasks] == [(0, 5), (2, 6), (3, 6), (3, 5), (5, 6)]
    assert floats(schedule) == {"a": (0, 0), "b": (0, 0), "c": (0, 0), "d": (1, 1), "e": (0, 0)}
    assert [found.depends_on for found in schedule.tasks] == [
        (), ("a SS+2d",), ("a FF+1d",), ("b SF+3d",), ("c FS-1d",),
    ]  # fmt: skip


def test_links_are_written_at_their_shortest() -> None:
    schedule = dated(
        [task("a"), task("b", "1w", "a FS", "a FS+0d", "a SS-0d", "a FF+1w", "a FS+0ed", "a SF-2ew")]
    )
    assert schedule.by_id["b"].depends_on == ("a", "a", "a SS", "a FF+1w", "a FS+0ed", "a SF-2ew")


@pytest.mark.parametrize(
    ("link", "start", "finish"),
    [
        ("FS", 11, 12),
        ("FS+0ed", 11, 12),
        ("FS+1ed", 11, 12),  # Saturday and Sunday are passed over
        ("FS+3ed", 12, 13),
        ("FS+1ew", 18, 19),  # a week after the Saturday
        ("FS-2ed", 7, 8),
        ("FS+1w", 18, 19),
        ("SS+5ed", 11, 12),
        ("SS+5d", 11, 12),
        ("SS+3ed", 7, 8),
        ("FF+1ed", 8, 11),
        ("FF+4ed", 11, 12),
        ("FF+1d", 8, 11),
        ("SF+8ed", 8, 11),
        ("SF+6d", 8, 11),
        ("SF-9d", 4, 5),
    ],
)
def test_lags_in_working_and_in_calendar_days(link: str, start: int, finish: int) -> None:
    """From a task that fills the first week, Monday the 4th to Friday the 8th, to one of two days."""
    schedule = dated([task("a", "5d"), task("b", "2d", f"a {link}"), task("end", "9w")])
    assert january(schedule, "b") == (start, finish)


def test_a_week_has_as_many_days_as_are_worked() -> None:
    schedule = dated([task("a", "2w"), task("b", "1w", "a FS+1w")], {"working_days": ["mon", "wed", "fri"]})
    assert schedule.by_id["a"].duration == 6
    assert january(schedule, "b") == (25, 29)


def test_holidays_and_closures_are_not_worked() -> None:
    spec = {"holidays": "US-CO", "closures": [{"name": "Snow", "from": "2027-01-07", "to": "2027-01-08"}]}
    schedule = dated([task("a", "10d")], spec)
    assert january(schedule, "a") == (4, 20)  # without the 7th, the 8th and, a holiday, the 18th


def test_three_lengths_are_planned_at_the_likely_one_and_none_at_a_day() -> None:
    schedule = dated([task("a", {"low": "1d", "likely": "3d", "high": "9d"}), task("b"), task("c", "4d")])
    assert [found.duration for found in schedule.tasks] == [3, 1, 4]


def test_where_milestones_stand() -> None:
    schedule = dated(
        [
            task("first", "0d"),
            task("week", "5d"),
            task("after", "0d", "week"),
            task("alone", "0d", not_before="2027-01-11"),
            task("both", "0d", "week", not_before="2027-01-11"),
            task("held", "0d", "week", date="2027-01-11"),
            task("next", "1d", "after", "alone", "both", "held"),
        ]
    )
    assert [(found.id, found.start.day) for found in schedule.tasks if found.kind == "milestone"] == [
        ("first", 4),
        ("after", 8),
        ("alone", 11),
        ("both", 11),
        ("held", 11),
    ]
    assert january(schedule, "next") == (11, 11)
    assert schedule.by_id["after"].late_finish == date(2027, 1, 8)


def test_no_milestone_has_a_late_date_after_the_day_by_which_all_should_be_done() -> None:
    tasks = [task("week", "5d"), task("after", "0d", "week"), task("first", "0d")]
    schedule = dated(tasks, finish_by="2027-01-01")
    assert schedule.by_id["after"].late_finish == date(2027, 1, 1)
    assert schedule.by_id["first"].late_finish == date(2027, 1, 1)
    assert floats(schedule) == {"week": (-5, 0), "after": (-5, 0), "first": (-1, 4)}


@pytest.mark.parametrize(
    ("milestone", "link", "day"),
    [
        (task("m", "0d", "week"), "FS+0ed", 11),
        (task("m", "0d", "week"), "FS+3ed", 12),  # from the end of Friday
        (task("m", "0d", "week"), "SS+3ed", 12),
        (task("m", "0d", not_before="2027-01-11"), "FS+0ed", 11),
        (task("m", "0d", not_before="2027-01-11"), "FS+3ed", 14),  # from the beginning of Monday
        (task("m", "0d", not_before="2027-01-11"), "SS+3ed", 14),
    ],
)
def test_calendar_days_from_a_milestone(milestone: dict[str, Any], link: str, day: int) -> None:
    schedule = dated([task("week", "5d"), milestone, task("b", "1d", f"m {link}")])
    assert january(schedule, "b") == (day, day)


def test_links_on_a_summary_wait_for_all_that_is_in_it() -> None:
    """s holds x 0-2 and, in a summary of its own, y 0-4; p waits for its finish, q for its start."""
    schedule = dated(
        [
            task("s", tasks=[task("x", "2d"), task("u", tasks=[task("y", "4d")])]),
            task("p", "1d", "s"),
            task("q", "1d", "s SS+1d"),
            task("r", "3d", "s FF+1d"),
            task("t", "3d", "s SF+5d"),
        ]
    )
    assert {found.id: found.early for found in schedule.tasks} == {
        "s": (0, 4), "x": (0, 2), "u": (0, 4), "y": (0, 4),
        "p": (4, 5), "q": (1, 2), "r": (2, 5), "t": (2, 5),
    }  # fmt: skip
    # x may finish with the summary. As long as y starts on time, what waits for the start does not mind.
    assert floats(schedule) == {
        "s": (0, 0), "x": (2, 2), "u": (0, 0), "y": (0, 0),
        "p": (0, 0), "q": (3, 3), "r": (0, 0), "t": (0, 0),
    }  # fmt: skip


def test_links_of_a_summary_bind_every_task_in_it() -> None:
    schedule = dated(
        [
            task("a", "3d"),
            task(
                "s", None, "a SS+1d", tasks=[task("x", "1d"), task("u", None, "a", tasks=[task("y", "0d")])]
            ),
            task("v", None, "a FF+2d", tasks=[task("z", "1d"), task("w", "4d")]),
        ]
    )
    assert {found.id: found.early for found in schedule.tasks} == {
        "a": (0, 3), "s": (1, 3), "x": (1, 2), "u": (3, 3), "y": (3, 3),
        "v": (1, 5), "z": (4, 5), "w": (1, 5),
    }  # fmt: skip
    assert schedule.by_id["y"].start == date(2027, 1, 6)


def test_only_the_one_task_that_starts_a_summary_is_held_by_what_waits_for_its_start() -> None:
    """x 0-1, y 2-3, z 4-5 in s; a waits for its start and takes 7 days of 10, so s must start by 3."""
    inner = [
        task("x", "1d"),
        task("y", "1d", not_before="2027-01-06"),
        task("z", "1d", not_before="2027-01-08"),
    ]
    schedule = dated([task("s", tasks=inner), task("a", "7d", "s SS"), task("end", "10d")])
    # If x moves, y starts the summary, and a waits from 2 on: so x has no free day, but a loses none ...
    assert floats(schedule)["x"] == (9, 0)
    # ... but y and z may go where they like.
    assert floats(schedule)["y"] == (7, 7)
    assert floats(schedule)["z"] == (5, 5)


def test_a_summary_started_by_two_tasks_is_held_by_neither() -> None:
    schedule = dated([task("s", tasks=[task("x", "1d"), task("y", "1d")]), task("a", "5d", "s SS")])
    assert floats(schedule) == {"s": (4, 4), "x": (4, 4), "y": (4, 4), "a": (0, 0)}


def test_what_lies_before_two_tasks_that_start_a_summary_is_held_by_it() -> None:
    schedule = dated(
        [
            task("p", "2d"),
            task("s", None, "p", tasks=[task("x", "1d"), task("y", "1d")]),
            task("a", "5d", "s SS"),
        ]
    )
    assert floats(schedule)["p"] == (0, 0)
    assert floats(schedule)["x"] == (4, 4)


def test_of_the_tasks_in_a_summary_only_those_that_start_it_are_bound() -> None:
    schedule = dated(
        [
            task("p", "1d"),
            task("s", tasks=[task("x", "1d"), task("y", "1d", "p")]),
            task("a", "3d", "s SS+1d"),
        ]
    )
    assert floats(schedule)["p"] == (2, 0)  # y starts a day after x, and may go to the end


def test_a_task_may_leave_the_start_of_a_summary_to_one_that_is_early_enough() -> None:
    inner = [task("x", "1d"), task("y", "1d", not_before="2027-01-06")]
    schedule = dated(
        [task("s", tasks=inner), task("a", "1d", "s SS", not_before="2027-01-08"), task("end", "9d")]
    )
    assert floats(schedule)["x"] == (8, 8)


def test_two_tasks_that_start_a_summary_may_be_in_one_of_its_own() -> None:
    inner = [task("u", tasks=[task("y", "1d"), task("z", "1d")]), task("x", "1d", not_before="2027-01-05")]
    schedule = dated([task("s", tasks=inner), task("a", "5d", "s SS")])
    assert floats(schedule)["y"] == floats(schedule)["z"] == (4, 4)


def test_what_waits_in_calendar_days_for_the_start_of_a_summary_holds_it() -> None:
    """a must start by Tuesday in a project that ends on the second Monday."""
    inner = [task("x", "1d"), task("y", "1d", not_before="2027-01-08")]
    schedule = dated([task("s", tasks=inner), task("a", "5d", "s SS+1ed")])
    assert floats(schedule) == {"s": (0, 0), "x": (0, 0), "y": (1, 1), "a": (0, 0)}


def test_all_that_start_a_summary_too_late_push_against_a_held_date() -> None:
    """s starts on Tuesday and launch should be two days later, but is held on that Tuesday."""
    inner = [task("u", tasks=[task("x", "1d")]), task("y", "1d"), task("v", tasks=[task("z", "1d")])]
    for link in ("s SS+2d", "s SS+2ed"):
        schedule = dated(
            [
                task("p", "1d"),
                task("s", None, "p", tasks=inner),
                task("launch", "1d", link, date="2027-01-05"),
                task("end", "5d"),
            ]
        )
        assert [floats(schedule)[name] for name in ("p", "x", "y", "z")] == [(-2, 0)] * 4


def test_a_held_date_stays_and_what_pushes_against_it_has_negative_float() -> None:
    schedule = dated(
        [
            task("draft", "5d"),
            task("review", "4d", "draft"),
            task("launch", "1d", "review", date="2027-01-13"),
            task("report", "2d", "launch"),
            task("close", "9d", "draft"),
        ]
    )
    assert january(schedule, "launch") == (13, 13)
    assert schedule.by_id["launch"].asked == 9
    assert floats(schedule) == {
        "draft": (-2, 0), "review": (-2, 0), "launch": (4, 0), "report": (4, 4), "close": (0, 0),
    }  # fmt: skip


def test_a_not_before_on_a_day_off_means_the_next_working_day() -> None:
    schedule = dated([task("b", "1d", not_before="2027-01-10")])
    assert january(schedule, "b") == (11, 11)


def test_a_deadline_moves_nothing() -> None:
    with_it = dated([task("a", "5d", deadline="2027-01-05"), task("b", "9d")])
    without = dated([task("a", "5d"), task("b", "9d")])
    assert [(t.early, t.late) for t in with_it.tasks] == [(t.early, t.late) for t in without.tasks]


def test_late_dates_are_counted_from_the_day_to_finish_by() -> None:
    tasks = [task("a", "5d"), task("b", "3d")]
    later, earlier = dated(tasks, finish_by="2027-01-16"), dated(tasks, finish_by="2027-01-07")
    assert floats(later) == {"a": (5, 0), "b": (7, 2)}
    assert later.by_id["a"].late_finish == date(2027, 1, 15)
    assert later.critical_path == ()
    assert floats(earlier) == {"a": (-1, 0), "b": (1, 2)}
    assert earlier.by_id["a"].late_start == date(2027, 1, 1)
    assert earlier.critical_path == ("a",)


def test_little_float_can_count_as_critical() -> None:
    schedule = dated([task("a", "5d"), task("b", "3d"), task("c", "2d")], critical_float=2)
    assert schedule.critical_path == ("a", "b")


def test_as_late_as_possible_takes_what_waits_for_it_along() -> None:
    schedule = dated(
        [
            task("a", "2d", as_late_as_possible=True),
            task("b", "1d", "a"),
            task("m", "0d", as_late_as_possible=True),
            task("end", "10d"),
        ]
    )
    assert {found.id: found.early for found in schedule.tasks} == {
        "a": (7, 9), "b": (9, 10), "m": (10, 10), "end": (0, 10),
    }  # fmt: skip
    assert floats(schedule)["a"] == (0, 0)
    assert january(schedule, "m") == (15, 15)  # the last day, not the one after


def test_a_milestone_that_is_put_off_stands_at_the_end_of_a_day() -> None:
    """b must start by Monday the 11th, two calendar days after the end of Friday the 8th."""
    schedule = dated(
        [task("m", "0d", as_late_as_possible=True), task("b", "1d", "m FS+2ed"), task("end", "6d")]
    )
    assert january(schedule, "m") == (8, 8)
    assert january(schedule, "b") == (11, 11)


def test_a_milestone_that_is_put_off_to_the_end_of_a_day_leaves_calendar_days_their_room() -> None:
    """t starts on Monday the 11th at the latest, which is two days after the end of Friday the 8th."""
    schedule = dated(
        [
            task("p", "1d", as_late_as_possible=True),
            task("m", "0d", "p", not_before="2027-01-06"),
            task("t", "1d", "m FS+2ed"),
            task("end", "6d"),
        ]
    )
    assert january(schedule, "p") == january(schedule, "m") == (8, 8)
    assert floats(schedule)["m"] == (0, 0)


def test_nothing_is_put_off_when_it_is_too_late_already() -> None:
    schedule = dated([task("a", "5d", as_late_as_possible=True)], finish_by="2027-01-06")
    assert january(schedule, "a") == (4, 8)
    assert schedule.by_id["a"].total_float == -2


def test_dates_of_a_summary_hold_for_what_is_in_it() -> None:
    inner = [task("x", "1d"), task("y", "2d", not_before="2027-01-12"), task("u", tasks=[task("z", "1d")])]
    schedule = dated([task("s", "9w", not_before="2027-01-06", tasks=inner)])
    assert {found.id: found.early for found in schedule.tasks} == {
        "s": (2, 8), "x": (2, 3), "y": (6, 8), "u": (2, 3), "z": (2, 3),
    }  # fmt: skip
    late = dated([task("s", as_late_as_possible=True, tasks=[task("x", "1d")]), task("y", "3d")])
    assert january(late, "x") == (6, 6)


def test_a_summary_shows_what_is_in_it() -> None:
    inner = [
        task("x", "2d", cost=100.0, complete=50),
        task("u", tasks=[task("y", "6d", cost=20.5, complete=100), task("m", "0d", "y")]),
    ]
    schedule = dated([task("s", cost=1000.0, owner="dana", tasks=inner), task("t", "1d")])
    found = schedule.by_id["s"]
    assert (found.kind, found.owner, found.duration, found.cost) == ("summary", "dana", 6, 1120.5)
    assert (found.start, found.finish) == (date(2027, 1, 4), date(2027, 1, 11))
    assert (found.late_start, found.late_finish) == (date(2027, 1, 4), date(2027, 1, 11))
    assert (found.total_float, found.free_float, found.critical) == (0, 0, True)
    assert found.complete == 87  # one day of two and six of six, of eight
    assert schedule.by_id["t"].cost is None


@settings(max_examples=60, deadline=None)
@given(plans(progress=False))
def test_where_every_day_is_worked_calendar_days_are_working_days(plan: Plan) -> None:
    calendar = plan.calendar.model_validate(EVERY_DAY)
    plan = plan.model_copy(update={"calendar": calendar})
    elapsed, working = make_schedule(plan), make_schedule(_with_working_lags(plan))
    assert isinstance(elapsed, Schedule)
    assert isinstance(working, Schedule)
    pairs = list(zip(elapsed.tasks, working.tasks, strict=True))
    assert all(one.early == other.early for one, other in pairs)
    if any(one.kind == "milestone" for one, _ in pairs):
        return  # at the beginning of a day where the lag is elapsed, at the end of one where it is worked
    assert all((one.late, one.free_float) == (other.late, other.free_float) for one, other in pairs)


def _with_working_lags(plan: Plan) -> Plan:
    def turned(task: Task) -> Task:
        links = tuple(
            type(link)(link.predecessor, link.type, Lag(link.lag.amount, link.lag.unit.removeprefix("e")))
            for link in task.depends_on
        )
        return task.model_copy(update={"depends_on": links, "tasks": tuple(map(turned, task.tasks))})

    return plan.model_copy(update={"tasks": tuple(map(turned, plan.tasks))})
