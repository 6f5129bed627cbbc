"""Small plans whose levelled dates can be told by looking at them, or found by trying out all."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from staffed_plans import person, staffed, task

from pathwayctl.levelling.level import CannotLevel, Levelled, level
from pathwayctl.levelling.obstacles import Hindrance
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.drivers import Cause, driver
from pathwayctl.scheduling.schedule import ResourceWait, Schedule, make_schedule

ANN = {"assigned": ["ann"]}
FAR_AWAY = [
    task("t0", "99999d"),
    *(task(f"t{n}", "99999d", f"t{n - 1}") for n in range(1, 19)),
    task("y", "99999d", "t18", **ANN),
]
CHAINED = [*FAR_AWAY[:18], task("y", "99999d", "t17", **ANN), task("x", "99999d", "t17", **ANN)]


def levelled(plan: Plan, effort: str = "quick") -> Levelled:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    found = level(plan, schedule, effort)
    assert isinstance(found, Levelled)
    return found


def days(tasks: list[dict[str, Any]], *people: dict[str, Any], **project: Any) -> dict[str, str]:
    """The first and last days of all tasks, without the year."""
    made = levelled(staffed(tasks, list(people) or [person("ann")], **project)).schedule
    return {one.id: f"{one.start:%m-%d} {one.finish:%m-%d}" for one in made.tasks}


@st.composite
def small_plans(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to five tasks with plain links, of two people."""
    tasks: list[dict[str, Any]] = []
    for number in range(draw(st.integers(2, 5))):
        names = [one["id"] for one in tasks]
        waits = draw(st.lists(st.sampled_from(names), unique=True, max_size=2)) if names else []
        needs = {name: draw(st.sampled_from((0, 0.5, 1.0))) for name in ("ann", "bo")}
        assigned = {name: units for name, units in needs.items() if units}
        tasks.append(task(f"t{number}", f"{draw(st.integers(1, 4))}d", *waits, assigned=assigned))
    return tasks


def shortest(tasks: list[dict[str, Any]]) -> int:
    """The least number of days in which the tasks can be done, by trying out every start."""
    names = [one["id"] for one in tasks]
    length = {one["id"]: int(one["duration"][:-1]) for one in tasks}
    horizon = sum(length.values())

    @cache
    def best(begun: tuple[int, ...]) -> int:
        place = len(begun)
        if place == len(tasks):
            return max(start + length[name] for start, name in zip(begun, names, strict=True))
        one = tasks[place]
        earliest = max((begun[names.index(n)] + length[n] for n in one["depends_on"]), default=0)
        found = [horizon]
        for start in range(earliest, horizon - length[one["id"]] + 1):
            if fits((*begun, start)):
                found.append(best((*begun, start)))
        return min(found)

    def fits(begun: tuple[int, ...]) -> bool:
        for day in range(horizon):
            running = [one for s, one in zip(begun, tasks, strict=False) if s <= day < s + length[one["id"]]]
            for who in ("ann", "bo"):
                if sum(one["assigned"].get(who, 0) for one in running) > 1:
                    return False
        return True

    return best(())


@settings(max_examples=40, deadline=None)
@given(small_plans())
def test_tiny_plans_are_as_short_as_can_be(tasks: list[dict[str, Any]]) -> None:
    made = levelled(staffed(tasks, [person("ann"), person("bo")]), "normal").schedule
    assert made.end == shortest(tasks)


def test_more_effort_never_gives_a_longer_plan() -> None:
    tasks = [
        task(f"t{n}", f"{1 + n * 7 % 5}d", *[f"t{n - gap}" for gap in (3, 7) if n % gap == 1 and n >= gap],
             assigned={"ann": 0.2 + n * 3 % 4 / 5, "bo": 0.3 + n * 5 % 3 / 5})
        for n in range(18)
    ]  # fmt: skip
    plan = staffed(tasks, [person("ann"), person("bo")])
    found = [levelled(plan, effort) for effort in ("quick", "normal")]
    assert [one.tried for one in found] == sorted(one.tried for one in found)
    assert found[0].after >= found[1].after > found[0].before


def test_the_search_ends_when_nothing_new_comes() -> None:
    leave = "2027-01-08", "2027-01-12"
    plan = staffed([task(f"t{n}", f"{n}d", **ANN) for n in (2, 3, 5)], [person("ann", 1, leave)])
    found = levelled(plan, "thorough")
    assert found.after > found.before
    assert found.tried < 1_000  # of 32,000


def test_one_after_the_other_and_around_leave() -> None:
    tasks = [task("a", "3d", **ANN), task("b", "2d", **ANN), task("c", "2d", **ANN)]
    found = days(tasks, person("ann", 1, ("2027-01-08", "2027-01-12")))
    assert sorted(found.values()) == ["01-04 01-05", "01-06 01-07", "01-13 01-15"] or sorted(
        found.values()
    ) == ["01-04 01-06", "01-13 01-14", "01-15 01-18"]
    assert max(value[6:] for value in found.values()) == "01-15"


def test_shares_of_a_day_are_added_up_exactly() -> None:
    tasks = [task(f"t{n}", "2d", assigned={"ann": units}) for n, units in enumerate((0.1, 0.2, 0.7))]
    assert set(days(tasks).values()) == {"01-04 01-05"}
    tasks.append(task("more", "1d", assigned={"ann": 0.001}))
    assert days(tasks)["more"] == "01-06 01-06"


def test_what_is_more_important_goes_first_and_so_does_what_it_waits_for() -> None:
    tasks = [
        task("usual", "4d", **ANN),
        task("before", "1d", **ANN, priority=0),
        task("first", "1d", "before", **ANN, priority=1000),
    ]
    found = days(tasks)
    assert (found["before"], found["first"]) == ("01-04 01-04", "01-05 01-05")
    assert found["usual"] == "01-06 01-11"


def test_a_less_important_task_fills_a_gap_only() -> None:
    tasks = [
        task("gate", "2d"),
        task("high", "3d", "gate", **ANN, priority=900),
        task("long", "3d", **ANN),
        task("short", "2d", **ANN),
    ]
    found = days(tasks)
    assert found["high"] == "01-06 01-08"
    assert found["short"] == "01-04 01-05"
    assert found["long"] == "01-11 01-13"


def test_work_under_way_goes_on_before_anything_new() -> None:
    tasks = [
        task("new", "2d", **ANN, priority=1000),
        task("going", "5d", **ANN, status="in-progress", started="2027-01-05", remaining="2d"),
        task("too", "5d", **ANN, status="in-progress", started="2027-01-06", remaining="1d"),
        task("old", "5d", **ANN, status="done", started="2027-01-04", finished="2027-01-08"),
    ]
    found = days(tasks, status_date="2027-01-11")
    assert found["new"] == "01-14 01-15"
    assert {found["going"], found["too"]} in (
        {"01-05 01-12", "01-06 01-13"},
        {"01-05 01-13", "01-06 01-11"},
    )
    assert found["old"] == "01-04 01-08"


def test_held_tasks_stay_and_others_go_around_them() -> None:
    tasks = [task("fair", "2d", **ANN, date="2027-01-06"), task("a", "3d", **ANN), task("b", "2d", **ANN)]
    assert days(tasks) == {"fair": "01-06 01-07", "a": "01-08 01-12", "b": "01-04 01-05"}


def test_held_tasks_that_ask_too_much_are_told_and_whoever_waits_for_them_waits() -> None:
    tasks = [
        task("x", "2d", **ANN, date="2027-01-04"),
        task("y", "3d", **ANN, date="2027-01-04"),
        task("a", "1d", **ANN),
        task("b", "1d", "a", **ANN),
    ]
    made = levelled(staffed(tasks, [person("ann")]))
    assert [(one.resource, one.needed, one.rows) for one in made.held] == [("ann", 2.0, (0, 1))]
    assert made.schedule.by_id["a"].start.isoformat() == "2027-01-07"
    assert made.schedule.waits == {2: ResourceWait("ann", 1)}


def test_what_is_done_as_late_as_possible_starts_from_there() -> None:
    tasks = [task("long", "5d"), task("late", "2d", **ANN, as_late_as_possible=True), task("a", "5d", **ANN)]
    assert days(tasks) == {"long": "01-04 01-08", "late": "01-11 01-12", "a": "01-04 01-08"}


def test_the_critical_path_runs_through_people() -> None:
    tasks = [
        task("a", "3d", **ANN),
        task("b", "2d", **ANN),
        task("c", "1d", "b"),
        task("free", "1d"),
    ]
    schedule = levelled(staffed(tasks, [person("ann")])).schedule
    assert schedule.finish.isoformat() == "2027-01-08"
    assert set(schedule.critical_path) in ({"a", "b"}, {"a", "b", "c"})
    assert schedule.by_id["free"].total_float == 4
    waiting = next(row for row in schedule.waits)
    assert driver(schedule, waiting).cause is Cause.PERSON
    assert schedule.is_levelled


def test_floats_end_where_leave_begins() -> None:
    tasks = [task("a", "2d", **ANN), task("end", "9d")]
    schedule = levelled(staffed(tasks, [person("ann", 1, ("2027-01-08", "2027-01-13"))])).schedule
    assert (schedule.by_id["a"].total_float, schedule.by_id["a"].free_float) == (2, 2)
    schedule = levelled(staffed(tasks, [person("ann", 1, ("2027-01-08", "2027-01-11"))])).schedule
    assert (schedule.by_id["a"].total_float, schedule.by_id["a"].free_float) == (7, 7)


def test_whoever_is_on_leave_is_waited_for() -> None:
    tasks = [task("a", "1d", assigned=["bo", "ann"])]
    people = [person("ann", 1, ("2027-01-01", "2027-01-05")), person("bo")]
    made = levelled(staffed(tasks, people)).schedule
    assert made.waits == {0: ResourceWait("ann", None)}
    assert made.by_id["a"].start.isoformat() == "2027-01-06"


def test_a_lead_lets_someone_work_first_on_what_waits() -> None:
    tasks = [
        task("wait", "2d", **ANN, not_before="2027-01-06"),
        task("lead", "2d", "wait FS-9d", **ANN),
    ]
    schedule = levelled(staffed(tasks, [person("ann")])).schedule
    assert schedule.by_id["lead"].finish.isoformat() == "2027-01-05"
    assert schedule.by_id["lead"].free_float == 0
    assert schedule.by_id["lead"].critical
    assert schedule.finish.isoformat() == "2027-01-07"


def test_deadlines_count_before_the_sum_of_all() -> None:
    tasks = [
        task("short", "1d", **ANN),
        task("long", "4d", **ANN, deadline="2027-01-07"),
        task("other", "1d", **ANN),
    ]
    assert days(tasks)["long"] == "01-04 01-07"


def test_a_plan_of_many_classes_is_put_in_order_without_a_search() -> None:
    tasks = [task(f"t{n}", "1d", **ANN, priority=n) for n in range(40)]
    made = levelled(staffed(tasks, [person("ann")]))
    starts = [one.start for one in made.schedule.tasks]
    assert starts == sorted(starts, reverse=True)
    assert made.tried == 0


def test_nobody_to_level() -> None:
    made = levelled(staffed([task("a", "2d")], [person("ann")]))
    assert (made.before, made.tried, made.held) == (made.after, 0, ())
    assert levelled(staffed([], [])).schedule.tasks == ()


@pytest.mark.parametrize(
    ("tasks", "people", "why"),
    [
        ([task("a", "1d", assigned={"ann": 1.001})], [person("ann")], Hindrance.TOO_MUCH),
        ([task("a", "4d", **ANN)], [person("ann", 1, ("2027-01-06", "9999-12-31"))], Hindrance.AWAY),
        (
            [task("a", "2d", **ANN), task("b", "2d", **ANN)],
            [person("ann", 1, ("2027-01-07", "9999-12-31"))],
            Hindrance.AWAY,
        ),
        ([task(f"t{n}", "99999d", **ANN) for n in range(22)], [person("ann")], Hindrance.TOO_FAR),
        ([*FAR_AWAY, task("x", "99999d", "t18", **ANN)], [person("ann")], Hindrance.TOO_FAR),
        (
            [*CHAINED, task("end", "99999d", "x"), task("close", "99999d", "y")],
            [person("ann")],
            Hindrance.TOO_FAR,
        ),
    ],
)
def test_what_cannot_be_levelled(
    tasks: list[dict[str, Any]], people: list[dict[str, Any]], why: Hindrance
) -> None:
    plan = staffed(tasks, people)
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    found = level(plan, schedule, "quick")
    assert isinstance(found, CannotLevel)
    assert {one.hindrance for one in found.obstacles} == {why}
